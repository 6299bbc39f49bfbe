"""A checklist that was filled in with Word → what it says of marks.

A row is known by its number, the words of its activity and of its deadline; a date in the last column says that it is
done, what stands beside the date who signed, the words under «Отметка» what was done. What could mean several things –
a row of several days, work that goes on – is told and left to a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from roadmapc.diagnostics import Message
from roadmapc.documents.checklist import ExpectedLine, expected_lines
from roadmapc.importer.filled.checklist_rows import DATE, MARK, ChecklistRow, columns_of, letters_of, rows_of, said_in
from roadmapc.importer.filled.results import EditedCell, FilledProblem, MarkChange, ReadBack
from roadmapc.importing.material import Grid, Material
from roadmapc.importing.reading.from_word import read_word
from roadmapc.plan.control.lines import ControlLine, control_lines
from roadmapc.plan.control.mark_cells import day_text
from roadmapc.plan.execution import Execution
from roadmapc.russian.calendar import parse_date
from roadmapc.russian.normal_form import compared_form

_DAY = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2}|«?\d{1,2}»?\s+[а-яё]{3,8}\s+\d{4}", re.IGNORECASE)
_TICKS = frozenset({"+", "v", "х", "✓", "✔", "☑", "☒", "да", "выполнено", "исполнено", "сделано"})
"""What says no more than that something is done."""
_BY_NUMBER = Message("mark it by its number: roadmapc mark")


def read_checklist(execution: Execution, data: bytes, as_of: date) -> ReadBack:
    """Return what a checklist (.docx) says against the marks of a plan; raises UserError for a file that is none."""
    material = read_word(data)
    grids = [block for block in material.blocks if isinstance(block, Grid) and columns_of(block)]
    if not grids:
        place = Message("the document")
        message = Message("there is no table with the columns “{mark}” and “{date}”", mark=MARK, date=DATE)
        return ReadBack(problems=(FilledProblem(place, message, Message("take the checklist that “build” made")),))
    reader = _Reader(execution, as_of)
    rows = [row for grid in grids for row in rows_of(grid)]
    if not any(reader.expected(row) for row in rows):
        message = Message("none of its rows is a row of this roadmap")
        return ReadBack(problems=(FilledProblem(rows[0].place if rows else Message("the document"), message),))
    for row in rows:
        reader.read(row)
    return ReadBack(tuple(reader.changes), tuple(reader.problems), tuple(reader.edited), tuple(_remarks(material)))


def _remarks(material: Material) -> Iterator[FilledProblem]:
    """Yield what stands aside of the table: whoever wrote it meant it to be read."""
    for aside in material.asides:
        if aside.kind not in {"header", "footer"}:
            yield FilledProblem(
                aside.place.message, Message("this stands beside and is not read: {text}", text=aside.text)
            )
    yield from (FilledProblem(Message("the document"), remark) for remark in material.remarks)


class _Reader:
    """Reads row by row."""

    def __init__(self, execution: Execution, as_of: date) -> None:
        self.as_of = as_of
        self.changes: list[MarkChange] = []
        self.problems: list[FilledProblem] = []
        self.edited: list[EditedCell] = []
        self._seen: set[str] = set()
        self._lines = {_place_of(line): line for line in control_lines(execution) if line.unit and line.time == 1}
        self._expected: dict[tuple[str, str], list[ExpectedLine]] = {}
        for one in expected_lines(execution.plan):
            key = (letters_of(one.line.number), letters_of(one.line.activity))
            self._expected.setdefault(key, []).append(one)

    def expected(self, row: ChecklistRow) -> list[ExpectedLine]:
        """Return the lines of checklists that have the number and the activity of a row."""
        return self._expected.get((letters_of(row.number), letters_of(row.activity)), [])

    def read(self, row: ChecklistRow) -> None:
        """Take a row."""
        found = self.expected(row)
        meant = [one for one in found if letters_of(_deadline(one)) == letters_of(row.deadline)]
        if not meant and found:
            self.edited.append(EditedCell(row.place, "Срок", row.deadline))
        if not row.is_filled:
            return
        if not meant:
            message = Message(
                "no row of the plan has this number, activity and deadline: {words}", words=row.activity[:60]
            )
            self._problem(row, message)
            return
        targets = {line.key: line for one in meant if (line := self._line(one))}
        if len(targets) != 1:
            message = Message("it cannot be told which day, or which time, of the row this is about")
            self._problem(row, message)
            return
        (line,) = targets.values()
        if line.key in self._seen:
            self._problem(row, Message("this row stands here twice"))
            return
        self._seen.add(line.key)
        self._take(row, line)

    def _line(self, one: ExpectedLine) -> ControlLine | None:
        """Return the line of a row that is due once there; none where it is due more often or goes on all the time."""
        if one.row.is_continuous or len(one.occurrences) > 1 or any(day.times > 1 for day in one.occurrences):
            return None
        due = one.occurrences[0].due if one.occurrences else None
        return self._lines.get((one.row.route, one.row.deadline_key, due))

    def _take(self, row: ChecklistRow, line: ControlLine) -> None:
        day, signed = self._day(row)
        said = said_in(row.mark)
        if compared_form(said) in _TICKS:
            if not day and not row.date.words:
                self._problem(row, Message("it is ticked off, but no date says when it was done"))
            said = ""
        if day is None and row.date.words:
            self._problem(row, Message("no single date stands in the last column: {text}", text=row.date.words))
            return
        for key, value in (("done", day), ("result", said), ("by", signed)):
            if value:
                self._change(row, line, key, value)

    def _day(self, row: ChecklistRow) -> tuple[str | None, str]:
        """Return the day in the last column, if there is one, and what else stands there: who signed."""
        words = row.date.words
        found = _DAY.findall(words)
        day = parse_date(found[0]) if len(found) == 1 else None
        if day is None:
            return None, ""
        rest = re.sub(r"^\s*(?:г\.|года)", "", words.partition(found[0])[2])
        return day_text(day), " ".join((words.partition(found[0])[0] + " " + rest).split()).strip(" ,;")

    def _change(self, row: ChecklistRow, line: ControlLine, key: str, value: Any) -> None:
        now = line.marked[key]
        if now == value:
            return
        if now:
            message = Message("the mark says already: {now}; here stands: {new}", now=now, new=value)
            self._problem(row, message)
        elif key == "done" and (day := parse_date(value)) and day > self.as_of:
            self._problem(row, Message("this day is still to come: {day}", day=value))
        else:
            self.changes.append(MarkChange(line, key, "", value, value, row.place))

    def _problem(self, row: ChecklistRow, message: Message) -> None:
        self.problems.append(FilledProblem(row.place, message, _BY_NUMBER))


def _place_of(line: ControlLine) -> tuple[Any, ...]:
    occurrence = line.unit.occurrence if line.unit else None
    return (line.row.route, line.row.deadline_key, occurrence.due if occurrence else None)


def _deadline(one: ExpectedLine) -> str:
    """Return the deadline of a line as the checklist prints it."""
    line = one.line
    return f"{line.dates} ({'; '.join(line.act_by)})" if line.act_by else line.dates
