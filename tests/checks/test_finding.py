"""Proves where a finding is shown: at the very words, whatever quotes and folding they stand in."""

from __future__ import annotations

import pytest

from roadmapc.checks.finding import Finding, at_row, diagnostic, word_span
from roadmapc.diagnostics import Diagnostic, Message, Route, Severity, Span
from roadmapc.plan import Plan
from tests.conftest import CLEAN
from tests.plans import plan_of

ROW: Route = ("sections", 0, "activities", 0)
M = Message("m")


def found(finding: Finding, plan: Plan) -> tuple[str, Diagnostic]:
    """Return the words that a finding marks, and its diagnostic."""
    one = diagnostic(plan, finding, "RM001", "x", Severity.NOTE)
    return one.source.text[slice(*one.span)], one


def activity(written: str) -> Plan:
    """Return a plan whose activity is written in some way."""
    return plan_of(CLEAN.replace("activity: Провести мониторинг", f"activity: {written}"))


@pytest.mark.parametrize(
    "written",
    [
        "раз два раз",
        "'раз два раз'",
        '"раз два раз"',
        ">-\n          раз два\n          раз",
        "|-\n          раз два раз",
        "раз два\n          раз",
    ],
)
def test_a_word_is_found_in_every_style(written: str) -> None:
    """The second of two equal words is the second one in the source, on whatever line."""
    plan = activity(written)
    route = (*ROW, "activity")
    value = plan.tree.value(route)
    span = word_span(plan.tree, route, value.rindex("раз"), value.rindex("раз") + 3)
    text = plan.tree.source.text
    assert text[slice(*span)] == "раз"
    assert span.start == text.rindex("раз")


def test_a_word_that_is_written_otherwise_is_shown_by_its_line() -> None:
    """An escape of double quotes is not looked through: the value is marked, cut to its first line."""
    plan = activity('"р\\u0430з\\nдва"')
    assert word_span(plan.tree, (*ROW, "activity"), 0, 3) == plan.tree.span((*ROW, "activity"))


def test_a_row_is_shown_by_its_number_or_first_words() -> None:
    """By what stands in one line of the source, else by its key."""
    numbered = plan_of(CLEAN.replace("- activity: Провести", "- number: 1.1.\n        activity: Провести"))
    for plan, words in (
        (numbered, "1.1."),
        (plan_of(CLEAN), "Провести мониторинг"),
        (activity("|-\n          а\n          б"), "activity"),
    ):
        (row,) = plan.rows
        assert found(at_row(row, M), plan)[0] == words


def test_other_places() -> None:
    """A key, a part of a value, a span of the rule's own; a record is cut to its first line."""
    plan = plan_of(CLEAN)
    assert found(Finding((*ROW, "deadline"), M, key=True), plan)[0] == "deadline"
    assert found(Finding((*ROW, "deadline"), M, word=(0, 3)), plan)[0] == "май"
    assert found(Finding((*ROW, "deadline"), M, span=Span(0, 8)), plan)[0] == "roadmapc"
    assert found(Finding(("sections",), M), plan)[0] == "- title: Мониторинг"


def test_what_a_diagnostic_takes_over() -> None:
    """The row's number, the labels at their places, and an anchor of words that outlives renumbering."""
    plan = plan_of(CLEAN)
    (row,) = plan.rows
    label = (("document", "period"), Message("here"))
    _, one = found(Finding((*ROW, "deadline"), M, Message("h"), labels=(label, (Span(0, 8), M))), plan)
    assert (one.activity, one.hint, one.route) == ("1.1.", "h", (*ROW, "deadline"))
    assert [plan.tree.source.text[slice(*label.span)] for label in one.labels] == ["2021-2024", "roadmapc"]
    assert one.anchor == f"roadmap/{row.id}/deadline/май 2022"
    assert found(at_row(row, M), plan)[1].anchor == f"roadmap/{row.id}"
    assert found(Finding(("document", "title"), M), plan)[1].anchor == "roadmap//document/title/Дорожная карта"
