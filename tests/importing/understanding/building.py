"""Paragraphs and tables for tests, as a reader of files would have made them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from roadmapc.importing.material import Grid, GridCell, GridRow, Material, Place, Text

Cell = str | GridCell


def t(text: str, mark: str = "", *, align: str = "left", bold: bool = False, indent: int = 0, level: int = -1) -> Text:
    """Return a paragraph."""
    return Text(text, mark, bold=bold, align=align, indent=indent, level=level)


def right(*lines: str) -> list[Text]:
    """Return paragraphs at the right of the sheet."""
    return [t(line, align="right") for line in lines]


def centre(*lines: str) -> list[Text]:
    """Return bold paragraphs in the middle."""
    return [t(line, align="center", bold=True) for line in lines]


def span(text: str, columns: int, rows: int = 1, *, bold: bool = False) -> GridCell:
    """Return a cell over several columns or rows."""
    return GridCell((t(text, bold=bold),), 0, columns, rows)


UP = GridCell((), 0, covered=True)
"""A cell that the one above covers."""


def grid(*rows: Sequence[Cell], ruled: bool = True, head: int = 0, widths: tuple[int, ...] = ()) -> Grid:
    """Return a table; a cell is a text, whose lines are its paragraphs, or one that is made by `span`."""
    made = []
    for number, row in enumerate(rows, 1):
        cells: list[GridCell] = []
        at = 0
        for one in row:
            texts = tuple(map(t, one.split("\n"))) if isinstance(one, str) else one.texts
            cell = GridCell(texts, at) if isinstance(one, str) else one._replace(column=at)
            cells.append(cell._replace(place=Place(table=1, row=number, cell=len(cells) + 1)))
            at += cell.colspan
        made.append(GridRow(tuple(cells), number <= head))
    columns = max((cell.column + cell.colspan for row in made for cell in row.cells), default=0)
    return Grid(tuple(made), columns, ruled, widths or (30,) * columns, Place(table=1))


def material(*blocks: Any) -> Material:
    """Return what a file of these blocks holds; lists of blocks are laid out."""
    found: list[Text | Grid] = []
    for block in blocks:
        found += block if isinstance(block, list) else [block]
    return Material(tuple(found))
