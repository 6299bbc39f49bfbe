"""A term is moved past the end of the plan.

The plan ends before the work is due: whoever reports on the plan finds the row neither done nor late. A longer plan is
an amending order's business; the next plan may take the row over.

Bad:
    # ---- a.marks.yaml
    marks:
      - at: 1.1
        activity: Провести мониторинг
        moved: {to: 15.01.2025, act: приказ, date: 24.05.2022, number: 41, reason: карантин}
        reason: карантин

Good:
    …
        moved: {to: 20.12.2024, act: приказ, date: 24.05.2022, number: 41, reason: карантин}
    …
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan.execution import Execution
from roadmapc.plan.execution.mark_days import day_of
from roadmapc.plan.execution.moves import placed_moves

CODE = "RM867"
SEVERITY = Severity.WARNING


def judge(execution: Execution, today: date) -> Iterator[Finding]:
    """Report new terms after the last day of the plan."""
    for unit in execution.units:
        period = execution.plan.tables[unit.row.table].period
        for route, move in placed_moves(unit):
            if period and day_of(move.to) > period.last:
                message = Message("the new term is after the end of the plan, {last:%d.%m.%Y}", last=period.last)
                yield Finding((*route, "to"), message)
