"""The changes of tables, carried out: every address is looked up in the text before, then all are carried out."""

from __future__ import annotations

import re
from collections.abc import Callable

from roadmapc.importer.amended.grid_changes import GridChanges
from roadmapc.importer.amended.items import Item
from roadmapc.importer.amended.table_edits import TableEdits, unquoted_rows
from roadmapc.importer.amended.table_places import TablePlaces
from roadmapc.importer.amended.texts import TextCell, TextTable, WordText
from roadmapc.importer.amended.words import Misread, apply_words

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
    rf"наименование (?P<in>{_SECTION})(?: таблицы (?P<table>\d+))? (?P<said>(?:изложить|дополнить) .+)", re.DOTALL
)
_TASK = re.compile(
    rf"задачу (?P<in>{_SECTION})(?: таблицы (?P<table>\d+))? (?P<said>(?:изложить|дополнить) .+)", re.DOTALL
)
_HEADING = re.compile(
    r"(?:в наименовании|наименование) графы (?P<column>\d+)(?: таблицы (?P<table>\d+))? (?P<said>.+)", re.DOTALL
)


class TableText:
    """The tables of a text with the changes that were taken; `finish` carries them out."""

    def __init__(self, text: WordText) -> None:
        self.places = TablePlaces(text.tables)
        self.edits = TableEdits(self.places)
        self.grids = GridChanges(self.places, self.edits)

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
            *self.grids.forms(),
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

    def _row(self, found: re.Match[str]) -> tuple[TextTable, int]:
        table = self.places.table(found["table"])
        if found["number"]:
            return table, self.places.numbered(table, found["number"])
        words = found["words"].removesuffix(" …")
        rows = range(table.head, len(table.rows))
        within = self.places.inside(table, found["in"]) if found["in"] else rows
        meant = [at for at in within if not self.places.is_across(table, at) and self.places.begins(table, at, words)]
        if len(meant) != 1:
            raise Misread(found[0])
        return table, meant[0]

    def _unit(self, found: re.Match[str], item: Item) -> None:
        table, at = self._row(found)
        for below in item.items:
            inner = _CELL_BELOW.fullmatch(re.sub(r"[;.]$", "", below.text))
            if inner is None:
                raise Misread(below.text)
            self.edits.cells.append((table, at, self._column(table, inner), inner["said"]))

    def _cell(self, found: re.Match[str], _item: Item) -> None:
        table, at = self._row(found)
        self.edits.cells.append((table, at, self._column(table, found), found["said"]))

    def _column(self, table: TextTable, found: re.Match[str]) -> int:
        if found["column"]:
            return int(found["column"]) - 1
        heads = [" ".join(cell.text.split()) for row in table.rows[: table.head] for cell in row]
        if heads.count(found["heading"]) != 1:
            raise Misread(found[0])
        return heads.index(found["heading"]) % table.width

    def _row_anew(self, found: re.Match[str], item: Item) -> None:
        table, at = self._row(found)
        (row,) = unquoted_rows(item.rows)
        self.edits.anew.append((table, at, row))

    def _beside(self, found: re.Match[str], item: Item) -> None:
        table, at = self._row(found)
        self.edits.added.append((table, at + (found["where"] == "после"), unquoted_rows(item.rows)))

    def _at_end(self, found: re.Match[str], item: Item) -> None:
        table = self.places.table(found["table"])
        self.edits.added.append((table, self.places.inside(table, found["in"]).stop, unquoted_rows(item.rows)))

    def _new_section(self, found: re.Match[str], item: Item) -> None:
        table = self.places.table(found["table"] or found["whole"])
        at = self.places.inside(table, found["in"]).stop if found["in"] else len(table.rows)
        self.edits.added.append((table, at, unquoted_rows(item.rows)))

    def _heading(self, found: re.Match[str], _item: Item) -> None:
        table = self.places.table(found["table"])
        self.edits.cells.append((table, 0, int(found["column"]) - 1, found["said"]))

    def _section_name(self, found: re.Match[str], _item: Item) -> None:
        table = self.places.table(found["table"])
        at = self.places.section(table, found["in"])
        row = table.rows[at]
        number, before = "", row[-1].text
        if len(row) == 1 and not found["in"].endswith("»"):
            first, _, rest = before.partition(" ")
            number, before = (f"{first} ", rest) if first.rstrip(".").replace(".", "").isalnum() else ("", before)
        title = number + apply_words(before, found["said"])
        self.edits.anew.append((table, at, [*row[:-1], TextCell(title, row[-1].columns)]))

    def _task(self, found: re.Match[str], _item: Item) -> None:
        table = self.places.table(found["table"])
        at = self.places.section(table, found["in"]) + 1
        if at >= len(table.rows) or not self.places.is_across(table, at) or self.places.is_section(table, at):
            raise Misread(found["in"])
        cell = table.rows[at][0]
        self.edits.anew.append((table, at, [TextCell(apply_words(cell.text, found["said"]), cell.columns)]))

    def _section_gone(self, found: re.Match[str], _item: Item) -> None:
        table = self.places.table(found["table"])
        inside = self.places.inside(table, found["in"])
        self.edits.gone += [(table, at) for at in (inside.start - 1, *inside)]

    def _rows_gone(self, found: re.Match[str], _item: Item) -> None:
        table = self.places.table(found["table"])
        for number in re.split(r", | и ", found["numbers"]):
            self.edits.gone.append((table, self.places.numbered(table, number)))

    def _row_gone(self, found: re.Match[str], _item: Item) -> None:
        self.edits.gone.append(self._row(found))

    def finish(self) -> None:
        """Carry out all that was taken."""
        self.edits.finish()
