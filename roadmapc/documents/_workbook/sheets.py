"""A sheet of a workbook as values: rows of cells, what may be typed, colours. `writer` makes a file of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from textwrap import wrap
from typing import Literal, NamedTuple

Look = Literal[
    "text",
    "center",
    "date",
    "head",
    "title",
    "note",
    "section",
    "task",
    "as-of",
    "mark",
    "mark-date",
    "never",
    "plain",
    "number",
]
"""How a cell looks; those beginning with «mark» may be filled in on a protected sheet, in «never» nothing may be."""
Colour = Literal["late", "soon", "done"]
MOST_NAME = 31
"""Characters of a sheet's name that Excel takes."""
LINE = 11.5
"""Points of a line of text of 9 points."""
_SMALLER = 1.35
_MOST_HEIGHT = 409.0
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


class Cell(NamedTuple):
    """A cell: a text, a day or a number; `across` and `down` are how many columns and rows it covers."""

    value: str | date | int | None = None
    look: Look = "text"
    across: int = 1
    down: int = 1


class Row(NamedTuple):
    """A row of cells from the first column on, None where one above or before reaches; `height` is in points."""

    cells: tuple[Cell | None, ...]
    height: float | None = None
    hidden: bool = False


class Rule(NamedTuple):
    """A colour for cells of some columns below the head where a formula holds, told of the first row below it."""

    columns: tuple[int, ...]
    formula: str
    colour: Colour


class Allowed(NamedTuple):
    """What may be typed into a column: a day, or one of the words, or of the cells of a range; `hint` says it.

    `strictly` refuses all else; otherwise it is asked about.
    """

    column: int
    what: tuple[str, ...] | str
    hint: str
    strictly: bool = True


DAYS = "days"
"""In the place of words: only a day may be typed."""


@dataclass(frozen=True)
class Sheet:
    """A sheet; `head` is the index of the row of headings, repeated on each page and kept in sight.

    `widths` are in characters, 0 for a column that is hidden. `kept` columns stay in sight when one looks to the right;
    `printed` are those that go to paper, from the head down, None for the whole sheet. They fit on `pages` side by
    side, at whose foot stands `foot`. `filtered` gives the head buttons to choose rows by.
    """

    name: str
    title: str
    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    head: int
    kept: int = 0
    printed: tuple[int, int] | None = None
    pages: int = 1
    foot: str = ""
    filtered: bool = False
    protected: bool = False
    hidden: bool = False
    upright: bool = False
    rules: tuple[Rule, ...] = ()
    allowed: tuple[Allowed, ...] = field(default=())


def sheet_names(texts: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """Return a name of a sheet for each text: as much of it as a name may have, no two alike in any case of letters."""
    seen = {name.casefold() for name in taken}
    names = []
    for text in texts:
        plain = " ".join(_FORBIDDEN.sub(" ", text).split()).strip("' ") or "Лист"
        name, n = _cut(plain, ""), 1
        while name.casefold() in seen or name.casefold() == "history":
            n += 1
            name = _cut(plain, f" ({n})")
        seen.add(name.casefold())
        names.append(name)
    return names


def _cut(text: str, end: str) -> str:
    """Return a text that fits with its end; Excel counts in units of UTF-16."""
    while len((text + end).encode("utf-16-le")) // 2 > MOST_NAME:
        text = text[:-1].rstrip("' ")
    return text + end


@lru_cache(maxsize=10_000)  # rows of one activity are many
def lines_needed(text: str, width: float) -> int:
    """Return about how many lines a text of 9 points takes in a column that is so many characters of 11 points wide."""
    room = max(1, int(width * _SMALLER))
    return sum(max(1, len(wrap(line, room))) for line in text.split("\n"))


def height_of(lines: float, line: float = LINE) -> float:
    """Return the height of a row of so many lines, as much as Excel allows."""
    return min(lines * line + 3, _MOST_HEIGHT)


def needed_height(cells: Iterable[Cell | None], widths: Iterable[float], least: int = 1) -> float:
    """Return the height of a row whose cells cover one column each: no program finds it for a file that it opens."""
    texts = ((str(cell.value or ""), width) for cell, width in zip(cells, widths, strict=True) if cell and width)
    return height_of(max(max((lines_needed(text, width) for text, width in texts), default=1), least))


def across(value: str | date, look: Look, widths: Sequence[float], before: int = 0) -> Row:
    """Return a row of one cell over columns, behind some empty ones."""
    large = look == "title"
    lines = lines_needed(value, sum(widths) * (0.65 if large else 1)) if isinstance(value, str) else 1
    cell = Cell(value, look, across=len(widths))
    return Row((*[None] * before, cell), height_of(lines, LINE * 1.45 if large else LINE))
