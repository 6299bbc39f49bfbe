"""Two printed tables of the same columns as one with marks: a changed cell in its row, rows that come and go.

Widths and looks are the new ones: of properties Word would track each change apart. A cell that several rows share is
one in the new table's rows, and in those that go as far as the rows above them still share it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from roadmapc.documents.amending._redlining.paragraphs import all_marked_paragraphs, marked_cell
from roadmapc.documents.amending._redlining.rows import RowStep
from roadmapc.rendering.blocks import Paragraph, TableBlock, TableCell, TableRow
from roadmapc.rendering.marked import Change, MarkedRow

_Share = Literal["", "first", "further"]
_NOTHING = (Paragraph((), "TableText"),)


@dataclass(slots=True)
class _Shared:
    """What the cells of a column above a row are: one shared with them or not; the words of the last shared new one."""

    share: _Share = ""
    without_inserted: _Share = ""
    words: tuple[Paragraph, ...] = _NOTHING


def marked_table(old: TableBlock, new: TableBlock, steps: Sequence[RowStep]) -> TableBlock:
    """Return the table with marks; the new table itself where nothing changed."""
    rows = _Rows(old, new).rows(steps)
    if all(row is other for row, other in zip(rows, new.rows, strict=False)) and len(rows) == len(new.rows):
        return new
    head = max((at + 1 for at, step in enumerate(steps) if _is_head(old, new, step)), default=0)
    return replace(new, rows=tuple(rows), head=head)


def all_marked_table(table: TableBlock, change: Change) -> TableBlock:
    """Return a table that comes or goes as a whole."""
    return replace(table, rows=tuple(_all_marked(row, change) for row in table.rows))


def _is_head(old: TableBlock, new: TableBlock, step: RowStep) -> bool:
    if step.new is not None:
        return step.new < new.head
    return step.old is not None and step.old < old.head


def _all_marked(row: TableRow, change: Change) -> MarkedRow:
    cells = (replace(cell, paragraphs=all_marked_paragraphs(cell.paragraphs, change)) for cell in row.cells)
    return MarkedRow(tuple(cells), row.kind, change)


class _Rows:
    """Makes the rows of one table from the top down."""

    def __init__(self, old: TableBlock, new: TableBlock) -> None:
        self.old, self.new = old, new
        self.has_shared = any(cell.rowspan != 1 for table in (old, new) for row in table.rows for cell in row.cells)
        self.above: dict[int, _Shared] = {}
        self.shares: list[dict[int, _Share]] = []

    def rows(self, steps: Sequence[RowStep]) -> list[TableRow]:
        """Return the rows with marks; those without any are the new table's own."""
        found = [self._row(step) for step in steps]
        return self._spanned(found) if self.has_shared else found

    def _row(self, step: RowStep) -> TableRow:
        old = self.old.rows[step.old] if step.old is not None else None
        new = self.new.rows[step.new] if step.new is not None else None
        if self.has_shared:
            return self._row_with_shares(old, new)
        if old and new:
            return _kept(old, new, [cell.paragraphs for cell in new.cells])
        return _all_marked(new, "inserted") if new else _all_marked(old, "deleted") if old else TableRow(())

    def _row_with_shares(self, old: TableRow | None, new: TableRow | None) -> TableRow:
        row = new or old
        assert row is not None  # a step has a side
        shares: dict[int, _Share] = {}
        words: list[tuple[Paragraph, ...]] = []
        column = 0
        for at, cell in enumerate(row.cells):
            above = self.above.setdefault(column, _Shared())
            before = old.cells[at] if old else None
            share, text = self._share(above, before, cell if new else None, column)
            shares[column] = above.share = share
            if old:
                above.without_inserted = share
            words.append(text)
            column += cell.colspan
        self.shares.append(shares)
        if old and new:
            return _kept(old, new, words)
        cells = zip(row.cells, words, strict=True)
        return _all_marked(
            replace(
                row,
                cells=tuple(cell if cell.paragraphs is one else replace(cell, paragraphs=one) for cell, one in cells),
            ),
            "inserted" if new else "deleted",
        )

    def _share(
        self, above: _Shared, old: TableCell | None, new: TableCell | None, column: int
    ) -> tuple[_Share, tuple[Paragraph, ...]]:
        """Return how a cell is shared, and its words.

        A row that goes is one with those above it as long as these are shared. Where the cells of a row that stays
        could not be one in both editions, it has the words of the shared cell itself.
        """
        if new is None:
            assert old is not None  # a row has a side
            if old.rowspan == 0 and self._reach(above, column):
                return "further", old.paragraphs
            return "first" if old.rowspan > 1 else "", old.paragraphs
        if new.rowspan:
            above.words = new.paragraphs
            return "first" if new.rowspan > 1 else "", new.paragraphs
        own = old is not None and old.rowspan > 0
        if above.share and not (own and above.without_inserted):
            return "further", new.paragraphs
        return "first", above.words

    def _reach(self, above: _Shared, column: int) -> bool:
        """Let the cell above reach down, if it is there."""
        if not self.shares or column not in self.shares[-1]:
            return False
        if not above.share:
            self.shares[-1][column] = above.share = "first"
        return True

    def _spanned(self, rows: list[TableRow]) -> list[TableRow]:
        """Return the rows with cells that reach as far down as they are shared."""
        further: dict[int, int] = {}
        found = []
        for row, shares in zip(reversed(rows), reversed(self.shares), strict=True):
            cells = []
            column = 0
            for cell in row.cells:
                if shares[column] == "further":
                    further[column] = further.get(column, 0) + 1
                    span = 0
                else:
                    span = 1 + further.pop(column, 0)
                cells.append(cell if cell.rowspan == span else replace(cell, rowspan=span))
                column += cell.colspan
            is_same = all(one is other for one, other in zip(cells, row.cells, strict=True))
            found.append(row if is_same else replace(row, cells=tuple(cells)))
        return found[::-1]


def _kept(old: TableRow, new: TableRow, words: Sequence[tuple[Paragraph, ...]]) -> TableRow:
    """Return a row that stays: each cell with its marks, or as it is."""
    cells = []
    for before, cell, paragraphs in zip(old.cells, new.cells, words, strict=True):
        marked = paragraphs if before.paragraphs == paragraphs else marked_cell(before.paragraphs, paragraphs)
        is_same = all(one is other for one, other in zip(marked, cell.paragraphs, strict=False))
        cells.append(cell if is_same and len(marked) == len(cell.paragraphs) else replace(cell, paragraphs=marked))
    if all(one is other for one, other in zip(cells, new.cells, strict=True)):
        return new
    return MarkedRow(tuple(cells), new.kind)
