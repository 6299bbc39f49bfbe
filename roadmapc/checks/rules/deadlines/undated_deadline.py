"""A deadline depends on another document or event, and no dates stand beside it.

«По графику УО», «по мере необходимости» are legal, but nobody is reminded of them. When the other body's schedule is
known, put its dates beside the words: `deadline: {text: По графику УО, dates: [15.03.2022]}`.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - activity: Провести мониторинг
            deadline: по графику УО
            owners: методист
            result: Справка

Good:
    …
            deadline: {text: по графику УО, dates: [15.03.2022]}
    …
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._deadlines import lacks_event, rows_with_own
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM104"
SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Finding]:
    """Report conditional and relative deadlines without dates."""
    for row in rows_with_own(plan):
        undated = row.dated and row.dated.kind in {"conditional", "relative"} and not row.has_dates
        if undated and not lacks_event(row):
            message = Message("the deadline depends on something outside the plan, and no dates stand beside it")
            day = plan.period.last if plan.period else date(2022, 3, 15)
            hint = Message("add the dates, for example: {{text: …, dates: [{day:%d.%m.%Y}]}}", day=day)
            if "необходимост" in row.deadline_text:
                hint = Message("nobody can date a need: name the event, or how often it is looked at")
            yield Finding((*row.deadline_route, "text"), message, hint, row)
