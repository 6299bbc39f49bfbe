"""A cell says what its column has no place for.

`dates:` belong to columns of deadlines, `who:` to those of owners. In another column they would reach no document.

Bad:
    table:
      columns: [number, activity, deadline, owners, result, {key: place, heading: Место}]
    sections:
      - title: Мониторинг
        activities:
          - activity: Провести мониторинг
            deadline: май 2022
            owners: методист
            result: Справка
            place: {text: Школа, dates: [15.05.2022]}

Good:
    …
            place: Школа
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM433"
SEVERITY = Severity.ERROR

_FIT = {"text": {"text", "who"}, "start": {"text", "dates"}, "deadline": {"text", "dates"}, "owners": {"text", "who"}}


def check(plan: Plan) -> Iterator[Finding]:
    """Report the keys of cells of own columns that are not for a column of that kind."""
    for row in (row for table in plan.tables if table.source.is_listed for row in table.rows):
        for column in plan.tables[row.table].source.columns:
            route = (*row.route, column.key)
            value = plan.tree.value(route) if route in plan.tree.keys else None
            if column.kind not in _FIT or not isinstance(value, dict):
                continue
            unfit = value.keys() - _FIT[column.kind] - {"same_as_above"}
            if column.kind == "text" and {"text", "who"} <= value.keys():
                unfit = unfit | {"who"}
            for key in sorted(unfit):
                message = Message("“{key}” is not for a column of this kind: {kind}", key=key, kind=column.kind)
                yield Finding((*route, key), message, row=row, key=True)
