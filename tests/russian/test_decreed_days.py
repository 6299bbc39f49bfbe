"""Proves that the working days are those of the decrees, as another package carries them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import roadmapc.russian.decreed_days
from docs.generate.decreed_days import YEARS, table
from roadmapc.russian.calendar import _days_off_by_law, make_date
from roadmapc.russian.decreed_days import DAYS_OFF, WORKING_SATURDAYS


def test_the_table_is_generated() -> None:
    """The module is what `docs/generate/decreed_days.py` makes of the package `holidays`."""
    assert Path(roadmapc.russian.decreed_days.__file__).read_text(encoding="utf-8") == table()
    assert set(DAYS_OFF) == set(WORKING_SATURDAYS) == set(YEARS)


MOVED_ELSEWHERE = {date(2013, 2, 25), date(2014, 2, 24), date(2019, 2, 25), date(2025, 2, 24), date(2025, 3, 10)}


def test_what_the_law_moves_is_off() -> None:
    """The day off of a holiday on a weekend is the next working day, unless the decree of the year names another."""
    days = {make_date(year, *divmod(key, 100)) for year in YEARS for key in _days_off_by_law(year) - DAYS_OFF[year]}
    assert {day for day in days if day and day.weekday() < 5} == MOVED_ELSEWHERE
