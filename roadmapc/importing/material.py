"""What a file holds before it is understood: paragraphs and tables in their order, and what stands aside of them.

Every reader of a kind of file (Word, workbook, pasted text) makes this and nothing else, so that what is understood
does not depend on where it came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from roadmapc.diagnostics import Message

_SPREAD = re.compile(r"(?<![^\W_])(?:[^\W\d_][ \u00a0]){2,}[^\W\d_](?![^\W_])")


def one_line(text: str) -> str:
    """Return a text with single spaces, its lines joined; letters spread by spaces are a word."""
    return " ".join(_SPREAD.sub(lambda match: re.sub(r"[ \u00a0]", "", match[0]), text).split())


class Place(NamedTuple):
    """Where words stand, counted from 1: a paragraph of the text, or a cell; 0 is nowhere. `part` names another story.

    `part` is «header», «footer», «footnote», «endnote», «comment», «text box», or the name of a sheet of a workbook.
    """

    paragraph: int = 0
    table: int = 0
    row: int = 0
    cell: int = 0
    part: str = ""

    @property
    def message(self) -> Message:
        """Say it for people."""
        if self.table and not self.row:
            return Message("table {table}", table=self.table)
        if self.table:
            return Message("table {table}, row {row}, cell {cell}", table=self.table, row=self.row, cell=self.cell)
        if self.part:
            return _PARTS.get(self.part) or Message("sheet “{name}”", name=self.part)
        return Message("paragraph {n}", n=max(self.paragraph, 1))


_PARTS = {
    "header": Message("header"),
    "footer": Message("footer"),
    "footnote": Message("footnote"),
    "endnote": Message("endnote"),
    "comment": Message("comment"),
    "text box": Message("text box"),
    "hidden": Message("hidden text"),
}


class Text(NamedTuple):
    """A paragraph: «\\n» in it is a line break, «\\t» a tab; `mark` is an automatic number or list sign as it prints.

    `indent` is where it begins from the left edge of the text, in millimetres; `size` is in points, 0 where nobody
    says; `level` is that of a heading, from 0, or −1.
    """

    text: str
    mark: str = ""
    bold: bool = False
    align: str = "left"
    indent: int = 0
    size: float = 0
    level: int = -1
    place: Place = Place()

    @property
    def words(self) -> str:
        """Return all of it as it prints, on one line."""
        return f"{self.mark} {one_line(self.text)}".strip()


class GridCell(NamedTuple):
    """A cell: its first column from 0 and how many it covers; `covered` stands where the cell above reaches down."""

    texts: tuple[Text, ...]
    column: int
    colspan: int = 1
    rowspan: int = 1
    covered: bool = False
    place: Place = Place()

    @property
    def words(self) -> str:
        """Return all its words on one line."""
        return " ".join(text.words for text in self.texts if text.words)


class GridRow(NamedTuple):
    """A row of a table; `head` where the file itself says that it repeats on every page."""

    cells: tuple[GridCell, ...]
    head: bool = False


class Grid(NamedTuple):
    """A table of so many columns; one without lines only puts texts side by side. `widths` are in millimetres."""

    rows: tuple[GridRow, ...]
    columns: int
    ruled: bool = True
    widths: tuple[int, ...] = ()
    place: Place = Place()


class Aside(NamedTuple):
    """Words that are no part of the text: of a header, a footer, a note, a comment, hidden or deleted ones, a box."""

    kind: str
    text: str
    place: Place


@dataclass(frozen=True)
class Material:
    """All that a file holds; `title` is that among its properties, `remarks` is what its reader has to say.

    It is not whole where words are shown that no reader takes: those of another file put in, of a drawing.
    """

    blocks: tuple[Text | Grid, ...]
    asides: tuple[Aside, ...] = ()
    title: str = ""
    remarks: tuple[Message, ...] = ()
    is_whole: bool = True

    @property
    def texts(self) -> Iterator[Text]:
        """Yield every paragraph in order, those of cells too."""
        for block in self.blocks:
            if isinstance(block, Text):
                yield block
            else:
                yield from (text for row in block.rows for cell in row.cells for text in cell.texts)
