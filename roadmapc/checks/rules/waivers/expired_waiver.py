"""A waiver has expired.

Its last day is past: correct what it covered, or give a new date and reason.

Bad:
    table: {numbering: printed}
    sections:
      - title: Мониторинг
        activities:
          - {id: m, activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}
    waivers: [{rule: missing-number, at: m, reason: до правки, until: 01.01.2020}]

Good:
    …
    waivers: [{rule: missing-number, at: m, reason: до правки, until: 31.12.2099}]
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.checks.waiving import Review, is_expired
from roadmapc.diagnostics import Diagnostic, Message, Severity
from roadmapc.plan import Plan

CODE = "RM603"
SEVERITY = Severity.ERROR


def review(plan: Plan, found: list[Diagnostic], run: Review) -> Iterator[Finding]:
    """Report waivers whose `until` is past."""
    for at, waiver in enumerate(plan.roadmap.waivers):
        if is_expired(waiver, run.today):
            yield Finding(("waivers", at, "until"), Message("the waiver expired on {until}", until=waiver.until))
