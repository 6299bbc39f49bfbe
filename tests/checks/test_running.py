"""Proves how rules are found and run: by being there, in the order of codes, each where the selection lets it."""

from __future__ import annotations

from pathlib import Path

from roadmapc.checks import running
from roadmapc.checks.running import MOST_FINDINGS, check_between, check_plan, rule_name, rules, to_diagnostic
from roadmapc.checks.selection import RuleSelection
from roadmapc.checks.summary import summary_of
from tests.conftest import CLEAN, TODAY
from tests.plans import plan_of

FAULTY = CLEAN.replace("        owners: методист\n", "")
WAIVER = "waivers: [{rule: missing-owner, reason: так утверждено}]\n"


def test_every_file_of_a_family_is_a_rule() -> None:
    """Each has a code, a severity and one function that the runner knows; helpers begin with an underscore."""
    files = {path.stem for path in Path(running.__file__).parent.glob("rules/*/[a-z]*.py")}
    assert {rule_name(rule).replace("-", "_") for rule in rules()} == files
    for rule in rules():
        assert len({"check", "compare", "judge", "review", "review_marks", "judge_editions"} & set(vars(rule))) == 1, (
            rule
        )


def test_a_plan_alone() -> None:
    """What its rules find is there, waived where its source says so; what waives nothing is found after them."""
    assert [p.name for p in check_plan(plan_of(FAULTY), today=TODAY)] == ["missing-owner"]
    (waived,) = check_plan(plan_of(FAULTY + WAIVER), today=TODAY)
    assert (waived.name, waived.waived) == ("missing-owner", "так утверждено")
    assert [p.name for p in check_plan(plan_of(CLEAN + WAIVER), today=TODAY)] == ["unused-waiver"]


def test_a_waiver_of_a_rule_that_did_not_run_is_not_unused() -> None:
    """What the selection leaves out can have found nothing."""
    assert check_plan(plan_of(CLEAN + WAIVER), today=TODAY, selection=RuleSelection(ignore=("missing-owner",))) == []


def test_plans_against_each_other() -> None:
    """What is found between them is told at each, and waived by its own source alone."""
    waiver = "waivers: [{rule: duplicate-document, reason: так утверждено}]\n"
    plans = [plan_of(CLEAN), plan_of(CLEAN + waiver)]
    found = list(check_between([summary_of(plan) for plan in plans]))
    names = {rule_name(rule) for _, rule, _ in found}
    assert names
    selection = RuleSelection(ignore=tuple(names))
    assert list(check_between([summary_of(plan) for plan in plans], selection)) == []
    told = [to_diagnostic(plans[at], rule, finding, today=TODAY) for at, rule, finding in found]
    assert {problem.source.text for problem in told} <= {plan.tree.source.text for plan in plans}
    assert all(problem.waived is None or waiver in problem.source.text for problem in told)


def test_of_very_many_findings_their_number_is_told() -> None:
    """A text that is all brackets: the first thousand of a rule, then how many more there are, nothing lost."""
    found = check_plan(plan_of(CLEAN.replace("Провести мониторинг", "'" + "(" * 5_000 + "'")), today=TODAY)
    unpaired = [one for one in found if one.name == "unpaired-sign"]
    assert len(unpaired) == MOST_FINDINGS + 1
    assert unpaired[-1].message == "more problems than are listed: 4000"
    assert unpaired[-1].span.start == unpaired[-2].span.start + 1
