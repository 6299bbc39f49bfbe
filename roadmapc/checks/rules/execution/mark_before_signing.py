"""A mark tells of a day before the plan was signed.

What was done or decided earlier does not carry out this plan. The year is mistyped, or the mark belongs to the plan
before.

Bad:
    approval: {act: приказом управления, date: 10.01.2022, number: 5}
    # ---- a.marks.yaml
    marks:
      - at: 1.1
        activity: Провести мониторинг
        done: 27.05.2021
        documents: справка от 27.05.2022 № 5

Good:
    …
        done: 27.05.2022
    …
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._marks import DatedPlace, all_marks, decisions
from roadmapc.diagnostics import Message, Route, Severity
from roadmapc.plan.execution import Execution
from roadmapc.plan.execution.mark_days import day_of
from roadmapc.source.model.marks import ExecutionMark

CODE = "RM853"
SEVERITY = Severity.ERROR


def judge(execution: Execution, today: date) -> Iterator[Finding]:
    """Report what was done, ended or was decided before the signing; documents may be older."""
    signed = execution.plan.signed
    if signed is None:
        return
    for route, mark in all_marks(execution):
        for place, day in _days(route, mark):
            if day < signed:
                message = Message(
                    "{day:%d.%m.%Y} is before the plan was signed, on {signed:%d.%m.%Y}", day=day, signed=signed
                )
                hint = Message("correct the date; what was done for an earlier plan is a mark of that one")
                yield Finding(place, message, hint)


def _days(route: Route, mark: ExecutionMark) -> Iterator[DatedPlace]:
    if mark.done:
        yield DatedPlace((*route, "done"), day_of(mark.done))
    for at, one in enumerate(mark.progress):
        yield DatedPlace((*route, "progress", at, "until"), day_of(one.until))
    yield from decisions(route, mark)
