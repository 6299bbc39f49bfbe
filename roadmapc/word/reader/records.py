"""What a finished document is read into: frozen records of pages, of paragraphs as they really look, of tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from roadmapc.word.package.pages import Page
from roadmapc.word.reader.unread import Unread


class WordRun(NamedTuple):
    """Text of one appearance; `size` in points, `letter_spacing` in twentieths of a point."""

    text: str
    font: str
    size: float
    language: str
    bold: bool
    letter_spacing: int


class WordParagraph(NamedTuple):
    """A paragraph as it looks; lengths in twentieths of a point.

    A hanging first line has a `first_line_indent` below zero. `line_spacing` is in single lines, `outline_level` −1 for
    what is no heading. `table` is its table's place among the tables (−1: none), `offset` where the cell begins from
    the left margin, `room` the width of cell or page. `mark` is an automatic number as it prints, or a list's sign;
    `inner` are row and cell, from 1, of a table that stands in its cell.
    """

    text: str
    runs: tuple[WordRun, ...]
    style: str
    align: str
    left_indent: int
    right_indent: int
    first_line_indent: int
    line_spacing: float
    keep_next: bool
    outline_level: int
    section: int
    table: int
    offset: int
    room: int
    mark: str = ""
    inner: tuple[int, int] = (0, 0)

    @property
    def shown(self) -> tuple[WordRun, ...]:
        """Return the runs that print something."""
        return tuple(run for run in self.runs if run.text.strip())

    @property
    def bold(self) -> bool:
        """Tell whether all of it is bold."""
        return bool(self.shown) and all(run.bold for run in self.shown)


class WordCell(NamedTuple):
    """A cell: its first column in the grid, how many it spans, its `w:tcW` (0: none); `covered` by the cell above.

    A cell over several rows stands in its first row; in the others stands a covered one, as in the file.
    """

    paragraphs: tuple[WordParagraph, ...]
    column: int
    colspan: int
    width: int
    covered: bool
    vertical: bool

    @property
    def text(self) -> str:
        """Return the lines of the cell."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


class WordRow(NamedTuple):
    """A row: whether it repeats as a head on every page, whether it stays whole on one."""

    cells: tuple[WordCell, ...]
    head: bool
    whole: bool


class WordTable(NamedTuple):
    """A table: the widths of its grid, its own width (0: none in twentieths), whether lines part its cells."""

    rows: tuple[WordRow, ...]
    grid: tuple[int, ...]
    width: int
    fixed: bool
    ruled: bool
    section: int

    @property
    def heads(self) -> tuple[str, ...]:
        """Return the texts of the columns' heads, as the last repeated row with letters has them; «» for none."""
        titles = [""] * len(self.grid)
        for row in self.rows:
            if not row.head:
                break
            for cell in row.cells:
                if re.search(r"[^\W\d]|№", cell.text) and cell.column < len(titles):
                    titles[cell.column] = " ".join(cell.text.split())
        return tuple(titles)

    @property
    def is_layout(self) -> bool:
        """Tell whether it only puts texts side by side."""
        return not self.ruled and len(self.rows) == 1


class HeaderFooter(NamedTuple):
    """A header or footer: `pages` are «default», «first» or «even».

    `number` is where it has the page's number («center»), nothing where it has none.
    """

    kind: str
    pages: str
    text: str
    number: str


class WordSection(NamedTuple):
    """Pages that are alike; `start` is the number of the first one, where counting begins anew."""

    page: Page
    title_page: bool
    start: int | None
    headers_footers: tuple[HeaderFooter, ...]

    def header_footer(self, kind: str, pages: str) -> HeaderFooter | None:
        """Return the «header» or «footer» of some pages."""
        return next((one for one in self.headers_footers if (one.kind, one.pages) == (kind, pages)), None)


class WordAside(NamedTuple):
    """Words beside the text: `kind` is «header», «footer», «footnote», «endnote», «comment», «text box», «hidden».

    Or «deleted», «inserted»: what accepted, or rejected, changes took away. `at` is the place of the paragraph that it
    belongs to among all those read, covered cells' too; −1 where it belongs to none.
    """

    kind: str
    text: str
    at: int = -1


@dataclass(frozen=True)
class WordDocument:
    """A finished document; `pages` is how many Word counted, 0 where nobody did.

    `asides` are words beside the text, `unread` is what is shown and is no text of it.
    """

    title: str
    pages: int
    even_pages_differ: bool
    sections: tuple[WordSection, ...]
    blocks: tuple[WordParagraph | WordTable, ...]
    asides: tuple[WordAside, ...] = ()
    unread: tuple[Unread, ...] = ()

    @cached_property
    def tables(self) -> tuple[WordTable, ...]:
        """Return the tables; those inside others are part of their cell."""
        return tuple(block for block in self.blocks if isinstance(block, WordTable))

    @cached_property
    def paragraphs(self) -> tuple[WordParagraph, ...]:
        """Return all paragraphs in order, those of cells too."""
        return tuple(paragraph for block in self.blocks for paragraph in _inside(block))


def _inside(block: WordParagraph | WordTable) -> Iterable[WordParagraph]:
    if isinstance(block, WordParagraph):
        return (block,)
    return (p for row in block.rows for cell in row.cells if not cell.covered for p in cell.paragraphs)
