"""The organisations of a mark do not add up.

More have done it than there are, or another number is named as missing than is left. The counts are printed in the
report: «18 из 22».

Bad:
    # ---- a.marks.yaml
    marks:
      - at: 1.1
        activity: Провести мониторинг
        organisations: {done: 18, of: 20, missing: [СОШ № 3]}
        reason: карантин

Good:
    …
        organisations: {done: 18, of: 20, missing: [СОШ № 3, СОШ № 8]}
    …
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._marks import all_marks
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan.execution import Execution

CODE = "RM866"
SEVERITY = Severity.ERROR


def judge(execution: Execution, today: date) -> Iterator[Finding]:
    """Report counts of organisations that contradict each other."""
    for route, mark in all_marks(execution):
        counts = mark.organisations
        if counts is None:
            continue
        place, named = (*route, "organisations"), len(counts.missing)
        if counts.done > counts.of:
            message = Message("{done} organisations have done it, of {of}", done=counts.done, of=counts.of)
            yield Finding((*place, "done"), message)
        elif named and named != counts.of - counts.done:
            message = Message(
                "{done} of {of} have done it, so {left} are missing; named: {named}",
                done=counts.done,
                of=counts.of,
                left=counts.of - counts.done,
                named=named,
            )
            hint = Message("each organisation is an item of the list: [СОШ № 3, СОШ № 8]")
            yield Finding((*place, "missing"), message, hint)
