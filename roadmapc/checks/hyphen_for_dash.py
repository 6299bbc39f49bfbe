"""A hyphen stands for a dash.

A hyphen joins the parts of a word; between words and in «(далее – Дорожная карта)» stands a dash with spaces around it.

Bad:
    document: {kind: дорожная карта, title: Дорожная карта (далее - Карта), period: 2021-2024}

Good:
    document: {kind: дорожная карта, title: Дорожная карта (далее – Карта), period: 2021-2024}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.calendars import MONTHS
from roadmapc.checks._finding import Finding
from roadmapc.checks.stray_space import COMPOUND
from roadmapc.diagnostics import Edit, Fix, Message, Severity
from roadmapc.plan import Plan
from roadmapc.source import Span

CODE = "RM506"
SEVERITY = Severity.NOTE

_MONTH = "|".join(month[0] for month in MONTHS)
_HYPHEN = re.compile(
    rf"-(?:(?<= -)(?= *[\w«(])|(?<=[а-яёА-ЯЁ».,)]-)(?= +[\w«(])|(?<=[а-яё]-)(?<!ь-)(?<!май-)(?<!март-)(?<!август-)(?=(?:{_MONTH}) +\d{{4}}))"
)
_TORN = re.compile(COMPOUND)


def check(plan: Plan) -> Iterator[Finding]:
    """Report hyphens with a space beside them; the fix writes a dash with spaces."""
    sheet = plan.passages.sheet
    for route, match in plan.passages.find(_HYPHEN):
        start, end = match.span()
        while sheet[start - 1 : start] == " ":
            start -= 1
        while sheet[end : end + 1] == " ":
            end += 1
        begins = not re.match(r"[\w».,)]", sheet[start - 1 : start])  # a list item
        if not begins and not _TORN.match(sheet, start):
            span = Span(start, end)
            yield Finding(route, Message("a hyphen stands for a dash"), span=span, fix=Fix((Edit(span, " – "),)))
