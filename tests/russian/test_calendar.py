"""Proves that the working days are those of the decrees, and that what is due on a day off moves to a working day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs.generate.decreed_days import YEARS
from roadmapc.russian.calendar import (
    MONTHS,
    Calendar,
    is_school_year,
    is_single_cycle,
    make_date,
    month_end,
    parse_date,
)

DEFAULT = Calendar()


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("03.05.2019", False),  # moved by the decree for 2019
        ("25.02.2019", True),  # and this day off went to May
        ("10.03.2014", False),  # 8 March 2014 was a Saturday
        ("24.02.2014", True),
        ("20.02.2016", True),  # a working Saturday
        ("09.01.2017", True),
        ("31.12.2018", False),
        ("06.11.2028", False),  # by the law alone: 4 November 2028 is a Saturday
        ("07.11.2028", True),
        ("13.06.2033", False),
        ("03.01.2028", False),
        ("10.01.2028", True),  # the weekend within the holidays of January is moved by a decree alone
        ("27.04.2024", True),  # a working Saturday
        ("02.11.2024", True),
        ("28.12.2024", True),
        ("01.11.2025", True),
        ("20.02.2027", True),
        ("29.04.2024", False),  # the Monday off in return
        ("31.12.2025", False),
        ("30.12.2025", True),
        ("09.01.2026", False),
        ("31.12.2026", False),
        ("12.01.2026", True),
        ("09.05.2022", False),
        ("10.05.2022", False),  # 1 May 2022 was a Sunday
        ("11.05.2022", True),
        ("05.03.2022", True),  # a working Saturday
        ("07.03.2022", False),
        ("21.11.2026", False),  # a Saturday
        ("23.11.2026", True),
    ],
)
def test_known_days(day: str, working: bool) -> None:
    """Days of the decrees, working Saturdays and transfers among them."""
    found = parse_date(day)
    assert found is not None
    assert DEFAULT.is_working(found) is working


@pytest.mark.parametrize(
    ("due", "previous", "following"),
    [
        (date(2022, 5, 31), date(2022, 5, 31), date(2022, 5, 31)),
        (date(2022, 5, 10), date(2022, 5, 6), date(2022, 5, 11)),
        (date(2026, 1, 9), date(2025, 12, 30), date(2026, 1, 12)),
        (date(2024, 4, 28), date(2024, 4, 27), date(2024, 5, 2)),
        (date(2022, 12, 31), date(2022, 12, 30), date(2023, 1, 9)),
        (date(2030, 1, 1), date(2029, 12, 31), date(2030, 1, 9)),
    ],
)
def test_the_day_to_act(due: date, previous: date, following: date) -> None:
    """A due day off is met on the working day before, or after it, or on itself, by the setting."""
    assert DEFAULT.act_by(due) == previous
    assert Calendar(shift="next").act_by(due) == following
    assert Calendar(shift="keep").act_by(due) == due


def test_a_year_without_a_decree() -> None:
    """Beyond the decrees only weekends and public holidays are known, and the year says so; one before them, too."""
    assert [DEFAULT.is_decreed(year) for year in (2012, 2013, 2027, 2028)] == [False, True, True, False]
    assert [DEFAULT.is_before_decrees(year) for year in (2012, 2013, 2028)] == [True, False, False]
    assert not DEFAULT.is_working(date(2031, 5, 9))
    assert DEFAULT.is_working(date(2031, 5, 12))
    assert not DEFAULT.is_working(date(2031, 5, 10))


def test_an_office_of_its_own() -> None:
    """Regional days off and working days of the user come before the decrees."""
    own = Calendar(days_off=frozenset({date(2022, 5, 31)}), working_days=frozenset({date(2022, 5, 29)}))
    assert not own.is_working(date(2022, 5, 31))
    assert own.is_working(date(2022, 5, 29))
    assert own.act_by(date(2022, 5, 31)) == date(2022, 5, 30)


def test_no_day_is_far_from_work() -> None:
    """In every decreed year a working day is at most twelve days off, and the day to act is always one."""
    for year in YEARS:
        day = date(year, 1, 1)
        while day.year == year:
            act_by = DEFAULT.act_by(day)
            assert DEFAULT.is_working(act_by)
            assert timedelta(0) <= day - act_by <= timedelta(days=12)
            day += timedelta(days=1)


def test_the_ends_of_time() -> None:
    """The first and the last day that can be written have a day to act and an end of their month."""
    assert Calendar(shift="previous").act_by(date.min) == date.min
    assert Calendar(shift="next").act_by(date.max) == date.max
    assert month_end(9999, 12) == date.max
    assert month_end(2024, 2) == date(2024, 2, 29)


def test_acting_never_begins_before_the_work() -> None:
    """Thursday 1 January 2026: the previous working day lies before the day itself, so the next one is taken."""
    day = date(2026, 1, 1)
    assert Calendar().act_by(day, day) == date(2026, 1, 12)
    assert Calendar().act_by(day, date(2025, 12, 1)) == date(2025, 12, 30)


@pytest.mark.parametrize("shift", ["previous", "next"])
def test_an_event_never_moves_forward(shift: Literal["previous", "next"]) -> None:
    """9 May 2022 and 1 to 8 January 2022 are days off: what they need is ready on the working day before."""
    calendar = Calendar(shift=shift)
    assert calendar.act_by(date(2022, 5, 9), date(2022, 5, 9), is_event=True) == date(2022, 5, 6)
    assert calendar.act_by(date(2022, 1, 8), date(2022, 1, 1), is_event=True) == date(2021, 12, 30)
    assert calendar.act_by(date(2022, 5, 6), date(2022, 5, 6), is_event=True) == date(2022, 5, 6)
    assert Calendar(shift="keep").act_by(date(2022, 5, 9), date(2022, 5, 9), is_event=True) == date(2022, 5, 9)


@given(st.dates(date(1, 2, 1), date(9999, 11, 30)), st.sampled_from(["previous", "next", "keep"]), st.integers(0, 20))
def test_the_day_to_act_by_every_setting(due: date, shift: Literal["previous", "next", "keep"], before: int) -> None:
    """A working day, not before the work may begin, on the side the setting names, with no working day between."""
    calendar = Calendar(shift=shift)
    first = due - timedelta(days=before)
    act_by = calendar.act_by(due, first)
    if shift == "keep":
        assert act_by == due
        return
    assert calendar.is_working(act_by)
    assert act_by >= first
    passed = {min(due, act_by) + timedelta(days=n) for n in range(abs((due - act_by).days) + 1)} - {act_by}
    assert not any(calendar.is_working(day) for day in passed)
    assert act_by == due or (act_by < due) == (
        shift == "previous" and any(calendar.is_working(due - timedelta(days=n)) for n in range(before + 1))
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20.10.2022", date(2022, 10, 20)),
        (" 1.2.2022 г. ", date(2022, 2, 1)),
        ("2022-10-20", date(2022, 10, 20)),
        ("«20» октября 2022 года", date(2022, 10, 20)),
        ("20 ОКТЯБРЯ 2022г", date(2022, 10, 20)),
        ("31.02.2022", None),
        ("20 октябрь 2022", None),
        ("20 брюмера 2022", None),
        ("20.10.22", None),
        ("20.10.2022 и позже", None),
        ("00.10.2022", None),
        ("", None),
    ],
)
def test_dates_are_read(text: str, expected: date | None) -> None:
    """Figures, ISO and words, with «г.» or without; anything else is no date."""
    assert parse_date(text) == expected


@given(st.dates(date(1000, 1, 1)))
def test_every_way_to_write_a_day_reads_back(day: date) -> None:
    """A day is the same day in figures, in ISO and in words."""
    words = f"{day.day} {MONTHS[day.month - 1][1]} {day.year} г."
    assert {parse_date(text) for text in (f"{day:%d.%m.%Y}", day.isoformat(), words)} == {day}


@given(st.integers(1, 9997), st.integers(1, 24))
def test_a_month_ends_before_the_next_begins(year: int, month: int) -> None:
    """The day after a month's last is the first of the next, over the end of the year too."""
    after = month_end(year, month) + timedelta(days=1)
    assert (after.day, after.year * 12 + after.month) == (1, year * 12 + month + 1)


def test_a_day_that_is_not_there() -> None:
    """No exception, no day."""
    assert (make_date(2023, 2, 29), make_date(2024, 2, 29)) == (None, date(2024, 2, 29))


@pytest.mark.parametrize(
    ("first", "last", "school", "single"),
    [
        (date(2021, 9, 1), date(2022, 8, 31), True, True),
        (date(2021, 8, 1), date(2022, 5, 31), True, True),
        (date(2021, 9, 1), date(2022, 9, 1), False, False),
        (date(2021, 9, 2), date(2022, 5, 31), False, True),
        (date(2021, 1, 1), date(2021, 12, 31), False, True),
        (date(2021, 1, 1), date(2022, 1, 1), False, False),
        (date(2021, 9, 1), date(2024, 8, 31), False, False),
    ],
)
def test_kinds_of_periods(first: date, last: date, school: bool, single: bool) -> None:
    """A school year begins in August or on 1 September; a single cycle has each month once."""
    assert (is_school_year(first, last), is_single_cycle(first, last)) == (school, single)


@given(st.dates(date(2019, 12, 1), date(2029, 1, 31)), st.integers(-30, 900))
def test_working_days_counted_one_by_one(start: date, length: int) -> None:
    """The sum over years is what counting each day gives, across years, decreed or not."""
    end = start + timedelta(length)
    days = (start + timedelta(n) for n in range(1, length + 1))
    assert DEFAULT.working_days_after(start, end) == sum(map(DEFAULT.is_working, days))


@pytest.mark.parametrize("year", [2500, 5000, 9998])
def test_working_days_of_far_years(year: int) -> None:
    """Weekdays and holidays come round in 400 years: as many as are counted one by one."""
    start, end = date(year, 3, 5), date(year + 1, 2, 3)
    days = range(start.toordinal() + 1, end.toordinal() + 1)
    counted = sum(Calendar().is_working(date.fromordinal(n)) for n in days)
    assert Calendar().working_days_after(start, end) == counted
