"""A table whose cells do not line up → the same table with the columns of its head.

Word keeps a border for every place where any row has one: a table of five columns may have a grid of fourteen, and a
cell that reaches a millimetre further than the one above covers another column. What people see are the columns of the
head; each cell belongs to the one that it overlaps most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise

from roadmapc.importing.material import Grid, GridCell, GridRow

_COVERED = 0.6
"""Of a column: a cell that reaches over so much of it covers it."""


def regular(grid: Grid, head: int) -> Grid:
    """Return the table with as many columns as its head has, or most of its rows where it has none."""
    edges = _edges(grid)
    borders = _borders(grid, head, edges)
    if len(borders) - 1 == grid.columns:
        return grid
    rows = [_row(row, edges, borders) for row in grid.rows]
    widths = tuple(round(right - left) for left, right in pairwise(borders))
    return grid._replace(rows=tuple(rows), columns=len(borders) - 1, widths=widths)


def _edges(grid: Grid) -> list[float]:
    """Return where the columns of the grid begin and end; they are alike where the file gives no widths."""
    widths = list(grid.widths[: grid.columns])
    widths += [0] * (grid.columns - len(widths))
    if not all(width > 0 for width in widths):
        widths = [width if width > 0 else 1 for width in widths] if any(widths) else [10] * grid.columns
    return [0, *accumulate(widths)]


def _borders(grid: Grid, head: int, edges: Sequence[float]) -> list[float]:
    """Return the borders of the columns that people see."""
    if head:
        found = {0, grid.columns}
        for row in grid.rows[:head]:
            lowest = [cell for cell in row.cells if not cell.covered]
            found |= {cell.column for cell in lowest} | {cell.column + cell.colspan for cell in lowest}
    else:
        shapes = Counter(
            tuple((cell.column, cell.colspan) for cell in row.cells) for row in grid.rows if len(row.cells) > 1
        )
        if not shapes:
            return list(edges)
        shape = max(shapes, key=lambda one: (shapes[one], len(one)))
        found = {0, grid.columns} | {at for at, _ in shape} | {at + span for at, span in shape}
    return [edges[at] for at in sorted(found) if at < len(edges)]


def _row(row: GridRow, edges: Sequence[float], borders: Sequence[float]) -> GridRow:
    cells: list[GridCell] = []
    for cell in row.cells:
        left, right = edges[min(cell.column, len(edges) - 1)], edges[min(cell.column + cell.colspan, len(edges) - 1)]
        first, last = _columns(left, right, borders)
        if cells and first < cells[-1].column + cells[-1].colspan:
            first = cells[-1].column + cells[-1].colspan if last >= cells[-1].column + cells[-1].colspan else first
        if cells and first < cells[-1].column + cells[-1].colspan:  # two cells below one head are one
            if any(text.words for text in cell.texts):
                cells[-1] = cells[-1]._replace(texts=cells[-1].texts + cell.texts, covered=False)
            continue
        cells.append(cell._replace(column=first, colspan=max(1, last - first + 1)))
    return row._replace(cells=tuple(cells))


def _columns(left: float, right: float, borders: Sequence[float]) -> tuple[int, int]:
    """Return the first and the last column that a cell covers; at least the one that it overlaps most."""
    overlaps = [max(0.0, min(right, end) - max(left, start)) for start, end in pairwise(borders)]
    covered = [at for at, (start, end) in enumerate(pairwise(borders)) if overlaps[at] >= _COVERED * (end - start)]
    best = max(range(len(overlaps)), key=lambda at: overlaps[at])
    covered = sorted({*covered, best})
    return covered[0], covered[-1]
