"""A mark tells of a day that has not come.

A mark is a fact. What is still to come stands in the plan; a report made today would print it as done.

Bad:
    # ---- a.marks.yaml
    marks:
      - at: 1.1
        activity: Провести мониторинг
        done: 27.05.2122
        documents: [{kind: справка, number: 5}]
        reason: карантин

Good:
    …
        done: 27.05.2022
    …
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._marks import DatedPlace, all_marks, decisions, proofs
from roadmapc.diagnostics import Message, Route, Severity
from roadmapc.plan.execution import Execution
from roadmapc.plan.execution.mark_days import day_of
from roadmapc.source.model.marks import ExecutionMark

CODE = "RM854"
SEVERITY = Severity.ERROR


def judge(execution: Execution, today: date) -> Iterator[Finding]:
    """Report what a mark says to have been done, reported, decided or dated after today; of an interval one day."""
    for route, mark in all_marks(execution):
        for place, day in _days(route, mark, today):
            if day > today:
                message = Message("{day:%d.%m.%Y} has not come: a mark tells what has been done", day=day)
                yield Finding(place, message, Message("correct the date, or write the mark when it is so"))


def _days(route: Route, mark: ExecutionMark, today: date) -> Iterator[DatedPlace]:
    for key, text in (("done", mark.done), ("reported", mark.reported)):
        if text:
            yield DatedPlace((*route, key), day_of(text))
    for at, one in enumerate(mark.progress):
        first = day_of(one.since)
        end, day = ("from", first) if first > today else ("until", day_of(one.until))
        yield DatedPlace((*route, "progress", at, end), day)
    for place, proof in proofs(route, mark):
        if proof.date:
            yield DatedPlace((*place, "date"), day_of(proof.date))
    yield from decisions(route, mark)
