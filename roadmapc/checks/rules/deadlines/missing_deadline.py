"""An activity has no deadline.

Nobody can be asked for what is due on no day, and the activity appears in no calendar and no checklist.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - activity: Провести мониторинг
            owners: методист
            result: Справка

Good:
    …
          - activity: Провести мониторинг
            deadline: май 2022
    …
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding, at_row
from roadmapc.checks.rules._rows import is_whole_column, leaf_rows
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan, PlanTable
from roadmapc.plan.columns import has_column

CODE = "RM101"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report rows without words and without dates; one above others may leave the deadline to them, or give it to them."""
    for table in plan.tables:
        if has_column(table, "deadline"):
            yield from _of_table(plan, table)


def _of_table(plan: Plan, table: PlanTable) -> Iterator[Finding]:
    hint = Message("fill in “deadline:”, for example “до 30 сентября 2022 г.”")
    lacking = [
        row
        for row in leaf_rows(table)
        if not (row.deadline_text or row.has_dates or row.dates_error or row.inherits & {"deadline"})
    ]
    if is_whole_column(plan, table, lacking, CODE, "missing-deadline"):
        yield Finding(table.source.sections_route, Message("no activity has a deadline"), hint=hint, key=True)
        return
    for row in lacking:
        yield at_row(row, Message("no deadline: “{title}”", title=row.title), hint)
