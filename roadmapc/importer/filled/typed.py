"""Values of cells, whatever program wrote them, as the texts that the control list has: days as 01.09.2024."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from roadmapc.importing.reading.opened_workbook import Value
from roadmapc.importing.reading.workbook import text_of
from roadmapc.plan.control.mark_cells import day_text
from roadmapc.russian.calendar import parse_date

_DAY_0, _DAY_0_OF_1904 = date(1899, 12, 30), date(1904, 1, 1)
_FIRST, _LAST = date(2000, 1, 1), date(2100, 12, 31)


def is_likely(day: date) -> bool:
    """Say whether a day may be meant: «2023» in a cell for days is a year, not a day of 1905."""
    return _FIRST <= day <= _LAST


def typed_text(value: Value, *, is_date: bool, from_1904: bool) -> str:
    """Return the text of a cell; in a column of days a number is a day, counted as the workbook counts them."""
    if is_date:
        day = _day(value, _DAY_0_OF_1904 if from_1904 else _DAY_0)
        if day:
            return day_text(day)
    return text_of(value)


def _day(value: Value, day_0: date) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        return parse_date(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1_000_000:
        return None
    day = day_0 + timedelta(int(value))
    return day if is_likely(day) else None
