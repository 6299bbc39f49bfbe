"""Proves where a sheet is parted into lines and tables, with borders and without."""

from __future__ import annotations

import pytest

from roadmapc.importing.material import Grid, Text
from roadmapc.importing.reading.sheet_blocks import Sheet, blocks_of, spans_of

HEAD = ["№", "Мероприятие", "Срок"]
ROW = ["1", "Опрос", "май"]
TWO = ["Согласовано", "", "Утверждаю"]
NOTE = ["* Сроки уточняются", "", ""]
SECTION = ["1. Мониторинг", "", ""]
SIGNED = ["Начальник", "", "И.И. Иванов"]
EMPTY = ["", "", ""]


def parted(rows: list[list[str]], ruled: range = range(0)) -> str:
    """Return how many rows each block has: «t» a line, «g» a table without lines, «G» one with them."""
    blocks = blocks_of(Sheet(rows, ruled=frozenset((row, column) for row in ruled for column in range(3))))
    return " ".join(
        "t" if isinstance(block, Text) else f"{'G' if block.ruled else 'g'}{len(block.rows)}" for block in blocks
    )


@pytest.mark.parametrize(
    ("rows", "ruled", "expected"),
    [
        ([HEAD, ROW], range(0), "G2"),
        ([SECTION, HEAD, SECTION, ROW], range(0), "t G3"),
        ([HEAD, SECTION, ROW, NOTE], range(0), "G3 t"),
        ([HEAD, ROW, ["", "и ещё", ""]], range(0), "G3"),
        ([HEAD, ROW, EMPTY, SIGNED], range(0), "G2 g1"),
        ([TWO, EMPTY, HEAD, ROW], range(0), "g1 G2"),
        ([TWO, TWO, HEAD, ROW], range(2, 4), "g2 G2"),
        ([HEAD, ROW, SECTION], range(3), "G3"),
        ([HEAD, ROW, NOTE], range(2), "G2 t"),
        ([HEAD, ROW, SIGNED], range(2), "G2 g1"),
        ([HEAD, ROW, ROW], range(2), "G3"),
        ([HEAD, ROW, ROW, ROW], range(3), "G4"),
        ([NOTE, EMPTY, SECTION], range(0), "t t"),
        ([EMPTY, EMPTY], range(0), ""),
        ([], range(0), ""),
    ],
)
def test_where_a_sheet_is_parted(rows: list[list[str]], ruled: range, expected: str) -> None:
    """A row of the table keeps its table, though a person added it without borders; a signature does not."""
    assert parted(rows, ruled) == expected


def test_a_cell_that_reaches_down_holds_rows_together() -> None:
    """A row that is empty but for what reaches into it parts nothing, and is no line."""
    rows = [["а", "б"], ["", ""], ["", "в"], ["г", ""]]
    (grid, line) = blocks_of(Sheet(rows, spans_of([(0, 0, 2, 0)], rows)))
    assert isinstance(grid, Grid)
    assert [len(row.cells) for row in grid.rows] == [2, 2, 2]
    assert isinstance(line, Text)


def test_ranges() -> None:
    """Those without a text, outside the sheet, overlapping or of one cell cover nothing."""
    rows = [["а", "б", ""], ["в", "", "г"]]
    ranges = [(0, 2, 1, 2), (5, 5, 6, 6), (-1, 0, 1, 1), (1, 1, 0, 0), (0, 0, 0, 0), (0, 0, 0, 1), (0, 1, 1, 1)]
    assert spans_of(ranges, rows) == {(0, 0): (1, 2)}
    assert spans_of([(0, 0, 9, 9)] * 100_000, rows) == {(0, 0): (2, 3)}


def test_widths_and_places() -> None:
    """Widths are those of the table's own columns; an indent is counted from the first column that is used."""
    rows = [["", "", "", "Утверждаю"], ["", "а", "б", "в"]]
    line, grid = blocks_of(Sheet(rows, widths={1: 10.0, 2: 60.4}, name="План"))
    assert isinstance(line, Text)
    assert isinstance(grid, Grid)
    assert (line.indent, grid.widths, grid.columns) == (70, (10, 60, 17), 3)
    assert [cell.column for cell in grid.rows[0].cells] == [0, 1, 2]
    assert str(grid.rows[0].cells[0].place.message) == "table 1, row 2, cell 2"
