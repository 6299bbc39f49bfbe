"""A table of indicators, in the passport and beside it: its columns before the years, and its rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from roadmapc.source.model import IndicatorColumns, Indicators

LETTER, FIGURE, _BOLD_LETTER, _MARGINS = 2.2, 2.05, 2.5, 2
"""Millimetres of a letter, a figure and a letter of a heading of 12 points, and of both margins of a cell."""
_BREAK = re.compile(r"(?<!\d)\s+|\s+(?!\d)|-")
"""Where a line may end; a number may not be broken."""
_NUMBERS = (10, 20)
"""Millimetres of a column of row numbers: the least, and the most that long words of its heading take."""
_BOUND = re.compile(r"№\s+")
"""No line ends behind this sign."""


def headings_of(columns: IndicatorColumns) -> tuple[str, ...]:
    """Return the headings of the printed columns before the years."""
    return tuple(heading for heading in (columns.number, columns.name, columns.unit) if heading)


def kinds_of(columns: IndicatorColumns) -> tuple[str, ...]:
    """Return the class of the cells of each of these columns: «number», «» for names, «center» for units."""
    kinds = ((columns.number, "number"), (columns.name, ""), (columns.unit, "center"))
    return tuple(kind for heading, kind in kinds if heading)


def cells_of(table: Indicators) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each row: number, name and unit as far as they are printed, and a value for each year."""
    columns = table.columns
    for number, row in enumerate(table.rows, 1):
        before = ((columns.number, str(number)), (columns.name, row.name.strip()), (columns.unit, row.unit or ""))
        yield (*(text for heading, text in before if heading), *in_columns(row.values, len(table.years)))


def in_columns(texts: Sequence[str], columns: int) -> tuple[str, ...]:
    """Return a text for each column: a draft is built where there are fewer or more, too."""
    return (*texts, *[""] * columns)[:columns]


def width_of(texts: Iterable[str], letter: float, least: int, most: int) -> int:
    """Return the millimetres in which each word of the texts has room."""
    longest = max((len(word) for text in texts for word in _BREAK.split(text)), default=0)
    return min(most, max(least, _MARGINS + ceil(letter * longest)))


def heading_width(heading: str, least: int, most: int) -> int:
    """Return the millimetres in which each word of a heading has room: it is bold."""
    return width_of([_BOUND.sub("№_", heading)], _BOLD_LETTER, least, most)


def number_width(heading: str) -> int:
    """Return the millimetres of a column of row numbers."""
    return heading_width(heading, *_NUMBERS)
