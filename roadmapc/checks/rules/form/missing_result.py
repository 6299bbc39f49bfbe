"""An activity has no result.

Where the table has a column for results, an empty cell leaves open what is to be handed in. A good result is a
document: an order, a report, a list.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: методист}

Good:
    …
          - {activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding, at_row
from roadmapc.checks.rules._columns import empty_columns
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM404"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report rows without a result where the table has that column."""
    if plan.roadmap.table.columns.result is None or "result" in empty_columns(plan):
        return
    parents = {row.route[:-2] for row in plan.rows}
    for row in plan.rows:
        if not row.result and row.route not in parents:
            yield at_row(row, Message("no result: “{title}”", title=row.title), Message("add “result:”"))
