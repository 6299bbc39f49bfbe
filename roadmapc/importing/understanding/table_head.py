"""The head of a table: how many rows it takes, and how its columns are headed."""

from __future__ import annotations

from collections.abc import Sequence

from roadmapc.importing.material import Grid, GridRow
from roadmapc.importing.understanding.heads import is_head, is_numbers, is_surely_head
from roadmapc.importing.understanding.regular import regular
from roadmapc.importing.understanding.words import cell_text, one_line

_MOST_HEAD = 4


def head_rows(grid: Grid) -> int:
    """Return how many rows of a table are its head, a row with the numbers of the columns left out.

    A row that numbers the columns ends a head. Rows that the file marks as repeated are one, unless it marks many: then
    somebody has marked the whole table.
    """
    first = grid.rows[: _MOST_HEAD + 1]
    if first and is_numbers(row_words(first[0])):
        return 0  # the rest of a table, as ГОСТ 2.105 parts it
    numbered = next((at for at, row in enumerate(first) if at and is_numbers(row_words(row))), 0)
    if numbered:
        return numbered
    marked = next((at for at, row in enumerate(grid.rows) if not row.head), len(grid.rows))
    if 0 < marked < min(_MOST_HEAD, len(grid.rows)):
        return marked
    words = [cell.words for cell in grid.rows[0].cells if not cell.covered] if grid.rows else []
    if not is_head(words) and not _is_bold_head(grid):
        return 0
    grouped = len(grid.rows) > 1 and _goes_on(grid.rows[0], grid.rows[1])
    return 2 if grouped else 1


def head_of_rest(grid: Grid, before: Sequence[str]) -> int | None:
    """Return how many rows of a table repeat the head of the one before it; None where it has a head of its own.

    Of a table that a page has parted the first row may be bold, or have words of a head in it.
    """
    count = head_rows(grid)
    if not count:
        return 0
    own = headings(regular(grid, count), count)[0]
    if [one.casefold() for one in own] == [one.casefold() for one in before]:
        return count
    return None if grid.rows[0].head or is_surely_head(own) else 0


def _is_bold_head(grid: Grid) -> bool:
    """Tell whether the first row alone is bold, each of its cells with words: a head in words that nobody foresaw."""
    if len(grid.rows) < 2 or len(grid.rows[0].cells) < 3:
        return False
    first, second = ([[text.bold for text in cell.texts if text.words] for cell in row.cells] for row in grid.rows[:2])
    return all(cell and all(cell) for cell in first) and not all(all(cell) for cell in second if cell)


def row_words(row: GridRow) -> list[str]:
    """Return the words of each cell, on one line."""
    return [one_line(cell_text(cell.texts)) for cell in row.cells]


def _goes_on(row: GridRow, below: GridRow) -> bool:
    """Tell whether the second row has words below the groups of the first one alone."""
    groups = [cell for cell in row.cells if cell.colspan > 1]
    inside = [cell for cell in below.cells if not cell.covered and cell.words]
    return (
        bool(inside)
        and len(below.cells) > 1
        and all(any(group.column <= cell.column < group.column + group.colspan for group in groups) for cell in inside)
    )


def headings(grid: Grid, count: int) -> tuple[list[str], list[str]]:
    """Return the headings of the columns, and the words that speak for what each is: those of its group too.

    The words of a group stand in the heading of its first column only, so that each is printed once.
    """
    own = [""] * grid.columns
    speaking = [""] * grid.columns
    for row in grid.rows[:count]:
        for cell in row.cells:
            words = one_line(cell_text(cell.texts))
            if not words:
                continue
            own[cell.column] = f"{own[cell.column]}: {words}" if own[cell.column] else words
            for at in range(cell.column, min(cell.column + cell.colspan, grid.columns)):
                speaking[at] = f"{speaking[at]} {words}".strip()
    return own, speaking
