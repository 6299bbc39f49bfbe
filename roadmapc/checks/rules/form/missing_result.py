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
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan
from roadmapc.plan.columns import empty_columns, has_no_results, printed_columns

CODE = "RM404"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report rows without a result where the table has that column."""
    if has_no_results(plan):
        hint = Message("add “result:” to the rows, or do without: “table: {{columns: {{result: null}}}}”")
        yield Finding(("sections",), Message("no activity has a result"), hint=hint, key=True)
    if "result" not in dict(printed_columns(plan)) or "result" in empty_columns(plan):
        return
    parents = {row.route[:-2] for row in plan.rows}
    for row in plan.rows:
        if not row.result and row.route not in parents:
            yield at_row(row, Message("no result: “{title}”", title=row.title), Message("add “result:”"))
