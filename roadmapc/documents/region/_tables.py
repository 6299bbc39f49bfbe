"""A table of a roll-up as values, from which a page and a sheet are made alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

NO_DATA = "нет данных"
UNREAD = "не прочитана"
NONE = "–"
WIDTH = 257
"""Millimetres of a sheet of A4 on its side between its margins."""


@dataclass(frozen=True, slots=True)
class RegionLineView:
    """A line of a table: a text or a number a cell; a «section» has one cell over all columns, a «total» is a sum."""

    cells: tuple[str | int, ...]
    kind: Literal["row", "section", "total"] = "row"


@dataclass(frozen=True, slots=True)
class RegionTableView:
    """A table: `name` is its sheet's, `heading` its own, `notes` say how it is to be read.

    `widths` are those of its columns in millimetres; `left` says of each whether its texts stand at the left.
    """

    name: str
    heading: str
    notes: tuple[str, ...]
    columns: tuple[str, ...]
    widths: tuple[int, ...]
    left: tuple[bool, ...]
    lines: tuple[RegionLineView, ...]


def section(text: str) -> RegionLineView:
    """Return a line of one cell over all columns."""
    return RegionLineView((text,), "section")


def table(
    name: str,
    heading: str,
    columns: tuple[tuple[str, int], ...],
    lines: list[RegionLineView],
    *,
    left: int = 1,
    notes: tuple[str, ...] = (),
) -> RegionTableView:
    """Return a table; the first `left` columns have their texts at the left, the others in the middle."""
    at_left = tuple(at < left for at in range(len(columns)))
    headings, widths = tuple(one for one, _width in columns), tuple(width for _one, width in columns)
    return RegionTableView(name, heading, notes, headings, widths, at_left, tuple(lines))
