"""`mark --read`: what a filled workbook or checklist says of marks, listed first and written when asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from roadmapc.cli import _marked, _terminal
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Message, UserError
from roadmapc.diagnostics.regular_files import read_regular
from roadmapc.diagnostics.visible import visible
from roadmapc.importer.filled import FilledProblem, MarkChange, ReadBack, edits_of, read_filled
from roadmapc.importing.reading.kinds import MOST_BYTES
from roadmapc.importing.reading.unreadable import UnreadableFile
from roadmapc.plan import Plan
from roadmapc.plan.addresses import printed_address
from roadmapc.plan.control.columns import heading_of
from roadmapc.plan.execution import Execution
from roadmapc.plan.execution.targets import CannotMark
from roadmapc.plan.splicing.mark_edits import with_values
from roadmapc.source.tree import Tree
from roadmapc.workspace import editions, marks_files, os_errors
from roadmapc.workspace.marking import mark


def read_back(path: Path, filled: Path, today: date, *, apply: bool) -> int:
    """List what changed, and write it with `apply`; 1 where something typed is not taken."""
    plan = _marked.plan_of(path)
    if plan is None:
        return _terminal.PROBLEMS
    data = _content(filled)
    execution = marks_files.execution(path, plan, today)
    if execution.file and execution.file.problems:
        from roadmapc.reporters import text

        out = _terminal.console(stderr=True)
        out.print(text.listed(execution.file.problems, _, out.width), end="")
        return _terminal.PROBLEMS
    read = _read(execution, data, filled, today)
    _list(read, execution.plan)
    code = _terminal.PROBLEMS if read.problems or read.edited else _terminal.OK
    if not read.changes:
        _terminal.say(Message("{path}: no mark has changed", path=filled.as_posix()).text(_))
        return code
    if not apply:
        _terminal.say(Message("nothing was written; to write these marks: --apply").text(_))
        return code

    def change(tree: Tree, now: Execution) -> str:
        edits = edits_of(now, _read(now, data, filled, today).changes)
        return with_values(tree, [(one.index, one.values, one.changed) for one in edits])

    try:
        done = mark(path, editions.plan_in_force(path, plan, today), change, today)
    except CannotMark as error:
        return _marked.refuse(path, error)
    return max(code, _marked.tell(done, today, write=True))


def _content(filled: Path) -> bytes:
    try:
        return read_regular(filled, MOST_BYTES)
    except OSError as error:
        raise UserError(Message("cannot read {path}: {why}", path=filled, why=os_errors.reason(error))) from error


def _read(execution: Execution, data: bytes, filled: Path, today: date) -> ReadBack:
    try:
        return read_filled(execution, data, today)
    except UnreadableFile as error:
        raise UserError(Message("{path}: {why}", path=filled, why=error.message), error.hint) from error


def _list(read: ReadBack, plan: Plan) -> None:
    """Print the changes by row, then what is not taken, each at its cell."""
    row = None
    for change in read.changes:
        if change.line.key != row:
            row = change.line.key
            unit = change.line.unit
            due = f" ({unit.occurrence.due:%d.%m.%Y})" if unit and unit.occurrence else ""
            _terminal.say(f"{printed_address(plan, change.line.row)}{due}: {visible(change.line.row.title)}")
        _terminal.say(f"  {_changed(change)}")
    out = _terminal.console(stderr=True)
    for one in read.edited:
        message = Message("this is no mark and is not taken: {heading}: “{new}”", heading=one.heading, new=one.new)
        out.print(f"{one.place.text(_)}: {message.text(_)}")
    for problem in (*read.problems, *read.remarks):
        _tell(problem)


def _changed(change: MarkChange) -> str:
    old = f"«{visible(change.old)}» → " if change.old else ""
    new = f"«{visible(change.new)}»" if change.new else Message("emptied").text(_)
    return f"{heading_of(change.key)}: {old}{new}  [{change.place.text(_)}]"


def _tell(problem: FilledProblem) -> None:
    out = _terminal.console(stderr=True)
    out.print(f"{problem.place.text(_)}: {problem.message.text(_)}")
    if problem.hint:
        out.print(f"  = {problem.hint.text(_)}")
