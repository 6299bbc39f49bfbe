"""A mark tells how work goes on of a row that has a day on which it is due.

Intervals count for work without such a day alone: «весь период», «постоянно». Here they make nothing done, and no
report prints them; write the day (“done:”) and the words (“result:”) instead.

Bad:
    # ---- a.marks.yaml
    marks:
      - at: 1.1
        activity: Провести мониторинг
        progress: {from: 01.05.2022, until: 27.05.2022, text: Собраны анкеты}
        reason: карантин

Good:
    …
        activity: Провести мониторинг
        done: 27.05.2022
        result: Собраны анкеты
        documents: справка от 27.05.2022 № 5
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan.execution import Execution

CODE = "RM868"
SEVERITY = Severity.WARNING


def judge(execution: Execution, today: date) -> Iterator[Finding]:
    """Report intervals told of rows that fall due on a day, once a mark."""
    for one in execution.placed:
        if not one.mark.progress or one.row.is_continuous:
            continue
        if any(unit.occurrence for unit in execution.by_route.get(one.row.route, ())):
            message = Message("the row has a day on which it is due: intervals of work count for nothing")
            hint = Message("write “done:” and “result:”, or “said: частично” with “reported:”")
            yield Finding((*one.route, "progress"), message, hint, one.row, key=True)
