"""Proves that every table that is taken fills its grid, and that no other is taken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.rendering.blocks import Paragraph, TableBlock, TableCell, TableRow
from roadmapc.rendering.markup import read
from roadmapc.rendering.markup.faults import Fault
from roadmapc.rendering.markup.table_builder import MOST_COLUMNS, TableBuilder

Spans = list[list[tuple[int, int]]]


def built(columns: int, rows: Spans) -> TableBlock:
    """Return the table of cells with these spans (columns, rows)."""
    table = TableBuilder({"widths": " ".join(["1"] * columns)})
    for row in rows:
        table.start_row("", in_head=False, offset=7)
        for colspan, rowspan in row:
            table.add_text(("а",), head=False, attributes={"colspan": str(colspan), "rowspan": str(rowspan)})
        table.end_row()
    table.end_part()
    return table.table(keep_next=False)


@pytest.mark.parametrize(
    "rows",
    [
        [[(1, 1), (1, 1), (1, 1)]],
        [[(3, 1)]],
        [[(1, 2), (2, 1)], [(1, 1), (1, 1)]],
        [[(2, 3), (1, 1)], [(1, 2)], []],
        [[(1, 1), (1, 2), (1, 1)], [(1, 1), (1, 1)]],
    ],
)
def test_tables_that_fill_their_grid(rows: Spans) -> None:
    """Cells that reach down are there again, as covered ones, in each row below."""
    found = built(3, rows)
    assert [sum(cell.colspan for cell in row.cells) for row in found.rows] == [3] * len(rows)
    assert [[(c.colspan, c.rowspan) for c in row.cells if c.rowspan] for row in found.rows] == rows


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([[(1, 1)]], "the row fills 1 of the table's 3 columns"),
        ([[(1, 1)] * 4], "the row has more cells"),
        ([[(4, 1)]], "a cell reaches over the columns that are free"),
        ([[(1, 1), (1, 2), (1, 1)], [(2, 1), (1, 1)]], "a cell reaches over the columns that are free"),
        ([[(1, 2), (2, 1)]], "a cell reaches below the last row"),
        ([], "a table needs rows"),
        ([[(0, 1)]], "colspan must be a whole number from 1"),
    ],
)
def test_tables_that_do_not(rows: Spans, message: str) -> None:
    """A row too short or too long, a cell that reaches over others, out of the grid or below the table."""
    with pytest.raises(Fault, match=message):
        built(3, rows)


spans = st.integers(0, 4)


@given(st.integers(1, 4), st.lists(st.lists(st.tuples(spans, spans), max_size=4), max_size=4))
def test_whatever_is_taken_fills_the_grid(columns: int, rows: Spans) -> None:
    """Any cells either make rows of full width, in which as many cells are covered as cells above reach, or a fault."""
    try:
        found = built(columns, rows)
    except Fault:
        return
    cells = [cell for row in found.rows for cell in row.cells]
    assert all(sum(cell.colspan for cell in row.cells) == columns for row in found.rows)
    assert sum(cell.rowspan - 1 for cell in cells if cell.rowspan) == sum(not cell.rowspan for cell in cells)


@pytest.mark.parametrize("widths", ["", "0", "a", "1 -1", "1e9", "nan", " ".join(["1"] * (MOST_COLUMNS + 1))])
def test_widths_that_are_none(widths: str) -> None:
    """Widths are 1 to 63 numbers above 0."""
    with pytest.raises(Fault, match="widths must be"):
        TableBuilder({"widths": widths})


def test_looks() -> None:
    """Classes choose lines and type; a row's kind, a head and a number choose the style of a cell."""
    table = TableBuilder({"widths": "1", "class": "plain small"})
    assert (table.grid, table.small) == (False, True)
    table = TableBuilder({"widths": "1"})
    assert (table.grid, table.small) == (True, False)
    styles = []
    for kind, classes, head in (
        ("section", "number", True),
        ("task", "", False),
        ("", "", True),
        ("", "number", False),
    ):
        table.start_row(kind, in_head=head, offset=0)
        styles.append(table.style(classes, head))
    assert styles == ["TableSection", "TableTask", "TableHead", "TableNumber"]
    assert table.style("", head=False) == "TableText"


def test_rows_that_are_complete_are_put_in_as_they_are() -> None:
    """Rows made elsewhere are taken where they fill the grid, and refused where they do not."""
    table = TableBuilder({"widths": "1 1"})
    row = TableRow((TableCell(()), TableCell(())))
    table.insert([row, TableRow((TableCell((), 2),))])
    assert table.table(keep_next=True).rows[0] is row
    with pytest.raises(Fault, match="do not fill the table's 2 columns"):
        table.insert([TableRow((TableCell(()),))])
    table.start_row("", in_head=False, offset=0)
    table.add_text(("a",), head=False, attributes={"rowspan": "2"})
    table.add_text(("b",), head=False, attributes={})
    table.end_row()
    with pytest.raises(Fault, match="reaches over the columns"):
        table.insert([row])


def test_a_head_that_the_program_sets() -> None:
    """Its rows repeat on every page as those that a template writes do."""
    row = TableRow((TableCell((Paragraph(("Срок",), "TableHead"),)),), "head")
    before = '<document title="Т"><section><table widths="1"><thead>'
    behind = "</thead><tbody><tr><td>май</td></tr></tbody></table></section></document>"
    given = read(f'{before}<rows of="days"/>{behind}', {"days": (row,)})
    assert given == read(f"{before}<tr><th>Срок</th></tr>{behind}")
