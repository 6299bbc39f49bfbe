"""«Год» after a number is abbreviated without its point, or «годы» as «г.г.».

It is «2027 г.» and «2025–2027 гг.».

Bad:
    document: {kind: дорожная карта, title: Дорожная карта на 2021–2024 г.г., period: 2021-2024}

Good:
    document: {kind: дорожная карта, title: Дорожная карта на 2021–2024 гг., period: 2021-2024}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Edit, Fix, Message, Severity, Span
from roadmapc.plan import Plan

CODE = "RM521"
SEVERITY = Severity.NOTE

# After a date in digits nothing is written at all, which is another rule's.
_ODD = [
    re.compile(
        rf"{first}(?<![\w.]{first}){second}\d\d"
        r"(?P<gap>[ \0]*)(?P<words>г(?![\w.])|гг(?![\w.])|г\. ?г\.(?![ \0]*[А-ЯЁ«]))"
    )
    for first, second in ("19", "20")
]
_SEVERAL = re.compile(r"\d{4}[ \0]?(?:[–—-]|,|и)[ \0]?$")


def check(plan: Plan) -> Iterator[Finding]:
    """Report each; the fix, to be read over, writes the abbreviation with its point: «2000 г» may be grams."""
    message = Message("“год” is abbreviated “г.”, “годы” as “гг.”")
    for route, match in plan.printed_texts.find(*_ODD):
        several = _SEVERAL.search(match.string, max(match.start() - 8, 0), match.start())
        right = "гг." if several else "г."
        span = Span(*match.span("words"))
        fix = Fix((Edit(span, right if match["gap"] else f" {right}"),), safe=False)
        yield Finding(route, message, Message("write “{text}”", text=right), span=span, fix=fix)
