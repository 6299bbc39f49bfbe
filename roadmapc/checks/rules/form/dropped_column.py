"""A column is dropped, and with it the texts of its rows.

`table: {columns: {result: null}}` prints no column of results. What the rows have there would reach no document.

Bad:
    table: {columns: {result: null}}
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}

Good:
    table: {columns: {result: Результат}}
    …
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan
from roadmapc.plan.columns import dropped_cells

CODE = "RM420"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report the columns that are set to null while a row fills them."""
    for table in plan.tables:
        columns = (*table.source.route, "columns")
        for column, rows in dropped_cells(plan, table):
            message = Message(
                "the column “{column}” is dropped, but rows fill it ({n}): “{title}”",
                column=column,
                n=len(rows),
                title=rows[0].title,
            )
            hint = Message("give the column a heading, or take the texts out")
            route = (*columns, column)
            yield Finding(route if route in plan.tree.keys else columns, message, hint=hint, key=True)
