"""Rows of a table of activities: which are sections, tasks, activities, and which are heads and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from roadmapc.importing.material import GridCell, GridRow, Place
from roadmapc.importing.understanding.heads import is_head, is_numbers
from roadmapc.importing.understanding.words import cell_text, one_line
from roadmapc.russian.roman_numbers import is_roman

_ARABIC = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)\.?\s?[¹²³]?\)?")
_TITLE_NUMBER = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2})*\.?|[IVXІХ]{1,6}\.?)\s+(?!(?<=[^.]\s)[а-яё])(?P<title>\S.*)", re.DOTALL
)
"""«I этап» and «2 квартал» are names: a number without a point stands before a capital."""
_TASK = re.compile(r"(?:задач[аи]|цель|подзадача)\b.{0,20}[:.№\d]", re.IGNORECASE)
TOTAL = re.compile(r"(?:итого|всего)\b", re.IGNORECASE)
_NOTE = re.compile(r"\*|примечани[ея]\b", re.IGNORECASE)
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
    if TOTAL.match(text):
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
