"""A workbook that came back → what changed in its marks.

Three things are compared: what was written into the workbook (by fingerprints), what stands there now, and the plan
with its marks as they are today. So a mark that someone made meanwhile is never undone by an old workbook.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from roadmapc.diagnostics import Message
from roadmapc.importer.filled.changed_cells import change_of
from roadmapc.importer.filled.results import EditedCell, FilledProblem, MarkChange, ReadBack
from roadmapc.importer.filled.sheets import FilledCell, FilledLine, FilledSheet, filled_sheet
from roadmapc.importing.reading.kinds import Kind, kind_of
from roadmapc.importing.reading.opened_workbook import opened_sheets
from roadmapc.importing.reading.unreadable import UnreadableFile
from roadmapc.plan.control.columns import BY_NAME, Role
from roadmapc.plan.control.fingerprints import fingerprint, identity_of, plain, read_fingerprints
from roadmapc.plan.control.lines import ControlLine, control_lines
from roadmapc.plan.execution import Execution

_CONTROL = "Контроль"
_ANEW = Message("make the workbook anew and write it there, or mark the row by its number")
_SAME_ROW = frozenset({"activity", "deadline", "due"})
"""Columns by which a row is the one that the person saw; its number may shift."""


def read_workbook(execution: Execution, data: bytes, as_of: date) -> ReadBack:
    """Return what a workbook says against the marks of a plan; raises UnreadableFile for what is none.

    `as_of` is the day of the reading: nothing was done after it.
    """
    if kind_of(data) == Kind.XLS:
        raise UnreadableFile(
            Message("of an old workbook (.xls) nobody can tell which cells are formulas"),
            Message("open it in Excel or LibreOffice and save it as a workbook (.xlsx)"),
        )
    opened = opened_sheets(data)
    sheets = [found for one in opened if (found := filled_sheet(one))]
    if not any(sheet.lines or sheet.problems for sheet in sheets):
        return ReadBack(problems=(FilledProblem(Message("the workbook"), *_no_lines([one.name for one in opened])),))
    reader = _Reader(execution, as_of)
    if sheets and (foreign := reader.foreign(sheets)):
        return ReadBack(problems=(foreign,))
    for sheet in sheets:
        reader.read(sheet)
    return reader.result()


def _no_lines(names: Sequence[str]) -> tuple[Message, Message]:
    if _CONTROL in names:
        why = Message("the hidden columns of the sheet “{name}” are gone", name=_CONTROL)
    else:
        why = Message("there is no sheet “{name}”: it was deleted, or this is another workbook", name=_CONTROL)
    return why, Message("take the workbook that “roadmapc build --to xlsx” made")


class _Reader:
    """Reads sheet by sheet; what two sheets say of one mark is compared at the end."""

    def __init__(self, execution: Execution, as_of: date) -> None:
        self.identity = identity_of(execution.plan)
        self.lines = {line.key: line for line in control_lines(execution)}
        self.of_unit: dict[int, list[ControlLine]] = {}
        for line in self.lines.values():
            self.of_unit.setdefault(id(line.unit), []).append(line)
        self.as_of = as_of
        self.changes: dict[tuple[str, str], list[MarkChange]] = {}
        self.problems: list[FilledProblem] = []
        self.edited: list[EditedCell] = []
        self.remarks: list[FilledProblem] = []

    def foreign(self, sheets: Sequence[FilledSheet]) -> FilledProblem | None:
        """Return the problem of a workbook of another roadmap."""
        lines = [line for sheet in sheets for line in sheet.lines]
        if not lines or any(self._is_ours(line) for line in lines):
            return None
        message = Message("this is the workbook of another roadmap: {name}", name=lines[0].key.partition("|")[0])
        return FilledProblem(lines[0].place, message, Message("name the roadmap that it was made of"))

    def _is_ours(self, line: FilledLine) -> bool:
        return line.key.startswith(self.identity + "|")

    def read(self, sheet: FilledSheet) -> None:
        """Take the lines of a sheet."""
        self.problems += sheet.problems
        self.edited += sheet.edited
        self.remarks += sheet.remarks
        doubled = {key for key, n in Counter(line.key for line in sheet.lines).items() if n > 1}
        written = {filled.key: filled.prints for filled in sheet.lines}
        for filled in sheet.lines:
            line = self.lines.get(filled.key)
            if filled.key in doubled:
                message = Message("a row with this key stands here twice: neither is read")
                self._problem(filled.place, message, Message("leave one of them in the sheet"))
            elif not self._is_ours(filled):
                self._problem(filled.place, Message("this row is of another roadmap: it is not read"))
            elif line is None:
                self._problem(filled.place, Message("the plan has no such row or day any more"), _ANEW)
            else:
                self._line(line, filled, written)

    def _problem(self, place: Message, message: Message, hint: Message | None = None) -> None:
        self.problems.append(FilledProblem(place, message, hint))

    def _line(self, line: ControlLine, filled: FilledLine, written: Mapping[str, str]) -> None:
        prints = read_fingerprints(filled.prints)
        missing = [name for name in filled.cells if name not in prints]
        if missing:
            self._problem(filled.place, Message("the hidden cells of this row were changed: it is not read"), _ANEW)
            return
        typed = {name: cell for name, cell in filled.cells.items() if fingerprint(cell.text) != prints[name]}
        self._tell_edited(line, filled, typed)
        if self._is_elsewhere(line, filled, written):
            return
        found = [change_of(line, key, filled, prints, self.as_of) for key in line.keys]
        self.problems += [one for one in found if isinstance(one, FilledProblem)]
        changes = [one for one in found if isinstance(one, MarkChange)]
        if not changes:
            return
        if "activity" in typed:
            message = Message("the activity of this row is another than it was: its marks are not read")
            self._problem(typed["activity"].place, message, _ANEW)
            return
        since = {name for name, text in line.printed.items() if name in prints and fingerprint(text) != prints[name]}
        if since & _SAME_ROW:
            message = Message("the plan has changed this row since the workbook was made: its marks are not read")
            self._problem(filled.place, message, _ANEW)
            return
        if since:
            message = Message("the plan has another number or owner for this row since; it is the same row")
            self.remarks.append(FilledProblem(filled.place, message))
        for change in changes:
            self.changes.setdefault((line.key, change.key), []).append(change)

    def _is_elsewhere(self, line: ControlLine, filled: FilledLine, written: Mapping[str, str]) -> bool:
        """Say whether what was typed stands in another line of the same work by now, put there since.

        Marks of one window have no order but that of the file, so that one may have come into another line of it.
        """
        typed = {name: plain(cell.text) for name, cell in filled.cells.items() if BY_NAME[name].role is Role.MARK}
        for other in self.of_unit[id(line.unit)] if line.unit else ():
            prints = read_fingerprints(written.get(other.key, ""))
            is_new = any(fingerprint(other.marked[name]) != prints.get(name) for name in typed)
            if other.mark and is_new and all(plain(other.marked[name]) == text for name, text in typed.items()):
                return True
        return False

    def _tell_edited(self, line: ControlLine, filled: FilledLine, typed: Mapping[str, FilledCell]) -> None:
        for name, cell in filled.cells.items():
            column = BY_NAME[name]
            is_mark = column.role is Role.MARK and column.key in line.keys
            if not is_mark and (name in typed or cell.is_formula):
                self.edited.append(EditedCell(cell.place, column.heading, cell.text))

    def result(self) -> ReadBack:
        """Return all of it; what sheets say differently is a problem."""
        changes = []
        for found in self.changes.values():
            if all(one.value == found[0].value for one in found):
                changes.append(found[0])
                continue
            for one in found:
                message = Message("two sheets say different things of one row: “{new}” here", new=one.new)
                self._problem(one.place, message, Message("leave the right one in both"))
        return ReadBack(tuple(changes), tuple(self.problems), tuple(self.edited), tuple(self.remarks))
