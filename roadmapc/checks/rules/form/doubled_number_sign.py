"""The sign № is typed into a number that the program prints with its sign.

«№ № 15» would stand in the document.

Bad:
    approval: {act: приказом отдела образования, date: 10.01.2021, number: № 15}

Good:
    approval: {act: приказом отдела образования, date: 10.01.2021, number: 15}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Edit, Fix, Message, Severity, Span
from roadmapc.plan import Plan

CODE = "RM423"
SEVERITY = Severity.WARNING

_SIGN = re.compile(r"(?:№|N(?=[ .\d])|No\.?(?=[ \d]))[ \0]*")
_NUMBERS = (("order", "number"), ("approval", "number"))


def check(plan: Plan) -> Iterator[Finding]:
    """Report each; the fix takes the sign out."""
    for route in _NUMBERS:
        for printed, text in plan.printed_texts.below(route):
            if match := _SIGN.match(text):
                span = Span(printed.start, printed.start + match.end())
                message = Message("“№” would be printed twice: the program writes it")
                yield Finding(route, message, span=span, fix=Fix((Edit(span, ""),)))
