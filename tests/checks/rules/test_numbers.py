"""Proves how printed numbers are mended: all that hang together or none, and safely only where nothing names them."""

from __future__ import annotations

import pytest

from roadmapc.checks.rules._numbers import are_cited, citations, fix_of_missing_number, neighbours, renumbering
from roadmapc.diagnostics import Edit, Fix
from roadmapc.plan import Plan
from tests.conftest import CLEAN
from tests.plans import plan_of

HEAD = CLEAN.partition("sections:")[0]


def plan(*numbers: str, more: str = "") -> Plan:
    """Return a plan of one section whose rows have these numbers, «» for none."""
    rows = "".join(f"      - {{{f'number: {n}, ' if n else ''}activity: Дело}}\n" for n in numbers)
    return plan_of(f"{HEAD}table: {{numbering: printed}}\n{more}sections:\n  - title: Раз\n    activities:\n{rows}")


def mended(one: Plan, fix: Fix | None) -> list[str] | None:
    """Return the numbers of the plan after a fix."""
    if fix is None:
        return None
    text = one.tree.source.text
    for span, new in sorted(fix.edits, key=lambda edit: Edit(*edit).span, reverse=True):
        text = text[: span.start] + new + text[span.end :]
    return [row.number for row in plan_of(text).rows]


@pytest.mark.parametrize(
    ("numbers", "at", "step", "after"),
    [
        (("1.1.", "1.3.", "1.4."), 1, -1, ["1.1.", "1.2.", "1.3."]),
        (("1.1", "1.1", "1.2"), 1, 1, ["1.1", "1.2", "1.3"]),
        (("1.1.", "1.3.", "1.5."), 1, -1, None),
        (("1.1.", "1.3.", "1.а."), 1, -1, None),
        (("1.1.", "1.3.", ""), 1, -1, ["1.1.", "1.2.", ""]),
    ],
)
def test_later_siblings_move_along(numbers: tuple[str, ...], at: int, step: int, after: list[str] | None) -> None:
    """Those that rise one by one; where they do not, nobody knows what was meant."""
    one = plan(*numbers)
    fix = renumbering(one, list(one.rows)[at], step)
    assert mended(one, fix) == after


def test_rows_below_move_along() -> None:
    """Numbers of rows below take the new number of the row above them."""
    rows = "      - {number: 1.1., activity: А}\n      - number: 1.3.\n        activity: Б\n        activities:\n"
    one = plan_of(f"{HEAD}sections:\n  - activities:\n{rows}          - {{number: 1.3.1., activity: В}}\n")
    assert mended(one, renumbering(one, list(one.rows)[1], -1)) == ["1.1.", "1.2.", "1.2.1."]


@pytest.mark.parametrize(
    ("numbers", "after"),
    [
        (("1.1.", "", "1.3."), ["1.1.", "1.2.", "1.3."]),
        (("1.1", ""), ["1.1", "1.2"]),
        (("1.1.", "", "1.2."), None),
        (("", "1.2."), None),
        (("а", ""), None),
    ],
)
def test_a_missing_number_is_the_next(numbers: tuple[str, ...], after: list[str] | None) -> None:
    """After its former sibling's, in the same style, unless another row has it."""
    one = plan(*numbers)
    row = next(row for row in one.rows if not row.number)
    assert mended(one, fix_of_missing_number(one, row)) == after


@pytest.mark.parametrize(
    ("more", "safe"),
    [
        ("", True),
        ("preface: [{text: См. пункт 1.3 плана}]\n", False),
        ("preface: [{text: Всего 1.31 и 11.3}]\n", True),
        ("waivers: [{rule: missing-owner, at: 1/1.3, reason: надо}]\n", False),
    ],
)
def test_a_number_that_is_named_is_not_changed_unasked(more: str, safe: bool) -> None:
    """In a text or in a waiver: whoever reads «1.3» there must not find another row."""
    one = plan("1.1.", "1.3.", more=more)
    fix = renumbering(one, list(one.rows)[1], -1)
    assert fix
    assert fix.safe == safe
    assert are_cited(one, ["1.3."]) == (not safe)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("см. п. 1.2 и пункт 3", ["1.2", "3"]),
        ("мероприятие № 4, раздела 5", ["4", "5"]),
        ("п. Лесной, 1.2", []),
        ("с 1.2 по 3", []),
    ],
)
def test_what_a_text_cites(text: str, cited: list[str]) -> None:
    """A number behind the word for a point, a row, an activity or a section."""
    one = plan("1.1.", more=f"preface: [{{text: '{text}'}}]\n")
    assert [match[1] for _, match in citations(one)] == cited


def test_sections_with_roman_numbers_and_others_follow_apart() -> None:
    """Each kind goes on from its own kind; what is no number is passed over."""
    sections = "".join(
        f"  - {{number: {n}, title: Раз, activities: [{{activity: А}}]}}\n" for n in ("I.", "1.", "II.", "а", "3.")
    )
    found = [(one[1], other[1]) for one, other in neighbours(plan_of(f"{HEAD}sections:\n{sections}"))]
    assert found == [(1, 2), (1, 3)]


def test_a_row_between_others_of_a_signed_document() -> None:
    """It takes an additional index, for the rows behind it keep their numbers; at the end the next number."""
    act = "amendments: [{kind: приказ, date: 20.05.2022, number: 41}]\n"
    between = plan("1.1.", "", "1.3.", more=act)
    assert mended(between, fix_of_missing_number(between, between.rows[1])) == ["1.1.", "1.1¹.", "1.3."]
    last = plan("1.1", "", more=act)
    assert mended(last, fix_of_missing_number(last, last.rows[1])) == ["1.1", "1.2"]
    draft = plan("1.1.", "", "1.3.")
    assert mended(draft, fix_of_missing_number(draft, draft.rows[1])) == ["1.1.", "1.2.", "1.3."]


def test_an_additional_index_is_cited() -> None:
    """«Пункт 2.3¹» is not 2.3."""
    one = plan_of(f"{HEAD}sections: [{{title: Раз, activities: [{{activity: Как в пункте 2.3¹ плана}}]}}]")
    assert [match[1] for _route, match in citations(one)] == ["2.3¹"]


@pytest.mark.parametrize("sign", [*"()*+?[]^-.|{}\\$№", "1"])
def test_a_number_that_begins_with_a_sign(sign: str) -> None:
    """Signs that mean something in a pattern stand for themselves."""
    one = plan("1.1", more=f"preface: [{{text: 'Как сказано в «{sign}7», так и будет'}}]\n")
    assert are_cited(one, [f"{sign}7"])
    assert not are_cited(one, [f"{sign}8", "5"])
