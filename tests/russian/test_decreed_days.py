"""Proves that the working days are those of the decrees, as another package carries them."""

from __future__ import annotations

from pathlib import Path

import roadmapc.russian.decreed_days
from docs.generate.decreed_days import YEARS, table
from roadmapc.russian.decreed_days import DAYS_OFF, WORKING_SATURDAYS


def test_the_table_is_generated() -> None:
    """The module is what `docs/generate/decreed_days.py` makes of the package `holidays`."""
    assert Path(roadmapc.russian.decreed_days.__file__).read_text(encoding="utf-8") == table()
    assert set(DAYS_OFF) == set(WORKING_SATURDAYS) == set(YEARS)
