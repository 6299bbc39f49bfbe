"""The calendar for a mail program (RFC 5545).

An all-day event with an alarm on each day to act; of continuous work on its last day.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from roadmapc.documents.output import File, OutputContext
from roadmapc.plan import Occurrence, Plan, Row
from roadmapc.russian.calendar import WEEKDAYS_SHORT

if TYPE_CHECKING:
    from icalendar import Event

ORDER = 70

_NAMESPACE = uuid.UUID("6f1c2d7e-6a0b-5d0c-9a56-0d3e3a6f7b51")
_ALARM_DAYS = 7
_MOST_BYTES = 74
_SIGNS_OF_ESCAPES = b"\\^"


def files(plan: Plan, context: OutputContext) -> Iterator[File]:
    """Return `calendar.ics`: stable ids, stamps from the document's date, no clock."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//roadmapc//RU")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", plan.municipality)
    stamp = plan.signed or (plan.period.first if plan.period else date(2000, 1, 1))
    *head, end, _ = calendar.content_lines()
    lines = [*head, *(line for row in plan.rows if row.occurrences for line in _events(plan, row, stamp)), end]
    yield File("calendar.ics", b"".join(folded(line) + b"\r\n" for line in lines))


def _events(plan: Plan, row: Row, stamp: date) -> Iterator[str]:
    """Yield the lines of a row's events in the order of icalendar; what they share is written once."""
    from icalendar import vDDDTypes, vText

    event = _shared(row, stamp)
    begin, summary, stamped, *rest, _ = event.content_lines()
    for at, occurrence in enumerate(row.occurrences):
        uid = uuid.uuid5(_NAMESPACE, f"{plan.id}/{row.id}/{at}")
        yield begin
        yield summary
        yield event.content_line("DTSTART", vDDDTypes(occurrence.act_by))
        yield event.content_line("DTEND", vDDDTypes(occurrence.act_by + timedelta(days=1)))
        yield stamped
        yield event.content_line("UID", vText(f"{uid}@roadmapc"))
        yield event.content_line("DESCRIPTION", vText(_description(plan, row, occurrence)))
        yield from rest


def _shared(row: Row, stamp: date) -> Event:
    """Return what the events of a row have in common."""
    from icalendar import Alarm, Event

    event = Event()
    event.add("dtstamp", datetime.combine(stamp, time(), UTC))
    event.add("summary", f"{row.number} {row.title}".strip())
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", row.title)
    alarm.add("trigger", timedelta(days=-_ALARM_DAYS))
    event.add_component(alarm)
    return event


def folded(line: str) -> bytes:
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
