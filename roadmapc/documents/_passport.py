"""The passport as its template sees it: a row with indicators is several rows of one grid.

Cells of the block tree hold no tables, so the column of texts is parted into columns, reckoned from the right: years
stand below years in all rows that have indicators, and every other text reaches over the columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, repeat
from math import ceil
from typing import NamedTuple

from roadmapc.source.model import Indicator, Indicators, Passport, PassportRow

HEADINGS = ("Показатель", "Единица")
_WITH_NUMBERS, _WITHOUT = (10, 45, 115), (50, 120)
_NAMES, _UNITS = (30, 45), (20, 30)
"""Millimetres of columns: the least, and the most that long words take."""
_YEARS, _USUAL_YEAR = (11, 15, 21, 32), 15
"""Millimetres of a year; few widths, so that the columns of several rows have few edges."""
_LETTER, _FIGURE, _MARGINS = 2.2, 2.05, 2
"""Millimetres of a letter and of a figure of 12 points, and of both margins of a cell."""
_BREAK = re.compile(r"(?<!\d)\s+|\s+(?!\d)|-")
"""Where a line may end; a number may not be broken."""


@dataclass(frozen=True, slots=True)
class PassportCellView:
    """A cell at the right of a name: how many columns of the grid it covers; `kind` is «head», «center» or «»."""

    text: str
    columns: int
    kind: str


@dataclass(frozen=True, slots=True)
class PassportRowView:
    """A row of the passport: number, name, and lines of cells at their right: one, or more where it has indicators."""

    number: str
    name: str
    lines: tuple[tuple[PassportCellView, ...], ...]


@dataclass(frozen=True, slots=True)
class PassportView:
    """The passport: title and rows (number, name, text); numbers are empty where none are printed.

    `grid` are the same rows with indicators in cells, which `rows` list in their text; `widths` are millimetres.
    """

    title: str
    numbers: bool
    rows: tuple[tuple[str, str, str], ...]
    widths: tuple[int, ...]
    grid: tuple[PassportRowView, ...]


def passport_view(passport: Passport) -> PassportView:
    """Return the passport; all its indicators stand in the same columns."""
    *before, width = _WITH_NUMBERS if passport.numbers else _WITHOUT
    measures = _measures([row.indicators for row in passport.rows if row.indicators], width)
    rows = [(str(n), row, tuple(_lines(row, measures))) for n, row in enumerate(passport.rows, 1)]
    edges = sorted({0, *(cell.right for _, _, lines in rows for line in lines for cell in line)})
    return PassportView(
        (passport.title or "").strip(),
        passport.numbers,
        tuple((n, row.name, _as_text(row)) for n, row, _ in rows),
        (*before, *(right - left for left, right in pairwise(edges))),
        tuple(PassportRowView(n, row.name, tuple(_in_grid(line, edges) for line in lines)) for n, row, lines in rows),
    )


def values_of(values: Sequence[str], years: int) -> tuple[str, ...]:
    """Return a value for each year: a draft is built where there are fewer or more, too."""
    return (*values, *[""] * years)[:years]


class _Cell(NamedTuple):
    """A cell before the grid is known: `right` is its edge, in millimetres from the left of all texts."""

    text: str
    right: int
    kind: str = ""


class _Measures(NamedTuple):
    """Millimetres: of all the text, of the column of units, and of the room that names leave to years."""

    text: int
    unit: int
    room: int

    def years(self, table: Indicators) -> tuple[int, int]:
        """Return the width of a year, and how many stand side by side: about as many in each band of rows."""
        longest = _width(chain(table.years, *(row.values for row in table.rows)), _FIGURE, 0, self.room)
        least = next(width for width in (*_YEARS, self.room) if width >= longest)
        size = ceil(len(table.years) / ceil(len(table.years) / (self.room // least)))
        return max(least, _USUAL_YEAR if size * _USUAL_YEAR <= self.room else 0), size


def _measures(tables: Sequence[Indicators], text: int) -> _Measures:
    """Return widths that break no word of any table."""
    rows = [row for table in tables for row in table.rows]
    unit = _width((row.unit or "" for row in rows), _FIGURE, *_UNITS)
    return _Measures(text, unit, text - unit - _width((row.name for row in rows), _LETTER, *_NAMES))


def _width(texts: Iterable[str], letter: float, least: int, most: int) -> int:
    """Return the millimetres in which each word of the texts has room."""
    longest = max((len(word) for text in texts for word in _BREAK.split(text)), default=0)
    return min(most, max(least, _MARGINS + ceil(letter * longest)))


def _lines(row: PassportRow, measures: _Measures) -> Iterator[list[_Cell]]:
    """Yield the lines of a row: its text, and its indicators with their heads."""
    text = _above(row)
    if text or not row.indicators:
        yield [_Cell(text, measures.text)]
    if row.indicators:
        yield from _indicator_lines(row.indicators, measures)


def _indicator_lines(table: Indicators, measures: _Measures) -> Iterator[list[_Cell]]:
    """Yield head and rows for each band of years."""
    width, size = measures.years(table)
    for first in range(0, len(table.years), size):
        band = slice(first, first + size)
        left = measures.text - width * len(table.years[band])
        edges = (left - measures.unit, *range(left, measures.text + 1, width))
        yield [*map(_Cell, (*HEADINGS, *table.years[band]), edges, repeat("head"))]
        for row in table.rows:
            texts = (row.name.strip(), row.unit or "", *values_of(row.values, len(table.years))[band])
            yield [*map(_Cell, texts, edges, chain([""], repeat("center")))]


def _in_grid(line: Sequence[_Cell], edges: Sequence[int]) -> tuple[PassportCellView, ...]:
    """Return the cells of a line with the columns between their edges."""
    ends = [edges.index(cell.right) for cell in line]
    spans = (end - start for start, end in pairwise((0, *ends)))
    return tuple(PassportCellView(cell.text, span, cell.kind) for cell, span in zip(line, spans, strict=True))


def _above(row: PassportRow) -> str:
    """Return what stands above the indicators: the row's text, then their title."""
    texts = (row.text, row.indicators.title if row.indicators else None)
    return "\n\n".join(text.strip() for text in texts if text)


def _as_text(row: PassportRow) -> str:
    """Return all that a row says as one text, for templates of one's own that know no indicators here."""
    years, rows = (row.indicators.years, row.indicators.rows) if row.indicators else ((), ())
    listed = (f"- {' '.join(one.name.split())}{_in_unit(one)}: {_by_year(years, one.values)}" for one in rows)
    return "\n".join(filter(None, (_above(row), *listed)))


def _in_unit(row: Indicator) -> str:
    return f", {row.unit}" if row.unit else ""


def _by_year(years: Sequence[str], values: Sequence[str]) -> str:
    return "; ".join(f"{year} – {value}" for year, value in zip(years, values, strict=False))
