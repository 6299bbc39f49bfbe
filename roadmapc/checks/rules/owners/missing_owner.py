"""An activity has no owner.

What nobody answers for is not done, and it stands on nobody's checklist.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - activity: Провести мониторинг
            deadline: май 2022
            result: Справка

Good:
    …
            owners: Начальник учебно-методического отдела
            result: Справка
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding, at_row
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM301"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report rows without owners; a row with rows below it may leave them to those."""
    parents = {row.route[:-2] for row in plan.rows}
    for row in plan.rows:
        if not row.assignees and row.route not in parents:
            yield at_row(row, Message("no owner: “{title}”", title=row.title), Message("add “owners:”"))
