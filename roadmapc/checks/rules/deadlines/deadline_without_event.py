"""Days are counted from an event that is not named.

«Через 10 дней» and «в течение 5 дней после» do not say after what. Name the event, or put the dates beside the words.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: через 10 дней, owners: методист, result: Справка}

Good:
    …
        activities:
          - activity: Провести мониторинг
            deadline: {text: через 10 дней после совещания, dates: [20.05.2022]}
            owners: методист
            result: Справка
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._deadlines import lacks_event, rows_with_own
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM109"
SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Finding]:
    """Report deadlines that count from nothing."""
    for row in rows_with_own(plan):
        if lacks_event(row):
            message = Message("from what the days are counted is not said")
            yield Finding((*row.deadline_route, "text"), message, Message("name the event"), row)
