"""What is to change in tables, collected by places in the text before, then carried out at once."""

from __future__ import annotations

import re

from roadmapc.importer.amended.table_places import TablePlaces
from roadmapc.importer.amended.texts import TextCell, TextTable
from roadmapc.importer.amended.words import Misread, apply_words

_END = re.compile(r"»[;.]$")
Rows = list[list[TextCell]]


class TableEdits:
    """Cells with what is said of them, rows that go, rows anew, rows that come."""

    def __init__(self, places: TablePlaces) -> None:
        self._places = places
        self.cells: list[tuple[TextTable, int, int, str]] = []
        self.gone: list[tuple[TextTable, int]] = []
        self.anew: list[tuple[TextTable, int, list[TextCell]]] = []
        self.added: list[tuple[TextTable, int, Rows]] = []

    def finish(self) -> None:
        """Carry all changes out, from the end to the beginning, so that places stay what they were."""
        for table, _at, rows in self.added:
            self._refuse_twice(table, rows)
        for table, at, column, said in self.cells:
            cell = table.rows[at][column]
            table.rows[at][column] = TextCell(apply_words(cell.text, said), cell.columns, cell.covered)
        for table, at, row in self.anew:
            table.rows[at] = row
        edits: list[tuple[int, int, TextTable, Rows]] = [(at, 1, table, []) for table, at in self.gone]
        edits += [(at, 0, table, rows) for table, at, rows in self.added]
        order = sorted(range(len(edits)), key=lambda n: (edits[n][0], edits[n][1], n), reverse=True)
        for at, length, table, rows in (edits[n] for n in order):
            table.rows[at : at + length] = rows

    def _refuse_twice(self, table: TextTable, rows: Rows) -> None:
        """Raise Misread for a new row with the number of another, in a table where each number is of one row."""
        known = self._places.numbers(table)
        if any(len(places) > 1 for places in known.values()):
            return
        for row in rows:
            if len(row) > 2 and (number := row[0].text.rstrip(".")) in known and number[:1].isdigit():
                raise Misread(number)


def unquoted_rows(rows: Rows) -> Rows:
    """Return rows without the quotes at their beginning and end."""
    if not rows or not rows[0][0].text.startswith("«"):
        raise Misread("«")
    found = [[*row] for row in rows]
    first = found[0][0]
    found[0][0] = TextCell(first.text[1:], first.columns, first.covered)
    last = found[-1][-1]
    if not _END.search(last.text):
        raise Misread(last.text)
    found[-1][-1] = TextCell(_END.sub("", last.text), last.columns, last.covered)
    return found
