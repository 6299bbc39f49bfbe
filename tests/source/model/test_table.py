"""Proves that the columns of the table are named once, in the order in which they are printed."""

from __future__ import annotations

from roadmapc.source.model import COLUMN_NAMES, OPTIONAL_COLUMNS, Columns


def test_columns_are_those_of_the_model() -> None:
    """All columns stand in the order of the table and have a heading by default; two of them may be dropped."""
    assert COLUMN_NAMES == ("number", "activity", "deadline", "owners", "result")
    assert all(getattr(Columns(), name) for name in COLUMN_NAMES)
    assert OPTIONAL_COLUMNS == ("number", "result")
    assert not any(getattr(Columns.model_validate(dict.fromkeys(OPTIONAL_COLUMNS)), name) for name in OPTIONAL_COLUMNS)
