"""The start of a row does not go with its deadline.

A column «Начало» says when work begins, the one of deadlines until when: each start has its end, and none lies behind
it.

Bad:
    table:
      columns: [number, activity, start, {is: deadline, heading: Окончание}, owners, result]
    sections:
      - title: Мониторинг
        activities:
          - activity: Провести мониторинг
            start: 01.06.2022
            deadline: 16.05.2022
            owners: методист
            result: Справка

Good:
    …
            start: 01.04.2022
    …
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan, Row
from roadmapc.plan.plan import Start

CODE = "RM110"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report starts that are not understood, have no end of their own, or lie behind it."""
    for row in plan.rows:
        if row.start and (row.start.text or row.start.days) and (why := _why(row, row.start)):
            yield Finding((*row.route, row.start.key), why, row=row)


def _why(row: Row, start: Start) -> Message | None:
    if start.error:
        return start.error.message
    if start.dated and start.dated.is_limit:
        return Message("a start says from when, not until when")
    if row.deadline_error or not row.occurrences:
        return None  # told of where the deadline stands
    if not start.days:
        return Message("this start has no day")
    if len(start.days) != len(row.occurrences):
        return Message("starts: {n}, ends: {m}", n=len(start.days), m=len(row.occurrences))
    late = [first for first, one in zip(start.days, row.occurrences, strict=True) if first > one.due]
    return Message("it begins on {day:%d.%m.%Y}, after its end", day=late[0]) if late else None
