"""The head of a table repeats on every page, and the row of column numbers with it.

A head is the first row, if it names its columns; a table without such a row has nothing to repeat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.word.conformance._observation import Observation, absent, at_row, fails, holds
from roadmapc.word.reader.document import WordDocument, WordRow, WordTable

CLAUSE = "практика"
TITLE = Message("Heads of tables repeat on every page")
_HEAD = re.compile(
    r"№|n п/п|номер|мероприяти|срок|ответственн|исполнител|результат|отметка|подпись|наименование|содержание",
    re.IGNORECASE,
)
_FEWEST_NAMED = 2


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Look at the first rows of every table."""
    seen = 0
    wrong = False
    for index, table in enumerate(document.tables):
        heads = 0 if table.is_layout else _heads(table)
        seen += bool(heads)
        for row in range(heads):
            if not table.rows[row].head:
                wrong = True
                yield fails(Message("the head of the table does not repeat"), at_row(index, row))
    if not seen:
        yield absent(Message("no table with a head"))
    elif not wrong:
        yield holds(Message("tables with a head: {n}", n=seen))


def _heads(table: WordTable) -> int:
    """Return how many rows are a head: one that names columns, and one with their numbers below."""
    first = table.rows[0] if table.rows else None
    if first is None or not (first.head or _names_columns(first)):
        return 0
    count = 1
    while count < len(table.rows) and (table.rows[count].head or _numbers_columns(table.rows[count])):
        count += 1
    return count


def _names_columns(row: WordRow) -> bool:
    texts = [cell.text.strip() for cell in row.cells]
    return all(texts) and sum(bool(_HEAD.search(text)) and len(text) < 80 for text in texts) >= _FEWEST_NAMED


def _numbers_columns(row: WordRow) -> bool:
    texts = [cell.text.strip() for cell in row.cells]
    return len(texts) > 1 and texts == [str(number + 1) for number in range(len(texts))]
