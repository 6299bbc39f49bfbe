"""The whole pipeline on one screen: bytes → source → tree → roadmap → plan → diagnostics."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from roadmapc import reading, syntax
from roadmapc.calendars import DEFAULT_CALENDAR, Calendar
from roadmapc.checks import run_checks
from roadmapc.diagnostics import Diagnostic, Severity
from roadmapc.plan import Plan, make_plan
from roadmapc.source import Source


@dataclass(frozen=True)
class Compilation:
    """What came of a source: a plan where its shape is right, and everything that is wrong, in order of place."""

    source: Source
    plan: Plan | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """Return the errors that no waiver covers: with them nothing is built."""
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR and not d.waived)


def compile_bytes(
    name: str, data: bytes, *, today: date, stem: str = "roadmap", calendar: Calendar = DEFAULT_CALENDAR
) -> Compilation:
    """Compile a file's content; `name` is shown in messages, `stem` is the id where the source gives none."""
    source, problems = reading.decode(name, data)
    if problems:
        return Compilation(source, None, tuple(problems))
    return compile_source(source, today=today, stem=stem, calendar=calendar)


def compile_source(
    source: Source, *, today: date, stem: str = "roadmap", calendar: Calendar = DEFAULT_CALENDAR
) -> Compilation:
    """Compile a text; `today` decides which waivers have expired."""
    tree, problems = syntax.parse(source)
    if tree is None:
        return Compilation(source, None, _ordered(problems))
    roadmap, wrong = reading.validate(tree)
    if roadmap is None:
        return Compilation(source, None, _ordered([*problems, *wrong]))
    plan = make_plan(roadmap, tree, stem, calendar=calendar)
    return Compilation(source, plan, _ordered([*problems, *run_checks(plan, today=today)]))


def _ordered(problems: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.sort_key))
