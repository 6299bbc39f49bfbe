"""Proves that the columns of the table are named once, in the order in which they are printed."""

from __future__ import annotations

from roadmapc.source.model import COLUMN_NAMES, OPTIONAL_COLUMNS, Columns


def test_columns_are_those_of_the_model() -> None:
    """All columns stand in the order of the table; those without a heading by default may be left out."""
    assert COLUMN_NAMES == ("number", "activity", "deadline", "owners", "result")
    assert [name for name in COLUMN_NAMES if not getattr(Columns(), name)] == list(OPTIONAL_COLUMNS)
    assert OPTIONAL_COLUMNS == ("number", "result")
