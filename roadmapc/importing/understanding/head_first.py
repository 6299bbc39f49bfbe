"""A table whose head is not its first row: a title or a section stands above it, across all columns."""

from __future__ import annotations

import re

from roadmapc.importing.material import Grid, GridRow, Text
from roadmapc.importing.understanding.heads import is_head, is_numbers
from roadmapc.importing.understanding.rows import SECTION
from roadmapc.importing.understanding.table_head import head_rows, row_words

_MOST_ABOVE = 4
_FEWEST_COLUMNS = 3
_NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,5})[.)]\s", re.IGNORECASE)


def head_first(grid: Grid) -> tuple[list[Text], Grid]:
    """Return the title that stands in the rows above a head, and the table that begins with its head.

    A section above the head, which perhaps comes again above the next section, is the first row behind it.
    """
    above = _rows_above(grid)
    if not above:
        return [], grid
    rows = grid.rows[above:]
    head = row_words(rows[0])
    again = any(row_words(row) == head for row in rows[1:])
    sections = [row for row in grid.rows[:above] if SECTION.match(_words(row)) or _NUMBERED.match(_words(row))]
    if again and not sections:
        sections = [grid.rows[above - 1]]
    titles = [text for row in grid.rows[:above] if row not in sections for cell in row.cells for text in cell.texts]
    count = head_rows(grid._replace(rows=rows))
    count += len(rows) > count and is_numbers(row_words(rows[count]))
    return [text for text in titles if text.words], grid._replace(rows=(*rows[:count], *sections, *rows[count:]))


def _rows_above(grid: Grid) -> int:
    """Return how many rows of one cell each stand above the head; none where no head follows them."""
    rows = grid.rows[: _MOST_ABOVE + 1]
    above = next((at for at, row in enumerate(rows) if not _is_alone(row, grid.columns)), 0)
    if not above or grid.columns < _FEWEST_COLUMNS:
        return 0
    return above if is_head(row_words(rows[above])) else 0


def _is_alone(row: GridRow, columns: int) -> bool:
    filled = [cell for cell in row.cells if cell.words]
    return len(filled) == 1 and filled[0].colspan >= columns - 1


def _words(row: GridRow) -> str:
    return " ".join(cell.words for cell in row.cells if cell.words)
