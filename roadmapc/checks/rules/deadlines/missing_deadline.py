"""An activity has no deadline.

Nobody can be asked for what is due on no day, and the activity appears in no calendar and no checklist.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - activity: Провести мониторинг
            owners: методист
            result: Справка

Good:
    …
          - activity: Провести мониторинг
            deadline: май 2022
    …
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding, at_row
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM101"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report rows without words and without dates; a row with rows below it may leave the deadline to them."""
    parents = {row.route[:-2] for row in plan.rows}
    for row in plan.rows:
        if not row.deadline_text and not row.has_dates and not row.dates_error and row.route not in parents:
            message = Message("no deadline: “{title}”", title=row.title)
            yield at_row(row, message, Message("add “deadline:”, for example “до 30 сентября 2022 г.”"))
