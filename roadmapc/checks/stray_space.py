"""A space stands where none belongs.

It stands before a comma, a point or a closing quote, after an opening bracket, inside a compound word, or twice in a row.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: "Собрать опыт педагогов , описать его", deadline: май 2022, owners: методист, result: Справка}

Good:
    sections:
      - title: Мониторинг
        activities:
          - {activity: "Собрать опыт педагогов, описать его", deadline: май 2022, owners: методист, result: Справка}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks._finding import Finding
from roadmapc.checks._wording import shown
from roadmapc.diagnostics import Edit, Fix, Message, Severity
from roadmapc.plan import Plan
from roadmapc.source import Span

CODE = "RM503"
SEVERITY = Severity.NOTE

_ADJECTIVE = r"[а-яё]+(?:ая|ое|ый|ий|ого|его|ому|ему|ой|ей|ые|ие|ых|их|ыми|ими|ую|юю|ым|им|ом|ем)\b"
COMPOUND = rf"(?<=[а-яё][а-яё]о)(?: -|- | - ) *(?={_ADJECTIVE})"
"""A hyphen torn from the parts of a compound adjective: «научно - методическая»."""
_SPACE = re.compile(
    rf"[ «(„о](?:(?<=[^\s\0,;:] )(?P<before> *)(?=[,;:!?)»](?!\))|\.(?![.\w]))(?!,[ \n]*\0)"
    rf"|(?<=[«(„])(?P<after> +)(?=[^\s\0])|{COMPOUND}(?P<compound>)|(?<=[^\s\0] )(?P<two> +)(?=[^\s\0]))"
)


def check(plan: Plan) -> Iterator[Finding]:
    """Report each such space with the fix that drops it."""
    text = plan.tree.source.text
    for route, match in plan.passages.find(_SPACE):
        kind = match.lastgroup or ""
        span = Span(match.start() + (kind in {"after", "compound"}), match.end())
        if kind == "two" and "\n" in text[span.start : span.end]:
            continue  # a folded line
        fix = Fix((Edit(span, {"compound": "-", "two": " "}.get(kind, "")),))
        yield Finding(route, _message(match), span=Span(span.start - 1, span.end + 1), fix=fix)


def _message(match: re.Match[str]) -> Message:
    if match.lastgroup == "two":
        return Message("two spaces in a row")
    if match.lastgroup == "compound":
        around = shown(_around(match))
        return Message("spaces inside a compound word: “{around}”", around=around)
    return Message("a space before or after a sign to which it does not belong")


def _around(match: re.Match[str]) -> str:
    """Return the two halves of the word."""
    before = re.search(r"\w*$", match.string[max(match.start() - 30, 0) : match.start()])
    after = re.match(r"\w*", match.string[match.end() : match.end() + 30])
    return f"{before[0] if before else ''}{match[0]}{after[0] if after else ''}"
