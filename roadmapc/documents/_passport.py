"""The passport as its template sees it: a row with indicators is several rows of one grid.

Cells of the block tree hold no tables, so the column of texts is parted into columns, reckoned from the right: years
stand below years in all rows that have indicators, and every other text reaches over the columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, repeat
from math import ceil
from typing import NamedTuple

from roadmapc.documents._indicators import (
    FIGURE,
    LETTER,
    cells_of,
    heading_width,
    headings_of,
    in_columns,
    kinds_of,
    number_width,
    width_of,
)
from roadmapc.source.model import Indicator, IndicatorColumns, Indicators, Passport, PassportRow

_WIDTH, _NAME, _NAME_ALONE = 170, 45, 50
"""Millimetres of all columns, and of the names: beside numbers and without them."""
_NAMES, _UNITS = (30, 45), (20, 30)
"""Millimetres of columns: the least, and the most that long words take."""
_YEARS, _USUAL_YEAR = (11, 15, 21, 32), 15
"""Millimetres of a year; few widths, so that the columns of several rows have few edges."""


@dataclass(frozen=True, slots=True)
class PassportCellView:
    """A cell at the right of a name: how many columns of the grid it covers; `kind`: «head», «number», «center», «»."""

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

    `head` are the headings of number, name and text, where the source names them.
    """

    title: str
    numbers: bool
    rows: tuple[tuple[str, str, str], ...]
    widths: tuple[int, ...]
    grid: tuple[PassportRowView, ...]
    head: tuple[PassportCellView, ...] = ()


def passport_view(passport: Passport) -> PassportView:
    """Return the passport; all its indicators stand in the same columns."""
    before = _before(passport)
    measures = _measures([row.indicators for row in passport.rows if row.indicators], _WIDTH - sum(before))
    rows = [(str(n), row, tuple(_lines(row, measures))) for n, row in enumerate(passport.rows, 1)]
    edges = sorted({0, *(cell.right for _, _, lines in rows for line in lines for cell in line)})
    return PassportView(
        (passport.title or "").strip(),
        passport.numbers,
        tuple((n, row.name, _as_text(row)) for n, row, _ in rows),
        (*before, *(right - left for left, right in pairwise(edges))),
        tuple(PassportRowView(n, row.name, tuple(_in_grid(line, edges) for line in lines)) for n, row, lines in rows),
        _head(passport, len(edges) - 1),
    )


def _before(passport: Passport) -> tuple[int, ...]:
    """Return the millimetres of the columns before the text."""
    if not passport.numbers:
        return (_NAME_ALONE,)
    return number_width(next(iter(passport.columns), "")), _NAME


def _head(passport: Passport, columns: int) -> tuple[PassportCellView, ...]:
    """Return the headings; the last reaches over the columns of the grid into which the texts are parted."""
    if not passport.columns:
        return ()
    *before, text = in_columns(passport.columns, passport.printed_columns)
    return (*(PassportCellView(heading, 1, "head") for heading in before), PassportCellView(text, columns, "head"))


class _Cell(NamedTuple):
    """A cell before the grid is known: `right` is its edge, in millimetres from the left of all texts."""

    text: str
    right: int
    kind: str = ""


class _Measures(NamedTuple):
    """Millimetres: of all the text, and of the columns of numbers, of units and, at least, of names."""

    text: int
    number: int
    unit: int
    name: int

    def room(self, columns: IndicatorColumns) -> int:
        """Return the millimetres that are left to years."""
        others = (self.number if columns.number else 0, self.unit if columns.unit else 0, self.name)
        return self.text - sum(others)

    def years(self, table: Indicators) -> tuple[int, int]:
        """Return the width of a year, and how many stand side by side: about as many in each band of rows."""
        room = self.room(table.columns)
        longest = width_of(chain(table.years, *(row.values for row in table.rows)), FIGURE, 0, room)
        least = next(width for width in (*_YEARS, room) if width >= longest)
        size = ceil(len(table.years) / ceil(len(table.years) / (room // least)))
        return max(least, _USUAL_YEAR if size * _USUAL_YEAR <= room else 0), size


def _measures(tables: Sequence[Indicators], text: int) -> _Measures:
    """Return widths that break no word of any table."""
    number = max((number_width(table.columns.number) for table in tables if table.columns.number), default=0)
    unit = max((_unit_width(table) for table in tables if table.columns.unit), default=0)
    names = width_of((row.name for table in tables for row in table.rows), LETTER, *_NAMES)
    heads = (heading_width(table.columns.name, *_NAMES) for table in tables)
    return _Measures(text, number, unit, max(names, *heads, 0))


def _unit_width(table: Indicators) -> int:
    units = width_of((row.unit or "" for row in table.rows), FIGURE, *_UNITS)
    return max(units, heading_width(table.columns.unit or "", *_UNITS))


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
    headings, kinds, rows = headings_of(table.columns), kinds_of(table.columns), [*cells_of(table)]
    for first in range(0, len(table.years), size):
        years = table.years[first : first + size]
        edges = [*_edges(table, measures, measures.text - width * len(years), width)]
        yield [*map(_Cell, (*headings, *years), edges, repeat("head"))]
        for row in rows:
            values = row[len(kinds) :][first : first + size]
            yield [*map(_Cell, (*row[: len(kinds)], *values), edges, chain(kinds, repeat("center")))]


def _edges(table: Indicators, measures: _Measures, left: int, width: int) -> Iterator[int]:
    """Yield the right edges of the cells of a line, of which the years begin at `left`."""
    if table.columns.number:
        yield measures.number
    if table.columns.unit:
        yield left - measures.unit
    yield from range(left, measures.text + 1, width)


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
