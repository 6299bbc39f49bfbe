"""An activity has no result.

Where the table has a column for results, an empty cell leaves open what is to be handed in. A good result is a
document: an order, a report, a list. Where no row has a result, that is said once.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: методист}
          - {activity: Описать опыт, deadline: июнь 2022, owners: методист, result: Сборник}

Good:
    …
          - {activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}
    …
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding, at_row
from roadmapc.checks.rules._rows import leaf_rows
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan, PlanTable, Row
from roadmapc.plan.columns import empty_columns, has_column, has_no_results

CODE = "RM404"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report rows without a result where the table has that column."""
    for table in plan.tables:
        yield from _of_table(plan, table)


def _of_table(plan: Plan, table: PlanTable) -> Iterator[Finding]:
    if has_no_results(table):
        hint = Message("fill in “result:” of the rows, or do without: “table: {{columns: {{result: null}}}}”")
        yield Finding(table.source.sections_route, Message("no activity has a result"), hint=hint, key=True)
    if not has_column(table, "result") or any(one.kind == "result" for one in empty_columns(table)):
        return
    for row in leaf_rows(table):
        if not (row.result or _has_that_above(plan, row)):
            yield at_row(row, Message("no result: “{title}”", title=row.title), Message("fill in “result:”"))


def _has_that_above(plan: Plan, row: Row) -> bool:
    """Say whether a row prints in the row above it, and with its result."""
    above = plan.row_at(row.route[:-2])
    return above is not None and above.together and bool(above.result)
