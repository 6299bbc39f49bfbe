"""What is marked, as pairs «было – стало» in the order of the document, each below the heading that it stands under."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from roadmapc.documents.amending._redlining.sides import (
    change,
    is_changed,
    is_number,
    is_renumbered,
    new_table,
    number_of,
    paragraphs_of,
    side,
    words_of_cell,
)
from roadmapc.documents.amending._redlining.texts import plain
from roadmapc.rendering.blocks import Document, Paragraph, Run, TableBlock, TableCell, TableRow, TwoSidedLine
from roadmapc.rendering.html.tables import columns_of
from roadmapc.rendering.marked import MarkedLine, MarkedParagraph, MarkedRow

_NAMES = {"Heading1": "Наименование", "Heading2": "Заголовок", "Approval": "Гриф утверждения"}
_HEADS = "Наименования граф"


class Pair(NamedTuple):
    """A place that changed: the heading above it, its number, what was there and what is; nothing where it was not."""

    heading: str
    number: str
    old: tuple[Paragraph, ...]
    new: tuple[Paragraph, ...]


def pairs(document: Document) -> Iterator[Pair]:
    """Yield what changed of a document with marks."""
    heading, is_first = "", True
    run: list[Paragraph] = []
    for block in (block for section in document.sections for block in section.blocks):
        if isinstance(block, MarkedParagraph) and (not run or run[-1].style == block.style):
            run.append(block)
            continue
        yield from _texts(run, heading)
        run = [block] if isinstance(block, MarkedParagraph) else []
        if isinstance(block, Paragraph) and block.style.startswith("Heading"):
            heading = "" if is_first and block.style == "Heading1" else _words(block)
            is_first = False
        elif isinstance(block, TableBlock):
            yield from _table(block, heading)
        elif isinstance(block, MarkedLine):
            yield _line(block)
    yield from _texts(run, heading)


def _words(paragraph: Paragraph) -> str:
    """Return the words of a heading, new ones if it has any."""
    sides = (plain(side(paragraph.content, is_new=is_new)) for is_new in (True, False))
    return " ".join(next(filter(None, sides), "").split())


def _texts(run: Sequence[Paragraph], heading: str) -> Iterator[Pair]:
    if run:
        name = _NAMES.get(run[0].style, heading or "Текст")
        yield Pair(name, "", _cells(run, is_new=False), _cells(run, is_new=True))


def _cells(run: Sequence[Paragraph], *, is_new: bool) -> tuple[Paragraph, ...]:
    """Return paragraphs of a page as those of a cell."""
    found = paragraphs_of(run, is_new=is_new, shown=True)
    return tuple(
        replace(one, style="TableItem" if one.list_marker else "TableText", keep_next=False)
        for one in found
        if one.content
    )


def _line(line: TwoSidedLine) -> Pair:
    sides = []
    for is_new in (False, True):
        parts = (side(one, is_new=is_new, shown=True) for one in (line.left, line.right))
        sides.append(tuple(Paragraph(one, "TableText") for one in parts if one))
    return Pair("Подпись", "", *sides)


def _table(table: TableBlock, heading: str) -> Iterator[Pair]:
    labels = [column.label for column in columns_of(new_table(table))] if _has_new_rows(table) else []
    labels = labels or [""] * len(table.widths)
    renumbered: list[TableRow] = []
    yield from (_row(row, _HEADS, []) for row in table.rows[: table.head] if isinstance(row, MarkedRow))
    for row in table.rows[table.head :]:
        if is_renumbered(row):
            renumbered.append(row)
            continue
        yield from _numbers(renumbered, heading)
        renumbered = []
        if row.kind == "section":
            heading = _row_words(row)
        if isinstance(row, MarkedRow):
            yield _row(row, heading, labels)
    yield from _numbers(renumbered, heading)


def _numbers(rows: Sequence[TableRow], heading: str) -> Iterator[Pair]:
    """Yield as one what only has other numbers."""
    if rows:
        sides = []
        for is_new in (False, True):
            words = ", ".join(number_of(row, is_new=is_new) for row in rows)
            look = Run(words, bold=is_new, struck=not is_new)
            sides.append(
                (Paragraph((Run("Номера: " if len(rows) > 1 else "Номер: ", italic=True), look), "TableText"),)
            )
        yield Pair(heading, "", *sides)


def _has_new_rows(table: TableBlock) -> bool:
    return any(change(row) != "deleted" for row in table.rows)


def _row_words(row: TableRow) -> str:
    is_new = change(row) != "deleted"
    return " ".join(filter(None, (words_of_cell(cell, is_new=is_new) for cell in row.cells)))


def _row(row: TableRow, heading: str, labels: Sequence[str]) -> Pair:
    becomes = change(row)
    number = number_of(row, is_new=True) or number_of(row, is_new=False)
    if row.kind == "section" and len(row.cells) > 1:
        number = words_of_cell(row.cells[0], is_new=becomes != "deleted")
    sides = []
    for is_new in (False, True):
        is_there = becomes != ("inserted" if not is_new else "deleted")
        sides.append(tuple(_cells_of(row, labels, is_new=is_new)) if is_there else ())
    return Pair(heading, number, *sides)


def _cells_of(row: TableRow, labels: Sequence[str], *, is_new: bool) -> Iterator[Paragraph]:
    """Yield the cells of a row that say what changed: each behind the heading of its column."""
    is_whole = bool(change(row))
    if not labels:
        changed = (cell for cell in row.cells if is_changed(cell))
        yield from (one for cell in changed for one in _labelled(cell, "", is_new=is_new, shown=not is_whole))
        return
    if row.kind == "section":
        yield from _section(row, is_new=is_new, shown=not is_whole)
        return
    is_known = any(labels) and bool(number_of(row, is_new=True) or number_of(row, is_new=False))
    column = 0
    name = next((cell for cell in row.cells if not is_number(cell) and cell.rowspan), None)
    for cell in row.cells:
        label = labels[column] if cell.colspan == 1 and row.kind != "heads" else ""
        if is_number(cell) and not is_whole:
            label = "Номер"
        if (is_changed(cell) and not (is_whole and is_number(cell))) or (not is_known and cell is name):
            yield from _labelled(cell, label, is_new=is_new, shown=not is_whole)
        column += cell.colspan


def _section(row: TableRow, *, is_new: bool, shown: bool) -> list[Paragraph]:
    """Return the name of a section; its number, if that has a cell of its own, stands in the column of numbers."""
    cells = row.cells[1:] if len(row.cells) > 1 and not (is_changed(row.cells[0]) and shown) else row.cells
    return [one for cell in cells for one in _labelled(cell, "", is_new=is_new, shown=shown)]


def _labelled(cell: TableCell, label: str, *, is_new: bool, shown: bool) -> Iterator[Paragraph]:
    found = [
        replace(one, style="TableItem" if one.list_marker else "TableText", keep_next=False)
        for one in paragraphs_of(cell.paragraphs, is_new=is_new, shown=shown)
        if one.content or one.list_marker
    ]
    if found and label:
        name = Run(f"{label}: ", italic=True)
        first = found[0]
        head = (
            [Paragraph((name,), "TableText"), first]
            if first.list_marker
            else [replace(first, content=(name, *first.content))]
        )
        found[:1] = head
    yield from found
