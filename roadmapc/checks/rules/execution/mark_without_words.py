"""A mark names its row by the number alone.

An amending order drops a row and the numbers below it shift: the mark would tell of another row, and nobody would see
it. Repeat the first words of the activity; where the row has an “id:” the mark may name that instead.

Bad:
    # ---- a.marks.yaml
    marks:
      - at: 1.1
        done: 27.05.2022
        documents: справка от 27.05.2022 № 5

Good:
    …
      - at: 1.1
        activity: Провести мониторинг
    …
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan.execution import Execution
from roadmapc.source.formatting.scalars import inline

CODE = "RM852"
SEVERITY = Severity.WARNING


def judge(execution: Execution, today: date) -> Iterator[Finding]:
    """Report marks that name a row by its number, without its words."""
    for one in execution.placed:
        if not one.named_by_id and not one.mark.activity:
            message = Message("the mark names row {address} by its number alone", address=one.mark.at)
            hint = Message("write below it: activity: {words}", words=inline(one.row.title.removesuffix(" …")))
            yield Finding(one.route, message, hint, one.row)
