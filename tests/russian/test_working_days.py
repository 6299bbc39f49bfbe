"""Proves that the working days are those of the decrees, and that what is due on a day off moves to a working day."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

import roadmapc.russian.working_days
from docs.generate.working_days import YEARS, table
from roadmapc.russian.calendar import Calendar, month_end, parse_date
from roadmapc.russian.working_days import DAYS_OFF, WORKING_SATURDAYS

DEFAULT = Calendar()


def test_the_table_is_generated() -> None:
    """The module is what `docs/generate/working_days.py` makes of the package `holidays`."""
    assert Path(roadmapc.russian.working_days.__file__).read_text(encoding="utf-8") == table()
    assert set(DAYS_OFF) == set(WORKING_SATURDAYS) == set(YEARS)


@pytest.mark.parametrize(
    ("day", "working"),
    [
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
    """Beyond the decrees only weekends and public holidays are known, and the year says so."""
    assert DEFAULT.is_decreed(2027)
    assert not DEFAULT.is_decreed(2028)
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
