"""Rows of a table of activities: which are sections, tasks, activities, and what stands below what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from roadmapc.importing.material import GridCell, GridRow, Place
from roadmapc.importing.understanding.heads import is_head, is_numbers
from roadmapc.importing.understanding.owners import OwnersCell
from roadmapc.importing.understanding.words import cell_text, one_line
from roadmapc.russian.roman_numbers import is_roman

_ARABIC = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)\.?\s?[¹²³]?\)?")
_TITLE_NUMBER = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2})*\.?|[IVXІХ]{1,6}\.?)\s+(?!(?<=[^.]\s)[а-яё])(?P<title>\S.*)", re.DOTALL
)
"""«I этап» and «2 квартал» are names: a number without a point stands before a capital."""
_TASK = re.compile(r"(?:задач[аи]|цель|подзадача)\b.{0,20}[:.№\d]", re.IGNORECASE)
_TOTAL = re.compile(r"(?:итого|всего)\b", re.IGNORECASE)
_NOTE = re.compile(r"\*|примечани[ея]\b", re.IGNORECASE)
_NAMES = ("number", "activity")
_LETTER = re.compile(r"[а-я]\)", re.IGNORECASE)
_PART = re.compile(r"(?:[а-я]|\d{1,2})\)|[-–—•]\s")
SECTION = re.compile(r"(?:раздел|направление|блок|модуль|этап|глава)\b", re.IGNORECASE)
"""How the name of a section begins."""


@dataclass
class Line:
    """A row read: `kind` is «section», «task» or «row»; `cells` are words by the index of the column."""

    kind: str
    number: str
    cells: dict[int, str]
    place: Place
    covered: frozenset[int] = frozenset()
    bold: bool = False
    number_apart: bool = False

    @property
    def parts(self) -> tuple[int, ...]:
        """Return the figures of its number; none where it has no number, or a Roman one."""
        match = _ARABIC.fullmatch(self.number.strip())
        return tuple(map(int, match[1].split("."))) if match else ()


@dataclass
class RowsRead:
    """All rows of a table; `repeated` are heads that came again, `column_numbers` a row that numbers the columns.

    `notes` are rows of one text that say something of the others.
    """

    lines: list[Line] = field(default_factory=list)
    repeated: list[tuple[str, Place]] = field(default_factory=list)
    column_numbers: bool = False
    notes: list[str] = field(default_factory=list)


def read_rows(
    rows: Sequence[GridRow], kinds: Sequence[str], heads: Sequence[str], *, numbered: bool = False
) -> RowsRead:
    """Return the rows behind the head; `kinds` are what the columns are, `heads` their headings.

    `numbered` says that a row with the numbers of the columns has been read: a further one is a repetition.
    """
    found = RowsRead(column_numbers=numbered)
    number = kinds.index("number") if "number" in kinds else None
    activity = kinds.index("activity")
    known = {part.casefold() for head in heads if head for part in (one_line(head), *one_line(head).split(": "))}
    for row in rows:
        cells = {at: (cell, _words(cell)) for cell, at in _placed(row, kinds)}
        words = [text for cell, text in cells.values()]
        place = row.cells[0].place if row.cells else Place()
        if not any(words) and not any(cell.covered for cell, _ in cells.values()):
            continue
        if is_numbers(words) and len(words) > 2:
            if found.column_numbers or found.lines:
                found.repeated.append((" ".join(words), place))
            found.column_numbers = True
            continue
        if known and _is_same_head(words, known):
            found.repeated.append((" ".join(filter(None, words)), place))
            continue
        filled = [text for text in words if text]
        if len(filled) == 1 and len(row.cells) < min(3, len(kinds)) and _NOTE.match(filled[0]):
            found.notes.append(filled[0])
            continue
        found.lines.append(_line(cells, kinds, number, activity, place))
    return found


def _words(cell: GridCell) -> str:
    return cell_text(cell.texts)


def _placed(row: GridRow, kinds: Sequence[str]) -> Iterator[tuple[GridCell, int]]:
    """Yield the cells with the columns that they belong to: one over several belongs to the first that is no number."""
    for cell in row.cells:
        at = min(cell.column, len(kinds) - 1)
        covers = range(at, min(cell.column + cell.colspan, len(kinds)))
        if len(covers) > 1:
            first = covers[1] if kinds[at] == "number" else at
            at = next((one for one in covers if kinds[one] == "activity"), first)
        yield cell, at


def _is_same_head(words: Sequence[str], known: set[str]) -> bool:
    filled = [one_line(one).casefold() for one in words if one]
    return len(filled) > 1 and all(one in known for one in filled) and is_head([*filled])


def _line(
    cells: dict[int, tuple[GridCell, str]], kinds: Sequence[str], number: int | None, activity: int, place: Place
) -> Line:
    texts = {at: text for at, (cell, text) in cells.items() if text}
    covered = frozenset(at for at, (cell, _) in cells.items() if cell.covered)
    own = one_line(texts.pop(number, "")) if number is not None else ""
    filled = [*texts]
    bold = all(text.bold for at, (cell, _) in cells.items() if at in texts for text in cell.texts if text.words)
    line = Line("row", own, texts, place, covered, bold=bold and bool(texts))
    if len(filled) == 1 and covered <= {number}:
        cell, text = cells[filled[0]]
        width = len(kinds) - (1 if number is not None else 0)
        if (
            cell.colspan >= max(2, width)
            or (len(cells) <= 2 and cell.colspan >= 2)
            or (cell.colspan >= 2 and cell.colspan >= len(kinds) - 2)
        ):
            return _merged(line, text, activity, apart=number in cells and number != filled[0])
        if filled[0] == activity and _looks_like_section(text, own) and len(kinds) > 2:
            line.kind = "section"
            line.number_apart = bool(own)
    if not texts and own and not covered and not _ARABIC.fullmatch(own):  # a number cell that holds the whole title
        return _merged(Line("row", "", {activity: own}, place, bold=bold), own, activity, apart=False)
    return line


def _merged(line: Line, text: str, activity: int, *, apart: bool) -> Line:
    """Return a row of one cell over all columns: a section's name, or a task below it."""
    line.cells = {activity: text}
    if _TOTAL.match(text):
        return line
    line.kind = "task" if _TASK.match(text) else "section"
    line.number_apart = apart and bool(line.number)
    titled = None if line.number else _TITLE_NUMBER.fullmatch(text)
    if titled and not titled["number"].endswith(".") and SECTION.match(titled["title"]):  # «1 Блок. …»
        titled = None
    if titled and line.kind == "section" and (titled["number"][0].isdigit() or is_roman(titled["number"].rstrip("."))):
        line.number, line.cells = titled["number"], {activity: titled["title"]}
    return line


def _looks_like_section(text: str, number: str) -> bool:
    return bool(SECTION.match(text)) or (bool(number) and is_roman(number.rstrip(".")))


class Outline:
    """Puts lines below one another; `cell` makes the values of a row's cells."""

    def __init__(self, lines: Sequence[Line], kinds: Sequence[str], values: Any) -> None:
        self.lines = lines
        self.kinds = kinds
        self.values = values
        self.activity = kinds.index("activity")
        self.sections: list[dict[str, Any]] = []
        self.stack: list[tuple[Line, dict[str, Any]]] = []
        self.rows: list[tuple[Line, dict[str, Any], int]] = []
        self.merged: list[str] = []  # activities of several rows, of which each says something in two columns
        self.following: dict[int, Line] = {}
        self.opened: dict[str, Any] | None = None  # an activity that ends in a colon: its items are rows of their own

    def read(self) -> list[dict[str, Any]]:
        """Return the sections with their activities."""
        self._find_sections()
        self.following = self._numbered_behind()
        previous: dict[str, Any] | None = None
        for line in self.lines:
            if (
                line.kind == "task"
                and self.sections
                and "activities" not in self.sections[-1]
                and "task" not in self.sections[-1]
            ):
                self.sections[-1]["task"] = line.cells[self.activity]
            elif line.kind == "task":
                self._section({"task": line.cells[self.activity]}, line)
            elif line.kind == "section":
                self._section(self.values(line, "title"), line)
            elif previous is not None and (self.activity in line.covered or self._goes_on(line)):
                self._append(previous, line)
            else:
                previous = self.values(line, "activity")
                self._activity(previous, line)
        return self.sections

    def _goes_on(self, line: Line) -> bool:
        """Say whether a row has neither a number nor an activity: a page has parted the one above."""
        return bool(line.cells) and not line.number and self.activity not in line.cells and not line.covered

    def _find_sections(self) -> None:
        """Find the rows that are sections though no cell of theirs spans the table."""
        numbered = [line for line in self.lines if line.parts]
        parents = {
            id(line)
            for line, following in pairwise(numbered)
            if len(following.parts) == len(line.parts) + 1 and following.parts[: len(line.parts)] == line.parts
        }
        tops = [line for line in numbered if len(line.parts) == 1]
        deep = any(id(line) in parents for line in tops) or (
            any(line.kind == "section" and len(line.parts) == 1 for line in self.lines)
            and any(len(line.parts) > 1 for line in numbered)
        )
        titled = any(line.kind == "section" and not line.number for line in self.lines)
        data = [at for at, kind in enumerate(self.kinds) if kind not in ("number", "activity", "blank")]
        for at, line in enumerate(self.lines):
            bare = self.activity in line.cells and not line.covered and not any(one in line.cells for one in data)
            below = self.lines[at + 1] if at + 1 < len(self.lines) else None
            if line.kind != "row" or line.covered:
                continue
            if _TOTAL.match(line.cells.get(self.activity, "")):
                continue
            filled = any(one in line.cells for one in data)
            if len(line.parts) == 1 and deep and not (titled and filled):
                line.kind, line.number_apart = "section", True
            elif bare and data and line.bold and below and below.kind == "row" and not below.bold:
                line.kind, line.number_apart = "section", bool(line.number)

    def _numbered_behind(self) -> dict[int, Line]:
        """Return for each row, by its identity, the next one in its section that has a number."""
        found: dict[int, Line] = {}
        behind: Line | None = None
        for line in reversed(self.lines):
            if behind is not None:
                found[id(line)] = behind
            behind = None if line.kind != "row" else line if line.parts else behind
        return found

    def _section(self, values: dict[str, Any], line: Line) -> None:
        self.sections.append(values)
        self.stack = []
        self.opened = None
        self.rows.append((line, values, 0))

    def _activity(self, values: dict[str, Any], line: Line) -> None:
        if not self.sections:
            self.sections.append({})
        words = line.cells.get(self.activity, "")
        above = self._above(line, words)
        if above is not None:
            above.setdefault("activities", []).append(values)
            self.rows.append((line, values, len(self.stack) + 1))
            return
        self.opened = values if words.endswith(":") else None
        place = self._place_of(line)
        while self.stack and not self._is_below(place, self.stack[-1][0]):
            self.stack.pop()
        parent = self.stack[-1][1] if self.stack else self.sections[-1]
        parent.setdefault("activities", []).append(values)
        self.rows.append((line, values, len(self.stack) + 1))
        if line.parts:
            self.stack.append((line, values))

    def _place_of(self, line: Line) -> Line:
        """Return the row by whose number the place of one is known.

        Without a number, or with one of another place, it stands where the next row does: below 3.2 before 3.2.2.
        """
        following = self.following.get(id(line), line)
        is_odd = not line.parts or len(line.parts) == len(following.parts)
        return following if is_odd and not any(self._is_below(line, above) for above, _ in self.stack) else line

    def _above(self, line: Line, words: str) -> dict[str, Any] | None:
        """Return the activity whose list a row goes on: «а)» and «–» in rows of their own."""
        if _LETTER.fullmatch(line.number):
            return self.opened or (self.stack[-1][1] if self.stack else None)
        return self.opened if not line.number and _PART.match(words) else None

    @staticmethod
    def _is_below(line: Line, above: Line) -> bool:
        if not line.parts:
            return False
        return len(line.parts) > len(above.parts) and line.parts[: len(above.parts)] == above.parts

    def _append(self, previous: dict[str, Any], line: Line) -> None:
        """Put the words of a row whose activity is that of the row above into the cells of that row."""
        values = self.values(line, "activity")
        own = {key: one for key, one in values.items() if isinstance(one, (str, OwnersCell)) and key not in _NAMES}
        both = [key for key, one in own.items() if previous.get(key) not in (None, one)]
        if both and len(own) > 1:
            self.merged.append(one_line(str(previous.get("activity", ""))))
        for key, value in values.items():
            before = previous.get(key)
            if key in ("number", "activity"):
                continue
            if isinstance(value, str):
                previous[key] = f"{before}\n{value}" if isinstance(before, str) else value
            elif value and not isinstance(value, dict):
                previous[key] = _joined(before, value) if before else value


def _joined(one: Any, other: Any) -> Any:
    if isinstance(one, OwnersCell) and isinstance(other, OwnersCell):
        return OwnersCell((*one.who, *other.who), f"{one.text}\n{other.text}", "lines")
    return other
