"""What a finished document is read into: frozen records of pages, paragraphs as they really look, tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from roadmapc.word.package.pages import Page


class Run(NamedTuple):
    """Text of one look; `size` in points, `spread` between letters in twentieths of a point."""

    text: str
    font: str
    size: float
    language: str
    bold: bool
    spread: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it looks; lengths in twentieths of a point.

    `left`, `right` and `first` are its indents, `line` its spacing in single lines. `table` is its table's place among
    the tables (−1: none), `offset` where the cell begins from the left margin, `room` the width of cell or page.
    """

    text: str
    runs: tuple[Run, ...]
    style: str
    align: str
    left: int
    right: int
    first: int
    line: float
    keep_next: bool
    level: int
    section: int
    table: int
    offset: int
    room: int

    @property
    def shown(self) -> tuple[Run, ...]:
        """Return the runs that print something."""
        return tuple(run for run in self.runs if run.text.strip())

    @property
    def bold(self) -> bool:
        """Tell whether all of it is bold."""
        return bool(self.shown) and all(run.bold for run in self.shown)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its first column, how many it covers, its `w:tcW` (0: none); `covered` by the cell above."""

    paragraphs: tuple[Paragraph, ...]
    column: int
    columns: int
    width: int
    covered: bool
    vertical: bool

    @property
    def text(self) -> str:
        """Return the lines of the cell."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


class Row(NamedTuple):
    """A row: whether it repeats on every page, whether it may be split."""

    cells: tuple[Cell, ...]
    head: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the widths of its grid, its own width (0: none in twentieths), whether lines part its cells."""

    rows: tuple[Row, ...]
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


class Band(NamedTuple):
    """A header or footer: `pages` are «default», «first» or «even»; `number` is where it has the page's number."""

    kind: str
    pages: str
    text: str
    number: str


class Section(NamedTuple):
    """Pages that are alike; `start` is the number of the first one, where counting begins anew."""

    page: Page
    title_page: bool
    start: int | None
    bands: tuple[Band, ...]

    def band(self, kind: str, pages: str) -> Band | None:
        """Return a header or footer."""
        return next((band for band in self.bands if (band.kind, band.pages) == (kind, pages)), None)


@dataclass(frozen=True)
class WordDocument:
    """A finished document; `pages` is how many Word counted, 0 where nobody did."""

    title: str
    pages: int
    even_pages_differ: bool
    sections: tuple[Section, ...]
    blocks: tuple[Paragraph | Table, ...]

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Return the tables; those inside others are part of their cell."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Return all paragraphs in order, those of cells too."""
        return tuple(paragraph for block in self.blocks for paragraph in _inside(block))


def _inside(block: Paragraph | Table) -> Iterable[Paragraph]:
    if isinstance(block, Paragraph):
        return (block,)
    return (p for row in block.rows for cell in row.cells if not cell.covered for p in cell.paragraphs)
