"""Sheets of a workbook → the lines that they hold, by hidden names and keys and never by where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from roadmapc.diagnostics import Message
from roadmapc.importer.filled.results import EditedCell, FilledProblem, place_of
from roadmapc.importer.filled.typed import typed_text
from roadmapc.importing.reading.opened_workbook import OpenedSheet
from roadmapc.importing.reading.workbook import text_of
from roadmapc.plan.control.columns import BY_NAME, COLUMNS, DECISIONS, Role
from roadmapc.plan.control.fingerprints import plain
from roadmapc.plan.control.names import FINGERPRINTS, KEY

_BY_HEADING = {one.heading: one.name for one in COLUMNS}
_TOP = 60
"""Rows in which the names of the columns are looked for: people put lines above."""


class FilledCell(NamedTuple):
    """A cell: its text, its place, whether a formula or a merged range makes it none that a person filled in."""

    text: str
    place: Message
    is_formula: bool = False
    is_merged: bool = False
    is_date: bool = False


@dataclass(frozen=True)
class FilledLine:
    """A line as it came back: its key, the fingerprints as they were written, its cells by name."""

    key: str
    prints: str
    cells: Mapping[str, FilledCell]
    place: Message


@dataclass
class FilledSheet:
    """The lines of a sheet, and what is to be told of it."""

    name: str
    lines: list[FilledLine] = field(default_factory=list)
    problems: list[FilledProblem] = field(default_factory=list)
    edited: list[EditedCell] = field(default_factory=list)
    remarks: list[FilledProblem] = field(default_factory=list)


def filled_sheet(sheet: OpenedSheet) -> FilledSheet | None:
    """Return the lines of a sheet; None for one that has none of ours."""
    heads = [at for at, row in enumerate(sheet.rows[:_TOP]) if KEY in row]
    if not heads:
        return None
    found = FilledSheet(sheet.name)
    columns = _columns(sheet, heads, found)
    if KEY not in columns or FINGERPRINTS not in columns:
        place = place_of(sheet.name, heads[0], 0)
        found.problems.append(
            FilledProblem(place, Message("the hidden columns are gone: nothing of the sheet is read"))
        )
        return found
    formulas = _covered(sheet.facts.formulas, sheet)
    merged = _covered(sheet.merged, sheet)
    for at in range(heads[-1] + 1, len(sheet.rows)):
        cells = {
            name: _cell(sheet, at, column, name, formulas, merged)
            for name, column in columns.items()
            if column < len(sheet.rows[at])
        }
        found.lines += _line(sheet, at, cells, found)
    return found


def _columns(sheet: OpenedSheet, heads: list[int], found: FilledSheet) -> dict[str, int]:
    """Return where the columns are, by the hidden names, else by headings; tell of those renamed, gone or doubled."""
    columns: dict[str, int] = {}
    for head in heads:
        for at, value in enumerate(sheet.rows[head]):
            text = plain(text_of(value))
            name = text if text in BY_NAME or text in {KEY, FINGERPRINTS} else _BY_HEADING.get(text, "")
            if name and columns.setdefault(name, at) != at:
                place = place_of(sheet.name, head, at)
                found.problems.append(
                    FilledProblem(place, Message("a second column “{name}”: it is not read", name=text))
                )
    last = sheet.rows[heads[-1]]
    for name, at in columns.items():
        heading = text_of(last[at]) if at < len(last) else ""
        if len(heads) > 1 and name in BY_NAME and plain(heading) != BY_NAME[name].heading:
            found.edited.append(EditedCell(place_of(sheet.name, heads[-1], at), BY_NAME[name].heading, heading))
    for one in COLUMNS:
        if one.role is Role.MARK and one.name not in {*columns, *DECISIONS}:
            message = Message("the column “{name}” is gone: what it said stays as it is", name=one.heading)
            found.remarks.append(FilledProblem(place_of(sheet.name, heads[-1], 0), message))
    return columns


Cells = set[tuple[int, int]]


def _covered(ranges: list[tuple[int, int, int, int]], sheet: OpenedSheet) -> Cells:
    """Return the cells of ranges that the sheet has values for."""
    height, width = len(sheet.rows), max(map(len, sheet.rows), default=0)
    room = 4 * height * width
    cells: Cells = set()
    for top, left, bottom, right in ranges:
        rows, columns = range(max(top, 0), min(bottom + 1, height)), range(max(left, 0), min(right + 1, width))
        room -= len(rows) * len(columns)
        if room < 0:  # ranges that overlap again and again
            return {(row, column) for row in range(height) for column in range(width)}
        cells.update((row, column) for row in rows for column in columns)
    return cells


def _cell(sheet: OpenedSheet, at: int, column: int, name: str, formulas: Cells, merged: Cells) -> FilledCell:
    value = sheet.rows[at][column]
    is_date = name in BY_NAME and BY_NAME[name].is_date
    text = typed_text(value, is_date=is_date, from_1904=sheet.facts.from_1904)
    place = place_of(sheet.name, at, column)
    return FilledCell(text, place, (at, column) in formulas, (at, column) in merged, isinstance(value, date))


def _line(sheet: OpenedSheet, at: int, cells: Mapping[str, FilledCell], found: FilledSheet) -> Iterator[FilledLine]:
    key = cells[KEY].text if KEY in cells else ""
    if key:
        prints = cells[FINGERPRINTS].text if FINGERPRINTS in cells else ""
        own = {name: cell for name, cell in cells.items() if name in BY_NAME}
        yield FilledLine(key, prints, own, place_of(sheet.name, at, 0))
        return
    texts = ((column, text_of(value)) for column, value in enumerate(sheet.rows[at]))
    filled = next((column for column, text in texts if text), None)
    if filled is not None:
        hint = Message("write it into the row of the plan that it is about")
        message = Message("this row was put in and has no key: it is not read")
        found.problems.append(FilledProblem(place_of(sheet.name, at, filled), message, hint))
