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
from roadmapc.checks._wording import matches
from roadmapc.checks.stray_space import COMPOUND
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM506"
SEVERITY = Severity.NOTE

_MONTH = "|".join(month[0] for month in MONTHS)
_HYPHEN = re.compile(
    rf"(?!{COMPOUND})(?<=[\w».,)])(?: +- +(?=[\w«(])|(?<![0-9])- +(?=[\w«(])| +-(?=[\w«(])"
    rf"|(?<!ь)(?<!май)(?<!март)(?<!август)-(?=(?:{_MONTH}) +\d{{4}}))",
    re.IGNORECASE,
)


def check(plan: Plan) -> Iterator[Finding]:
    """Report hyphens with a space beside them; the fix writes a dash with spaces."""
    message = Message("a hyphen stands for a dash")
    yield from matches(plan, _HYPHEN, lambda _: message, lambda _: " – ")
