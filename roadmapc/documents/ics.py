"""The calendars for a mail program (RFC 5545): the whole plan, and one for each owner.

All-day events with one alarm. Nothing comes from the clock or an earlier build: an event's id from municipality, period
and row; how often and when it was changed (SEQUENCE, LAST-MODIFIED, DTSTAMP) from the amendments, else the order.
"""

from __future__ import annotations

import re
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from roadmapc.documents._events import CalendarEvent, Rhythm, events_of, moved_event
from roadmapc.documents._owners import rows_by_owner
from roadmapc.documents._tasks import day_text
from roadmapc.documents.output import File, OutputContext
from roadmapc.plan import Occurrence, Plan, Row
from roadmapc.russian.calendar import WEEKDAYS_SHORT

ORDER = 70

_NAMESPACE = uuid.UUID("6f1c2d7e-6a0b-5d0c-9a56-0d3e3a6f7b51")
_HEAD = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//roadmapc//RU\r\n"
_MOST_BYTES = 74
_SIGNS_OF_ESCAPES = b"\\^"
_BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NEW_LINE = "\n"
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
    name = " ".join(f"{whose}: {_title(plan)}".split())
    return b"".join([_HEAD, _line(f"X-WR-CALNAME:{name}"), *events, b"END:VCALENDAR\r\n"])


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
        yield row.deadline_route, b"".join(_events(plan, row, name, events_of(plan, row)))


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
        events += _events(plan, row, name, found)
        for one in own:
            if one.occurrence not in kept:
                event = moved_event(plan, row.occurrences.index(one.occurrence), one.occurrence, one.term)
                events += _events(plan, row, name, [event], one.moves)
    return _calendar(whose, plan, events)


def _events(
    plan: Plan, row: Row, name: str, events: Iterable[CalendarEvent], moves: tuple[date, ...] = ()
) -> Iterator[bytes]:
    """Yield the events of a row, ready to be written; what they share is made once.

    Properties stand in the order in which icalendar has them, which reads them back to the same bytes.
    """
    shared = _shared(plan, row, name, moves)
    for one in events:
        yield shared.summary
        yield _day_line("DTSTART", one.first)
        yield _day_line("DTEND", one.last + timedelta(1))
        yield shared.stamp
        yield _line(f"UID:{uuid.uuid5(_NAMESPACE, f'{shared.name}/{one.at}')}@roadmapc")
        yield shared.sequence
        if one.rhythm:
            yield _rule_line(one.rhythm)
        yield shared.categories
        yield _line(f"DESCRIPTION:{shared.before}{escaped(_NEW_LINE.join(_when(one)))}{shared.after}")
        yield shared.rest
        yield _trigger_line(one.alarm, one.first < one.last)
        yield b"END:VALARM\r\nEND:VEVENT\r\n"


class _Shared(NamedTuple):
    """What the events of a row have in common, ready to be written; between these stands what is each one's own.

    `name` is what their ids begin with; `before` and `after` in a description stands when an event is due.
    """

    summary: bytes
    stamp: bytes
    name: str
    sequence: bytes
    categories: bytes
    before: str
    after: str
    rest: bytes


def _shared(plan: Plan, row: Row, name: str, moves: tuple[date, ...]) -> _Shared:
    """Return what the events of a row share.

    A decision that has moved its term makes a later version of it, as an amendment does.
    """
    revised = max([*moves, *([plan.revised] if plan.revised else [])], default=None)
    section = plan.sections[row.section].title
    whole = row.text_apart.strip()
    text = "" if row.title_apart == whole else whole
    told = [
        f"Слова документа: {row.deadline_text}" if row.deadline_text else "",
        "Ответственные: " + "; ".join(assignee.text for assignee in row.assignees) if row.assignees else "",
        f"Результат: {row.result}" if row.result else "",
        plan.municipality,
    ]
    return _Shared(
        b"BEGIN:VEVENT\r\n" + _text_line("SUMMARY", f"{row.number} {row.title_apart}".strip()),
        _midnight_line("DTSTAMP", revised or (plan.period.first if plan.period else date(2000, 1, 1))),
        _stem_of_ids(plan, name),
        _line(f"SEQUENCE:{plan.revision + len(moves)}"),
        _text_line("CATEGORIES", section) if section else b"",
        escaped(f"{text}\n") if text else "",
        escaped("".join(f"\n{line}" for line in told if line)),
        (_midnight_line("LAST-MODIFIED", revised) if revised else b"")
        + b"TRANSP:TRANSPARENT\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\n"
        + _text_line("DESCRIPTION", row.title_apart),
    )


def _text_line(name: str, text: str) -> bytes:
    return _line(f"{name}:{escaped(text)}")


def escaped(text: str) -> str:
    """Return a text as RFC 5545, 3.3.11 writes it; icalendar takes three times as long, and «\\N» for a line break."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\\", r"\\").replace(";", r"\;").replace(",", r"\,").replace("\n", r"\n")


@lru_cache(maxsize=4_096)
def _day_line(name: str, day: date) -> bytes:
    from icalendar import vDate

    return _line(f"{name};VALUE=DATE:{vDate(day).to_ical().decode()}")


@lru_cache(maxsize=256)
def _midnight_line(name: str, day: date) -> bytes:
    from icalendar import vDatetime

    return _line(f"{name}:{vDatetime(datetime.combine(day, time(), UTC)).to_ical().decode()}")


@lru_cache(maxsize=256)
def _trigger_line(alarm: timedelta, is_from_end: bool) -> bytes:
    from icalendar import vDuration

    related = ";RELATED=END" if is_from_end else ""
    return _line(f"TRIGGER{related}:{vDuration(alarm).to_ical().decode()}")


@lru_cache(maxsize=256)
def _rule_line(rhythm: Rhythm) -> bytes:
    from icalendar import vRecur

    interval = {"INTERVAL": rhythm.weeks} if rhythm.weeks > 1 else {}
    days = [_BYDAY[weekday] for weekday in rhythm.weekdays]
    rule = vRecur({"FREQ": "WEEKLY", "UNTIL": rhythm.until, **interval, "BYDAY": days})
    return _line(f"RRULE:{rule.to_ical().decode()}")


def _stem_of_ids(plan: Plan, row: str) -> str:
    """Return what the ids of a row's events begin with: another municipality, period or plan have other events."""
    place = plan.roadmap.municipality
    days = plan.period or (plan.roadmap.document.period,)
    parts = (place.region or "", place.name, *days, plan.id, row)
    return "/".join(" ".join(str(part).casefold().split()) for part in parts)


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


def _when(event: CalendarEvent) -> Iterator[str]:
    """Yield when something is due, and each working day to act on that is another day."""
    first, last = event.occurrences[0], event.occurrences[-1]
    if event.rhythm:
        yield f"Сроки: с {_day(first.first)} по {_day(last.due)}, всего: {len(event.occurrences)}"
        yield from _usual_and_other_days(event)
        return
    yield f"Срок: {_day(first.due)}" if event.first == event.last else f"Срок: {_day(event.first)} – {_day(event.last)}"
    if first.act_by != first.due:
        yield f"{'Подготовить' if first.is_prepared else 'Исполнить'} не позднее {_day(first.act_by)}"


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
    return f"{day_text(day)} ({WEEKDAYS_SHORT[day.weekday()]})"
