"""Proves how deadlines are dated where people count otherwise than calendars: cycles, summers, weekdays, months."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.deadlines import DeadlineError, Period, read
from roadmapc.deadlines.dating.cycles import cycles
from roadmapc.deadlines.values import Every
from roadmapc.russian.calendar import DEFAULT_CALENDAR, Calendar

SCHOOL_YEAR = Period(date(2025, 9, 1), date(2026, 8, 31))
YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))


def due(text: str, period: Period = SCHOOL_YEAR) -> list[str]:
    return [f"{window.last:%d.%m.%Y}" for window in read(text, period).windows]


@pytest.mark.parametrize(
    ("text", "days", "doubtful"),
    [
        ("2 раза в год", ["31.12.2025", "31.05.2026"], False),
        ("3 раза в год", ["30.11.2025", "28.02.2026", "31.05.2026"], True),
        ("4 раза в год", ["31.10.2025", "31.12.2025", "31.03.2026", "31.05.2026"], True),
        ("5 раз в год", ["31.08.2026"], True),
    ],
)
def test_times_in_a_school_year(text: str, days: list[str], doubtful: bool) -> None:
    assert due(text) == days
    assert bool(read(text, SCHOOL_YEAR).doubts) == doubtful


def test_what_cannot_be_parted_says_how_often_it_is_due() -> None:
    (doubt,) = read("5 раз в год", SCHOOL_YEAR).doubts
    assert "5 times" in doubt


@given(
    st.sampled_from(["year", "half", "quarter", "month"]),
    st.integers(1, 12),
    st.sampled_from([SCHOOL_YEAR, YEAR]),
    st.booleans(),
)
def test_n_times_a_cycle_is_never_more_than_n_windows(unit: str, times: int, period: Period, school: bool) -> None:
    """Whatever is asked, a cycle of a rhythm that is due once holds at most so many windows."""
    whole = list(cycles(Every(unit), period, DEFAULT_CALENDAR, school=school))  # type: ignore[arg-type]  # a Unit
    parts = list(cycles(Every(unit, times=times), period, DEFAULT_CALENDAR, school=school))  # type: ignore[arg-type]
    for first, last in whole:
        assert sum(first <= part.last <= last for part in parts) <= times


@pytest.mark.parametrize("text", ["30.08", "до 1 августа", "15 июля", "15 июля – 15 августа"])
def test_a_summer_day_of_a_school_year_may_be_the_one_before(text: str) -> None:
    (doubt,) = read(text, SCHOOL_YEAR).doubts
    assert "2025" in doubt
    assert "2026" in doubt
    assert read(text, YEAR).doubts == ()


def test_a_weekday_that_is_not_that_of_its_day_is_an_error() -> None:
    assert due("в пятницу 5 сентября") == ["05.09.2025"]
    with pytest.raises(DeadlineError):
        read("в субботу 5 сентября", SCHOOL_YEAR)
    with pytest.raises(DeadlineError):
        read("05.09.2025 (пн)", SCHOOL_YEAR)


def test_dates_beside_a_month_without_a_name_are_kept() -> None:
    assert due("25.09 / в теч.месяца / 27.09") == ["25.09.2025", "27.09.2025"]
    assert read("25.09 / в теч.месяца / 27.09", SCHOOL_YEAR).doubts
    with pytest.raises(DeadlineError):
        read("25.09.2019, в теч. месяца", SCHOOL_YEAR)


def test_what_takes_place_is_told_from_what_is_due() -> None:
    """«9 мая» is the day of an event, «до 9 мая» and a report's day are limits: these alone may move forward."""
    later = Calendar(shift="next")
    for text, acting in (("9 мая 2026", date(2026, 5, 8)), ("до 9 мая 2026", date(2026, 5, 12))):
        dated = read(text, SCHOOL_YEAR)
        assert [dated.act_by(window, later) for window in dated.windows] == [acting]
    assert read("9 мая, до 20 мая", SCHOOL_YEAR).is_limit
    assert not read("ежемесячно 9 числа", SCHOOL_YEAR).is_limit
    assert read("до 9 числа каждого месяца", SCHOOL_YEAR).is_limit
