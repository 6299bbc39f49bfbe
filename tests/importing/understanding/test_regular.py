"""Proves that a table whose cells do not line up has the columns that people see."""

from __future__ import annotations

from roadmapc.importing.material import Grid, GridCell
from roadmapc.importing.understanding.regular import regular
from tests.importing.understanding.building import grid, span


def columns(table: Grid) -> list[str]:
    """Return the rows: column, span and words of each cell."""
    return [" ".join(f"{c.column}+{c.colspan}:{c.words}" for c in row.cells) for row in table.rows]


def test_a_table_that_lines_up_stays() -> None:
    table = grid(["№", "Мероприятие", "Срок"], ["1", "а", "б"])
    assert regular(table, 1) is table


def test_a_cell_belongs_to_the_column_that_it_overlaps_most() -> None:
    """Borders that miss those of the head by a millimetre make no columns of their own."""
    head = [span("№", 1), span("Мероприятие", 2), span("Срок", 2)]
    body = [span("1", 2), span("а", 2), span("б", 1)]
    found = regular(grid(head, body, widths=(10, 1, 89, 1, 49)), 1)
    assert found.columns == 3
    assert columns(found) == ["0+1:№ 1+1:Мероприятие 2+1:Срок", "0+1:1 1+1:а 2+1:б"]
    assert sum(found.widths) == 150


def test_two_cells_below_one_head_are_one() -> None:
    """No word of them is lost."""
    head = [span("Мероприятие", 2), span("Срок", 1)]
    found = regular(grid(head, ["а", "б", "май"], widths=(50, 50, 30)), 1)
    assert columns(found) == ["0+1:Мероприятие 1+1:Срок", "0+1:а б 1+1:май"]


def test_a_cell_over_the_whole_row_covers_all_columns() -> None:
    head = [span("№", 1), span("Мероприятие", 2), span("Срок", 1)]
    found = regular(grid(head, [span("Раздел", 4)], widths=(10, 50, 50, 30)), 1)
    assert columns(found)[1] == "0+3:Раздел"


def test_without_a_head_most_rows_say_the_columns() -> None:
    """A table of section rows alone keeps its grid."""
    odd: list[str | GridCell] = [span("Раздел", 4)]
    usual: list[str | GridCell] = ["1", span("а", 2), "май"]
    found = regular(grid(odd, usual, usual, ["2", "б", "в", "июнь"], widths=(10, 60, 5, 30)), 0)
    assert found.columns == 3
    assert columns(found)[-1] == "0+1:2 1+1:б в 2+1:июнь"
    only = grid(odd, odd)
    assert regular(only, 0) is only


def test_a_grid_without_widths_has_equal_columns() -> None:
    head = [span("№", 1), span("Мероприятие", 2)]
    found = regular(grid(head, ["1", span("а", 2)], widths=(0, 0, 0)), 1)
    assert columns(found) == ["0+1:№ 1+1:Мероприятие", "0+1:1 1+1:а"]
