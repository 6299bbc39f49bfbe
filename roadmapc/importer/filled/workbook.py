"""A workbook that came back → what changed in its marks.

Three things are compared: what was written into the workbook (by fingerprints), what stands there now, and the plan
with its marks as they are today. So a mark that someone made meanwhile is never undone by an old workbook.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from roadmapc.diagnostics import Message
from roadmapc.importer.filled.results import EditedCell, FilledProblem, MarkChange, ReadBack
from roadmapc.importer.filled.sheets import FilledCell, FilledLine, FilledSheet, filled_sheet
from roadmapc.importing.reading.kinds import Kind, kind_of
from roadmapc.importing.reading.opened_workbook import opened_sheets
from roadmapc.importing.reading.unreadable import UnreadableFile
from roadmapc.plan.control.columns import BY_NAME, Role, columns_of
from roadmapc.plan.control.fingerprints import fingerprint, identity_of, plain, read_fingerprints
from roadmapc.plan.control.lines import ControlLine, control_lines
from roadmapc.plan.control.mark_values import CellFault, value_of
from roadmapc.plan.execution import Execution
from roadmapc.russian.calendar import parse_date

_CONTROL = "Контроль"
_ANEW = Message("make the workbook anew and write it there, or mark the row by its number")
_SAME_ROW = frozenset({"activity", "deadline", "due"})
"""Columns by which a row is the one that the person saw; its number may shift."""
_PAST = frozenset({"done", "reported"})


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
                self._line(line, filled)

    def _problem(self, place: Message, message: Message, hint: Message | None = None) -> None:
        self.problems.append(FilledProblem(place, message, hint))

    def _line(self, line: ControlLine, filled: FilledLine) -> None:
        prints = read_fingerprints(filled.prints)
        missing = [name for name in filled.cells if name not in prints]
        if missing:
            self._problem(filled.place, Message("the hidden cells of this row were changed: it is not read"), _ANEW)
            return
        typed = {name: cell for name, cell in filled.cells.items() if fingerprint(cell.text) != prints[name]}
        self._tell_edited(line, filled, typed)
        changes = [change for key in line.keys if (change := self._change(line, key, filled, prints))]
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

    def _tell_edited(self, line: ControlLine, filled: FilledLine, typed: Mapping[str, FilledCell]) -> None:
        for name, cell in filled.cells.items():
            column = BY_NAME[name]
            is_mark = column.role is Role.MARK and column.key in line.keys
            if not is_mark and (name in typed or cell.is_formula):
                self.edited.append(EditedCell(cell.place, column.heading, cell.text))

    def _change(self, line: ControlLine, key: str, filled: FilledLine, prints: Mapping[str, str]) -> MarkChange | None:
        """Return what a person did to the cells of a key; none where nothing, or nothing that can be taken."""
        cells = {one.name: filled.cells[one.name] for one in columns_of(key) if one.name in filled.cells}
        computed = next((cell for cell in cells.values() if cell.is_formula), None)
        if computed:
            self._problem(computed.place, Message("a formula is no mark"), Message("type what it should say"))
            return None
        changed = [name for name, cell in cells.items() if fingerprint(cell.text) != prints[name]]
        if not changed or all(plain(cell.text) == plain(line.marked[name]) for name, cell in cells.items()):
            return None
        place = cells[changed[0]].place
        if merged := next((cells[name] for name in changed if cells[name].is_merged), None):
            self._problem(merged.place, Message("cells were joined here: nobody can tell which row this is about"))
            return None
        if any(fingerprint(line.marked[name]) != prints[name] for name in cells):
            now = _shown(line.marked[name] for name in cells)
            message = Message("the mark was changed since the workbook was made: “{now}” now", now=now)
            self._problem(place, message, Message("decide which one holds, and mark the row by its number"))
            return None
        new = {name: cell.text for name, cell in cells.items()}
        try:
            value = self._value(line, key, cells)
        except CellFault as fault:
            self._problem(cells[fault.name].place if fault.name in cells else place, fault.message, fault.hint)
            return None
        old = _shown(line.marked[one.name] for one in columns_of(key))
        return MarkChange(line, key, old, _shown(new.values()), value, place)

    def _value(self, line: ControlLine, key: str, cells: Mapping[str, FilledCell]) -> Any:
        number = cells.get("document-number")
        if number and number.is_date:
            hint = Message("write the number with an apostrophe before it: '01-05")
            raise CellFault("document-number", Message("the office program has made a date of the number"), hint)
        value = value_of(key, {**line.marked, **{name: cell.text for name, cell in cells.items()}}, _mark(line))
        if key in _PAST and value and (day := parse_date(value)) and day > self.as_of:
            raise CellFault(key, Message("this day is still to come: {day}", day=value))
        return value

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


def _mark(line: ControlLine) -> Any:
    return line.mark.mark if line.mark else None


def _shown(texts: Iterable[str]) -> str:
    return "; ".join(text for text in texts if text)
