"""A deadline falls on a day off.

The printed date stays as it is. Reminders and checklists name the working day on which to act: the one before, unless
the calendar settings say otherwise (executive practice; ст. 193 ГК РФ moves to the next one). A day without «до» or
«не позднее» is that of an event: it never moves, and what it needs is to be ready on the working day before.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: до 1 мая 2022, owners: методист, result: Справка}

Good:
    …
          - {activity: Провести мониторинг, deadline: до 29 апреля 2022, owners: методист, result: Справка}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._deadlines import names_a_day, rows_with_own
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Occurrence, Plan

CODE = "RM107"
SEVERITY = Severity.NOTE


def check(plan: Plan) -> Iterator[Finding]:
    """Report rows whose words or dates name a day that is no working day, at the first such day."""
    for row in rows_with_own(plan):
        if not row.has_dates and not names_a_day(row):
            continue
        off = [occurrence for occurrence in row.occurrences if occurrence.act_by != occurrence.due]
        if off:
            yield Finding((*row.deadline_route, "text"), _message(off[0], len(off)), row=row)


def _message(first: Occurrence, n: int) -> Message:
    due, act = first.due, first.act_by
    if first.is_prepared:
        return Message(
            "an event on a day off, {due:%d.%m.%Y}; prepare it by {act:%d.%m.%Y} (such dates: {n})",
            due=due,
            act=act,
            n=n,
        )
    return Message("due on a day off, {due:%d.%m.%Y}; act by {act:%d.%m.%Y} (such dates: {n})", due=due, act=act, n=n)
