"""Proves which days a part of the calendar is, and that they lie in the year and month that they are asked for."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.deadlines.dating.calendar_parts import DateRange, PartDays, months
from roadmapc.deadlines.values import LAST, Day, Month, MonthPart, NthWeekday, Year, YearEdge, YearPart
from roadmapc.russian.calendar import DEFAULT_CALENDAR, month_end
from tests.deadlines.strategies import calendar_parts

PLAIN, SCHOOL = (PartDays(DEFAULT_CALENDAR, school=school) for school in (False, True))


def days(part: Any, parts: PartDays = PLAIN, year: int = 2024) -> str:
    """Return the days of a part as «day.month – day.month.year»; «none» where it has none."""
    found = parts.in_year(part, year)
    return f"{found.first:%d.%m} – {found.last:%d.%m.%Y}" if found else "none"


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (Day(29, 2), "29.02 – 29.02.2024"),
        (Day(LAST, 2), "29.02 – 29.02.2024"),
        (Day(31, 4), "none"),
        (Month(2), "01.02 – 29.02.2024"),
        (MonthPart("ten_days", 2, 2), "11.02 – 20.02.2024"),
        (MonthPart("ten_days", 3, 2), "21.02 – 29.02.2024"),
        (MonthPart("week", 1, 2), "01.02 – 07.02.2024"),
        (MonthPart("week", 5, 2), "29.02 – 29.02.2024"),
        (MonthPart("week", LAST, 2), "23.02 – 29.02.2024"),
        (MonthPart("half", 2, 2), "16.02 – 29.02.2024"),
        (MonthPart("start", 1, 2), "01.02 – 10.02.2024"),
        (MonthPart("end", 1, 2), "21.02 – 29.02.2024"),
        (NthWeekday(1, 3, 2), "01.02 – 01.02.2024"),
        (NthWeekday(5, 3, 2), "29.02 – 29.02.2024"),
        (NthWeekday(5, 4, 2), "none"),
        (NthWeekday(LAST, 4, 2), "23.02 – 23.02.2024"),
        (YearPart("quarter", 2), "01.04 – 30.06.2024"),
        (YearPart("half", 2), "01.07 – 31.12.2024"),
        (YearPart("season", 1), "01.12 – 28.02.2025"),
        (YearPart("season", 4), "01.09 – 30.11.2024"),
        (YearPart("school_quarter", 3), "01.01 – 31.03.2024"),
        (YearPart("school_break", 2), "29.12 – 08.01.2025"),
        (Year(2024), "01.01 – 31.12.2024"),
        (Year(2024, school=True), "01.09 – 31.08.2025"),
        (YearEdge("end"), "31.12 – 31.12.2024"),
        (YearEdge("end", school=True), "31.05 – 31.05.2024"),
    ],
)
def test_days(part: object, expected: str) -> None:
    """In 2024, which has a 29 February; a range over the turn of a year begins in it."""
    assert days(part) == expected


def test_halves_of_a_school_year() -> None:
    """In a plan for a school year a half-year is the school's, unless it names its year."""
    assert days(YearPart("half", 1), SCHOOL) == "01.09 – 31.12.2024"
    assert days(YearPart("half", 2), SCHOOL) == "01.01 – 31.05.2024"
    assert days(YearPart("half", 2, 2024), SCHOOL) == "01.07 – 31.12.2024"


@given(calendar_parts, st.integers(1, 9998))
def test_days_lie_in_their_year(part: Any, year: int) -> None:
    """Days begin in the year asked for, in order, and end by the end of the next."""
    found = PLAIN.in_year(part, year)
    if found:
        assert found.first <= found.last
        assert year in {found.first.year, found.first.year - (isinstance(part, YearEdge) and part.school)}
        assert found.last.year <= year + 1


@given(
    st.one_of(
        st.builds(MonthPart, st.just("ten_days"), st.integers(1, 3)),
        st.builds(MonthPart, st.just("week"), st.sampled_from([1, 2, 3, 4, 5, LAST])),
        st.builds(MonthPart, st.just("half"), st.integers(1, 2)),
        st.builds(MonthPart, st.sampled_from(["start", "middle", "end", "whole"]), st.just(1)),
        st.builds(NthWeekday, st.sampled_from([1, 2, 3, 4, 5, LAST]), st.integers(0, 6)),
        st.builds(Day, st.integers(1, 31) | st.just(LAST)),
    ),
    st.integers(1, 9998),
    st.integers(1, 12),
)
def test_days_lie_in_their_month(part: Day | MonthPart | NthWeekday, year: int, month: int) -> None:
    """Whatever part of a month is asked for, its days are days of it; a weekday is that weekday."""
    found = PLAIN.in_month(part, year, month)
    if found:
        assert date(year, month, 1) <= found.first <= found.last <= month_end(year, month)
        if isinstance(part, NthWeekday):
            assert found.first.weekday() == part.weekday


@pytest.mark.parametrize("unit", ["ten_days", "half"])
def test_parts_of_a_month_make_it_up(unit: Any) -> None:
    """Every day of a month lies in exactly one of its thirds, and in one of its halves."""
    for month in range(1, 13):
        parts = [PLAIN.in_month(MonthPart(unit, n), 2023, month) for n in range(1, 4 if unit == "ten_days" else 3)]
        found = [day for part in parts if part for day in range(part.first.day, part.last.day + 1)]
        assert found == list(range(1, month_end(2023, month).day + 1))


@pytest.mark.parametrize("year", [0, 9999])
def test_years_beyond_the_calendar(year: int) -> None:
    """A range may end in the year after, so the last year has no days."""
    assert days(Month(1), year=year) == "none"


def test_months_of_a_year() -> None:
    """From the first day of one to the last of another."""
    assert months(2024, 2, 3) == DateRange(date(2024, 2, 1), date(2024, 3, 31))
