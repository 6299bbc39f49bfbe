"""How rules run: one file each under `rules/<family>/`, found by being there.

A rule is a module with CODE, SEVERITY and one function: `check(plan)`; `compare(summaries)` where it sets several
roadmaps against each other and yields pairs of a roadmap's index and a finding; `judge(execution, today)` where it
reads the marks of a plan; `judge_editions(signed)` where it holds a plan against the texts of it that acts have
signed; `review(plan, diagnostics, run)` and `review_marks(execution, diagnostics, run)` where it
judges waivers after the others have run. Its name is the file's, its docstring is its manual page, and the examples
there are its tests; the good one shows what changes, with «…» for the lines that stay. A rule with `OPTIONAL = True`
runs only where it is asked for.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from itertools import islice
from types import ModuleType
from typing import TYPE_CHECKING

from roadmapc.checks import rules as families
from roadmapc.checks.finding import Finding, diagnostic, marks_diagnostic
from roadmapc.checks.on_base import is_left_to_base
from roadmapc.checks.selection import ALL, RuleSelection
from roadmapc.checks.summary import RoadmapSummary
from roadmapc.checks.waiving import Review, with_waivers, with_waivers_of_marks
from roadmapc.diagnostics import Diagnostic, Message
from roadmapc.plan import Plan
from roadmapc.plan.editions.values import Editions
from roadmapc.plan.execution import Execution
from roadmapc.source.basing.merged_tree import own_source

if TYPE_CHECKING:
    from roadmapc.plan.editions.signed import Signed

MOST_FINDINGS = 1_000
"""Of one rule in one roadmap that are listed; of the others their number is told."""


@cache
def rules() -> tuple[ModuleType, ...]:
    """Return all rules, by code."""
    modules = [importlib.import_module(name) for family in _families() for name in _modules(family)]
    return tuple(sorted(modules, key=lambda module: str(module.CODE)))


def _families() -> list[ModuleType]:
    return [importlib.import_module(name) for name in _modules(families)]


def _modules(package: ModuleType) -> list[str]:
    """Return the full names of a package's modules; those that begin with «_» are helpers."""
    names = [info.name for info in pkgutil.iter_modules(package.__path__)]
    return [f"{package.__name__}.{name}" for name in names if name[0] != "_"]


@cache
def rule_name(rule: ModuleType) -> str:
    """Return a rule's name as waivers write it: «missing-owner»."""
    return rule.__name__.rpartition(".")[2].replace("_", "-")


@cache
def _names_of(chosen: tuple[ModuleType, ...]) -> frozenset[str]:
    """Return the names and codes of rules."""
    return frozenset(word for rule in chosen for word in (rule_name(rule), str(rule.CODE)))


def known_names() -> frozenset[str]:
    """Return the names and codes of all rules, as waivers write them."""
    return _names_of(rules())


def check_plan(
    plan: Plan, *, today: date, selection: RuleSelection = ALL, editions: Editions | None = None
) -> list[Diagnostic]:
    """Return what the rules find in a plan that stands alone, waived where its source says so.

    `today` decides which waivers have expired; without `editions` (none were looked for) the rules on them do not run.
    """
    alone = _select("check", selection)
    found = [_diagnostic_of(plan, rule, finding, selection) for rule in alone for finding in _most_of(rule.check(plan))]
    found = _without_those_of_base(plan, found)
    signed = _signed(plan, editions) if editions and editions.found else None
    for rule in _select("judge_editions", selection) if editions is not None else ():
        findings = _most_of(rule.judge_editions(signed)) if signed else []
        found += [_diagnostic_of(plan, rule, finding, selection) for finding in findings]
        alone = (*alone, rule) if rule not in alone else alone
    found = with_waivers(plan, found, today)
    review = Review(today, _names_of(alone))
    for rule in _select("review", selection):
        reviewed = [_diagnostic_of(plan, rule, finding, selection) for finding in rule.review(plan, found, review)]
        found += _without_those_of_base(plan, reviewed)
    plan.forget()
    return found


def _signed(plan: Plan, editions: Editions) -> Signed:
    from roadmapc.plan.editions.signed import Signed  # what compares plans is loaded where there are editions

    return Signed(plan, editions)


def check_marks(execution: Execution, *, today: date, selection: RuleSelection = ALL) -> list[Diagnostic]:
    """Return what the rules find in the marks of a plan, waived where their file says so."""
    chosen = _select("judge", selection)
    found: list[Diagnostic] = []
    for rule in chosen:
        findings = _most_of(rule.judge(execution, today))
        found += [_marks_diagnostic_of(execution, rule, finding, selection) for finding in findings]
    found = with_waivers_of_marks(execution, found, today)
    review = Review(today, _names_of(chosen))
    for rule in _select("review_marks", selection):
        reviewed = rule.review_marks(execution, found, review)
        found += [_marks_diagnostic_of(execution, rule, finding, selection) for finding in reviewed]
    return found


def _marks_diagnostic_of(
    execution: Execution, rule: ModuleType, finding: Finding, selection: RuleSelection
) -> Diagnostic:
    name = rule_name(rule)
    return marks_diagnostic(execution, finding, rule.CODE, name, selection.severity_of(rule, name))


def _without_those_of_base(plan: Plan, found: list[Diagnostic]) -> list[Diagnostic]:
    """Return problems but those of which the base that a roadmap extends is judged by itself alone."""
    if plan.base is None:
        return found
    own = own_source(plan.tree)
    return [one for one in found if one.source is own or not is_left_to_base(one.name, one.code)]


def _most_of(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield what one rule finds in one plan, but of very much only how much more there is, where the next one stands.

    A text of two megabytes that is all brackets has two million findings, and nobody reads the second thousand.
    """
    rest = iter(findings)
    yield from islice(rest, MOST_FINDINGS)
    if first := next(rest, None):
        message = Message("more problems than are listed: {n}", n=1 + sum(1 for _ in rest))
        yield replace(first, message=message, hint=None, labels=(), fix=None)


def check_between(
    summaries: Sequence[RoadmapSummary], selection: RuleSelection = ALL
) -> Iterator[tuple[int, ModuleType, Finding]]:
    """Yield what the rules find between roadmaps: whose, by its index, which rule, and the finding."""
    for rule in _select("compare", selection):
        for at, finding in rule.compare(summaries):
            yield at, rule, finding


def to_diagnostic(
    plan: Plan, rule: ModuleType, finding: Finding, *, today: date, selection: RuleSelection = ALL
) -> Diagnostic:
    """Return the diagnostic of a finding between roadmaps, waived where the plan's source says so."""
    return with_waivers(plan, [_diagnostic_of(plan, rule, finding, selection)], today)[0]


def _diagnostic_of(plan: Plan, rule: ModuleType, finding: Finding, selection: RuleSelection) -> Diagnostic:
    name = rule_name(rule)
    return diagnostic(plan, finding, rule.CODE, name, selection.severity_of(rule, name))


@cache
def _rules_with(function: str) -> tuple[tuple[ModuleType, str], ...]:
    return tuple((rule, rule_name(rule)) for rule in rules() if hasattr(rule, function))


def _select(function: str, selection: RuleSelection) -> tuple[ModuleType, ...]:
    """Return the rules that a selection chooses among those that have a function."""
    return _chosen(function, selection.select, selection.ignore, selection.spell)


@lru_cache
def _chosen(function: str, select: tuple[str, ...], ignore: tuple[str, ...], spell: bool) -> tuple[ModuleType, ...]:
    selection = RuleSelection(select, ignore, spell)
    return tuple(rule for rule, name in _rules_with(function) if selection.runs(rule, name))
