"""An activity has no owner.

What nobody answers for is not done, and it stands on nobody's checklist.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - activity: Провести мониторинг
            deadline: май 2022
            result: Справка

Good:
    …
            owners: Начальник учебно-методического отдела
            result: Справка
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding, at_row
from roadmapc.checks.rules._rows import is_whole_column, leaf_rows
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan, PlanTable
from roadmapc.plan.columns import has_column

CODE = "RM301"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report rows without owners; one above others may leave them to those, or give them its own."""
    for table in plan.tables:
        if has_column(table, "owners"):
            yield from _of_table(plan, table)


def _of_table(plan: Plan, table: PlanTable) -> Iterator[Finding]:
    hint = Message("fill in “owners:”")
    lacking = [row for row in leaf_rows(table) if not row.assignees]
    if is_whole_column(plan, table, lacking, CODE, "missing-owner"):
        yield Finding(table.source.sections_route, Message("no activity has an owner"), hint=hint, key=True)
        return
    for row in lacking:
        yield at_row(row, Message("no owner: “{title}”", title=row.title), hint)
