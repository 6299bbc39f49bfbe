"""A waiver covers nothing.

The problem is gone or the place is written differently. Drop the waiver, so that it does not hide the next problem
there.

Bad:
    waivers: [{rule: missing-owner, at: 9.9, reason: так утверждено}]

Good:
    waivers: []
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmapc.checks._finding import Finding
from roadmapc.checks._waivers import covers, is_valid
from roadmapc.diagnostics import Diagnostic, Message, Severity
from roadmapc.plan import Plan

CODE = "RM602"
SEVERITY = Severity.WARNING


def review(plan: Plan, found: list[Diagnostic], today: date) -> Iterator[Finding]:
    """Report waivers, and single places of them, that cover no problem."""
    for at, waiver in enumerate(plan.roadmap.waivers):
        if not is_valid(waiver, today):
            continue
        for index, place in enumerate(waiver.at or ("",)):
            if not any(covers(plan, waiver, problem, place or None) for problem in found):
                message = Message("the waiver covers nothing here: “{place}”", place=place or waiver.rule)
                yield Finding(("waivers", at, "at", index) if place else ("waivers", at, "rule"), message)
