"""A column is dropped, and with it the texts of its rows.

`table: {columns: {result: null}}` prints no column of results, `indicators: {columns: {unit: null}}` none of units. What
the rows have there would reach no document.

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
from roadmapc.diagnostics import Message, Route, Severity
from roadmapc.plan import Plan
from roadmapc.plan.columns import dropped_cells

CODE = "RM420"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report the columns that are set to null while a row fills them."""
    for table in plan.tables:
        columns = (*table.source.route, "columns")
        for column, rows in dropped_cells(plan, table):
            route = (*columns, column)
            yield _finding(route if route in plan.tree.keys else columns, column, len(rows), rows[0].title)
    yield from _units(plan)


def _units(plan: Plan) -> Iterator[Finding]:
    """Yield the tables of indicators without a column of units, in which an indicator has one."""
    for content in plan.contents:
        for table, route in content.indicators:
            if not table.columns.unit and (rows := [row for row in table.rows if row.unit]):
                yield _finding((*route, "columns", "unit"), "unit", len(rows), " ".join(rows[0].name.split()))


def _finding(route: Route, column: str, n: int, title: str) -> Finding:
    message = Message(
        "the column “{column}” is dropped, but rows fill it ({n}): “{title}”", column=column, n=n, title=title
    )
    return Finding(route, message, hint=Message("give the column a heading, or take the texts out"), key=True)
