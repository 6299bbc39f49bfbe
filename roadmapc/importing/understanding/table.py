"""A table of activities: its head, what its columns are, its rows as sections and activities."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from roadmapc.diagnostics import Message
from roadmapc.importing.material import Grid, GridRow, Place
from roadmapc.importing.understanding.draft import Doubt, Draft, Left
from roadmapc.importing.understanding.heads import ColumnHead, columns_of, is_numbers
from roadmapc.importing.understanding.outline import Outline
from roadmapc.importing.understanding.owners import OwnersCell, meant, owners_in
from roadmapc.importing.understanding.regular import regular
from roadmapc.importing.understanding.rows import Line, read_rows
from roadmapc.importing.understanding.table_head import head_of_rest, head_rows, headings, row_words
from roadmapc.importing.understanding.words import cell_text, one_line
from roadmapc.russian.transliteration import slug
from roadmapc.source.model import COLUMN_NAMES, Activity, Section

_PLAIN = list(COLUMN_NAMES)
_TAKEN = frozenset({*Activity.model_fields, *Section.model_fields, "start", "blank", "text"})
_DITTO = re.compile(r"""[-–—\s]*(?:(?://|[«»"“”„″]|'')[-–—\s]*){1,3}""")
_DASHES = ("-", "–", "—")
"""Say that a cell is empty: a column to be filled in by hand has none."""
_NO_HEADING = "–"
"""Stands for a heading that is not there: it prints no word."""


@dataclass
class TableRead:
    """A table as it is understood: columns with their keys, lines, whether it has a head; `heads` are as they print."""

    columns: list[ColumnHead]
    keys: list[str]
    lines: list[Line]
    has_head: bool
    column_numbers: bool
    place: Place
    heads: tuple[str, ...] = ()
    heading: str = ""
    notes: list[str] = field(default_factory=list)


def read_table(grid: Grid, draft: Draft, before: TableRead | None = None) -> TableRead:
    """Return a table; one that continues the table before has the columns of that."""
    count = head_of_rest(grid, before.heads) if before else head_rows(grid)
    count = count or 0
    grid = regular(grid, count)
    own, speaking = headings(grid, count)
    body = grid.rows[count:]
    if before and len(before.columns) == grid.columns:
        columns = before.columns
    else:
        columns = _columns(body, own, speaking, grid.columns)
    found = read_rows(
        body, [one.kind for one in columns], own if count else (before.heads if before else ()),
        numbered=before.column_numbers if before else False,
    )  # fmt: skip
    draft.repeated += [Left("repeated head", words, place) for words, place in found.repeated]
    if before is None:
        for at, one in enumerate(columns):
            draft.decide(
                "column",
                f"{one.kind}: {one.heading}",
                one.confidence,
                Place(grid.place.table, grid.place.table, 1, at + 1),
            )
    elif count:
        draft.repeated.append(Left("repeated head", " ".join(filter(None, own)), grid.place))
    return TableRead(
        list(columns), _keys(columns), found.lines, count > 0, found.column_numbers, grid.place, tuple(own),
        notes=found.notes,
    )  # fmt: skip


def _columns(body: Sequence[GridRow], own: Sequence[str], speaking: Sequence[str], total: int) -> list[ColumnHead]:
    cells: list[list[str]] = [[] for _ in range(total)]
    for row in body:
        if len(row.cells) < min(3, total) or is_numbers(row_words(row)):
            continue
        for cell in row.cells:
            words = one_line(cell_text(cell.texts))
            if cell.colspan == 1 and words and not cell.covered and cell.column < total:
                cells[cell.column].append(words)
    found = columns_of(speaking, cells)
    dashed = {cell.column for row in body for cell in row.cells if cell.words in _DASHES}
    return [
        one._replace(heading=heading, kind="text" if one.kind == "blank" and at in dashed else one.kind)
        for at, (one, heading) in enumerate(zip(found, own, strict=True))
    ]


def _keys(columns: Sequence[ColumnHead]) -> list[str]:
    """Return the keys of the columns' cells: the usual one for the first of a kind, else one made of the heading."""
    keys: list[str] = []
    for at, one in enumerate(columns):
        usual = one.kind in _PLAIN and one.kind not in keys
        key = one.kind if usual else _own_key(one, at)
        while key in keys:
            key = f"{key}-{at + 1}"
        keys.append(key)
    return keys


def _own_key(column: ColumnHead, at: int) -> str:
    words = slug(column.heading, 40).split("-")
    key = "-".join(words[:3])
    if not re.match(r"[a-z]", key) or key in _TAKEN or key == "x":
        key = f"column-{at + 1}"
    return key


def table_values(table: TableRead, draft: Draft) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the settings of a table and its sections, whose owners' cells are still `OwnersCell`."""
    _drop_empty(table)
    filled = {at for line in table.lines for at in line.cells}
    table.columns = [
        one._replace(kind="text") if one.kind == "blank" and at in filled else one
        for at, one in enumerate(table.columns)
    ]
    kinds = [one.kind for one in table.columns]

    above: dict[str, OwnersCell] = {}

    def values(line: Line, title: str) -> dict[str, Any]:
        found = _values(line, title, kinds, table.keys)
        for key, cell in found.items():
            if isinstance(cell, OwnersCell):
                found[key] = above[key] = meant(cell, above.get(key))
        return found

    outline = Outline(table.lines, kinds, values)
    sections = outline.read()
    settings: dict[str, Any] = {}
    if table.heading:
        settings["heading"] = table.heading
    if columns := _columns_value(table):
        settings["columns"] = columns
    if not table.has_head:
        settings["head"] = "нет"
    if table.column_numbers:
        settings["column_numbers"] = "да"
    settings["numbering"] = "printed"
    if any(line.kind == "section" and line.number_apart for line in table.lines):
        settings["section_number"] = "cell"
    if table.notes:
        settings["notes"] = "\n\n".join(table.notes)
    for activity in dict.fromkeys(outline.merged):
        message = Message(
            "several rows of one activity are one now: see what belongs together: “{words}”", words=activity
        )
        draft.doubts.append(Doubt(("sections",), message))
    for line, row, level in outline.rows:
        words = f"{line.number} {row.get('title') or row.get('activity', '')}".strip()
        sure = 0.9 if line.number or level == 0 else 0.75
        draft.decide("section" if level == 0 else "row", words[:80], sure, line.place)
    return settings, sections


def _drop_empty(table: TableRead) -> None:
    """Leave out columns that have neither a heading nor a word: a dash between two others."""
    filled = {at for line in table.lines for at in (*line.cells, *line.covered)}
    kept = [
        at
        for at, one in enumerate(table.columns)
        if one.heading or at in filled or one.kind in ("number", "activity") or table.has_head
    ]
    if len(kept) == len(table.columns):
        return
    table.columns = [table.columns[at] for at in kept]
    table.keys = _keys(table.columns)
    for line in table.lines:
        line.cells = {kept.index(at): words for at, words in line.cells.items()}
        line.covered = frozenset(kept.index(at) for at in line.covered if at in kept)


def _values(line: Line, title: str, kinds: Sequence[str], keys: Sequence[str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if line.number:
        values["number"] = line.number
    for at, (kind, key) in enumerate(zip(kinds, keys, strict=True)):
        words = line.cells.get(at, "")
        if kind == "number":
            continue
        if kind == "activity":
            if title == "title" and words:
                values["title"] = one_line(words)
            elif title != "title":
                values["activity"] = words or "–"
        elif at in line.covered:
            if kind != "blank":
                values[key] = {"same_as_above": "да"}
        elif _DITTO.fullmatch(words):
            values[key] = {"same_as_above": "да"}
        elif words:
            values[key] = owners_in(words) if kind == "owners" else words
    return values


def _columns_value(table: TableRead) -> Any:
    kinds = [one.kind for one in table.columns]
    plain = [kind for kind in _PLAIN if kind in kinds]
    if kinds == plain:
        # without a head nothing is printed of headings
        given = {one.kind: one.heading or _NO_HEADING for one in table.columns} if table.has_head else {}
        missing = {kind: None for kind in _PLAIN if kind not in kinds and kind != "activity"}
        return {kind: (given | missing).get(kind) for kind in _PLAIN if kind in given or kind in missing}
    return [_column_value(one, key) for one, key in zip(table.columns, table.keys, strict=True)]


def _column_value(column: ColumnHead, key: str) -> Any:
    value: dict[str, Any] = {}
    if key != column.kind:
        value["key"] = key
    if column.kind != "text":
        value["is"] = column.kind
    value["heading"] = column.heading or _NO_HEADING
    return value
