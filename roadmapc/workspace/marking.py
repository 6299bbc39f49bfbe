"""Marks written into their file: read, changed, proved and replaced while no other run does so."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from roadmapc.checks import running
from roadmapc.diagnostics import Diagnostic, Message, Severity, UserError
from roadmapc.diagnostics.regular_files import read_regular
from roadmapc.fixing import to_file_bytes
from roadmapc.plan import Plan
from roadmapc.plan.execution import Execution, execution_of
from roadmapc.plan.splicing.mark_edits import text_of_new
from roadmapc.source.decoding import MAX_BYTES
from roadmapc.source.marks_file import MarksFile, read_marks
from roadmapc.source.marks_name import marks_path
from roadmapc.source.tree import Tree
from roadmapc.workspace import atomic_writes, os_errors, source_files
from roadmapc.workspace.file_lock import locked
from roadmapc.workspace.settings import selection_of

Change = Callable[[Tree, Execution], str]
"""Makes of the tree of a marks file, and of what it says of the plan, the text that is to take its place."""


@dataclass(frozen=True)
class Marked:
    """What came of a change: the file, what became of the plan, and what is to be said of the marks that are new.

    With `errors` nothing was written.
    """

    path: Path
    before: str
    after: str
    execution: Execution
    problems: tuple[Diagnostic, ...] = ()
    written: bool = False

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """Return the problems for which nothing was written."""
        return tuple(one for one in self.problems if one.severity is Severity.ERROR)


def mark(roadmap: Path, plan: Plan, change: Change, today: date, *, write: bool = True) -> Marked:
    """Change the marks of a roadmap; what rules call an error in what is new is not written.

    Raises UserError where the file cannot be read or written, CannotMark where the change cannot be made.
    """
    path = marks_path(roadmap)
    try:
        with locked(path) if write else nullcontext():
            return _marked(path, roadmap, plan, change, today, write=write)
    except OSError as error:
        raise UserError(Message("cannot write {path}: {why}", path=path, why=os_errors.reason(error))) from error


def _marked(path: Path, roadmap: Path, plan: Plan, change: Change, today: date, *, write: bool) -> Marked:
    is_new = not os.path.lexists(path)
    data = text_of_new(roadmap.name).encode() if is_new else read_regular(path, MAX_BYTES)
    file = read_marks(path.as_posix(), data)
    before = "" if is_new else file.source.text
    if file.problems or file.tree is None:
        return Marked(path, before, before, execution_of(plan), file.problems)
    after = change(file.tree, execution_of(plan, file))
    new = read_marks(path.as_posix(), after.encode())
    execution = execution_of(plan, new)
    problems = tuple(new.problems) or _of_what_is_new(file, new, execution, today)
    done = Marked(path, before, after, execution, problems)
    if done.errors or after == before or not write:
        return done
    atomic_writes.replace(path, to_file_bytes(data, after))
    return Marked(path, before, after, execution, problems, written=True)


def _of_what_is_new(old: MarksFile, new: MarksFile, execution: Execution, today: date) -> tuple[Diagnostic, ...]:
    """Return what the rules find in the marks that the file did not have so before."""
    former = list(old.marks.marks) if old.marks else []
    latter = new.marks.marks if new.marks else ()
    fresh = {at for at, one in enumerate(latter) if one not in former}
    selection = selection_of(source_files.settings().check)
    found = running.check_marks(execution, today=today, selection=selection)
    return tuple(one for one in found if len(one.route) > 1 and one.route[1] in fresh and one.waived is None)
