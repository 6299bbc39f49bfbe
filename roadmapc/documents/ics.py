"""The calendars for a mail program (RFC 5545): the whole plan, and one for each owner.

All-day events with one alarm. Nothing comes from the clock or an earlier build: an event's id from municipality, period
and row; how often and when it was changed (SEQUENCE, LAST-MODIFIED, DTSTAMP) from the amendments, else the order.
"""

from __future__ import annotations

import re
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from roadmapc.documents._events import CalendarEvent, Rhythm, events_of, moved_event
from roadmapc.documents._owners import rows_by_owner
from roadmapc.documents.output import File, OutputContext
from roadmapc.plan import Occurrence, Plan, Row
from roadmapc.russian.calendar import WEEKDAYS_SHORT

if TYPE_CHECKING:
    from icalendar import Event

ORDER = 70

_NAMESPACE = uuid.UUID("6f1c2d7e-6a0b-5d0c-9a56-0d3e3a6f7b51")
_MOST_BYTES = 74
_SIGNS_OF_ESCAPES = b"\\^"
_BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NAME = re.compile("[A-Z-]+")
_STEM = 4
"""Letters of a Russian word that its endings hardly touch."""
_YEAR = re.compile(r"\d{4}")


def files(plan: Plan, context: OutputContext) -> Iterator[File]:
    """Return `calendar.ics`, and `calendar-<owner>.ics` for each owner with something dated, with the same events."""
    events = dict(_row_events(plan))
    yield File("calendar.ics", _calendar(plan.municipality, plan, events.values()))
    for owner, name, rows in rows_by_owner(plan):
        own = [events[row.deadline_route] for row in rows if row.deadline_route in events]
        if own:
            yield File(f"calendar-{name}.ics", _calendar(f"{owner.text}, {plan.municipality}", plan, own))


def _calendar(whose: str, plan: Plan, events: Iterable[bytes]) -> bytes:
    """Return a calendar that is named by whose it is and which plan."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//roadmapc//RU")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", " ".join(f"{whose}: {_title(plan)}".split()))
    *head, end, _ = calendar.content_lines()
    return b"".join([*map(_line, head), *events, _line(end)])


def _title(plan: Plan) -> str:
    """Return the title of a plan, with what it is and its period where the title does not tell them."""
    about = plan.roadmap.document
    title = " ".join((about.title or "").split())
    if not any(word[:_STEM] in title.casefold() for word in about.kind.casefold().split()):
        title = f"{about.kind} {title}".strip()
    told = set(_YEAR.findall(about.period)) <= set(_YEAR.findall(title))
    return title if told else f"{title}, {about.period}"


def _row_events(plan: Plan) -> Iterator[tuple[tuple[str | int, ...], bytes]]:
    """Yield the events of each row that has dates, ready to be written, by the place of its deadline."""
    for row, name in _named_rows(plan):
        yield row.deadline_route, b"".join(map(_line, _event_lines(plan, row, name, events_of(plan, row))))


def _named_rows(plan: Plan) -> Iterator[tuple[Row, str]]:
    """Yield the rows that have dates, with the name that ids of their events are made of."""
    seen: Counter[str] = Counter()
    for row in plan.rows:
        seen[row.id] += 1
        name = row.id if seen[row.id] == 1 else f"{row.id}#{seen[row.id]}"
        for one in (row, *row.later):
            if one.occurrences:
                yield one, name if one is row else f"{name}/{one.deadline_key}"


class Chosen(NamedTuple):
    """A time of a row that is to be in a calendar, with the term in force; `moves` says when that was moved."""

    row: Row
    occurrence: Occurrence
    term: date
    moves: tuple[date, ...] = ()


def calendar_of(plan: Plan, whose: str, chosen: Sequence[Chosen]) -> bytes:
    """Return a calendar of some times, as `calendar.ics` has them; one whose term was moved stands at the new one.

    The ids are the same, and what was moved is a later version of its event: calendars take it for a change.
    """
    events: list[bytes] = []
    for row, name in _named_rows(plan):
        own = [one for one in chosen if one.row.deadline_route == row.deadline_route]
        kept = {one.occurrence for one in own if one.term == one.occurrence.due}
        found = [event for event in events_of(plan, row) if kept.intersection(event.occurrences)] if kept else []
        events.append(b"".join(map(_line, _event_lines(plan, row, name, found))))
        for one in own:
            if one.occurrence not in kept:
                event = moved_event(plan, row.occurrences.index(one.occurrence), one.occurrence, one.term)
                events.append(b"".join(map(_line, _event_lines(plan, row, name, [event], one.moves))))
    return _calendar(whose, plan, events)


def _event_lines(
    plan: Plan, row: Row, name: str, events: Iterable[CalendarEvent], moves: tuple[date, ...] = ()
) -> Iterator[str]:
    """Yield the lines of a row's events in the order of icalendar; what they share is made once."""
    from icalendar import vRecur, vText

    event = _shared(plan, row, moves)
    lines = [(line, _name_of(line)) for line in event.content_lines()[:-1]]
    for one in events:
        own = {
            "DTSTART": _day_line("DTSTART", one.first),
            "DTEND": _day_line("DTEND", one.last + timedelta(1)),
            "UID": event.content_line("UID", vText(f"{_uid(plan, name, one.at)}@roadmapc")),
            "RRULE": event.content_line("RRULE", vRecur(_rule(one.rhythm))) if one.rhythm else "",
            "DESCRIPTION": event.content_line("DESCRIPTION", vText(_description(plan, row, one))),
            "TRIGGER": _trigger_line(one.alarm, one.first < one.last),
        }
        for line, key in lines:
            if found := own.pop(key, line):  # the description of the alarm, which comes second, is shared
                yield found


@lru_cache(maxsize=4_096)
def _day_line(name: str, day: date) -> str:
    from icalendar import Event, vDDDTypes

    return str(Event().content_line(name, vDDDTypes(day)))


@lru_cache(maxsize=256)
def _trigger_line(alarm: timedelta, is_from_end: bool) -> str:
    from icalendar import Alarm, vDuration

    return str(Alarm().content_line("TRIGGER", vDuration(alarm, params={"RELATED": "END"} if is_from_end else {})))


def _shared(plan: Plan, row: Row, moves: tuple[date, ...]) -> Event:
    """Return an event of a row: what all have in common, and something in the place of what is each one's own.

    A decision that has moved its term makes a later version of it, as an amendment does.
    """
    from icalendar import Alarm, Event

    event = Event()
    revised = max([*moves, *([plan.revised] if plan.revised else [])], default=None)
    event.add("dtstamp", _midnight(revised or (plan.period.first if plan.period else date(2000, 1, 1))))
    if revised:
        event.add("last-modified", _midnight(revised))
    event.add("sequence", plan.revision + len(moves))
    event.add("summary", f"{row.number} {row.title}".strip())
    event.add("transp", "TRANSPARENT")
    if section := plan.sections[row.section].title:
        event.add("categories", [section])
    for name in ("dtstart", "dtend", "uid", "description"):
        event.add(name, date.min if name.startswith("dt") else "")
    event.add("rrule", {"FREQ": "WEEKLY"})
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", row.title)
    alarm.add("trigger", timedelta())
    event.add_component(alarm)
    return event


def _name_of(line: str) -> str:
    match = _NAME.match(line)
    return match[0] if match else ""


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _uid(plan: Plan, row: str, at: int) -> uuid.UUID:
    """Return the id of an event: another municipality, another period, another plan have other events."""
    place = plan.roadmap.municipality
    days = plan.period or (plan.roadmap.document.period,)
    parts = (place.region or "", place.name, *days, plan.id, row, at)
    return uuid.uuid5(_NAMESPACE, "/".join(" ".join(str(part).casefold().split()) for part in parts))


def _rule(rhythm: Rhythm) -> Mapping[str, object]:
    interval = {"INTERVAL": rhythm.weeks} if rhythm.weeks > 1 else {}
    days = [_BYDAY[weekday] for weekday in rhythm.weekdays]
    return {"FREQ": "WEEKLY", "UNTIL": rhythm.until, **interval, "BYDAY": days}


def _line(line: str) -> bytes:
    return folded(line) + b"\r\n"


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


def _description(plan: Plan, row: Row, event: CalendarEvent) -> str:
    lines = [
        "" if row.title == row.text.strip() else row.text.strip(),
        *_when(event),
        f"Слова документа: {row.deadline_text}" if row.deadline_text else "",
        "Ответственные: " + "; ".join(assignee.text for assignee in row.assignees) if row.assignees else "",
        f"Результат: {row.result}" if row.result else "",
        plan.municipality,
    ]
    return "\n".join(line for line in lines if line)


def _when(event: CalendarEvent) -> Iterator[str]:
    """Yield when something is due, and each working day to act on that is another day."""
    first, last = event.occurrences[0], event.occurrences[-1]
    if event.rhythm:
        yield f"Сроки: с {_day(first.first)} по {_day(last.due)}, всего: {len(event.occurrences)}"
        yield from _usual_and_other_days(event)
        return
    yield f"Срок: {_day(first.due)}" if event.first == event.last else f"Срок: {_day(event.first)} – {_day(event.last)}"
    if first.act_by != first.due:
        yield f"Исполнить не позднее {_day(first.act_by)}"


def _usual_and_other_days(event: CalendarEvent) -> Iterator[str]:
    """Yield on which weekday to act where that is not the day due, then each day on which it is yet another."""
    weekdays = sorted({one.due.weekday() for one in event.occurrences})
    usual = {day: _usual([one for one in event.occurrences if one.due.weekday() == day]) for day in weekdays}
    for day, shift in usual.items():
        if shift:
            yield f"Срок в {WEEKDAYS_SHORT[day]}: исполнить не позднее {WEEKDAYS_SHORT[(day + shift.days) % 7]}"
    for one in event.occurrences:
        if one.act_by - one.due != usual[one.due.weekday()]:
            yield f"{_day(one.due)}: исполнить не позднее {_day(one.act_by)}"


def _usual(occurrences: Iterable[Occurrence]) -> timedelta:
    return Counter(one.act_by - one.due for one in occurrences).most_common(1)[0][0]


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y} ({WEEKDAYS_SHORT[day.weekday()]})"
