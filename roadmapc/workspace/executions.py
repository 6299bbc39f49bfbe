"""Roadmaps read with the marks beside them: what `due`, `status`, `report` and `remind` stand on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from roadmapc.checks import running
from roadmapc.checks.selection import RuleSelection
from roadmapc.diagnostics import Diagnostic, Message, UserError
from roadmapc.plan.execution import Execution
from roadmapc.russian.normal_form import searched_form
from roadmapc.workspace import loading, marks_files

_PLACES = RuleSelection(select=("misplaced-mark",))


@dataclass(frozen=True)
class Executions:
    """Plans with what became of them, each with its file, and what is wrong, which is to be told.

    A roadmap that cannot be read is left out, and so is one whose marks cannot: nobody knows what of it is done.
    """

    found: tuple[tuple[Path, Execution], ...]
    problems: tuple[Diagnostic, ...]


def read_all(files: Sequence[Path], today: date, municipality: str = "", *, as_of: date | None = None) -> Executions:
    """Read roadmaps with their marks; those of one municipality alone, by a part of its name.

    `as_of` is the day whose edition is asked for, else today.
    Raises UserError where no roadmap is of that name.
    """
    problems: list[Diagnostic] = []
    found: list[tuple[Path, Execution]] = []
    read = [(path, loading.read(path)) for path in files]
    for other in [*loading.directories(files), *loading.unfit_bases()]:
        problems += other.errors
    for path, one in read:
        if one.plan is None:
            problems += one.errors
            continue
        if searched_form(municipality) not in searched_form(one.plan.municipality):
            continue
        marks = marks_files.beside(path)
        if marks and marks.problems:
            problems += marks.problems
            continue
        execution = marks_files.execution(path, one.plan, as_of or today)
        if execution.misplaced:
            problems += running.check_marks(execution, today=today, selection=_PLACES)
        one.plan.forget()
        execution.plan.forget()
        found.append((path, execution))
    if municipality and not found and not problems:
        raise UserError(Message("no roadmap of “{name}”", name=municipality))
    return Executions(tuple(found), tuple(problems))
