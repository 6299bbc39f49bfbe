"""A space stands where none belongs.

Before a comma, a point or a closing quote, after an opening bracket, inside a compound word, or two in a row.

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
from roadmapc.checks._wording import Match, shown
from roadmapc.diagnostics import Edit, Fix, Message, Severity
from roadmapc.plan import Plan
from roadmapc.source import Span

CODE = "RM503"
SEVERITY = Severity.NOTE

_ADJECTIVE = r"[а-яё]+(?:ая|ое|ый|ий|ого|его|ому|ему|ой|ей|ые|ие|ых|их|ыми|ими|ую|юю|ым|им|ом|ем)\b"
COMPOUND = rf"(?<=[а-яё][а-яё]о)(?: -|- | - ) *(?={_ADJECTIVE})"
"""A hyphen torn from the parts of a compound adjective: «научно - методическая»."""
_SPACE = re.compile(
    rf"(?P<before>(?<=[^\s\0,;:]) +(?!,[ \n]*\0)(?=[,;:!?)»](?!\))|\.(?![.\w])))|(?P<after>(?<=[«(„]) +(?=[^\s\0]))"
    rf"|(?P<compound>{COMPOUND})|(?P<two>(?<=[^\s\0]) {{2,}}(?=[^\s\0]))",
    re.IGNORECASE,
)


def check(plan: Plan) -> Iterator[Finding]:
    """Report each such space with the fix that drops it."""
    text = plan.tree.source.text
    for route, match in plan.passages.find(_SPACE):
        span = Span(*match.span())
        if match["two"] and "\n" in text[span.start : span.end]:
            continue  # a folded line
        cure = {"compound": "-", "two": " "}.get(match.lastgroup or "", "")
        yield Finding(route, _message(match), span=_marked(span), fix=Fix((Edit(span, cure),)))


def _marked(span: Span) -> Span:
    return Span(span.start - 1, span.end + 1)  # a blank alone would underline nothing


def _message(match: Match) -> Message:
    around = shown(match.string[max(match.start() - 12, 0) : match.end() + 12].replace("\0", " "))
    if match["two"]:
        return Message("two spaces in a row")
    if match["compound"]:
        return Message("spaces inside a compound word: “{around}”", around=around)
    return Message("a space before or after a sign to which it does not belong")
