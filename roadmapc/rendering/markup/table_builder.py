"""Tables while they are being read: every row must fill the grid, and no cell may reach out of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from roadmapc.diagnostics import Message
from roadmapc.rendering.blocks import Content, Paragraph, TableBlock, TableCell, TableRow
from roadmapc.rendering.markup.faults import Fault

MOST_COLUMNS = 63  # Word opens no table with more
MOST_REMEMBERED = 2_000  # cells or paragraphs read before: more would only take memory
ROW_STYLES = {"section": "TableSection", "task": "TableTask", "numbers": "TableColumns"}


class _CellShape(NamedTuple):
    """What a cell is besides its paragraphs: the further fields of `TableCell`."""

    colspan: int = 1
    rowspan: int = 1
    align: str = ""
    shaded: bool = False
    vertical: bool = False


_PLAIN = _CellShape()


class TableBuilder:
    """Takes rows and cells as they come, in `rows` those that are complete."""

    def __init__(self, attributes: Mapping[str, str]) -> None:
        classes = attributes.get("class", "").split()
        self.grid, self.small = "plain" not in classes, "small" in classes
        self.widths = _widths(attributes.get("widths", ""))
        self.rows: list[TableRow] = []
        self.head = 0
        self.in_head = False
        self.kind = ""
        self.cells: list[TableCell] = []
        self._offset = 0
        self._plain = True
        self._cell = lru_cache(MOST_REMEMBERED)(_cell)  # equal cells are one, which is written once
        self._text_cell = lru_cache(MOST_REMEMBERED)(_text_cell)
        self._below: dict[int, tuple[int, int]] = {}  # column → rows still to cover, columns covered

    def start_row(self, kind: str, in_head: bool, offset: int) -> None:
        """Begin a row of the kind (a class of `<tr>`); `offset` is where mistakes in it are reported."""
        self.kind, self.in_head, self.cells, self._offset, self._plain = kind, in_head, [], offset, True

    def insert(self, rows: Sequence[TableRow], *, head: bool = False) -> None:
        """Add rows that are complete, of the head or below it: each fills the grid."""
        self.in_head = head
        if self._below:
            raise Fault(Message("a cell reaches over the columns that are free in its row"))
        total = len(self.widths)
        for row in rows:
            if len(row.cells) != total and sum(cell.colspan for cell in row.cells) != total:
                raise Fault(Message("the rows do not fill the table's {total} columns", total=total))
        self.rows.extend(rows)

    def style(self, classes: str, head: bool) -> str:
        """Return the style of a cell's text: that of the row's kind, else of a head, a number or a plain cell."""
        if self.kind in ROW_STYLES:
            return ROW_STYLES[self.kind]
        if head:
            return "TableHead"
        return "TableNumber" if "number" in classes else "TableText"

    def add_text(self, content: Content, head: bool, attributes: Mapping[str, str]) -> None:
        """Add a cell that holds text, which may be empty."""
        style = self.style(attributes.get("class", ""), head)
        self.cells.append(self._text_cell(content, style, self._shape_of(attributes)))

    def add(self, paragraphs: tuple[Paragraph, ...], attributes: Mapping[str, str]) -> None:
        """Add a cell with the classes and spans that its attributes give."""
        self.cells.append(self._cell(paragraphs, self._shape_of(attributes)))

    def _shape_of(self, attributes: Mapping[str, str]) -> _CellShape:
        if not attributes:
            return _PLAIN
        shape = _cell_shape(attributes.get("class", ""), attributes.get("colspan", "1"), attributes.get("rowspan", "1"))
        self._plain = self._plain and shape.colspan == shape.rowspan == 1
        return shape

    def end_row(self) -> None:
        """Put the row's cells into the grid."""
        if self._plain and not self._below and len(self.cells) == len(self.widths):
            cells = tuple(self.cells)
        else:
            cells = tuple(self._placed())
        self.rows.append(TableRow(cells, self.kind or ("head" if self.in_head else "")))

    def end_part(self) -> None:
        """End `<thead>` or `<tbody>`, over whose end no cell may reach."""
        if self._below:
            raise Fault(Message("a cell reaches below the last row: its rowspan is too large"), self._offset)
        if self.in_head:
            self.head, self.in_head = len(self.rows), False

    def table(self, keep_next: bool) -> TableBlock:
        """Return the table when all its rows are there."""
        if not self.rows:
            raise Fault(Message("a table needs rows"))
        return TableBlock(self.widths, tuple(self.rows), self.head, self.grid, self.small, keep_next)

    def _placed(self) -> list[TableCell]:
        """Return the row's cells with those that reach down from above in their columns."""
        placed: list[TableCell] = []
        cells, total, at = iter(self.cells), len(self.widths), 0
        while at < total:
            if at in self._below:
                left, columns = self._below.pop(at)
                if left > 1:
                    self._below[at] = (left - 1, columns)
                placed.append(TableCell((Paragraph((), "TableText"),), columns, 0))
                at += columns
                continue
            cell = next(cells, None)
            if cell is None:
                message = "the row fills {found} of the table's {total} columns"
                raise Fault(Message(message, found=at, total=total), self._offset)
            at = self._fit(cell, at)
            placed.append(cell)
        if next(cells, None):
            raise Fault(Message("the row has more cells than the table's {total} columns", total=total), self._offset)
        return placed

    def _fit(self, cell: TableCell, at: int) -> int:
        """Take the columns from `at` for a cell and return the next free one."""
        end = at + cell.colspan
        if end > len(self.widths) or any(column in self._below for column in range(at, end)):
            raise Fault(Message("a cell reaches over the columns that are free in its row"), self._offset)
        if cell.rowspan > 1:
            self._below[at] = (cell.rowspan - 1, cell.colspan)
        return end


def _widths(text: str) -> tuple[float, ...]:
    try:
        widths = tuple(float(word) for word in text.split())
    except ValueError:
        widths = ()
    if not 0 < len(widths) <= MOST_COLUMNS or not all(0 < width < 100_000 for width in widths):
        message = "widths must be 1 to {most} numbers above 0, one for each column: 14 100 38"
        raise Fault(Message(message, most=MOST_COLUMNS))
    return widths


@lru_cache(MOST_REMEMBERED)
def _cell_shape(classes: str, columns: str, rows: str) -> _CellShape:
    names = classes.split()
    align = next((name for name in ("left", "center", "right") if name in names), "")
    return _CellShape(_span("colspan", columns), _span("rowspan", rows), align, "shaded" in names, "vertical" in names)


def _cell(paragraphs: tuple[Paragraph, ...], shape: _CellShape) -> TableCell:
    return TableCell(paragraphs, *shape)


def _text_cell(content: Content, style: str, shape: _CellShape) -> TableCell:
    return TableCell((Paragraph(content, style),), *shape)


def _span(name: str, text: str) -> int:
    text = text.strip()
    if not (text.isascii() and text.isdigit() and 0 < int(text[:6]) < 32_768):
        raise Fault(Message("{name} must be a whole number from 1, not «{text}»", name=name, text=text))
    return int(text)
