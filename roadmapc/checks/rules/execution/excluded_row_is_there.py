"""A row is said to be dropped from the plan, and is still in it.

An amending act drops a row from the roadmap; the mark only keeps in mind what became of it. While the row stands there
it is printed, sent to its owners and counted by nobody.

Bad:
    # ---- a.marks.yaml
    marks:
      - at: 1.1
        activity: Провести мониторинг
        excluded: {act: приказ, date: 20.05.2022, number: 41}

Good:
    …
      - at: 1.1
        activity: Провести мониторинг
        removed: {date: 20.05.2022, by: начальник отдела, ground: мониторинг провел регион}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan.execution import Execution

CODE = "RM862"
SEVERITY = Severity.ERROR


def judge(execution: Execution, today: date) -> Iterator[Finding]:
    """Report rows of the plan whose mark says that an act has dropped them."""
    for one in execution.placed:
        if one.mark.excluded:
            message = Message("the row is said to be dropped, and is in the plan: “{words}”", words=one.row.title)
            hint = Message("drop it from the roadmap as the act says; what only needs no more control is “removed:”")
            yield Finding((*one.route, "excluded"), message, hint, one.row, key=True)
