"""Proves that settings of the calendar are put over those before them, and that a wrong one is told at its place."""

from __future__ import annotations

from datetime import date

import pytest

from roadmapc.plan.calendar_settings import SettingError, configured
from roadmapc.russian.calendar import DEFAULT_CALENDAR, Calendar
from roadmapc.source.model import CalendarSettings

QUARTERS = ("01.09 – 31.10", "05.11 – 28.12", "с 9 января по 22 марта", "01.04 – 25.05")


def set_over(base: Calendar, **keys: object) -> Calendar:
    """Return the calendar with settings put over it."""
    return configured(base, CalendarSettings.model_validate(keys))


def test_nothing_set_changes_nothing() -> None:
    """Without settings, and with empty ones, the calendar is what it was."""
    assert configured(DEFAULT_CALENDAR, None) is DEFAULT_CALENDAR
    assert set_over(DEFAULT_CALENDAR) == DEFAULT_CALENDAR


def test_days_add_up_and_the_rest_is_replaced() -> None:
    """A roadmap's days off come to those of the project; its shift and quarters stand instead of them."""
    project = set_over(DEFAULT_CALENDAR, shift="next", days_off=("25.12.2022",), terms=QUARTERS)
    own = set_over(project, shift="keep", days_off=("30.12.2022 – 02.01.2023",), working_days=("31.12.2022",))
    assert project.school_quarters == (((9, 1), (10, 31)), ((11, 5), (12, 28)), ((1, 9), (3, 22)), ((4, 1), (5, 25)))
    assert (own.shift, own.school_quarters) == ("keep", project.school_quarters)
    assert own.days_off - project.days_off == {
        date(2022, 12, 30),
        date(2022, 12, 31),
        date(2023, 1, 1),
        date(2023, 1, 2),
    }
    assert own.is_working(date(2022, 12, 31))


@pytest.mark.parametrize(
    ("key", "texts", "at"),
    [
        ("terms", QUARTERS[:3], None),
        ("holidays", (*QUARTERS, "01.06 – 31.08"), None),
        ("terms", (*QUARTERS[:3], "сентябрь"), 3),
        ("terms", ("01.09.2022 – 31.10.2022", *QUARTERS[1:]), 0),
        ("holidays", ("совсем скоро", *QUARTERS[1:]), 0),
        ("days_off", ("25.12.2022", "рождество"), 1),
        ("working_days", ("31.02.2022",), 0),
    ],
)
def test_what_cannot_be_read_is_told_at_its_place(key: str, texts: tuple[str, ...], at: int | None) -> None:
    """Too few or too many ranges, what is no range of days, years where none belong, what is no day."""
    with pytest.raises(SettingError) as error:
        set_over(DEFAULT_CALENDAR, **{key: texts})
    assert (error.value.key, error.value.at) == (key, at)
    assert str(error.value.message)
