"""The rows of a checklist's table as it came back from Word, by their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from roadmapc.diagnostics import Message
from roadmapc.importing.material import Grid, GridCell, GridRow
from roadmapc.russian.normal_form import compared_form

MARK, DATE = "Отметка", "Дата, подпись"
_BOX = re.compile(r"□\s*\d+")
_WORDS = re.compile(r"\w+")


class ChecklistRow(NamedTuple):
    """A row that came back: its cells by what they are, its place."""

    number: str
    activity: str
    deadline: str
    mark: GridCell
    date: GridCell
    place: Message

    @property
    def is_filled(self) -> bool:
        """Say whether a person wrote into it."""
        return bool(said_in(self.mark) or self.date.words)


def columns_of(grid: Grid) -> dict[str, int]:
    """Return where the columns are, by the headings; none for another table."""
    for row in grid.rows[:3]:
        found = {letters_of(cell.words): cell.column for cell in row.cells}
        names = {"mark": MARK, "date": DATE, "activity": "Мероприятие", "deadline": "Срок", "number": "№ п/п"}
        places = {name: found.get(letters_of(heading)) for name, heading in names.items()}
        if None not in places.values():
            return {name: at for name, at in places.items() if at is not None}
    return {}


def rows_of(grid: Grid) -> Iterator[ChecklistRow]:
    """Yield the rows below the headings; those over the whole width are none."""
    columns = columns_of(grid)
    for row in grid.rows:
        cells = {name: cell for name, at in columns.items() if (cell := _at(row, at))}
        if len(cells) == len(columns) and letters_of(cells["mark"].words) != letters_of(MARK):
            words = {name: cells[name].words for name in ("number", "activity", "deadline")}
            yield ChecklistRow(**words, mark=cells["mark"], date=cells["date"], place=cells["mark"].place.message)


def _at(row: GridRow, column: int) -> GridCell | None:
    return next((cell for cell in row.cells if cell.column == column and cell.colspan == 1), None)


def letters_of(text: str) -> str:
    """Return the words of a text as they are compared: signs and spaces do not count."""
    return " ".join(_WORDS.findall(compared_form(text)))


def said_in(cell: GridCell) -> str:
    """Return the words of a cell without the boxes that were printed in it."""
    return " ".join(_BOX.sub("", cell.words).split())
