"""A space stands where none belongs.

It stands before a comma, a full stop or a closing quote, after an opening bracket, inside a compound word, or twice in a row.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: "Собрать опыт педагогов , описать его", deadline: май 2022, owners: методист, result: Справка}

Good:
    …
          - {activity: "Собрать опыт педагогов, описать его", deadline: май 2022, owners: методист, result: Справка}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._wording import shown, torn_compounds
from roadmapc.diagnostics import Edit, Fix, Message, Severity, Span
from roadmapc.plan import Plan

CODE = "RM503"
SEVERITY = Severity.NOTE

_SPACES = [
    re.compile(
        r" (?=[ ,;!?)»:.])(?:(?<=[^\s\0,;:«(„_] )(?P<before> *)(?=[,;!?)»](?!\))|:(?=[\0\n]| [А-ЯЁ])|\.(?![.\w]))(?!,[ \n]*\0)"
        r"|(?<=[^\s\0«(„_] )(?P<two> +)(?=[^\s\0»)“_]))"
    ),
    *(re.compile(rf"{re.escape(sign)}(?P<after> +)(?=[^\s\0»)“_])") for sign in "«(„"),
]
"""What each begins with is found far faster than a class of signs."""

_WORD = re.compile(r"\w+")


def check(plan: Plan) -> Iterator[Finding]:
    """Report each such space with the fix that drops it."""
    text = plan.tree.source.text
    for route, match in plan.printed_texts.find(*_SPACES):
        kind = match.lastgroup or ""
        span = Span(match.start() + (kind == "after"), match.end())
        if kind == "two" and "\n" in text[span.start : span.end]:
            continue  # a folded line
        message = Message("a space before or after a punctuation mark where none belongs")
        if kind == "two":
            message = Message("two spaces in a row")
        fix = Fix((_moved(match.string, span) or Edit(span, " " if kind == "two" else ""),))
        yield Finding(route, message, span=Span(span.start - 1, span.end + 1), fix=fix)
    for route, match, start in torn_compounds(plan):
        end = _WORD.match(match.string, match.end())
        whole = shown(match.string[start : end.end() if end else match.end()])
        message = Message("spaces inside a compound word: “{around}”", around=whole)
        fix = Fix((Edit(Span(match.start("gap"), match.end()), "-"),))
        yield Finding(route, message, span=Span(start, match.end()), fix=fix)


def _moved(text: str, span: Span) -> Edit | None:
    """Return the edit that moves a space behind the comma before which it stands: «раз ,два»; None where one is there."""
    sign = text[span.end : span.end + 1]
    if sign in {",", ";"} and text[span.end + 1 : span.end + 2].isalpha():
        return Edit(Span(span.start, span.end + 1), f"{sign} ")
    return None
