"""A column of the table has no content.

It is printed empty on every page. Fill it, or drop it: `table: {columns: {result: null}}`.

Bad:
    table: {columns: {result: Итог}}
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: методист}
          - {activity: Описать опыт, deadline: июнь 2022, owners: методист}

Good:
    table: {columns: {result: null}}
    …
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan
from roadmapc.plan.columns import empty_columns

CODE = "RM411"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report the columns of results and of numbers where no row has any."""
    for table in plan.tables:
        for column in empty_columns(table):
            message = Message("the column “{heading}” is empty", heading=column.heading)
            route, is_written = column.route, plan.tree.known(column.route) == column.route
            yield Finding(route if is_written else table.source.sections_route, message, key=not is_written)
