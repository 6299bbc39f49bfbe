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
    from icalendar import Alarm
    from icalendar.parser import Contentline

ORDER = 6

_NAMESPACE = uuid.UUID("6f1c2d7e-6a0b-5d0c-9a56-0d3e3a6f7b51")
_ALARM_DAYS = 7
_MOST_BYTES = 74
_SIGNS_OF_ESCAPES = b"\\^"
_END = slice(-2, -2)  # where components stand in a component's lines: before its last one, and the empty one


def files(plan: Plan, kit: Kit) -> Iterator[File]:
    """Return `calendar.ics`: stable ids, stamps from the document's date, no clock."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//roadmapc//RU")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", plan.municipality)
    stamp = plan.signed or (plan.period.first if plan.period else date(2000, 1, 1))
    lines = calendar.content_lines()
    lines[_END] = [line for row in plan.rows for line in _events(plan, row, stamp)]
    yield File("calendar.ics", b"".join(_folded(line) + b"\r\n" for line in lines if line))


def _events(plan: Plan, row: Row, stamp: date) -> Iterator[Contentline]:
    """Yield the lines of a row's events; what they share is made once."""
    from icalendar import Event, vDDDTypes, vText

    alarm = _alarm(row).content_lines()[:-1]
    shared = {
        "DTSTAMP": vDDDTypes(datetime.combine(stamp, time(), UTC)),
        "SUMMARY": vText(f"{row.number} {row.title}".strip()),
        "TRANSP": vText("TRANSPARENT"),
    }
    for at, occurrence in enumerate(row.occurrences):
        event = Event(shared)
        event.add("uid", f"{uuid.uuid5(_NAMESPACE, f'{plan.id}/{row.id}/{at}')}@roadmapc")
        event.add("dtstart", occurrence.act_by)
        event.add("dtend", occurrence.act_by + timedelta(days=1))
        event.add("description", _description(plan, row, occurrence))
        lines = event.content_lines()
        lines[_END] = alarm
        yield from lines


def _alarm(row: Row) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", row.title)
    alarm.add("trigger", timedelta(days=-_ALARM_DAYS))
    return alarm


def _folded(line: str) -> bytes:
    """Return a line as icalendar folds it, in a tenth of the time: between characters, never after a backslash."""
    data = line.encode()
    parts, at = [], 0
    while len(data) - at > _MOST_BYTES:
        end = at + _MOST_BYTES
        while data[end] & 0xC0 == 0x80:  # inside a character
            end -= 1
        end -= data[end - 1] in _SIGNS_OF_ESCAPES
        parts.append(data[at:end])
        at = end
    return b"\r\n ".join((*parts, data[at:]))


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
