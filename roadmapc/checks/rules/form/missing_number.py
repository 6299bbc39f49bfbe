"""A row has no number.

Minutes, reports and amendments cite an activity by its number. Give it one, or let the program compute all of them:
`table: {numbering: computed}`.

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
from roadmapc.plan import Plan
from roadmapc.plan.columns import empty_columns

CODE = "RM401"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report rows without a number where the table prints numbers; the fix counts on from the row before."""
    if plan.roadmap.table.columns.number is None or "number" in empty_columns(plan):
        return
    for row in plan.rows:
        if not row.number:
            finding = at_row(row, Message("no number: “{title}”", title=row.title), Message("add “number:”"))
            yield replace(finding, fix=fix_of_missing_number(plan, row))
