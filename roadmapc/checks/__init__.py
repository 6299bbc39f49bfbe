"""Rules: one file each, found by being here.

A rule is a module with CODE, SEVERITY and one function: `check(plan)`; `compare(plans)` where it sets several roadmaps
against each other and yields pairs of a plan and a finding; `review(plan, diagnostics, run)` where it judges waivers
after all others have run. Its name is the file's, its docstring is its manual page, and the examples there are its
tests. A rule with `OPTIONAL = True` runs only where it is asked for.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence
from datetime import date
from functools import cache
from types import ModuleType

from roadmapc.checks._finding import diagnostic
from roadmapc.checks._policy import ALL, Policy, matches
from roadmapc.checks._waivers import Review, waived
from roadmapc.diagnostics import Diagnostic
from roadmapc.plan import Plan

__all__ = ["ALL", "Policy", "matches", "rule_name", "rules", "run_checks"]


@cache
def rules() -> tuple[ModuleType, ...]:
    """Return all rules, by code."""
    names = [info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_")]
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return tuple(sorted(modules, key=lambda module: str(module.CODE)))


def rule_name(rule: ModuleType) -> str:
    """Return a rule's name as waivers write it: «missing-owner»."""
    return rule.__name__.rpartition(".")[2].replace("_", "-")


def run_checks(plans: Sequence[Plan], *, today: date, policy: Policy = ALL) -> list[list[Diagnostic]]:
    """Return what all rules find in each plan, and between them, waived where its source says so.

    `today` decides which waivers have expired.
    """
    chosen = [(rule, rule_name(rule)) for rule in rules()]
    chosen = [(rule, name) for rule, name in chosen if policy.runs(rule, name)]
    found: list[list[Diagnostic]] = [[] for _ in plans]
    place = {id(plan): at for at, plan in enumerate(plans)}
    for plan, own in zip(plans, found, strict=True):
        for rule, name in chosen:
            if hasattr(rule, "check"):
                severity = policy.severity_of(rule, name)
                own += [diagnostic(plan, finding, rule.CODE, name, severity) for finding in rule.check(plan)]
        plan.forget()
    for rule, name in chosen:
        if hasattr(rule, "compare"):
            severity = policy.severity_of(rule, name)
            for plan, finding in rule.compare(plans):
                found[place[id(plan)]].append(diagnostic(plan, finding, rule.CODE, name, severity))
    judged = [(rule, name) for rule, name in chosen if hasattr(rule, "check")]  # others need all files to be read
    review = Review(today, frozenset(word for rule, name in judged for word in (name, str(rule.CODE))))
    for at, plan in enumerate(plans):
        found[at] = waived(plan, found[at], today)
        for rule, name in chosen:
            if hasattr(rule, "review"):
                severity = policy.severity_of(rule, name)
                reviewed = rule.review(plan, found[at], review)
                found[at] += [diagnostic(plan, finding, rule.CODE, name, severity) for finding in reviewed]
    return found
