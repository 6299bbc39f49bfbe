"""Tables → HTML that is a table on wide screens and on paper, and a card for each row on a phone.

For that every cell says in `data-label` what its column is headed; a cell shared by several rows is repeated in each of
them, shown on cards alone; and roles say that all this is a table, which browsers forget where it is laid out as cards.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from roadmapc.rendering.blocks import TableBlock, TableCell, TableRow
from roadmapc.rendering.html.paragraphs import escaped, paragraph, plain

INNER_HEADS = "heads"
_NAMING_KINDS = ("section", "task")
_NO_CARDS = (*_NAMING_KINDS, INNER_HEADS)
_ROLES = {"th": ' role="columnheader"', "td": ' role="cell"'}


class Column(NamedTuple):
    """How a column is headed; `brief` where the head is turned upwards: its cells hold a word or two."""

    label: str = ""
    brief: bool = False


def table(block: TableBlock, signature: str = "") -> Iterator[str]:
    """Yield a table's parts; the last row is a `signature`, in HTML: browsers keep it on the page of no other rows."""
    total = sum(block.widths)
    columns = "".join(f'<col style="width: {100 * width / total:.4g}%">' for width in block.widths)
    heads = columns_of(block)
    given = {"small": block.small, "headless": not block.head, "signed": bool(signature), "keep": block.keep_next}
    names = ["grid" if block.grid else "plain", *(name for name, is_so in given.items() if is_so)]
    yield f'<table class="{" ".join(names)}" role="table">\n<colgroup>{columns}</colgroup>\n'
    writer = _RowWriter(heads, "Small" if block.small else "")
    for tag, rows in (("thead", block.rows[: block.head]), ("tbody", block.rows[block.head :])):
        if rows or (signature and tag == "tbody"):
            yield f'<{tag} role="rowgroup">\n'
            yield from (writer.row(row, "th" if tag == "thead" else "td") for row in rows)
            if signature and tag == "tbody":
                cell = f'<td role="cell" colspan="{len(heads)}">{signature}</td>'
                yield f'<tr class="signature" role="row">{cell}</tr>\n'
            yield f"</{tag}>\n"
    yield "</table>\n"


def columns_of(block: TableBlock) -> tuple[Column, ...]:
    """Return how each column is headed: by all heads above it from the top down, or by one turned upwards alone."""
    found = [Column()] * len(block.widths)
    for row in block.rows[: block.head]:
        if row.kind == "numbers":
            continue
        at = 0
        for cell in row.cells:
            words = " ".join(plain(one.content) for one in cell.paragraphs).strip()
            for column in range(at, at + cell.colspan) if words and cell.rowspan else ():
                above = found[column].label
                label = f"{above}, {words}" if above and not cell.vertical else words
                found[column] = Column(label, cell.vertical)
            at += cell.colspan
    return tuple(found)


def _headed_inside(heads: tuple[Column, ...], row: TableRow) -> tuple[Column, ...]:
    """Return how columns are headed below a row of heads; cells below all but the first of these are brief."""
    found: list[Column] = []
    is_first = True
    for cell in row.cells:
        at = len(found)
        if not _is_head(cell):
            found += heads[at : at + cell.colspan]
            continue
        words = " ".join(plain(one.content) for one in cell.paragraphs)
        found += [Column(words, not is_first)] * cell.colspan
        is_first = False
    return tuple(found)


def _is_head(cell: TableCell) -> bool:
    return cell.paragraphs[0].style == "TableHead"


def _is_number(cell: TableCell) -> bool:
    return cell.paragraphs[0].style == "TableNumber"


class _RowWriter:
    """Writes the rows of one table from the top down; `above` are the cells that reach down, by column.

    `columns` are headed as the table's head says, or heads inside the table above rows that share a cell with them.
    """

    def __init__(self, columns: tuple[Column, ...], suffix: str) -> None:
        self.heads = self.columns = columns
        self.suffix = suffix
        self.above: dict[int, TableCell] = {}

    def row(self, row: TableRow, tag: str) -> str:
        cells = []
        column = 0
        is_numbered = False
        if row.kind == INNER_HEADS:
            self.columns = _headed_inside(self.heads, row)
        elif self.columns is not self.heads and all(cell.rowspan for cell in row.cells):
            self.columns = self.heads
        for cell in row.cells:
            if cell.rowspan:
                if cell.rowspan > 1:
                    self.above[column] = cell
                is_head = row.kind == INNER_HEADS and _is_head(cell)
                cells.append(self._cell(cell, column, "th" if is_head else tag, row.kind, is_numbered=is_numbered))
            elif tag == "td" and row.kind not in _NO_CARDS and column in self.above:
                cells.append(self._cell(self.above[column], column, tag, row.kind, again=True))
            is_numbered = self.columns is not self.heads and _is_number(cell)
            column += cell.colspan
        kind = f' class="{row.kind}"' if row.kind not in ("", "head") else ""
        return f'<tr{kind} role="row">{"".join(cells)}</tr>\n'

    def _cell(
        self, cell: TableCell, column: int, tag: str, kind: str, *, again: bool = False, is_numbered: bool = False
    ) -> str:
        """Return a cell; one that a number before it counts is never brief: it says what its card is about."""
        is_named = tag == "td" and kind not in _NAMING_KINDS
        head = self._head(column, cell.colspan) if is_named else Column()
        names = [
            cell.align,
            "shaded" if cell.shaded else "",
            "vertical" if cell.vertical else "",
            "number" if is_named and _is_number(cell) else "",
            "brief" if head.brief and not is_numbered else "",
            "none" if is_named and _is_empty(cell) else "",
            "again" if again else "",
        ]
        given = {
            "class": " ".join(filter(None, names)),
            "colspan": str(cell.colspan) if cell.colspan > 1 else "",
            "rowspan": str(cell.rowspan) if cell.rowspan > 1 and not again else "",
            "scope": ("colgroup" if cell.colspan > 1 else "col") if tag == "th" else "",
            "data-label": escaped(head.label),
        }
        attributes = "".join(f' {name}="{value}"' for name, value in given.items() if value)
        heading = kind == "section" and column + cell.colspan == len(self.columns)
        inside = "".join(paragraph(one, suffix=self.suffix, heading=heading).rstrip("\n") for one in cell.paragraphs)
        inside = f"<div>{inside}</div>" if cell.vertical else inside
        return f"<{tag}{_ROLES[tag]}{attributes}>{inside}</{tag}>"

    def _head(self, column: int, count: int) -> Column:
        """Return how a cell is headed: over several columns by the first and the last, over all of them by none."""
        if count == 1:
            return self.columns[column]
        if count == len(self.columns):
            return Column()
        first, last = self.columns[column], self.columns[column + count - 1]
        if first == last:
            return first
        label = f"{first.label} – {last.label}" if first.label and last.label else first.label or last.label
        return Column(label, first.brief and last.brief)


def _is_empty(cell: TableCell) -> bool:
    return not any(one.content or one.list_marker or one.style == "TableBlank" for one in cell.paragraphs)
