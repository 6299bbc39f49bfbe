"""Marks beside roadmaps: `plan.marks.yaml` beside `plan.yaml`, found from the roadmap that they belong to."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path

from roadmapc.diagnostics import Diagnostic, Message, Severity, Span
from roadmapc.diagnostics.regular_files import is_file
from roadmapc.plan import Plan
from roadmapc.plan.execution import Execution, execution_of
from roadmapc.source.marks_file import MarksFile, read_marks
from roadmapc.source.marks_name import SUFFIX, marks_path
from roadmapc.source.problems import NOT_A_ROADMAP
from roadmapc.workspace import source_files

_SOURCES = (".yaml", ".yml")


def roadmap_of(marks: Path) -> Path | None:
    """Return the roadmap that a marks file belongs to; none where it is not there."""
    stem = marks.name[: -len(SUFFIX)]
    found = (marks.with_name(stem + suffix) for suffix in _SOURCES)
    return next((path for path in found if is_file(path)), None)


def beside(roadmap: Path) -> MarksFile | None:
    """Return the marks of a roadmap, if there are any; standard input has none."""
    path = marks_path(roadmap)
    if roadmap == source_files.STDIN or not os.path.lexists(path):
        return None
    return read(path)


def read(path: Path, data: bytes | None = None) -> MarksFile:
    """Return the content of a marks file, or what is wrong with its form."""
    if data is None:
        data, problem = source_files.content(path)
        if problem:
            return MarksFile(problem.source, problems=(problem,))
    return _read(path.as_posix(), data)


_read = lru_cache(maxsize=16)(read_marks)


def execution(roadmap: Path, plan: Plan, day: date | None = None) -> Execution:
    """Return what became of a plan by the marks beside it; with those that have errors of form nothing is known.

    With a `day` it is the plan in force on it by the editions of the roadmap, else the source's.
    """
    if day is None or not plan.has_editions:
        return execution_of(plan, beside(roadmap))
    from roadmapc.workspace import editions  # needed where there are some

    return editions.execution(roadmap, plan, day, beside(roadmap))


def not_a_roadmap(path: Path, file: MarksFile) -> Iterable[Diagnostic]:
    """Return what is wrong with marks that were named as a roadmap: their own errors, else that they are none."""
    if file.problems:
        return file.problems
    if roadmap_of(path) is None:
        return (alone(path, file),)
    message = Message("these are marks, not a roadmap: they are read with {name}", name=_named(path))
    return (Diagnostic(*NOT_A_ROADMAP, Severity.ERROR, message, file.source, Span(0, min(5, len(file.source.text)))),)


def _named(path: Path) -> str:
    known = roadmap_of(path)
    return known.name if known else path.name[: -len(SUFFIX)] + _SOURCES[0]


def alone(path: Path, file: MarksFile) -> Diagnostic:
    """Return the problem of marks that lie beside no roadmap."""
    message = Message("there is no roadmap beside these marks: {name}", name=_named(path))
    hint = Message("marks have the name of their roadmap: plan.yaml, plan.marks.yaml")
    span = Span(0, min(len("marks"), len(file.source.text)))
    return Diagnostic(*NOT_A_ROADMAP, Severity.ERROR, message, file.source, span, hint=hint)


def of_unread(file: MarksFile, roadmap: Path) -> Diagnostic:
    """Return the problem of marks whose roadmap has errors of form, so that nobody knows its rows."""
    message = Message("the roadmap of these marks cannot be read: first correct {name}", name=roadmap.name)
    return Diagnostic(*NOT_A_ROADMAP, Severity.ERROR, message, file.source, Span(0, min(5, len(file.source.text))))
