"""Proves that the columns of the plain table are named once, in their order, and how those of one's own are written."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from roadmapc.source.model import COLUMN_NAMES, Activity, Cell, Columns, ResultCell, Table


def test_columns_are_those_of_the_model() -> None:
    """All columns stand in the order of the table and have a heading by default; all but one may be dropped."""
    assert COLUMN_NAMES == ("number", "activity", "deadline", "owners", "result")
    assert all(getattr(Columns(), name) for name in COLUMN_NAMES)
    dropped = Columns.model_validate(dict.fromkeys({*COLUMN_NAMES} - {"activity"}))
    assert [name for name in COLUMN_NAMES if getattr(dropped, name)] == ["activity"]


def test_a_list_of_columns() -> None:
    """A key alone, or what is in the column, its heading and its width in millimetres."""
    table = Table.model_validate({"columns": ["number", {"key": "place", "heading": "Место", "width": "35 мм"}]})
    assert isinstance(table.columns, tuple)
    assert [(one.key, one.is_, one.width) for one in table.columns] == [("number", None, None), ("place", None, 35)]


@pytest.mark.parametrize("width", ["3", "401", "35 см", "широкая", ""])
def test_widths(width: str) -> None:
    """A width is a whole number of millimetres that a sheet may have."""
    with pytest.raises(ValidationError):
        Table.model_validate({"columns": [{"key": "place", "width": width}]})


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("Учителя", Cell(text="Учителя")),
        (["umo", "imc"], Cell(who=("umo", "imc"))),
        ({"text": "май", "dates": ["15.05.2026"]}, Cell(text="май", dates=("15.05.2026",))),
        ({"same_as_above": "да"}, Cell.model_validate({"same_as_above": "yes"})),
    ],
)
def test_cells_of_ones_own(value: object, cell: Cell) -> None:
    """A text, a list, or a record where words do not say all."""
    row = Activity.model_validate({"activity": "Что", "who": value})
    assert row.model_extra == {"who": cell}


@pytest.mark.parametrize("value", ["Приказ", {"text": "Приказ"}])
def test_results(value: object) -> None:
    """A result is mostly its words alone."""
    assert Activity.model_validate({"activity": "Что", "result": value}).result == ResultCell(text="Приказ")
