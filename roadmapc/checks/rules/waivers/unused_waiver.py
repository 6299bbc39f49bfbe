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

from roadmapc.checks.finding import Finding
from roadmapc.checks.waiving import Review, covers, is_valid
from roadmapc.diagnostics import Diagnostic, Message, Severity
from roadmapc.plan import Plan

CODE = "RM602"
SEVERITY = Severity.WARNING


def review(plan: Plan, found: list[Diagnostic], run: Review) -> Iterator[Finding]:
    """Report waivers, and single places and rules of them, that cover no problem; rules that did not run are passed."""
    for at, waiver in enumerate(plan.roadmap.waivers):
        if not is_valid(waiver, run.today) or not set(waiver.rule) <= run.ran:
            continue
        for index, place in enumerate(waiver.at):
            if not any(covers(plan, waiver, problem, place) for problem in found):
                yield Finding(("waivers", at, "at", index), _message(place))
        for index, rule in enumerate(waiver.rule if not waiver.at or len(waiver.rule) > 1 else ()):
            if not any(covers(plan, waiver, problem, rule=rule) for problem in found):
                yield Finding(("waivers", at, "rule", index), _message(rule))


def _message(what: str) -> Message:
    return Message("the waiver covers nothing here: “{place}”", place=what)
