"""Proves that the cycles of a rhythm follow one another, and which of them a period touches."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.deadlines.dating.calendar_parts import Period
from roadmapc.deadlines.dating.cycles import cycles, is_even
from roadmapc.deadlines.values import Every
from roadmapc.russian.calendar import DEFAULT_CALENDAR

PERIOD = Period(date(2021, 10, 20), date(2023, 5, 31))
SCHOOL_YEAR = Period(date(2021, 9, 1), date(2022, 8, 31))


def found(item: Every, period: Period = PERIOD, **how: bool) -> list[str]:
    """Return the cycles as «day.month.year – day.month.year»."""
    return [f"{one.first:%d.%m.%y} – {one.last:%d.%m.%y}" for one in cycles(item, period, DEFAULT_CALENDAR, **how)]


@pytest.mark.parametrize(
    ("item", "count", "first"),
    [
        (Every("year"), 3, "01.01.21 – 31.12.21"),
        (Every("half"), 4, "01.07.21 – 31.12.21"),
        (Every("quarter"), 7, "01.10.21 – 31.12.21"),
        (Every("month"), 20, "01.10.21 – 31.10.21"),
        (Every("month", step=2), 11, "01.09.21 – 31.10.21"),
        (Every("month", times=2), 39, "16.10.21 – 31.10.21"),
        (Every("year", times=2), 4, "01.07.21 – 31.12.21"),
        (Every("year", step=2), 1, "20.10.21 – 19.10.23"),
        (Every("week"), 85, "18.10.21 – 24.10.21"),
        (Every("week", step=2), 43, "20.10.21 – 02.11.21"),
        (Every("week", step=2, weekdays=(4,)), 42, "22.10.21 – 28.10.21"),
        (Every("day"), 1, "20.10.21 – 31.05.23"),
        (Every("school_quarter"), 8, "01.09.21 – 31.10.21"),
    ],
)
def test_cycles_that_touch_a_period(item: Every, count: int, first: str) -> None:
    """They are whole: the first may begin before the period; several years count from the plan's first."""
    windows = found(item)
    assert (len(windows), windows[0]) == (count, first)


def test_whole_cycles_alone() -> None:
    """Those that lie inside the period."""
    assert found(Every("year"), whole=True) == ["01.01.22 – 31.12.22"]
    assert found(Every("quarter"), Period(date(2022, 1, 2), date(2022, 6, 29)), whole=True) == []


def test_a_school_year_has_cycles_of_its_own() -> None:
    """Its halves end when teaching does, its thirds begin in September."""
    assert found(Every("year"), SCHOOL_YEAR, school=True) == ["01.09.21 – 31.08.22"]
    assert found(Every("half"), SCHOOL_YEAR, school=True) == ["01.09.21 – 31.12.21", "01.01.22 – 31.05.22"]
    assert found(Every("year", times=3), SCHOOL_YEAR, school=True)[1] == "01.12.21 – 28.02.22"


@given(
    st.sampled_from(["year", "half", "quarter", "month", "week", "school_quarter"]),
    st.integers(1, 5),
    st.integers(1, 4),
    st.booleans(),
    st.dates(date(2000, 1, 1), date(2040, 1, 1)),
    st.integers(0, 2000),
)
def test_cycles_follow_one_another(unit: Any, step: int, times: int, school: bool, first: date, length: int) -> None:
    """In order, none over another, each touching the period; a cycle said once leaves no day out."""
    period = Period(first, first + timedelta(days=length))
    windows = list(cycles(Every(unit, step, times), period, DEFAULT_CALENDAR, school=school))
    assert all(one.first <= one.last for one in windows)
    assert all(one.last < other.first for one, other in pairwise(windows))
    assert all(one.last >= period.first and one.first <= period.last for one in windows)
    if unit != "school_quarter" and not school:
        assert windows[0].first <= period.first
        assert windows[-1].last >= period.last
        assert all(other.first - one.last == timedelta(days=1) for one, other in pairwise(windows))


@pytest.mark.parametrize(
    ("item", "school", "even"),
    [
        (Every("year"), False, True),
        (Every("year", times=4), False, True),
        (Every("year", times=5), False, False),
        (Every("year", times=5), True, False),
        (Every("year", times=3), True, True),
        (Every("month", times=2), False, True),
        (Every("month", times=3), False, False),
        (Every("week", times=2), False, False),
        (Every("year", step=2, times=8), False, True),
    ],
)
def test_cycles_that_can_be_parted(item: Every, school: bool, even: bool) -> None:
    """Into whole months or halves of one, or into the parts of a school year."""
    assert is_even(item, school=school) == even
