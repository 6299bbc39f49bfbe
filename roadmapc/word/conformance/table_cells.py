"""No cell of a table is empty: where there is nothing to say stands a dash.

Cells that are filled in by hand may be empty: for marks, dates and signatures, and of a column that has nothing at all;
and those of a chart by months or days, whose columns are headed by them or turned upwards.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.russian.calendar import MONTHS
from roadmapc.word.conformance._observation import Observation, absent, at_row, fails, holds
from roadmapc.word.reader.document import WordDocument, WordRow, WordTable

CLAUSE = "практика"
TITLE = Message("No empty cells in tables")
_BY_HAND = re.compile(r"\bотметк|подпись|\bдата\b|примечани", re.IGNORECASE)
_CHART = re.compile("|".join(forms[0][:3] for forms in MONTHS), re.IGNORECASE)
_MANY = 2
"""Rows from which on a column without a word is one to be filled in."""
_DAYS_OF_MONTH = 28
_LONGEST_MONTH = 14  # «сентябрь 2022»


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Look at every cell."""
    seen = wrong = False
    for index, table in enumerate(document.tables):
        if table.is_layout:
            continue
        seen = True
        free = _free(table)
        for number, row in enumerate(table.rows):
            for column in _empty(row):
                if column not in free:
                    wrong = True
                    yield fails(Message("the cell of column {n} is empty", n=column + 1), at_row(index, number))
    if not seen:
        yield absent(Message("no tables"))
    elif not wrong:
        yield holds(Message("no empty cells"))


def _empty(row: WordRow) -> Iterator[int]:
    return (cell.column for cell in row.cells if not cell.covered and not cell.text.strip())


def _free(table: WordTable) -> frozenset[int]:
    """Return the columns whose cells may be empty."""
    heads = table.heads if any(table.heads) else _first_row(table)
    turned = {cell.column for row in table.rows for cell in row.cells if cell.vertical}
    named = {
        column
        for column, head in enumerate(heads)
        if _BY_HAND.search(head) or (len(head) <= _LONGEST_MONTH and _CHART.match(head))
    }
    return frozenset(turned | named | _days(table) | _filled_in_by_hand(table))


def _days(table: WordTable) -> set[int]:
    """Return the columns of a chart by days, which are headed 1 to 31."""
    heads = [cell for row in table.rows if row.head for cell in row.cells if cell.text.strip().isdecimal()]
    return {cell.column for cell in heads} if len(heads) >= _DAYS_OF_MONTH else set()


def _filled_in_by_hand(table: WordTable) -> set[int]:
    """Return the columns that are empty from top to bottom: «Корректировка плана»."""
    empty: Counter[int] = Counter()
    filled: set[int] = set()
    for row in table.rows:
        for cell in row.cells:
            if row.head or cell.colspan > 1 or cell.covered:
                continue
            if cell.text.strip():
                filled.add(cell.column)
            else:
                empty[cell.column] += 1
    return {column for column, count in empty.items() if count >= _MANY and column not in filled}


def _first_row(table: WordTable) -> tuple[str, ...]:
    titles = [""] * len(table.grid)
    for cell in table.rows[0].cells if table.rows else ():
        if cell.column < len(titles):
            titles[cell.column] = cell.text
    return tuple(titles)
