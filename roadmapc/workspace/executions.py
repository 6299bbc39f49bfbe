"""Roadmaps read with the marks beside them: what `due`, `status`, `report` and `remind` stand on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from roadmapc.checks import running
from roadmapc.checks.selection import RuleSelection
from roadmapc.compiler import Compilation
from roadmapc.diagnostics import Diagnostic, Message, Severity, UserError
from roadmapc.plan.execution import Execution
from roadmapc.russian.normal_form import searched_form
from roadmapc.russian.transliteration import is_safe
from roadmapc.workspace import bases, loading, marks_files, source_files

_PLACES = RuleSelection(select=("misplaced-mark",))
_IDS = RuleSelection(select=("unsafe-id",))


class ReadRoadmap(NamedTuple):
    """A roadmap with what became of it; none where it cannot be read.

    `problems` are the errors of form, of the roadmap or of its marks: with those of marks nobody knows what is done.
    """

    path: Path
    result: Compilation
    execution: Execution | None
    problems: tuple[Diagnostic, ...]


def each(files: Sequence[Path], as_of: date, municipality: str = "") -> Iterator[ReadRoadmap]:
    """Yield roadmaps as they are in force on a day; those of one municipality alone, by a part of its name.

    Those that cannot be read are of any municipality.
    """
    wanted = searched_form(municipality)
    for path in files:
        result = loading.read(path)
        if result.plan is None:
            yield ReadRoadmap(path, result, None, result.errors)
        elif wanted in searched_form(result.plan.municipality):
            marks = marks_files.beside(path)
            execution = marks_files.execution(path, result.plan, as_of)
            yield ReadRoadmap(path, result, execution, marks.problems if marks else ())


def shared_problems(files: Sequence[Path]) -> list[Diagnostic]:
    """Return the errors of what roadmaps share, once they are read: directories of owners, base plans."""
    return [problem for one in (*loading.directories(files), *loading.unfit_bases()) for problem in one.errors]


def look_for_bases(files: Sequence[Path]) -> None:
    """Find the base plans that roadmaps name: where other processes have read them, this one does not know any."""
    for path in files:
        if path != source_files.STDIN:
            bases.base_file(path, source_files.content(path)[0])


def unsafe_ids(execution: Execution, today: date) -> list[Diagnostic]:
    """Return the errors of a roadmap's id that is no name for a folder of documents."""
    if is_safe(execution.plan.id):
        return []
    found = running.check_plan(execution.plan, today=today, selection=_IDS)
    return [one for one in found if one.severity is Severity.ERROR]


def misplaced(execution: Execution, today: date) -> list[Diagnostic]:
    """Return the errors of marks that mean no row or day of the plan, or several."""
    return running.check_marks(execution, today=today, selection=_PLACES) if execution.misplaced else []


@dataclass(frozen=True)
class Executions:
    """Plans with what became of them, each with its file, and what is wrong, which is to be told.

    A roadmap that cannot be read is left out, and so is one whose marks cannot: nobody knows what of it is done.
    """

    found: tuple[tuple[Path, Execution], ...]
    problems: tuple[Diagnostic, ...]


def read_one(
    path: Path, today: date, municipality: str = "", *, as_of: date | None = None
) -> tuple[Execution | None, list[Diagnostic]]:
    """Read a roadmap with its marks, as `read_all` reads them; what is wrong with what it shares is told there."""
    for one in each([path], as_of or today, municipality):
        problems = [*one.problems]
        if one.execution is None or problems:
            return None, problems
        assert one.result.plan is not None  # it has an execution
        one.result.plan.forget()
        problems = misplaced(one.execution, today)
        one.execution.plan.forget()
        return one.execution, problems
    return None, []


def read_all(files: Sequence[Path], today: date, municipality: str = "", *, as_of: date | None = None) -> Executions:
    """Read roadmaps with their marks; `as_of` is the day whose edition is asked for, else today.

    Raises UserError where no roadmap is of that municipality.
    """
    problems: list[Diagnostic] = []
    found: list[tuple[Path, Execution]] = []
    for path in files:
        execution, some = read_one(path, today, municipality, as_of=as_of)
        problems += some
        if execution:
            found.append((path, execution))
    problems += shared_problems(files)
    if municipality and not found and not problems:
        raise UserError(Message("no roadmap of “{name}”", name=municipality))
    return Executions(tuple(found), tuple(problems))
