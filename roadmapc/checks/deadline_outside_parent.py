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
    sections:
      - title: Мониторинг
        activities:
          - activity: Создать систему, в том числе
            deadline: май – июнь 2022
            owners: методист
            activities:
              - {activity: Описать опыт, deadline: июнь 2022, owners: методист, result: Сборник}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks._finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM212"
SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Finding]:
    """Report the first part of each activity whose last day lies behind that of the whole."""
    rows = {row.route: row for row in plan.rows}
    told: set[object] = set()
    for row in rows.values():
        parent = rows.get(row.route[:-2])
        if parent is None or parent.route in told or not parent.occurrences or not row.occurrences:
            continue
        whole, part = parent.occurrences[-1].due, row.occurrences[-1].due
        if part > whole:
            told.add(parent.route)
            message = Message("due {part:%d.%m.%Y}, after the whole activity, {whole:%d.%m.%Y}", part=part, whole=whole)
            label = ((*parent.route, "deadline", "text"), Message("the whole activity"))
            yield Finding((*row.route, "deadline", "text"), message, row=row, labels=(label,))
