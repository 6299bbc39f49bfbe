"""Proves which days each event shows, which rhythms are one event, and when it reminds."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings

from roadmapc.deadlines import Deadline, Period
from roadmapc.deadlines.wording import wording
from roadmapc.documents._events import CalendarEvent, Rhythm, events_of
from roadmapc.plan import Plan
from tests.deadlines.strategies import deadlines
from tests.deadlines.test_properties import periods
from tests.plans import plan_of_rows

YEAR = "2022/2023 учебный год"


def plan_of(deadline: str, period: str = YEAR, more: str = "") -> Plan:
    """Return a plan with one row of a deadline."""
    row = f"      - {{activity: Раз, deadline: {deadline}, owners: завуч, result: Акт}}\n"
    return plan_of_rows(row, period, more)


def events(deadline: str, period: str = YEAR, more: str = "") -> list[CalendarEvent]:
    """Return the events of one row."""
    plan = plan_of(deadline, period, more)
    (row,) = plan.rows
    return list(events_of(plan, row))


def days(found: list[CalendarEvent]) -> list[tuple[date, date]]:
    """Return the first and last days of events."""
    return [(event.first, event.last) for event in found]


@pytest.mark.parametrize(
    ("deadline", "first", "last"),
    [
        ("май 2023", date(2023, 5, 1), date(2023, 5, 31)),
        ("с 10 по 20 мая 2023 г.", date(2023, 5, 10), date(2023, 5, 20)),
        ("15 мая 2023 г.", date(2023, 5, 15), date(2023, 5, 15)),
        ("до 15 мая 2023 г.", date(2023, 5, 15), date(2023, 5, 15)),
        ("до 30 апреля 2023 г.", date(2023, 4, 30), date(2023, 4, 30)),  # a Sunday
        ("весь период", date(2023, 8, 31), date(2023, 8, 31)),
        ("{text: по графику, dates: [10.05.2023 – 12.05.2023]}", date(2023, 5, 10), date(2023, 5, 12)),
        ("{text: по графику, dates: [10.05.2023]}", date(2023, 5, 10), date(2023, 5, 10)),
    ],
)
def test_the_days_of_an_event(deadline: str, first: date, last: date) -> None:
    """A window is a span; a day until which something is due, and the end of continuous work, are that day."""
    assert days(events(deadline)) == [(first, last)]


def test_days_and_windows_in_one_row() -> None:
    """Each shows what it is, though the time until the day is open before it, too."""
    assert days(events("до 15 октября; апрель 2023")) == [
        (date(2022, 10, 15), date(2022, 10, 15)),
        (date(2023, 4, 1), date(2023, 4, 30)),
    ]


@pytest.mark.parametrize(
    ("deadline", "spans"),
    [
        ("ежемесячно до 25 числа", False),
        ("ежемесячно", True),
        ("ежегодно до 31 декабря", False),
        ("до 20 числа последнего месяца каждого квартала", False),
        ("'до 10 числа месяца, следующего за отчетным кварталом'", False),
    ],
)
def test_what_recurs_until_a_day(deadline: str, spans: bool) -> None:
    """A day in each cycle is a day, a cycle without one is a span."""
    found = events(deadline, "2022-2023")
    assert len(found) > 1
    assert all((event.first < event.last) is spans for event in found)


@pytest.mark.parametrize(
    ("deadline", "rhythms"),
    [
        ("еженедельно по средам", [Rhythm(1, (2,), date(2023, 8, 30))]),
        ("по вторникам и пятницам", [Rhythm(1, (1, 4), date(2023, 8, 29))]),
        ("еженедельно", [None, Rhythm(1, (0,), date(2023, 8, 21)), None]),  # the period begins and ends within a week
        ("1 раз в 2 недели", [Rhythm(2, (3,), date(2023, 8, 17)), None]),
        ("по средам в октябре и апреле", [Rhythm(1, (2,), date(2022, 10, 26)), Rhythm(1, (2,), date(2023, 4, 26))]),
        ("ежемесячно до 25 числа", [None] * 12),
        ("{text: еженедельно, dates: [07.09.2022, 14.09.2022, 21.09.2022]}", [None] * 3),
    ],
)
def test_a_weekly_rhythm_is_one_event(deadline: str, rhythms: list[Rhythm | None]) -> None:
    """As far as it is regular; what the edges of the period cut stands alone."""
    assert [event.rhythm for event in events(deadline)] == rhythms


@pytest.mark.parametrize(
    ("deadline", "when"),
    [
        ("до 15 мая 2023 г.", date(2023, 5, 5)),  # a week before is a holiday, and so are the days before it
        ("май 2023", date(2023, 5, 24)),
        ("с 10 по 12 мая 2023 г.", date(2023, 5, 12)),
        ("до 30 апреля 2023 г.", date(2023, 4, 21)),
        ("еженедельно по средам", date(2022, 9, 7)),
    ],
)
def test_when_an_event_reminds(deadline: str, when: date) -> None:
    """At nine, a week before the day to act, on a working day; on the day itself where the time is shorter."""
    event = events(deadline)[0]
    midnight = event.last + timedelta(1) if event.first < event.last else event.last
    assert datetime.combine(midnight, time()) + event.alarm == datetime.combine(when, time(9))


def test_no_alarm_comes_too_late() -> None:
    """What takes place on days off is prepared before them, even where one may else act on the next working day."""
    (event,) = events("с 29 по 30 апреля 2023 г.", more="calendar: {shift: next}\n")
    assert event.alarm < timedelta()
    assert event.occurrences[0].act_by == date(2023, 4, 28)


def unfolded(event: CalendarEvent) -> list[date]:
    """Return the last days of an event as RFC 5545 repeats it: weeks begin on Monday, the first one counts."""
    rhythm = event.rhythm
    if rhythm is None:
        return [event.last]
    monday = event.first - timedelta(event.first.weekday())
    days = [event.first + timedelta(n) for n in range((rhythm.until - event.first).days + 1)]
    kept = [d for d in days if d.weekday() in rhythm.weekdays and (d - monday).days // 7 % rhythm.weeks == 0]
    return [day + (event.last - event.first) for day in kept]


@settings(max_examples=300, derandomize=True)
@given(deadlines(), periods)
def test_no_day_is_lost_and_none_is_added(deadline: Deadline, period: Period) -> None:
    """Whatever the deadline: its events, rhythms unfolded, end on the days on which it is due, and remind before."""
    words = json.dumps(wording(deadline), ensure_ascii=False)
    plan = plan_of(words, f"{period.first:%d.%m.%Y} – {period.last:%d.%m.%Y}")
    (row,) = plan.rows
    found = list(events_of(plan, row))
    assert sorted(day for event in found for day in unfolded(event)) == sorted(one.due for one in row.occurrences)
    assert Counter(one for event in found for one in event.occurrences) == Counter(row.occurrences)
    assert len({event.at for event in found}) == len(found)
    for event in found:
        assert event.occurrences[0].first <= event.first <= event.last == event.occurrences[0].due
        end = event.last + timedelta(1) if event.first < event.last else event.last
        assert datetime.combine(end, time()) + event.alarm < datetime.combine(event.last + timedelta(1), time())
