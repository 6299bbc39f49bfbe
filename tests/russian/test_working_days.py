"""Proves that the working days are those of the decrees, as another package carries them."""

from __future__ import annotations

from pathlib import Path

import roadmapc.russian.working_days
from docs.generate.working_days import YEARS, table
from roadmapc.russian.working_days import DAYS_OFF, WORKING_SATURDAYS


def test_the_table_is_generated() -> None:
    """The module is what `docs/generate/working_days.py` makes of the package `holidays`."""
    assert Path(roadmapc.russian.working_days.__file__).read_text(encoding="utf-8") == table()
    assert set(DAYS_OFF) == set(WORKING_SATURDAYS) == set(YEARS)
