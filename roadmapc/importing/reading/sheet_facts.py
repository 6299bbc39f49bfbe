"""What is known of a sheet beside the values of its cells, and how large one may be."""

from __future__ import annotations

from dataclasses import dataclass, field

from roadmapc.diagnostics import Message
from roadmapc.importing.reading.unreadable import UnreadableFile

MOST_COLUMNS = 63
MOST_ROWS = 20_000
MOST_MERGED = 20_000
MOST_FORMULAS = 100_000
Cell = tuple[int, int]
"""A row and a column, both from 0."""
Range = tuple[int, int, int, int]
"""The first row and column of a merged range, and its last ones, all from 0."""


@dataclass
class SheetFacts:
    """What is known of a sheet beside its values; `widths` are in millimetres by column.

    `formulas` are the ranges whose values are computed; `from_1904` says that days are counted from 1904, as old Macs
    did.
    """

    widths: dict[int, float] = field(default_factory=dict)
    ruled: set[Cell] = field(default_factory=set)
    percents: set[Cell] = field(default_factory=set)
    merged: list[Range] = field(default_factory=list)
    comments: list[tuple[Cell, str]] = field(default_factory=list)
    hidden: int = 0
    formulas: list[Range] = field(default_factory=list)
    from_1904: bool = False


def check_place(row: int, column: int) -> None:
    """Raise UnreadableFile for a cell with a content beyond the limits."""
    if column >= MOST_COLUMNS:
        hint = Message("leave the columns of the roadmap alone in it, and delete the others")
        raise UnreadableFile(Message("the sheet has more than {most} columns", most=MOST_COLUMNS), hint)
    if row >= MOST_ROWS:
        hint = Message("leave the rows of the roadmap alone in it, and delete the others")
        raise UnreadableFile(Message("the sheet has more than {most} rows", most=MOST_ROWS), hint)


def check_merged(count: int, most: int = MOST_MERGED) -> None:
    """Raise UnreadableFile for more merged ranges than a sheet may have."""
    if count > most:
        raise UnreadableFile(Message("the sheet has more than {most} merged ranges", most=MOST_MERGED))


def check_formulas(count: int) -> None:
    """Raise UnreadableFile for more formulas than a sheet may have."""
    if count > MOST_FORMULAS:
        raise UnreadableFile(Message("the sheet has more than {most} formulas", most=MOST_FORMULAS))
