"""The whole pipeline on one screen: bytes → source → tree → roadmap → plan → diagnostics."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from roadmapc import reading, syntax
from roadmapc.calendars import DEFAULT_CALENDAR, Calendar
from roadmapc.checks import ALL, Policy, run_checks
from roadmapc.diagnostics import Diagnostic, Severity
from roadmapc.directory import Directory
from roadmapc.model import Roadmap
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

    def unwaived(self) -> Compilation:
        """Return the same with every problem counting."""
        return replace(self, diagnostics=tuple(problem.unwaived() for problem in self.diagnostics))


def read_bytes(
    name: str,
    data: bytes,
    *,
    stem: str = "roadmap",
    calendar: Calendar = DEFAULT_CALENDAR,
    directory: Directory | None = None,
) -> Compilation:
    """Read a file's content, before any rule; `name` is for messages, `stem` the id where the source gives none."""
    source, problems = reading.decode(name, data)
    if problems:
        return Compilation(source, None, tuple(problems))
    return read_source(source, stem=stem, calendar=calendar, directory=directory)


def read_source(
    source: Source,
    *,
    stem: str = "roadmap",
    calendar: Calendar = DEFAULT_CALENDAR,
    directory: Directory | None = None,
) -> Compilation:
    """Read a text, before any rule."""
    tree, problems = syntax.parse(source)
    if tree is None:
        return Compilation(source, None, _ordered(problems))
    roadmap, wrong = reading.validate(tree, Roadmap)
    if roadmap is None:
        return Compilation(source, None, _ordered([*problems, *wrong]))
    plan = make_plan(roadmap, tree, stem, calendar=calendar, directory=directory)
    return Compilation(source, plan, _ordered(problems))


def checked(read: Iterable[Compilation], *, today: date, policy: Policy = ALL) -> list[Compilation]:
    """Return what was read with what the rules find in each, and between them; `today` expires waivers."""
    all_read = list(read)
    found = iter(run_checks([one.plan for one in all_read if one.plan], today=today, policy=policy))
    return [
        replace(one, diagnostics=_ordered([*one.diagnostics, *next(found)])) if one.plan else one for one in all_read
    ]


def compile_bytes(name: str, data: bytes, *, today: date, stem: str = "roadmap") -> Compilation:
    """Compile the content of one file that stands alone."""
    return checked([read_bytes(name, data, stem=stem)], today=today)[0]


def compile_source(source: Source, *, today: date, policy: Policy = ALL) -> Compilation:
    """Compile one text that stands alone."""
    return checked([read_source(source)], today=today, policy=policy)[0]


def _ordered(problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.sort_key))
