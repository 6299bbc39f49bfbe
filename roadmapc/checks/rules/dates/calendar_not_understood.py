"""A calendar setting is not understood.

School quarters and breaks are four ranges of days without years, in the order of the school year; days off and working days are dates or ranges with their years.

Bad:
    calendar: {terms: [01.09 – 31.10, 01.11 – 31.12, 01.01 – 31.03]}

Good:
    calendar: {terms: [01.09 – 31.10, 01.11 – 31.12, 01.01 – 31.03, 01.04 – 31.05], days_off: [26.07.2022]}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM207"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report the first setting that cannot be read."""
    error = plan.calendar_error
    if error:
        route = ("calendar", error.key) if error.at is None else ("calendar", error.key, error.at)
        yield Finding(route, Message("calendar setting not understood: {why}", why=error.message), key=error.at is None)
