"""Which events a row has in a calendar: the days that each shows, its rhythm, when it reminds; no format, no library.

A window is shown from its first day to its last, a day until which something is due as that day, work that goes on all
the time as its last day. The day of an event never moves: where it is a day off, the working day to act on is told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from roadmapc.deadlines import DeadlineError
from roadmapc.deadlines.dating.dated_deadline import date_deadline
from roadmapc.deadlines.values import Every, Item, Report, Until, needs_month, parts_of
from roadmapc.documents._tasks import is_continuous
from roadmapc.plan import Occurrence, Plan, Row

_LEAD = 7
"""Days between the reminder and the day to act."""
_HOUR = 9
"""Of the day, local time: an all-day event would remind at midnight."""
_WEEK = 7


class Rhythm(NamedTuple):
    """Every so many weeks on these weekdays (0 is Monday), up to the last first day of an event."""

    weeks: int
    weekdays: tuple[int, ...]
    until: date


class CalendarEvent(NamedTuple):
    """One event: its days, inclusive; what falls due then, several times where it has a rhythm.

    `at` is the place of the first occurrence among those of the row; `alarm` is counted from the midnight that ends the
    event where it lasts for days, else from the one that begins it.
    """

    at: int
    first: date
    last: date
    alarm: timedelta
    occurrences: tuple[Occurrence, ...]
    rhythm: Rhythm | None = None


class _Shown(NamedTuple):
    """An occurrence with its place in the row and the first day that is shown."""

    at: int
    first: date
    occurrence: Occurrence

    @property
    def length(self) -> int:
        return (self.occurrence.due - self.first).days


def first_days(plan: Plan, row: Row) -> list[date]:
    """Return the first day that is shown of each occurrence: of «до 5 мая» the last one, nothing happens before it."""
    until = _due_only(plan, row)
    return [one.due if one in until else one.first for one in row.occurrences]


def events_of(plan: Plan, row: Row) -> Iterator[CalendarEvent]:
    """Yield the events of a row by their first days: an occurrence each, a regular weekly rhythm as one."""
    pairs = zip(first_days(plan, row), row.occurrences, strict=True)
    shown = [_Shown(at, first, one) for at, (first, one) in enumerate(pairs)]
    weeks = _weeks(row)
    if not weeks:
        yield from (_event(plan, [one], _LEAD) for one in shown)
        return
    alike: defaultdict[int, list[_Shown]] = defaultdict(list)
    for one in shown:
        alike[one.length].append(one)
    ordered = [sorted(same, key=lambda one: one.first) for same in alike.values()]
    found = [_event(plan, run, 0, weeks) for same in ordered for run in _runs(same, weeks)]
    yield from sorted(found, key=lambda event: (event.first, event.at))


def moved_event(plan: Plan, at: int, occurrence: Occurrence, term: date) -> CalendarEvent:
    """Return the event of an occurrence whose term was moved: the new one alone."""
    moved = replace(occurrence, first=term, due=term, act_by=plan.calendar.act_by(term))
    return _event(plan, [_Shown(at, term, moved)], _LEAD)


def _weeks(row: Row) -> int:
    """Return how many weeks lie between what a row says of weeks at most; 0 where it says nothing of them."""
    if row.has_dates or row.dated is None:
        return 0
    items = row.dated.deadline.items
    return max((item.step for item in items if isinstance(item, Every) and item.unit == "week"), default=0)


def _due_only(plan: Plan, row: Row) -> frozenset[Occurrence]:
    """Return the occurrences of which the last day alone is shown: nothing happens in the time before it."""
    dated = row.dated
    if row.has_dates or dated is None:
        return frozenset()
    if is_continuous(row) or dated.kind == "date":
        return frozenset(row.occurrences)
    items = dated.deadline.items
    until = tuple(item for item in items if _is_until(item))
    if not until or len(until) == len(items):
        return frozenset(row.occurrences if until else ())
    assert plan.period is not None  # something is dated in it
    try:
        found = date_deadline(replace(dated.deadline, items=until, condition=""), plan.period, calendar=plan.calendar)
    except DeadlineError:  # they lie outside, and the others alone give days
        return frozenset()
    days = set(found.windows)
    return frozenset(one for one in row.occurrences if (one.first, one.due) in days)


def _is_until(item: Item) -> bool:
    """Say whether an item names days until which something is due, rather than those on which it is done."""
    if isinstance(item, Report):
        return isinstance(item.item, Until)
    if not isinstance(item, Every):
        return isinstance(item, Until)
    if item.unit == "week" or not all(isinstance(inner, Until) for inner in item.items):
        return False  # «еженедельно до мая»: the item limits the weeks
    if item.unit == "month" and not item.month:
        return bool(item.items) and all(needs_month(part) for inner in item.items for part in parts_of(inner))
    return bool(item.items)


def _runs(shown: Sequence[_Shown], most: int) -> Iterator[list[_Shown]]:
    """Yield the parts of occurrences, sorted and of one length, that each follow one rhythm; else each alone."""
    gaps = {_monday(b.first) - _monday(a.first) for a, b in pairwise(shown)} - {timedelta()}
    step = min(gaps, default=timedelta())
    part: list[_Shown] = []
    for one in shown:
        if part and _monday(one.first) - _monday(part[-1].first) not in {timedelta(), step}:
            yield from _whole_or_single(part, most)
            part = []
        part.append(one)
    yield from _whole_or_single(part, most)


def _whole_or_single(part: list[_Shown], most: int) -> Iterator[list[_Shown]]:
    if len(part) > 1 and _rhythm(part, most) is None:
        yield from ([one] for one in part)
    elif part:
        yield part


def _rhythm(part: Sequence[_Shown], most: int) -> Rhythm | None:
    """Return the rhythm of at most so many weeks that gives these first days and no others."""
    days = [one.first for one in part]
    mondays = sorted({_monday(day) for day in days})
    weeks = (mondays[1] - mondays[0]).days // _WEEK if len(mondays) > 1 else 1
    if len(part) == 1 or weeks > most:
        return None
    weekdays = tuple(sorted({day.weekday() for day in days}))
    given = [monday + timedelta(weekday) for monday in _steps(mondays[0], days[-1], weeks) for weekday in weekdays]
    if [day for day in given if days[0] <= day <= days[-1]] != days:
        return None
    return Rhythm(weeks, weekdays, days[-1])


def _steps(first: date, last: date, weeks: int) -> Iterator[date]:
    while first <= last:
        yield first
        first += timedelta(weeks * _WEEK)


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())


def _event(plan: Plan, run: Sequence[_Shown], lead: int, weeks: int = 0) -> CalendarEvent:
    start = run[0]
    return CalendarEvent(
        start.at,
        start.first,
        start.occurrence.due,
        _most(_alarm(plan, one, lead) for one in run),
        tuple(one.occurrence for one in run),
        _rhythm(run, weeks),
    )


def _alarm(plan: Plan, shown: _Shown, lead: int) -> timedelta:
    """Return when an event reminds: in the morning of a working day a week before the day to act.

    In a shorter window and in a weekly rhythm it is the day to act itself; never a day after the event.
    """
    last = min(shown.occurrence.act_by, shown.occurrence.due)
    day = _working(plan, last - timedelta(lead)) if lead else last
    if shown.length and day < shown.first:
        day = last
    midnight = shown.occurrence.due + timedelta(1 if shown.length else 0)
    return timedelta(days=(day - midnight).days, hours=_HOUR)


def _working(plan: Plan, day: date) -> date:
    while not plan.calendar.is_working(day):
        day -= timedelta(1)
    return day


def _most(alarms: Iterable[timedelta]) -> timedelta:
    return Counter(alarms).most_common(1)[0][0]
