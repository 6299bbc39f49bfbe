"""Proves which waiver covers which problem: the rule it names, at the place it names, as long as it holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from roadmapc.checks.waiving import covers, has_reason, is_expired, is_valid, with_waivers
from roadmapc.diagnostics import Diagnostic, Message, Route, Severity, Span
from roadmapc.source.model import Waiver
from tests.conftest import CLEAN, TODAY
from tests.plans import plan_of

PLAN = plan_of(CLEAN)
ROW: Route = ("sections", 0, "activities", 0)
PROBLEM = Diagnostic(
    "RM301", "missing-owner", Severity.ERROR, Message("m"), PLAN.tree.source, Span(0, 0), route=(*ROW, "owners")
)


def waiver(**keys: object) -> Waiver:
    """Return a waiver that covers the problem, with other keys put over it."""
    return Waiver.model_validate({"rule": "missing-owner", "reason": "так утверждено", **keys})


@pytest.mark.parametrize("rule", ["missing-owner", "RM301", ["RM999", "missing-owner"]])
def test_the_rule_by_name_or_code(rule: object) -> None:
    """One of several will do; without a place it is covered everywhere."""
    assert covers(PLAN, waiver(rule=rule), PROBLEM)


@pytest.mark.parametrize("rule", ["missing-result", "RM3", "missing"])
def test_another_rule(rule: str) -> None:
    """The beginning of a code names no rule here: what is let stand is named."""
    assert not covers(PLAN, waiver(rule=rule), PROBLEM)


@pytest.mark.parametrize(
    ("at", "covered"),
    [
        ("1.1", True),
        ("1/1.1.", True),
        ("sections.0.activities.0.owners", True),
        ("sections.0", True),
        (["9.9", "1.1"], True),
        ("1.2", False),
        ("sections.0.activities.0.own", False),
        ("sections.1", False),
    ],
)
def test_the_place(at: object, covered: bool) -> None:
    """A row by its address, or keys by their way; the beginning of a key is no way."""
    assert covers(PLAN, waiver(at=at), PROBLEM) == covered


def test_one_place_or_rule_of_several() -> None:
    """What covers nothing can be told apart from the rest of its waiver."""
    both = waiver(rule=["missing-owner", "missing-result"], at=["1.1", "1.2"])
    assert covers(PLAN, both, PROBLEM, place="1.1", rule="RM301")
    assert not covers(PLAN, both, PROBLEM, place="1.2")
    assert not covers(PLAN, both, PROBLEM, rule="missing-result")


def test_what_nothing_excuses() -> None:
    """A name that would lead out of the folder is no matter of opinion."""
    unsafe = replace(PROBLEM, name="unsafe-id", code="RM408")
    assert not covers(PLAN, waiver(rule=["unsafe-id", "RM408"]), unsafe)


@pytest.mark.parametrize(
    ("reason", "holds"), [("надо", True), ("так решил 1", True), ("–", False), ("123", False), (None, False)]
)
def test_a_reason_is_in_words(reason: str | None, holds: bool) -> None:
    """A dash and a number are none."""
    assert has_reason(waiver(reason=reason)) == is_valid(waiver(reason=reason), TODAY) == holds


@pytest.mark.parametrize(
    ("until", "expired"), [("20.11.2026", True), ("21.11.2026", False), ("22.11.2026", False), (None, False)]
)
def test_the_last_day(until: str | None, expired: bool) -> None:
    """It still holds on that day; without one it holds for ever."""
    one = waiver(until=until)
    assert (is_expired(one, date(2026, 11, 21)), is_valid(one, date(2026, 11, 21))) == (expired, not expired)


def test_problems_get_the_reason_of_the_first_waiver_that_covers_them() -> None:
    """Expired ones are passed over; the others stay in order, and problems too."""
    text = CLEAN + "".join(
        f"  - {{rule: {rule}, reason: {reason}, until: {until}}}\n" if n else "waivers:\n"
        for n, (rule, reason, until) in enumerate(
            [
                ("", "", ""),
                ("missing-owner", "старое", "01.01.2020"),
                ("RM301", "первое", "01.01.2030"),
                ("RM301", "второе", "01.01.2030"),
            ]
        )
    )
    other = replace(PROBLEM, code="RM999", name="other")
    assert [one.waived for one in with_waivers(plan_of(text), [other, PROBLEM], TODAY)] == [None, "первое"]
