"""The changes of the passport and of the table of indicators, whose rows are called by their names."""

from __future__ import annotations

import re
from collections.abc import Callable

from roadmapc.importer.amended.items import Item
from roadmapc.importer.amended.table_edits import TableEdits, unquoted_rows
from roadmapc.importer.amended.table_places import TablePlaces
from roadmapc.importer.amended.texts import TextCell, TextTable
from roadmapc.importer.amended.words import Misread, unquoted

_DROPPED = r"(?:исключить|признать утративш(?:им|ими|ей) силу)"
_ROW = r"строк(?:у|и|ой|е) (?P<name>«(?:[^«»]|«[^»]*»)*») (?:паспорта|таблицы показателей)"
_ANEW = re.compile(rf"{_ROW} изложить в следующей редакции:")
_BESIDE = re.compile(rf"(?P<where>после|перед) {_ROW} дополнить строк(?:ой|ами) следующего содержания:")
_GONE = re.compile(rf"{_ROW} {_DROPPED}")
_CELL = re.compile(rf"(?:в )?(?:граф[уе] (?P<column>\d+) )?{_ROW} (?P<said>.+)", re.DOTALL)


class GridChanges:
    """Takes changes of those tables; which of them is meant shows where a row has the name."""

    def __init__(self, places: TablePlaces, edits: TableEdits) -> None:
        self._places, self._edits = places, edits

    def forms(self) -> list[tuple[re.Pattern[str], Callable[[re.Match[str], Item], None]]]:
        """Return what such a change looks like, and what takes it."""
        return [(_ANEW, self._anew), (_BESIDE, self._beside), (_GONE, self._gone), (_CELL, self._cell)]

    def _row(self, found: re.Match[str]) -> tuple[TextTable, int]:
        """Return the row of the passport or of the indicators that has a cell of that name, the only one."""
        name = unquoted(found["name"])
        places = [(table, at) for table in self._places.tables for at in range(table.head, len(table.rows))]
        meant = [one for one in places if self._is_named(one[0].rows[one[1]], name)]
        if len(meant) != 1:
            raise Misread(found[0])
        return meant[0]

    @staticmethod
    def _is_named(row: list[TextCell], name: str) -> bool:
        """Say whether one of the first two cells, behind which others stand, is a name."""
        return any(" ".join(cell.text.split()) == name for cell in row[: min(2, len(row) - 1)])

    def _anew(self, found: re.Match[str], item: Item) -> None:
        table, at = self._row(found)
        (row,) = unquoted_rows(item.rows)
        self._edits.anew.append((table, at, row))

    def _beside(self, found: re.Match[str], item: Item) -> None:
        table, at = self._row(found)
        self._edits.added.append((table, at + (found["where"] == "после"), unquoted_rows(item.rows)))

    def _gone(self, found: re.Match[str], _item: Item) -> None:
        self._edits.gone.append(self._row(found))

    def _cell(self, found: re.Match[str], _item: Item) -> None:
        table, at = self._row(found)
        column = int(found["column"]) - 1 if found["column"] else len(table.rows[at]) - 1
        if column >= len(table.rows[at]):
            raise Misread(found[0])
        self._edits.cells.append((table, at, column, found["said"]))
