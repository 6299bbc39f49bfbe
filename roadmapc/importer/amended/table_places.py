"""Where a row or a section stands that an order names; each is one, or the address is misread."""

from __future__ import annotations

import re
from bisect import bisect_right

from roadmapc.importer.amended.texts import TextTable
from roadmapc.importer.amended.words import Misread


class TablePlaces:
    """The tables of a text before it is changed; addresses that mean nothing, or several, raise Misread."""

    def __init__(self, tables: list[TextTable]) -> None:
        self.tables = tables
        self._numbers: dict[int, dict[str, list[int]]] = {}
        self._sections: dict[int, list[int]] = {}

    def table(self, ordinal: str | None) -> TextTable:
        """Return the table that is meant: the one of its number, else the last that has a head or rows of the plan."""
        ruled = [one for one in self.tables if len(one.rows) > 1 or one.head]
        if not ruled or (ordinal and int(ordinal) > len(ruled)):
            raise Misread(f"таблица {ordinal or ''}")
        return ruled[int(ordinal) - 1] if ordinal else ruled[-1]

    def numbered(self, table: TextTable, number: str) -> int:
        """Return the place of the row of a number."""
        meant = self.numbers(table).get(number.rstrip("."), [])
        if len(meant) != 1:
            raise Misread(number)
        return meant[0]

    def numbers(self, table: TextTable) -> dict[str, list[int]]:
        """Return the places of rows by their numbers."""
        if id(table) not in self._numbers:
            found: dict[str, list[int]] = {}
            for at in range(table.head, len(table.rows)):
                if not self.is_across(table, at):
                    found.setdefault(table.rows[at][0].text.rstrip("."), []).append(at)
            self._numbers[id(table)] = found
        return self._numbers[id(table)]

    def sections(self, table: TextTable) -> list[int]:
        """Return the places of the names of sections."""
        if id(table) not in self._sections:
            self._sections[id(table)] = [at for at in range(table.head, len(table.rows)) if self.is_section(table, at)]
        return self._sections[id(table)]

    @staticmethod
    def begins(table: TextTable, at: int, words: str) -> bool:
        """Say whether a cell of a row begins with some words."""
        return any(" ".join(cell.text.split()).startswith(words) for cell in table.rows[at])

    @classmethod
    def is_section(cls, table: TextTable, at: int) -> bool:
        """Say whether a row is the name of a section; the one behind it without a number of its own is its task."""
        if not cls.is_across(table, at) or table.rows[at][0].covered:
            return False
        is_behind = at > table.head and cls.is_across(table, at - 1) and len(table.rows[at]) == 1
        return not is_behind or re.match(r"(?:\d+|[IVX]+)[.¹²³]", table.rows[at][0].text) is not None

    @staticmethod
    def is_across(table: TextTable, at: int) -> bool:
        """Say whether a row has a cell or two across the whole table."""
        row = table.rows[at]
        return len(row) < 3 and sum(cell.columns for cell in row) == table.width and table.width > len(row)

    def section(self, table: TextTable, named: str) -> int:
        """Return the place of the name of a section: «раздел 2», «раздел «…»»."""
        name = named.partition(" ")[2]
        for at in self.sections(table):
            words = " ".join(cell.text for cell in table.rows[at] if cell.text)
            number, _, title = words.partition(" ")
            if name.startswith("«"):
                if " ".join(words.split()) == name[1:-1]:
                    return at
            elif number.rstrip(".") == name and title:
                return at
        raise Misread(named)

    def inside(self, table: TextTable, named: str) -> range:
        """Return the places of the rows of a section."""
        start = self.section(table, named)
        sections = self.sections(table)
        behind = bisect_right(sections, start)
        return range(start + 1, sections[behind] if behind < len(sections) else len(table.rows))
