"""Roadmaps to report on: read with the marks beside them; what is wrong with either is told at its place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from roadmapc.cli import _problems, _terminal
from roadmapc.cli._language import translate as _
from roadmapc.compiler import Compilation
from roadmapc.diagnostics import Message
from roadmapc.plan.execution import Execution
from roadmapc.workspace import executions, forms, loading


class Read(NamedTuple):
    """A roadmap with what became of it, and the form that it names."""

    result: Compilation
    execution: Execution
    form: Path | None


class AllRead(NamedTuple):
    """Roadmaps that can be reported on, the others with their municipalities or «», and whether errors stopped any."""

    found: list[tuple[Path, Read]]
    unread: list[tuple[Path, str]]
    stopped: bool


def read_all(files: Sequence[Path], draft: bool, templates: Path | None, today: date, as_of: date) -> AllRead:
    """Return the roadmaps that can be reported on as they are in force on a day; of the others errors are printed."""
    found: list[tuple[Path, Read]] = []
    unread: list[tuple[Path, str]] = []
    for one in executions.each(files, as_of):
        problems = one.problems
        if one.execution and not problems:
            problems = tuple(executions.misplaced(one.execution, today))
        _problems.tell(problems)
        if one.execution is None or (problems and not draft):
            unread.append((one.path, one.result.plan.municipality if one.result.plan else ""))
            message = Message("{name}: not reported, errors: {n}", name=one.path, n=len(problems))
            _terminal.console(stderr=True).print(message.text(_))
        else:
            form = forms.needed_by(one.result, one.path, templates)
            found.append((one.path, Read(one.result, one.execution, form)))
    shared = executions.shared_problems(files)
    _problems.tell(shared)
    if any(one.errors for one in loading.directories(files)):
        unread += [(path, one.execution.plan.municipality) for path, one in found]
        found = []
    return AllRead(found, unread, bool(unread or shared))
