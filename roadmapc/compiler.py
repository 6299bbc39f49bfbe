"""The whole pipeline on one screen: bytes → source → tree → roadmap → plan → diagnostics."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import ModuleType
from typing import TYPE_CHECKING

from roadmapc.checks import running
from roadmapc.checks.finding import Finding
from roadmapc.checks.selection import ALL, RuleSelection
from roadmapc.checks.summary import RoadmapSummary, summary_of
from roadmapc.diagnostics import Diagnostic, Severity, Source
from roadmapc.plan import Plan, make_plan
from roadmapc.plan.editions.values import Editions
from roadmapc.plan.execution import Execution
from roadmapc.russian.calendar import DEFAULT_CALENDAR, Calendar
from roadmapc.source.decoding import decode
from roadmapc.source.model import Roadmap
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.shared_owners import Directory
from roadmapc.source.validation import validate

if TYPE_CHECKING:  # what reads base plans is loaded where there is one
    from roadmapc.source.basing.base_plan import BasePlan
    from roadmapc.source.basing.extending import FoundBase

_NOBODY = "base"
"""The id of a base plan, which is built into no folder."""


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

    def with_diagnostics(self, more: Iterable[Diagnostic]) -> Compilation:
        """Return the same with more problems, in order of place."""
        return replace(self, diagnostics=_in_order([*self.diagnostics, *more]))

    def without_waivers(self) -> Compilation:
        """Return the same with every problem counting."""
        return replace(self, diagnostics=tuple(problem.without_waiver() for problem in self.diagnostics))


def read_bytes(
    name: str,
    data: bytes,
    *,
    stem: str = "roadmap",
    calendar: Calendar = DEFAULT_CALENDAR,
    directory: Directory | None = None,
    base: FoundBase | None = None,
) -> Compilation:
    """Read a file's content, before any rule; `name` is for messages, `stem` the id where the source gives none.

    `base` is what was found of the base plan that the file extends.
    """
    source, problems = decode(name, data)
    if problems:
        return Compilation(source, None, tuple(problems))
    return read_source(source, stem=stem, calendar=calendar, directory=directory, base=base)


def read_source(
    source: Source,
    *,
    stem: str = "roadmap",
    calendar: Calendar = DEFAULT_CALENDAR,
    directory: Directory | None = None,
    base: FoundBase | None = None,
) -> Compilation:
    """Read a text, before any rule."""
    tree, problems = parse_yaml(source)
    if tree is None:
        return Compilation(source, None, _in_order(problems))
    if isinstance(tree.data, dict) and "extends" in tree.data:
        from roadmapc.source.basing.whole import with_base

        tree, unfitting = with_base(tree, base)
        if tree is None:
            return Compilation(source, None, _in_order([*problems, *unfitting]))
    roadmap, wrong = validate(tree, Roadmap)
    if roadmap is None:
        return Compilation(source, None, _in_order([*problems, *wrong]))
    plan = make_plan(roadmap, tree, stem, calendar=calendar, directory=directory)
    return Compilation(source, plan, _in_order(problems))


def read_base_plan(plan: BasePlan, calendar: Calendar = DEFAULT_CALENDAR) -> Compilation:
    """Return a base plan as rules read what stands in it: a roadmap that is nobody's, which is never built."""
    from roadmapc.source.model.base import as_roadmap

    if plan.base is None or plan.tree is None or plan.problems:
        return Compilation(plan.source, None, plan.problems)
    return Compilation(plan.source, make_plan(as_roadmap(plan.base), plan.tree, _NOBODY, calendar=calendar), ())


def check_files(read: Iterable[Compilation], *, today: date, selection: RuleSelection = ALL) -> list[Compilation]:
    """Return what was read with what the rules find in each, and between them; `today` expires waivers."""
    results = [check_one(one, today=today, selection=selection) for one in read]

    def plan_at(index: int) -> Plan:
        plan = results[index].plan
        assert plan is not None  # it has a summary
        return plan

    summaries = [summary_of(one.plan) if one.plan else None for one in results]
    for at, problems in check_between(summaries, plan_at, today=today, selection=selection).items():
        results[at] = results[at].with_diagnostics(problems)
    return results


def check_one(
    read: Compilation, *, today: date, selection: RuleSelection = ALL, editions: Editions | None = None
) -> Compilation:
    """Return what was read with what the rules find in it alone, and in its editions where they were looked for."""
    if read.plan is None:
        return read
    found = running.check_plan(read.plan, today=today, selection=selection, editions=editions)
    return read.with_diagnostics([*found, *(editions.problems if editions else ())])


def check_marks(execution: Execution, *, today: date, selection: RuleSelection = ALL) -> Compilation:
    """Return what the rules find in the marks of a plan, which have a file of their own."""
    assert execution.file is not None  # without marks there is nothing to check
    file = execution.file
    found = [] if file.problems else running.check_marks(execution, today=today, selection=selection)
    return Compilation(file.source, None, _in_order([*file.problems, *found]))


def check_between(
    summaries: Sequence[RoadmapSummary | None],
    plan_at: Callable[[int], Plan],
    *,
    today: date,
    selection: RuleSelection = ALL,
) -> dict[int, list[Diagnostic]]:
    """Return what the rules find between roadmaps, by index; `plan_at` is asked for the plans of those alone.

    Files that could not be read have no summary.
    """
    places = [at for at, summary in enumerate(summaries) if summary]
    found: dict[int, list[tuple[ModuleType, Finding]]] = defaultdict(list)
    for at, rule, finding in running.check_between([one for one in summaries if one], selection):
        found[places[at]].append((rule, finding))
    problems = {}
    for at, findings in found.items():
        plan = plan_at(at)
        problems[at] = [running.to_diagnostic(plan, *one, today=today, selection=selection) for one in findings]
    return problems


def compile_bytes(name: str, data: bytes, *, today: date, stem: str = "roadmap") -> Compilation:
    """Compile the content of one file that stands alone."""
    return check_files([read_bytes(name, data, stem=stem)], today=today)[0]


def compile_source(source: Source, *, today: date, selection: RuleSelection = ALL) -> Compilation:
    """Compile one text that stands alone."""
    return check_files([read_source(source)], today=today, selection=selection)[0]


def _in_order(problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.sort_key))
