"""Roadmaps to report on: read with the marks beside them; what is wrong with either is told at its place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from roadmapc.checks.selection import RuleSelection
from roadmapc.cli import _terminal
from roadmapc.cli._language import translate as _
from roadmapc.compiler import Compilation
from roadmapc.diagnostics import Diagnostic, Message, UserError
from roadmapc.plan.execution import Execution
from roadmapc.source.marks_file import MarksFile
from roadmapc.workspace import forms, loading, marks_files

_PLACES = RuleSelection(select=("misplaced-mark",))


class Read(NamedTuple):
    """A roadmap with what became of it, and the form that it names."""

    result: Compilation
    execution: Execution
    form: Path | None


def read_all(
    files: Sequence[Path], draft: bool, templates: Path | None, today: date, as_of: date
) -> tuple[list[tuple[Path, Read]], bool]:
    """Return the roadmaps that can be reported on as they are in force on a day; of the others errors are printed."""
    found: list[tuple[Path, Read]] = []
    shared = [*loading.directories(files)]
    stopped = False
    for path in files:
        result = loading.read(path)
        marks = marks_files.beside(path)
        if result.plan is None:
            problems: Sequence[Diagnostic] = result.errors
        else:
            execution = marks_files.execution(path, result.plan, as_of)
            problems = _wrong(marks, execution, today)
        _show(problems)
        if problems and (result.plan is None or not draft):
            stopped = True
            message = Message("{name}: not reported, errors: {n}", name=path, n=len(problems))
            _terminal.console(stderr=True).print(message.text(_))
        else:
            found.append((path, Read(result, execution, _form(path, result, templates))))
    for one in (*shared, *loading.unfit_bases()):
        _show(one.errors)
        stopped = stopped or bool(one.errors)
    return ([] if stopped and any(one.errors for one in shared) else found), stopped


def _form(path: Path, result: Compilation, templates: Path | None) -> Path | None:
    """Return the form that a roadmap names; raises UserError where it cannot serve."""
    from roadmapc.source.form_names import FormFault

    assert result.plan is not None
    name = result.plan.roadmap.form
    if name is None:
        return None
    found = forms.find(name, path, templates)
    if isinstance(found, FormFault):
        raise UserError(found.message, found.hint)
    return found


def _wrong(marks: MarksFile | None, execution: Execution, today: date) -> Sequence[Diagnostic]:
    """Return the errors of marks: of their form, else those that mean no row or day of the plan, or several."""
    if marks is None:
        return ()
    if marks.problems:
        return marks.problems
    if not execution.misplaced:
        return ()
    from roadmapc.checks import running

    return running.check_marks(execution, today=today, selection=_PLACES)


def _show(problems: Sequence[Diagnostic]) -> None:
    if problems:
        from roadmapc.reporters import text

        out = _terminal.console(stderr=True)
        out.print(text.folded(problems, _, out.width), end="")
