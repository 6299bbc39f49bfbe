"""The whole pipeline on one screen: bytes → source → tree → roadmap → plan → diagnostics."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import ModuleType

from roadmapc.checks.card import Card, card_of
from roadmapc.checks.finding import Finding
from roadmapc.checks.running import compare, diagnosed, judge
from roadmapc.checks.selection import ALL, Policy
from roadmapc.diagnostics import Diagnostic, Severity, Source
from roadmapc.plan import Plan, make_plan
from roadmapc.russian.calendar import DEFAULT_CALENDAR, Calendar
from roadmapc.source.decoding import decode
from roadmapc.source.model import Roadmap
from roadmapc.source.shared_owners import Directory
from roadmapc.source.tree import parse_yaml
from roadmapc.source.validation import validate

Between = tuple[ModuleType, Finding]
"""A rule and what it has found between a roadmap and others."""


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

    def having(self, more: Iterable[Diagnostic]) -> Compilation:
        """Return the same with more problems, in order of place."""
        return replace(self, diagnostics=_ordered([*self.diagnostics, *more]))

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
    source, problems = decode(name, data)
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
    tree, problems = parse_yaml(source)
    if tree is None:
        return Compilation(source, None, _ordered(problems))
    roadmap, wrong = validate(tree, Roadmap)
    if roadmap is None:
        return Compilation(source, None, _ordered([*problems, *wrong]))
    plan = make_plan(roadmap, tree, stem, calendar=calendar, directory=directory)
    return Compilation(source, plan, _ordered(problems))


def checked(read: Iterable[Compilation], *, today: date, policy: Policy = ALL) -> list[Compilation]:
    """Return what was read with what the rules find in each, and between them; `today` expires waivers."""
    results = [judged(one, today=today, policy=policy) for one in read]
    between = compared([card_of(one.plan) if one.plan else None for one in results], policy)
    for at, findings in between.items():
        if plan := results[at].plan:
            results[at] = results[at].having(related(plan, findings, today=today, policy=policy))
    return results


def judged(read: Compilation, *, today: date, policy: Policy = ALL) -> Compilation:
    """Return what was read with what the rules find in it alone."""
    return read.having(judge(read.plan, today=today, policy=policy)) if read.plan else read


def compared(cards: Sequence[Card | None], policy: Policy = ALL) -> dict[int, list[Between]]:
    """Return what the rules find between roadmaps, by the index of the card; files that could not be read have none."""
    places = [at for at, card in enumerate(cards) if card]
    found: dict[int, list[Between]] = defaultdict(list)
    for at, rule, finding in compare([card for card in cards if card], policy):
        found[places[at]].append((rule, finding))
    return found


def related(plan: Plan, findings: Iterable[Between], *, today: date, policy: Policy = ALL) -> list[Diagnostic]:
    """Return what the rules have found between a roadmap and others as problems of this one."""
    return [diagnosed(plan, *finding, today=today, policy=policy) for finding in findings]


def compile_bytes(name: str, data: bytes, *, today: date, stem: str = "roadmap") -> Compilation:
    """Compile the content of one file that stands alone."""
    return checked([read_bytes(name, data, stem=stem)], today=today)[0]


def compile_source(source: Source, *, today: date, policy: Policy = ALL) -> Compilation:
    """Compile one text that stands alone."""
    return checked([read_source(source)], today=today, policy=policy)[0]


def _ordered(problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.sort_key))
