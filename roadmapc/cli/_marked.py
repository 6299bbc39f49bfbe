"""What `mark` does to a file, and what it says of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapc.cli import _diff, _terminal
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Message, UserError
from roadmapc.plan import Plan
from roadmapc.plan.addresses import printed_address
from roadmapc.plan.execution import Execution, state_of
from roadmapc.plan.execution.targets import CannotMark, Target, target_of
from roadmapc.workspace import editions, loading, misnamed, source_files
from roadmapc.workspace.marking import Change, Marked, mark

if TYPE_CHECKING:
    from roadmapc.plan.splicing.mark_edits import Values
    from roadmapc.source.tree import Tree


def plan_of(path: Path) -> Plan | None:
    """Return the plan of the roadmap that was named; none, and its errors told, where its form is wrong."""
    from roadmapc.reporters import text

    if not path.exists():
        raise UserError(Message("there is no such file: {path}", path=path), misnamed.hint_for(path))
    if source_files.is_folder(path):
        raise UserError(Message("{path} is a folder: name one roadmap", path=path))
    read = loading.read(path)
    if read.plan is None:
        out = _terminal.console(stderr=True)
        out.print(text.folded(read.errors, _, out.width), end="")
    return read.plan


def put(path: Path, wanted: Callable[[Execution], Sequence[tuple[Target, Values]]], today: date, *, write: bool) -> int:
    """Write what is wanted of some rows, and say which words gave way to it; 1 where nothing could be written."""
    from roadmapc.plan.splicing.mark_edits import with_marks

    former: list[str] = []

    def change(tree: Tree, execution: Execution) -> str:
        text, gone = with_marks(tree, wanted(execution), execution)
        former.extend(gone)
        return text

    code = _changed(path, change, today, write=write)
    if code == _terminal.OK and write:
        _say_lines(Message("written over:"), former)
    return code


def _say_lines(title: Message, lines: Sequence[str]) -> None:
    if lines:
        _terminal.say(title.text(_))
    for line in lines:
        _terminal.say(f"  {line}")


def _changed(path: Path, change: Change, today: date, *, write: bool) -> int:
    plan = plan_of(path)
    if plan is None:
        return _terminal.PROBLEMS
    try:
        done = mark(path, editions.plan_in_force(path, plan, today), change, today, write=write)
    except CannotMark as error:
        return refuse(path, error)
    return tell(done, today, write=write)


def refuse(path: Path, error: CannotMark) -> int:
    """Say why a row cannot be marked."""
    out = _terminal.console(stderr=True)
    out.print(f"{path.as_posix()}: {error.message.text(_)}")
    if error.hint:
        out.print(f"  = {error.hint.text(_)}")
    return _terminal.PROBLEMS


def tell(done: Marked, today: date, *, write: bool) -> int:
    """Say what was written and how the rows stand, or why nothing was."""
    from roadmapc.reporters import text

    out = _terminal.console(stderr=True)
    if done.problems:
        out.print(text.listed(done.problems, _, out.width), end="")
    if done.errors:
        out.print(Message("{path}: nothing was written", path=done.path.as_posix()).text(_))
        return _terminal.PROBLEMS
    if done.after == done.before:
        _terminal.say(Message("{path}: the marks say so already", path=done.path.as_posix()).text(_))
        return _terminal.OK
    if not write:
        _diff.show(done.path.as_posix(), done.before, done.after)
        return _terminal.OK
    _terminal.say(Message("{path}: written", path=done.path.as_posix()).text(_))
    _say_states(done.execution, done.before, today)
    return _terminal.OK


def _say_states(execution: Execution, before: str, today: date) -> None:
    """Say how each row stands whose marks have changed."""
    from roadmapc.plan.execution import execution_of
    from roadmapc.reporters.status_words import short_words
    from roadmapc.source.marks_file import read_marks

    former = execution_of(execution.plan, read_marks("", before.encode()) if before else None)
    known = {(unit.row.route, unit.occurrence): [one.mark for one in unit.marks] for unit in former.units}
    for unit in execution.units:
        if known.get((unit.row.route, unit.occurrence), []) != [one.mark for one in unit.marks]:
            state = state_of(unit, today, execution.plan.calendar)
            words = ", ".join(one.text(_) for one in short_words(state))
            due = f" ({unit.occurrence.due:%d.%m.%Y})" if unit.occurrence else ""
            _terminal.say(f"  {printed_address(execution.plan, unit.row)}{due}: {words}")


def take_back(path: Path, row: str, due: date | None, today: date, *, write: bool) -> int:
    """Take back what the mark of a row says was done, and print the lines that are gone."""
    from roadmapc.plan.splicing.mark_edits import without_facts

    gone: list[str] = []

    def change(tree: Tree, execution: Execution) -> str:
        target = _told(execution, row, due)
        if target.mark is None:
            raise CannotMark(Message("the row {address} has no mark", address=row))
        text, lines = without_facts(tree, target.mark)
        gone.extend(lines)
        return text

    code = _changed(path, change, today, write=write)
    if code == _terminal.OK and write:
        _say_lines(Message("taken back:"), gone)
    return code


def _told(execution: Execution, row: str, due: date | None) -> Target:
    """Return what was told of: of a row with several times all of it, where its mark tells of its progress."""
    whole = target_of(execution, row, due, ("progress",))
    is_whole = whole.unit is None and whole.mark and whole.mark.mark.progress
    return whole if is_whole else target_of(execution, row, due, ("said",))
