"""A term was moved too late, or to no later day.

A term is moved before it passes: a decision made afterwards does not undo the delay. What is set for an earlier day, or
for the same one, is no later term. Neither counts.

Bad:
    # ---- a.marks.yaml
    marks:
      - at: 1.1
        activity: Провести мониторинг
        done: 27.06.2022
        documents: справка от 27.06.2022 № 5
        moved: {to: 30.06.2022, act: приказ, date: 03.06.2022, number: 41, reason: карантин}
        reason: карантин

Good:
    …
        moved: {to: 30.06.2022, act: приказ, date: 24.05.2022, number: 41, reason: карантин}
    …
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan.execution import Execution
from roadmapc.plan.execution.moves import Unfit, followed_moves, placed_moves

CODE = "RM856"
SEVERITY = Severity.ERROR


def judge(execution: Execution, today: date) -> Iterator[Finding]:
    """Report decisions made after the term that they move, and new terms that are not after it.

    An act may have put the new term into the plan since: then it is the one in force.
    """
    for unit in execution.units:
        if unit.occurrence is None:
            for route, _move in placed_moves(unit):
                yield Finding(route, Message("the row has no day that could be moved"))
        for one in followed_moves(unit):
            if one.unfit is Unfit.TOO_LATE:
                message = Message("decided after the term {term:%d.%m.%Y}: the move does not count", term=one.term)
                hint = Message("it was done late: give the reason in the mark")
                yield Finding((*one.route, "date"), message, hint)
            if one.unfit is Unfit.NO_LATER and not (execution.plan.roadmap.amendments and one.to == one.term):
                message = Message("the new term is not after the one in force, {term:%d.%m.%Y}", term=one.term)
                yield Finding((*one.route, "to"), message)
