"""A row has no number.

Minutes, reports and amendments cite an activity by its number. Give it one, or let the program compute all of them:
`table: {numbering: computed}`. In a signed document a new row between 2.3 and 2.4 is 2.3¹.

Bad:
    table: {numbering: printed}
    sections:
      - title: Мониторинг
        activities:
          - activity: Провести мониторинг
            deadline: май 2022
            owners: методист
            result: Справка

Good:
    …
          - number: 1.1.
            activity: Провести мониторинг
    …
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from roadmapc.checks.finding import Finding, at_row
from roadmapc.checks.rules._numbers import fix_of_missing_number
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan, PlanTable
from roadmapc.plan.columns import empty_columns, has_column

CODE = "RM401"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report rows without a number where the table prints numbers; the fix counts on from the row before."""
    for row in (row for table in plan.tables if _has_numbers(table) for row in table.rows):
        if not row.number:
            finding = at_row(row, Message("no number: “{title}”", title=row.title), Message("fill in “number:”"))
            yield replace(finding, fix=fix_of_missing_number(plan, row))


def _has_numbers(table: PlanTable) -> bool:
    return has_column(table, "number") and all(one.kind != "number" for one in empty_columns(table))
