"""A sheet of cells parted into paragraphs and tables: what was typed into a grid need not be a table.

An empty row parts tables. Above a table, and below it, stand lines that have a single text: its title, the lines of the
approval, notes. Where the sheet draws borders, rows without any at the edges of a table are no rows of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from roadmapc.importing.material import Grid, GridCell, GridRow, Place, Text
from roadmapc.importing.reading.sheet_facts import Cell, Range

_USUAL_WIDTH = 17.0
"""Of a column of which nobody says how wide it is, in millimetres."""
_FEW = 2
"""A row with more texts is one of a table, with borders or without."""


def spans_of(ranges: Sequence[Range], rows: Sequence[Sequence[str]]) -> dict[Cell, tuple[int, int]]:
    """Return how many rows and columns the cells of merged ranges cover, cut to the sheet.

    Of ranges that overlap the first one counts. A range without a text covers nothing: it is a format, and no cell.
    """
    spans: dict[Cell, tuple[int, int]] = {}
    taken: set[Cell] = set()
    height, width = len(rows), max(map(len, rows), default=0)
    room = height * width
    for top, left, bottom, right in ranges:
        down, across = min(bottom + 1, height) - top, min(right + 1, width) - left
        if min(top, left) < 0 or min(down, across) < 1 or down * across == 1 or not rows[top][left]:
            continue
        room -= down * across
        if room < 0:  # more than there is: the rest overlaps
            break
        cells = {(row, column) for row in range(top, top + down) for column in range(left, left + across)}
        if not cells & taken:
            taken |= cells
            spans[top, left] = (down, across)
    return spans


@dataclass(frozen=True)
class Sheet:
    """Texts by row and column from 0, rectangular; `spans` are how many rows and columns a cell covers, where not one.

    `ruled` are the cells with a border, none where nobody says; `widths` are in millimetres; `name` is for places.
    """

    rows: Sequence[Sequence[str]]
    spans: Mapping[Cell, tuple[int, int]] = field(default_factory=dict)
    ruled: frozenset[Cell] = frozenset()
    widths: Mapping[int, float] = field(default_factory=dict)
    name: str = ""

    @cached_property
    def filled(self) -> list[list[int]]:
        """The columns of each row in which there is a text."""
        return [[column for column, text in enumerate(row) if text] for row in self.rows]

    @cached_property
    def covered(self) -> dict[Cell, Cell]:
        """The cells that merged ranges cover, with the cell that covers each; that one is not among them."""
        return {
            (row, column): (top, left)
            for (top, left), (down, across) in self.spans.items()
            for row in range(top, top + down)
            for column in range(left, left + across)
            if (row, column) != (top, left)
        }

    @cached_property
    def held(self) -> set[int]:
        """The rows that a cell above reaches into."""
        return {row for (row, _), (top, _) in self.covered.items() if top < row}

    @cached_property
    def ruled_rows(self) -> set[int]:
        """The rows with a border; where nobody draws any the sheet's own grid serves for them, in all rows."""
        return {row for row, _ in self.ruled} if self.ruled else set(range(len(self.rows)))

    @cached_property
    def first_column(self) -> int:
        """The first column in which there is a text anywhere."""
        return min((columns[0] for columns in self.filled if columns), default=0)

    @cached_property
    def ends(self) -> dict[int, int]:
        """The column behind the last one that the merged cells beginning in a row cover."""
        found: dict[int, int] = {}
        for (top, left), (_, across) in self.spans.items():
            found[top] = max(found.get(top, 0), left + across)
        return found

    def width(self, column: int) -> float:
        """Return the width of a column in millimetres."""
        return self.widths.get(column, _USUAL_WIDTH)


def blocks_of(sheet: Sheet, tables_before: int = 0) -> list[Text | Grid]:
    """Return the paragraphs and tables of a sheet in their order; tables are counted on from those before."""
    blocks: list[Text | Grid] = []
    for is_table, rows in _parted(sheet):
        if is_table:
            tables_before += 1
            blocks.append(_grid(sheet, rows, tables_before))
        else:
            blocks += (_line(sheet, row, column) for row in rows for column in sheet.filled[row])
    return blocks


def _parted(sheet: Sheet) -> Iterator[tuple[bool, range]]:
    """Yield the rows of each table, and those of the lines between tables."""
    for band in _bands(sheet):
        for part in _by_borders(sheet, band):
            first, last = part.start, part.stop
            while first < last and _is_line(sheet, first):
                first += 1
            while last > first and _is_line_below(sheet, last - 1):
                last -= 1
            for is_table, start, stop in ((False, part.start, first), (True, first, last), (False, last, part.stop)):
                if start < stop:
                    yield is_table, range(start, stop)


def _bands(sheet: Sheet) -> Iterator[range]:
    """Yield the rows between empty ones; a row that a cell above reaches into is none of those."""
    start = None
    for row in range(len(sheet.rows) + 1):
        full = row < len(sheet.rows) and bool(row in sheet.held or sheet.filled[row])
        if full and start is None:
            start = row
        elif not full and start is not None:
            yield range(start, row)
            start = None


def _by_borders(sheet: Sheet, band: range) -> Iterator[range]:
    """Yield the rows above those with borders, these, and those below; a row that was added without borders is theirs.

    Two texts side by side below a table are a post and a name; more are a row.
    """
    ruled = [row for row in band if row in sheet.ruled_rows]
    first, last = (ruled[0], ruled[-1] + 1) if ruled else (band.start, band.stop)
    while last in sheet.held:
        last += 1
    if any(len(sheet.filled[row]) > _FEW for row in range(last, band.stop)):
        last = band.stop
    yield from (part for part in (range(band.start, first), range(first, last), range(last, band.stop)) if part)


def _is_line(sheet: Sheet, row: int) -> bool:
    """Say whether a row is a line of text: a single cell that does not reach down, and none reaches into it."""
    filled = sheet.filled[row]
    return len(filled) == 1 and row not in sheet.held and sheet.spans.get((row, filled[0]), (1, 1))[0] == 1


def _is_line_below(sheet: Sheet, row: int) -> bool:
    """Say whether a row is a line below a table; with borders it is a row of it, and so is one further right."""
    is_ruled = bool(sheet.ruled) and row in sheet.ruled_rows
    return _is_line(sheet, row) and not is_ruled and sheet.filled[row][0] == sheet.first_column


def _line(sheet: Sheet, row: int, column: int) -> Text:
    indent = round(sum(map(sheet.width, range(sheet.first_column, column))))
    return Text(sheet.rows[row][column], indent=indent, place=Place(paragraph=row + 1, part=sheet.name))


def _grid(sheet: Sheet, rows: range, table: int) -> Grid:
    """Return a table; rows and cells of its places are those of the sheet, empty columns at its edges are cut."""
    filled = [column for row in rows for column in sheet.filled[row]]
    used = range(min(filled), max(max(filled) + 1, *(sheet.ends.get(row, 0) for row in rows), 0))
    made = []
    for row in rows:
        cells = (_cell(sheet, row, column, used.start, table) for column in used)
        made.append(GridRow(tuple(cell for cell in cells if cell)))
    ruled = any(row in sheet.ruled_rows for row in rows) if sheet.ruled else len(rows) > 1
    widths = tuple(round(sheet.width(column)) for column in used) if sheet.widths else ()
    return Grid(tuple(made), len(used), ruled, widths, Place(table=table, part=sheet.name))


def _cell(sheet: Sheet, row: int, column: int, start: int, table: int) -> GridCell | None:
    """Return the cell that begins at a place, or none where one to the left covers it."""
    place = Place(table=table, row=row + 1, cell=column + 1, part=sheet.name)
    if by := sheet.covered.get((row, column)):
        across = sheet.spans[by][1]
        return GridCell((), column - start, across, covered=True, place=place) if column == by[1] else None
    down, across = sheet.spans.get((row, column), (1, 1))
    text = sheet.rows[row][column]
    return GridCell((Text(text, place=place),) if text else (), column - start, across, down, place=place)
