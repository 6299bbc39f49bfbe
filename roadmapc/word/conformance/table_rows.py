"""A row of a table is not split between two pages, and the name of a section stays with the row below.

A row that takes much of a page may be split: kept whole, it would leave the rest of a page white.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.word.conformance._observation import Observation, absent, at_row, fails, holds
from roadmapc.word.reader.document import WordCell, WordDocument, WordRow, WordTable

CLAUSE = "практика"
TITLE = Message("Rows of tables are not split, names of sections stay with the next row")
_LETTER = 10  # twentieths of a point that a letter takes of every point of size
_SHORT = 6  # lines: whatever has no more of them is short on any page
_CELL_MARGINS = 114


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Look at every row of tables of more than one row."""
    seen = wrong = False
    for index, table in enumerate(document.tables):
        if len(table.rows) < 2:
            continue
        seen = True
        for number, row in enumerate(table.rows):
            if not row.whole and all(map(_is_short, row.cells)):
                wrong = True
                yield fails(Message("the row may be split between pages"), at_row(index, number))
            elif _names_section(table, number) and not _is_kept(row):
                wrong = True
                yield fails(
                    Message("the name of the section may be left alone at the end of a page"), at_row(index, number)
                )
    if not seen:
        yield absent(Message("no tables"))
    elif not wrong:
        yield holds(Message("rows stay whole"))


def _is_short(cell: WordCell) -> bool:
    lines = 0
    for paragraph in cell.paragraphs:
        size = max((run.size for run in paragraph.shown), default=12.0)
        letters = max((cell.width - _CELL_MARGINS) / (size * _LETTER), 1)
        lines += sum(1 + int(len(line) / letters) for line in paragraph.text.split("\n"))
    return lines <= _SHORT or cell.vertical


def _names_section(table: WordTable, number: int) -> bool:
    """Tell whether a row is one cell over all columns, and another row follows."""
    row = table.rows[number]
    return len(row.cells) == 1 and row.cells[0].colspan == len(table.grid) > 1 and number + 1 < len(table.rows)


def _is_kept(row: WordRow) -> bool:
    return all(p.keep_next for cell in row.cells for p in cell.paragraphs)
