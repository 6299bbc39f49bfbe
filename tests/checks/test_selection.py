"""Proves which rules run and how badly each counts, whoever chooses: names, codes, beginnings of codes."""

from __future__ import annotations

from types import ModuleType

import pytest

from roadmapc.checks.running import rule_name, rules
from roadmapc.checks.selection import ALWAYS, RuleSelection, matches
from roadmapc.diagnostics import Severity

RULES = {rule_name(rule): rule for rule in rules()}
OWNER, RESULT = "missing-owner", "missing-result"


@pytest.mark.parametrize(
    ("pattern", "fits"),
    [
        (OWNER, True),
        ("RM301", True),
        ("RM3", True),
        ("RM", True),
        ("RM4", False),
        ("missing", False),
        ("301", False),
        ("", False),
    ],
)
def test_patterns(pattern: str, fits: bool) -> None:
    """A whole name, a code, the beginning of a code from «RM» on; never a part of a name."""
    assert matches(pattern, OWNER, "RM301") == fits


@pytest.mark.parametrize(
    ("selection", "owner", "result"),
    [
        (RuleSelection(), True, True),
        (RuleSelection(select=(OWNER,)), True, False),
        (RuleSelection(ignore=(OWNER,)), False, True),
        (RuleSelection(select=(OWNER,), ignore=("RM3",)), False, False),
        (RuleSelection(select=("RM",), ignore=(RESULT,)), True, False),
    ],
)
def test_who_runs(selection: RuleSelection, owner: bool, result: bool) -> None:
    """Nothing selected is everything; what is ignored does not run, selected or not."""
    assert [selection.runs(RULES[name], name) for name in (OWNER, RESULT)] == [owner, result]


def test_what_always_runs() -> None:
    """No choice leaves out what keeps files in their folder, or makes it count less."""
    for name in ALWAYS:
        strict = RuleSelection(select=(OWNER,), ignore=("RM", name), severity={name: Severity.NOTE})
        assert strict.runs(RULES[name], name)
        assert strict.severity_of(RULES[name], name) == RULES[name].SEVERITY


def optional() -> list[tuple[str, ModuleType]]:
    """Return the rules that run where they are asked for alone."""
    return [(name, rule) for name, rule in RULES.items() if getattr(rule, "OPTIONAL", False)]


def test_optional_rules_are_asked_for() -> None:
    """By their whole name or code, or with spelling; the beginning of a code is no asking."""
    assert optional()
    for name, rule in optional():
        runs = {
            "nothing": RuleSelection().runs(rule, name),
            "beginning": RuleSelection(select=("RM",)).runs(rule, name),
            "name": RuleSelection(select=(name,)).runs(rule, name),
            "code": RuleSelection(select=(rule.CODE,)).runs(rule, name),
            "spell": RuleSelection(spell=True).runs(rule, name),
            "ignored": RuleSelection(spell=True, ignore=(name,)).runs(rule, name),
        }
        assert [word for word, does in runs.items() if does] == ["name", "code", "spell"]


def test_the_most_exact_severity_holds() -> None:
    """The name before a code, a longer beginning before a shorter one; without any it is the rule's own."""
    selection = RuleSelection(
        severity={"RM3": Severity.NOTE, "RM301": Severity.ERROR, RESULT: Severity.WARNING, "RM": Severity.ERROR}
    )
    assert selection.severity_of(RULES[OWNER], OWNER) is Severity.ERROR
    assert selection.severity_of(RULES[RESULT], RESULT) is Severity.WARNING
    assert selection.severity_of(RULES["unknown-owner"], "unknown-owner") is Severity.NOTE
    assert RuleSelection().severity_of(RULES[OWNER], OWNER) is RULES[OWNER].SEVERITY
