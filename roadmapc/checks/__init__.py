"""Rules: one file each, found by being here.

A rule is a module with CODE, SEVERITY and `check(plan)`, or `review(plan, diagnostics, today)` where it judges
waivers after all others have run; its name is the file's, its docstring is its manual page, and the examples there
are its tests.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from datetime import date
from functools import cache
from types import ModuleType
from typing import Any

from roadmapc.checks._finding import Finding, diagnostic
from roadmapc.checks._waivers import waived
from roadmapc.diagnostics import Diagnostic
from roadmapc.plan import Plan


@cache
def rules() -> tuple[ModuleType, ...]:
    """Return all rules, by code."""
    names = [info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_")]
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return tuple(sorted(modules, key=lambda module: str(module.CODE)))


def rule_name(rule: ModuleType) -> str:
    """Return a rule's name as waivers write it: «missing-owner»."""
    return rule.__name__.rpartition(".")[2].replace("_", "-")


def run_checks(plan: Plan, *, today: date) -> list[Diagnostic]:
    """Return what all rules find, waived where the source says so; `today` decides which waivers have expired."""
    found: list[Diagnostic] = []
    for rule in rules():
        if hasattr(rule, "check"):
            found += _reported(plan, rule, rule.check(plan))
    found = waived(plan, found, today)
    for rule in rules():
        if hasattr(rule, "review"):
            found += _reported(plan, rule, rule.review(plan, found, today))
    return found


def _reported(plan: Plan, rule: Any, findings: Iterable[Finding]) -> list[Diagnostic]:
    return [diagnostic(plan, finding, rule.CODE, rule_name(rule), rule.SEVERITY) for finding in findings]
