"""The changes of tables, carried out: every address is looked up in the text before, then all are carried out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from roadmapc.importer.amended.items import Item
from roadmapc.importer.amended.texts import TextCell, TextTable, WordText
from roadmapc.importer.amended.words import Misread, apply_words, unquoted

_WORD = r"(?:пункт(?:а|ом|е|ы|ами)?|строк(?:у|и|ой|е|ами)|позици(?:ю|и|ей|ями))"
_SECTION = r"раздел(?:а|ом)? (?:«(?:[^«»]|«[^»]*»)*»|[^\s«]+)"
_NAMED = rf"строк(?:у|и|ой|е) «(?P<words>(?:[^«»]|«[^»]*»)*)»(?: (?P<in>{_SECTION}))?"
_ROW = rf"(?:{_WORD} (?P<number>\d[\d.¹²³⁴⁵⁶⁷⁸⁹]*)|{_NAMED})(?: таблицы (?P<table>\d+))?"
_COLUMN = r"(?:в )?граф(?:у|е|ы) (?:(?P<column>\d+)|«(?P<heading>[^»]*)»)"
_CELL = re.compile(rf"{_COLUMN} {_ROW} (?P<said>.+)", re.DOTALL)
_CELL_BELOW = re.compile(rf"{_COLUMN} (?P<said>.+)", re.DOTALL)
_UNIT = re.compile(rf"в {_ROW}:")
_ROW_ANEW = re.compile(rf"{_ROW} изложить в следующей редакции:")
_BESIDE = re.compile(rf"(?P<where>после|перед) {_ROW} дополнить .+? следующего содержания:", re.DOTALL)
_AT_END = re.compile(
    rf"(?P<in>{_SECTION})(?: таблицы (?P<table>\d+))? дополнить (?!разделом).+? следующего содержания:", re.DOTALL
)
_NEW_SECTION = re.compile(
    rf"(?:после (?P<in>{_SECTION})(?: таблицы (?P<table>\d+))? )?(?:таблицу (?P<whole>\d+) )?"
    r"дополнить разделом .+? следующего содержания:",
    re.DOTALL,
)
_DROPPED = r"(?:исключить|признать утративш(?:им|ими|ей) силу)"
_ROWS_GONE = re.compile(rf"{_WORD} (?P<numbers>\d[^«]*?)(?: таблицы (?P<table>\d+))? {_DROPPED}")
_ROW_GONE = re.compile(rf"{_ROW} {_DROPPED}")
_SECTION_GONE = re.compile(rf"(?P<in>{_SECTION})(?: таблицы (?P<table>\d+))? {_DROPPED}")
_SECTION_NAME = re.compile(
    rf"наименование (?P<in>{_SECTION})(?: таблицы (?P<table>\d+))? (?P<said>изложить .+)", re.DOTALL
)
_TASK = re.compile(rf"задачу (?P<in>{_SECTION})(?: таблицы (?P<table>\d+))? (?P<said>изложить .+)", re.DOTALL)
_HEADING = re.compile(
    r"(?:в наименовании|наименование) графы (?P<column>\d+)(?: таблицы (?P<table>\d+))? (?P<said>.+)", re.DOTALL
)
_OF_GRID = r"строк(?:у|и|ой|е) (?P<name>«(?:[^«»]|«[^»]*»)*») (?:паспорта|таблицы показателей)"
_GRID_ANEW = re.compile(rf"{_OF_GRID} изложить в следующей редакции:")
_GRID_BESIDE = re.compile(rf"(?P<where>после|перед) {_OF_GRID} дополнить строк(?:ой|ами) следующего содержания:")
_GRID_GONE = re.compile(rf"{_OF_GRID} {_DROPPED}")
_GRID_CELL = re.compile(rf"(?:в )?(?:граф[уе] (?P<column>\d+) )?{_OF_GRID} (?P<said>.+)", re.DOTALL)
_END = re.compile(r"»[;.]$")
Rows = list[list[TextCell]]


class TableText:
    """The tables of a text with the changes that were taken; `finish` carries them out."""

    def __init__(self, text: WordText) -> None:
        self.tables = text.tables
        self.cells: list[tuple[TextTable, int, int, str]] = []
        self.gone: list[tuple[TextTable, int]] = []
        self.anew: list[tuple[TextTable, int, list[TextCell]]] = []
        self.added: list[tuple[TextTable, int, Rows]] = []
        self.numbers: dict[int, dict[str, list[int]]] = {}
        self.sections: dict[int, list[int]] = {}

    def take(self, item: Item) -> None:
        """Take a change; raises Misread."""
        text = item.text if item.rows or item.items or item.quoted else re.sub(r"[;.]$", "", item.text)
        for pattern, act in self._forms():
            if found := pattern.fullmatch(text):
                act(found, item)
                return
        raise Misread(text)

    def _forms(self) -> list[tuple[re.Pattern[str], Callable[[re.Match[str], Item], None]]]:
        return [
            (_GRID_ANEW, self._grid_anew),
            (_GRID_BESIDE, self._grid_beside),
            (_GRID_GONE, self._grid_gone),
            (_GRID_CELL, self._grid_cell),
            (_UNIT, self._unit),
            (_ROW_ANEW, self._row_anew),
            (_BESIDE, self._beside),
            (_NEW_SECTION, self._new_section),
            (_AT_END, self._at_end),
            (_HEADING, self._heading),
            (_SECTION_NAME, self._section_name),
            (_TASK, self._task),
            (_SECTION_GONE, self._section_gone),
            (_ROWS_GONE, self._rows_gone),
            (_ROW_GONE, self._row_gone),
            (_CELL, self._cell),
        ]

    def _table(self, ordinal: str | None) -> TextTable:
        """Return the table that is meant: the one of its number, else the last that has a head or rows of the plan."""
        ruled = [one for one in self.tables if len(one.rows) > 1 or one.head]
        if not ruled or (ordinal and int(ordinal) > len(ruled)):
            raise Misread(f"таблица {ordinal or ''}")
        return ruled[int(ordinal) - 1] if ordinal else ruled[-1]

    def _row(self, found: re.Match[str]) -> tuple[TextTable, int]:
        table = self._table(found["table"])
        if found["number"]:
            return table, self._numbered(table, found["number"])
        words = found["words"].removesuffix(" …")
        rows = range(table.head, len(table.rows))
        within = self._range(table, found["in"]) if found["in"] else rows
        meant = [at for at in within if not self._is_across(table, at) and self._begins(table, at, words)]
        if len(meant) != 1:
            raise Misread(found[0])
        return table, meant[0]

    def _numbered(self, table: TextTable, number: str) -> int:
        meant = self._numbers(table).get(number.rstrip("."), [])
        if len(meant) != 1:
            raise Misread(number)
        return meant[0]

    def _numbers(self, table: TextTable) -> dict[str, list[int]]:
        """Return the places of rows by their numbers."""
        if id(table) not in self.numbers:
            found: dict[str, list[int]] = {}
            for at in range(table.head, len(table.rows)):
                if not self._is_across(table, at):
                    found.setdefault(table.rows[at][0].text.rstrip("."), []).append(at)
            self.numbers[id(table)] = found
        return self.numbers[id(table)]

    def _sections(self, table: TextTable) -> list[int]:
        """Return the places of the names of sections."""
        if id(table) not in self.sections:
            self.sections[id(table)] = [at for at in range(table.head, len(table.rows)) if self._is_section(table, at)]
        return self.sections[id(table)]

    @staticmethod
    def _begins(table: TextTable, at: int, words: str) -> bool:
        return any(" ".join(cell.text.split()).startswith(words) for cell in table.rows[at])

    @classmethod
    def _is_section(cls, table: TextTable, at: int) -> bool:
        """Say whether a row is the name of a section; the one behind it without a number of its own is its task."""
        if not cls._is_across(table, at) or table.rows[at][0].covered:
            return False
        is_behind = at > table.head and cls._is_across(table, at - 1) and len(table.rows[at]) == 1
        return not is_behind or re.match(r"(?:\d+|[IVX]+)[.¹²³]", table.rows[at][0].text) is not None

    @staticmethod
    def _is_across(table: TextTable, at: int) -> bool:
        row = table.rows[at]
        return len(row) < 3 and sum(cell.columns for cell in row) == table.width and table.width > len(row)

    def _section(self, table: TextTable, named: str) -> int:
        name = named.partition(" ")[2]
        for at in self._sections(table):
            words = " ".join(cell.text for cell in table.rows[at] if cell.text)
            number, _, title = words.partition(" ")
            if name.startswith("«"):
                if " ".join(words.split()) == name[1:-1]:
                    return at
            elif number.rstrip(".") == name and title:
                return at
        raise Misread(named)

    def _range(self, table: TextTable, named: str) -> range:
        start = self._section(table, named)
        sections = self._sections(table)
        behind = bisect_right(sections, start)
        return range(start + 1, sections[behind] if behind < len(sections) else len(table.rows))

    def _unit(self, found: re.Match[str], item: Item) -> None:
        table, at = self._row(found)
        for below in item.items:
            inner = _CELL_BELOW.fullmatch(re.sub(r"[;.]$", "", below.text))
            if inner is None:
                raise Misread(below.text)
            self.cells.append((table, at, self._column(table, inner), inner["said"]))

    def _cell(self, found: re.Match[str], _item: Item) -> None:
        table, at = self._row(found)
        self.cells.append((table, at, self._column(table, found), found["said"]))

    def _column(self, table: TextTable, found: re.Match[str]) -> int:
        if found["column"]:
            return int(found["column"]) - 1
        heads = [" ".join(cell.text.split()) for row in table.rows[: table.head] for cell in row]
        if heads.count(found["heading"]) != 1:
            raise Misread(found[0])
        return heads.index(found["heading"]) % table.width

    def _row_anew(self, found: re.Match[str], item: Item) -> None:
        table, at = self._row(found)
        (row,) = _unquoted(item.rows)
        self.anew.append((table, at, row))

    def _beside(self, found: re.Match[str], item: Item) -> None:
        table, at = self._row(found)
        self.added.append((table, at + (found["where"] == "после"), _unquoted(item.rows)))

    def _at_end(self, found: re.Match[str], item: Item) -> None:
        table = self._table(found["table"])
        self.added.append((table, self._range(table, found["in"]).stop, _unquoted(item.rows)))

    def _new_section(self, found: re.Match[str], item: Item) -> None:
        table = self._table(found["table"] or found["whole"])
        at = self._range(table, found["in"]).stop if found["in"] else len(table.rows)
        self.added.append((table, at, _unquoted(item.rows)))

    def _heading(self, found: re.Match[str], _item: Item) -> None:
        table = self._table(found["table"])
        self.cells.append((table, 0, int(found["column"]) - 1, found["said"]))

    def _section_name(self, found: re.Match[str], _item: Item) -> None:
        table = self._table(found["table"])
        at = self._section(table, found["in"])
        row = table.rows[at]
        title = apply_words("", found["said"])
        if len(row) == 1:
            number = row[0].text.partition(" ")[0]
            is_numbered = number.rstrip(".").replace(".", "").isalnum() and not found["in"].endswith("»")
            title = f"{number} {title}" if is_numbered else title
        self.anew.append((table, at, [*row[:-1], TextCell(title, row[-1].columns)]))

    def _task(self, found: re.Match[str], _item: Item) -> None:
        table = self._table(found["table"])
        at = self._section(table, found["in"]) + 1
        if at >= len(table.rows) or not self._is_across(table, at) or self._is_section(table, at):
            raise Misread(found["in"])
        self.anew.append((table, at, [TextCell(apply_words("", found["said"]), table.rows[at][0].columns)]))

    def _section_gone(self, found: re.Match[str], _item: Item) -> None:
        table = self._table(found["table"])
        inside = self._range(table, found["in"])
        self.gone += [(table, at) for at in (inside.start - 1, *inside)]

    def _rows_gone(self, found: re.Match[str], _item: Item) -> None:
        table = self._table(found["table"])
        for number in re.split(r", | и ", found["numbers"]):
            self.gone.append((table, self._numbered(table, number)))

    def _row_gone(self, found: re.Match[str], _item: Item) -> None:
        self.gone.append(self._row(found))

    def _grid_row(self, found: re.Match[str]) -> tuple[TextTable, int]:
        """Return the row of the passport or of the indicators that has a cell of that name, the only one."""
        name = unquoted(found["name"])
        places = [(table, at) for table in self.tables for at in range(table.head, len(table.rows))]
        meant = [one for one in places if self._is_named(one[0].rows[one[1]], name)]
        if len(meant) != 1:
            raise Misread(found[0])
        return meant[0]

    @staticmethod
    def _is_named(row: list[TextCell], name: str) -> bool:
        """Say whether one of the first two cells, behind which others stand, is a name."""
        return any(" ".join(cell.text.split()) == name for cell in row[: min(2, len(row) - 1)])

    def _grid_anew(self, found: re.Match[str], item: Item) -> None:
        table, at = self._grid_row(found)
        (row,) = _unquoted(item.rows)
        self.anew.append((table, at, row))

    def _grid_beside(self, found: re.Match[str], item: Item) -> None:
        table, at = self._grid_row(found)
        self.added.append((table, at + (found["where"] == "после"), _unquoted(item.rows)))

    def _grid_gone(self, found: re.Match[str], _item: Item) -> None:
        self.gone.append(self._grid_row(found))

    def _grid_cell(self, found: re.Match[str], _item: Item) -> None:
        table, at = self._grid_row(found)
        column = int(found["column"]) - 1 if found["column"] else len(table.rows[at]) - 1
        if column >= len(table.rows[at]):
            raise Misread(found[0])
        self.cells.append((table, at, column, found["said"]))

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
        known = self._numbers(table)
        if any(len(places) > 1 for places in known.values()):
            return
        for row in rows:
            if len(row) > 2 and (number := row[0].text.rstrip(".")) in known and number[:1].isdigit():
                raise Misread(number)


def _unquoted(rows: Rows) -> Rows:
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
