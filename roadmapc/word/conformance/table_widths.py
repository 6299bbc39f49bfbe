"""Tables have fixed widths: the same in the grid and in every cell, and no wider than the text.

Word, LibreOffice, Р7-Офис and МойОфис lay out such a table alike; of widths that disagree each believes another one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from roadmapc.diagnostics import Message
from roadmapc.word.conformance._observation import Observation, absent, at_row, fails, holds, millimetres
from roadmapc.word.reader.document import WordDocument, WordTable

CLAUSE = "практика"
TITLE = Message("Tables of fixed widths, the same in grid and cells")
_ROUNDING = 20  # what Word loses in a cell that covers several columns
_INTO_MARGINS = 240  # Word lets a table's lines begin in the margin


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Compare the widths of every cell with those of the grid."""
    wrong = False
    for index, table in enumerate(document.tables):
        for message, row in _faults(document, table):
            wrong = True
            yield fails(message, at_row(index, row))
    if not document.tables:
        yield absent(Message("no tables"))
    elif not wrong:
        yield holds(Message("tables: {n}", n=len(document.tables)))


def _faults(document: WordDocument, table: WordTable) -> Iterator[tuple[Message, int]]:
    room = document.sections[table.section].page.text_width
    if not table.fixed:
        yield Message("the widths are not fixed"), 0
    if sum(table.grid) > room + _INTO_MARGINS:
        yield (
            Message(
                "the table is {mm} mm wide, the text {room}", mm=millimetres(sum(table.grid)), room=millimetres(room)
            ),
            0,
        )
    edges = (0, *accumulate(table.grid))
    for number, row in enumerate(table.rows):
        for cell in row.cells:
            left, right = (edges[min(column, len(table.grid))] for column in (cell.column, cell.column + cell.colspan))
            if abs(cell.width - (right - left)) > _ROUNDING:
                yield Message("the width of column {n} is not that of the grid", n=cell.column + 1), number
                break
