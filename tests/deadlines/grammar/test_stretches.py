"""Proves which days a part of the calendar may mean: none that it has in some year is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.deadlines.dating.calendar_parts import PartDays
from roadmapc.deadlines.grammar.stretches import days_in_month, is_in, stretches_of
from roadmapc.deadlines.values import LAST, WORKING_DAY, CalendarPart, Day, MonthPart, NthWeekday, YearPart
from roadmapc.russian.calendar import DEFAULT_CALENDAR
from tests.deadlines.strategies import calendar_parts


@pytest.mark.parametrize(
    ("part", "days"),
    [
        (MonthPart("week", 2, 5), (2, 20)),
        (MonthPart("week", LAST, 5), (22, 31)),
        (MonthPart("ten_days", 3, 5), (21, 31)),
        (NthWeekday(3, 4, 5), (15, 21)),
        (NthWeekday(5, WORKING_DAY, 10), (5, 31)),
        (Day(LAST, 2), (28, 31)),
    ],
)
def test_days_in_a_month(part: Day | MonthPart | NthWeekday, days: tuple[int, int]) -> None:
    """A week may be counted from the first of the month or from Monday; working days come not before their number."""
    assert days_in_month(part) == days


@given(calendar_parts, st.integers(2000, 2100), st.booleans())
def test_a_part_is_dated_within_its_days(part: CalendarPart, year: int, school: bool) -> None:
    """Whatever year it is of, and whether that is a school year; breaks and schools' quarters are the calendar's."""
    found = PartDays(DEFAULT_CALENDAR, school=school).in_year(part, year)
    own = isinstance(part, YearPart) and part.unit in {"school_quarter", "school_break"}
    stretches = stretches_of(part)
    if found and stretches and not own:
        assert is_in((found.first.month, found.first.day), stretches)
        assert is_in((found.last.month, found.last.day), stretches)


def test_over_the_turn_of_a_year() -> None:
    """Winter begins in December and ends in February."""
    [winter] = stretches_of(YearPart("season", 1))
    assert [is_in((month, 1), [winter]) for month in (11, 12, 1, 2, 3)] == [False, True, True, True, False]
