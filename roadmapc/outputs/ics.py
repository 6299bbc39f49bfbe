"""The calendar for a mail program (RFC 5545).

An all-day event with an alarm on each day to act; of continuous work on its last day.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from roadmapc.calendars import WEEKDAYS_SHORT
from roadmapc.outputs import File, Kit
from roadmapc.plan import Occurrence, Plan, Row

if TYPE_CHECKING:
    from icalendar import Event

ORDER = 6

_NAMESPACE = uuid.UUID("6f1c2d7e-6a0b-5d0c-9a56-0d3e3a6f7b51")
_ALARM_DAYS = 7


def files(plan: Plan, kit: Kit) -> Iterator[File]:
    """Return `calendar.ics`: stable ids, stamps from the document's date, no clock."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//roadmapc//RU")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", plan.municipality)
    stamp = plan.signed or (plan.period.first if plan.period else date(2000, 1, 1))
    for row in plan.rows:
        for at, occurrence in enumerate(row.occurrences):
            calendar.add_component(_event(plan, row, occurrence, at, stamp))
    yield File("calendar.ics", calendar.to_ical())


def _event(plan: Plan, row: Row, occurrence: Occurrence, at: int, stamp: date) -> Event:
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", f"{uuid.uuid5(_NAMESPACE, f'{plan.id}/{row.id}/{at}')}@roadmapc")
    event.add("dtstamp", datetime.combine(stamp, time(), UTC))
    event.add("dtstart", occurrence.act_by)
    event.add("dtend", occurrence.act_by + timedelta(days=1))
    event.add("summary", f"{row.number} {row.title}".strip())
    event.add("description", _description(plan, row, occurrence))
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", row.title)
    alarm.add("trigger", timedelta(days=-_ALARM_DAYS))
    event.add_component(alarm)
    return event


def _description(plan: Plan, row: Row, occurrence: Occurrence) -> str:
    due = occurrence.due
    lines = [
        "" if row.title == row.text.strip() else row.text.strip(),
        f"Срок: {due:%d.%m.%Y} ({WEEKDAYS_SHORT[due.weekday()]})",
        f"Слова документа: {row.deadline_text}" if row.deadline_text else "",
        "Ответственные: " + "; ".join(assignee.text for assignee in row.assignees) if row.assignees else "",
        f"Результат: {row.result}" if row.result else "",
        plan.municipality,
    ]
    return "\n".join(line for line in lines if line)
