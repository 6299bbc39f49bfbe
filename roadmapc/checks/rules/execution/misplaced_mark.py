"""A mark means no row or day of the plan, or more than one.

Such a mark counts for nothing: the row stays open, and its work would be lost from the report. The number is another
row's now, the row has been dropped by an amending order, it is not due on that day, it is counted through the rows
below it, or two marks tell of one and the same day.

Bad:
    # ---- a.marks.yaml
    marks:
      - at: 1.1
        activity: Провести мониторинг
        done: 27.05.2022
        documents: справка от 27.05.2022 № 5
      - at: 1.7
        activity: Обсудить итоги
        done: 16.05.2022
        documents: протокол от 16.05.2022 № 2

Good:
    …
      - at: 1.7
        activity: Обсудить итоги
        excluded: {act: приказ, date: 16.05.2022, number: 41}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Severity
from roadmapc.plan.execution import Execution

CODE = "RM851"
SEVERITY = Severity.ERROR


def judge(execution: Execution, today: date) -> Iterator[Finding]:
    """Report each mark that could not be set at a row and a day."""
    for one in execution.misplaced:
        yield Finding(one.route, one.message, one.hint)
