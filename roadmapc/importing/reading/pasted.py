"""Text with tabs → material: what was copied from a table of Word or Excel, or saved by it as text.

Excel puts a cell that has line breaks in quotes, the quotes in it doubled; in a text that it saves one with a comma,
too. A cell that merely begins with a quoted name it leaves as it is. A row of Word whose cells are one has no tab.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from roadmapc.diagnostics import Message
from roadmapc.importing.material import Grid, GridCell, GridRow, Material, Place, Text
from roadmapc.importing.reading.kinds import Kind, readable, refused
from roadmapc.importing.reading.sheet_facts import MOST_COLUMNS, MOST_ROWS
from roadmapc.importing.reading.unreadable import UnreadableFile

_LINE_END = re.compile("\r\n?|[\f\u2029]")
_BREAK = re.compile("[\v\u2028]")  # Word's line break within a paragraph
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1d\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_QUOTED = re.compile(r'"((?:[^"\t]|"")*)"(?=[\t\n]|\Z)')
"""A cell in quotes up to a tab or the end of the line; no tab is in it, or one stray quote would take in the rest."""
_WAS_QUOTED = re.compile('[\n,;]|""')
Row = tuple[str, ...]


def read_pasted(data: bytes) -> Material:
    """Return what a text holds; raises UnreadableFile for what is none, or is larger than may be."""
    if readable(data) != Kind.TEXT:
        raise refused(Kind.OTHER)
    return material_of(decoded(data))


def decoded(data: bytes) -> str:
    """Return the text of bytes in UTF-8, in UTF-16 with its mark, or in cp1251; its lines end with «\\n»."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1251", "replace")
    text = text.replace("\x1e", "-").replace("\x1f", "")  # Word's hyphens: one that does not break, and a soft one
    return _UNSEEN.sub("", _LINE_END.sub("\n", text))


def material_of(text: str) -> Material:
    """Return the paragraphs and tables of a text: lines with tabs, and what stands right between them, are a table."""
    blocks: list[Text | Grid] = []
    tables = 0
    at = 0
    for is_empty, group in groupby(_rows(text), key=lambda row: not any(cell.strip() for cell in row)):
        rows = list(group)
        if not is_empty:
            for block in _blocks(rows, at, tables + 1):
                tables += isinstance(block, Grid)
                blocks.append(block)
        at += len(rows)
    return Material(tuple(blocks))


def _rows(text: str) -> Iterator[Row]:
    """Yield the cells of each line; a quoted cell may go on over several."""
    at = count = 0
    while at < len(text):
        cells: list[str] = []
        while True:
            cell, at = _cell(text, at)
            cells.append(cell)
            if at >= len(text) or text[at] == "\n":
                break
            at += 1  # the tab
        at += 1
        count += 1
        _check(count, len(cells))
        yield tuple(cells)


def _cell(text: str, at: int) -> tuple[str, int]:
    """Return the cell that begins at an offset, and where it ends: at a tab, a line end, or the end of all."""
    quoted = _QUOTED.match(text, at)
    if quoted and _WAS_QUOTED.search(quoted[1]):
        return _clean(quoted[1].replace('""', '"')), quoted.end()
    ends = (found for found in (text.find("\t", at), text.find("\n", at)) if found >= 0)
    end = min(ends, default=len(text))
    return _clean(text[at:end]), end


def _clean(cell: str) -> str:
    return _BREAK.sub("\n", cell).strip()


def _check(rows: int, columns: int) -> None:
    hint = Message("leave the rows and columns of the roadmap alone in it, and delete the others")
    if columns > MOST_COLUMNS:
        raise UnreadableFile(Message("the text has more than {most} columns", most=MOST_COLUMNS), hint)
    if rows > MOST_ROWS:
        raise UnreadableFile(Message("the text has more than {most} lines", most=MOST_ROWS), hint)


def _blocks(rows: list[Row], before: int, table: int) -> Iterator[Text | Grid]:
    """Yield the blocks of lines that no empty one parts: those above the first with a tab, a table, those below."""
    with_tabs = [at for at, row in enumerate(rows) if len(row) > 1]
    first, last = (with_tabs[0], with_tabs[-1] + 1) if with_tabs else (len(rows), len(rows))
    for at, row in enumerate(rows[:first], before + 1):
        yield Text(row[0], place=Place(paragraph=at))
    if with_tabs:
        yield _grid(rows[first:last], before + first, table)
    for at, row in enumerate(rows[last:], before + last + 1):
        yield Text(row[0], place=Place(paragraph=at))


def _grid(rows: list[Row], before: int, table: int) -> Grid:
    """Return a table; columns that are empty at its right edge are cut, a line without a tab covers all the others."""
    columns = max(max((at for at, cell in enumerate(row, 1) if cell), default=1) for row in rows)
    made = []
    for at, row in enumerate(rows, before + 1):
        cells = tuple(
            GridCell(_texts(text, place), column, columns if len(row) == 1 else 1, place=place)
            for column, text in enumerate(row[:columns])
            for place in [Place(table=table, row=at, cell=column + 1)]
        )
        missing = (
            GridCell((), column, place=Place(table=table, row=at, cell=column + 1))
            for column in range(len(row), columns if len(row) > 1 else 0)
        )
        made.append(GridRow((*cells, *missing)))
    return Grid(tuple(made), columns, place=Place(table=table))


def _texts(text: str, place: Place) -> tuple[Text, ...]:
    return (Text(text, place=place),) if text else ()
