"""Proves on which days dates that are named once fall, in a period of one cycle and in a longer one."""

from __future__ import annotations

from datetime import date

import pytest

from roadmapc.deadlines import Period, read
from roadmapc.deadlines.dating.single_dates import Dating, Outside
from roadmapc.deadlines.values import At, Day, Month
from roadmapc.russian.calendar import DEFAULT_CALENDAR

YEARS = Period(date(2021, 10, 20), date(2023, 5, 31))
SCHOOL_YEAR = Period(date(2021, 9, 1), date(2022, 8, 31))


def days(text: str, period: Period) -> list[str]:
    """Return the windows of a wording as «day.month.year – day.month.year»."""
    return [f"{one.first:%d.%m.%y} – {one.last:%d.%m.%y}" for one in read(text, period).windows]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("май", ["01.05.22 – 31.05.22"], ["01.05.22 – 31.05.22", "01.05.23 – 31.05.23"]),
        ("до 15 мая", ["01.09.21 – 15.05.22"], ["01.01.22 – 15.05.22", "01.01.23 – 15.05.23"]),
        ("до 15 мая 2022", ["01.09.21 – 15.05.22"], ["01.01.22 – 15.05.22"]),
        ("до начала мая 2022", ["01.09.21 – 30.04.22"], ["01.01.22 – 30.04.22"]),
        ("с 15 мая", ["15.05.22 – 31.08.22"], ["15.05.22 – 31.05.23", "15.05.23 – 31.05.23"]),
        ("с октября по май", ["01.10.21 – 31.05.22"], ["20.10.21 – 31.05.22", "01.10.22 – 31.05.23"]),
        ("зима", ["01.12.21 – 28.02.22"], ["01.12.21 – 28.02.22", "01.12.22 – 28.02.23"]),
        ("до 2022 года", ["01.09.21 – 31.08.22"], ["20.10.21 – 31.12.22"]),
        ("2022-2022 гг. май", ["01.05.22 – 31.05.22"], ["01.05.22 – 31.05.22"]),
    ],
)
def test_windows(text: str, short: list[str], long: list[str]) -> None:
    """«до» opens with the cycle; a range may begin the year before; nothing reaches out of the period."""
    assert days(text, SCHOOL_YEAR) == short
    assert days(text, YEARS) == long


def test_what_has_no_day() -> None:
    """A bare number outside a plan of one month, a day that a year has not."""
    dating = Dating(YEARS, DEFAULT_CALENDAR)
    with pytest.raises(Outside, match="no_month"):
        dating.ranges_of_part(Day(15))
    with pytest.raises(Outside, match="no_day"):
        dating.ranges_of_part(Day(29, 2, 2022))
    month = Dating(Period(date(2022, 2, 1), date(2022, 2, 28)), DEFAULT_CALENDAR)
    with pytest.raises(Outside, match="no_day"):
        month.ranges_of_part(Day(30))


def test_the_frame_of_years() -> None:
    """Parts without a year are looked for in the years of the frame, and one before the period where there is none."""
    assert list(Dating(YEARS, DEFAULT_CALENDAR).anchors) == [2020, 2021, 2022, 2023]
    framed = Dating(YEARS, DEFAULT_CALENDAR, (2022, 2030))
    assert list(framed.anchors) == [2022, 2023]
    assert framed.frame == (date(2022, 1, 1), YEARS.last)
    assert [found.first.year for found in framed.ranges_of(At(Month(5)))] == [2022, 2023]
