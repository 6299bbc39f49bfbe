"""A part of an activity is due after the whole.

«3.2. … май-июнь, в том числе: 3.2.1. … весь период»: the parts of an activity cannot end later than the activity.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - activity: Создать систему, в том числе
            deadline: май 2022
            owners: методист
            activities:
              - {activity: Описать опыт, deadline: июнь 2022, owners: методист, result: Сборник}

Good:
    …
            deadline: май – июнь 2022
    …
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Route, Severity
from roadmapc.plan import Plan, Row

CODE = "RM212"
SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Finding]:
    """Report, at the first of them, the parts of each activity whose last day lies behind that of the whole."""
    rows = {row.route: row for row in plan.rows}
    late: dict[Route, list[Row]] = defaultdict(list)
    for row in rows.values():
        parent = rows.get(row.route[:-2])
        if parent and parent.occurrences and row.occurrences and _due(row) > _due(parent):
            late[parent.route].append(row)
    for route, (first, *others) in late.items():
        part, whole = _due(first), _due(rows[route])
        message = Message("due {part:%d.%m.%Y}, after the whole activity, {whole:%d.%m.%Y}", part=part, whole=whole)
        labels = [((*route, "deadline", "text"), Message("the whole activity"))]
        labels += [((*row.deadline_route, "text"), Message("late too")) for row in others]
        yield Finding((*first.deadline_route, "text"), message, row=first, labels=tuple(labels))


def _due(row: Row) -> date:
    return row.occurrences[-1].due
