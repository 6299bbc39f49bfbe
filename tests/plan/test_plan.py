"""Proves what a plan tells of itself: rows by their places, whose it is, when it was signed."""

from __future__ import annotations

import json
from datetime import date

import pytest

from roadmapc.plan import make_plan
from roadmapc.source.shared_owners import read_directory
from tests.conftest import CLEAN
from tests.plans import ORDER, plan_of, plan_of_rows

NESTED = "      - {activity: А, activities: [{activity: Б}]}\n"


def test_a_route_leads_to_its_innermost_row() -> None:
    """A place inside a row is the row's; one outside of all rows is nobody's."""
    plan = plan_of_rows(NESTED)
    outer, inner = plan.rows
    assert plan.row_at((*inner.route, "deadline", "text")) is inner
    assert plan.row_at((*outer.route, "result")) is outer
    assert plan.row_at(("sections", 0, "title")) is None
    assert plan.row_at(()) is None
    assert all(plan.row_at(row.route) is row for row in plan.rows)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Провести опрос:\n- раз", "Провести опрос"),
        ("Раз.", "Раз"),
        ("слово " * 20, "слово " * 13 + "…"),
        ("я" * 90, "я" * 80 + " …"),
    ],
)
def test_a_row_is_named_by_its_first_words(text: str, title: str) -> None:
    """The first line, without what ends it, at most 80 characters, whole words where there are several."""
    (row,) = plan_of_rows(f"      - {{activity: {json.dumps(text)}}}\n").rows
    assert row.title == title


@pytest.mark.parametrize(
    ("more", "signed"),
    [
        (ORDER, date(2022, 10, 20)),
        (ORDER + "approval: {date: 01.02.2023}\n", date(2022, 10, 20)),
        ("approval: {date: 01.02.2023}\n", date(2023, 2, 1)),
        ("approval: {}\n", None),
        ("", None),
    ],
)
def test_the_day_of_signing(more: str, signed: date | None) -> None:
    """The order's date, else the approval's, else none."""
    assert plan_of(CLEAN + more).signed == signed


def test_own_owners_go_before_shared_ones() -> None:
    """The directory of the file stands over the shared one."""
    shared = read_directory("owners.yaml", "owners: {umo: {post: Общее}, imc: {post: ИМЦ}}\n".encode())
    own = plan_of(CLEAN + "owners: {umo: {post: Свое}}\n")
    plan = make_plan(own.roadmap, own.tree, "a", directory=shared)
    assert {alias: owner.post for alias, owner in plan.owners.items()} == {"umo": "Свое", "imc": "ИМЦ"}


def test_what_is_forgotten_is_computed_again() -> None:
    """Printed texts take memory only while somebody asks for them."""
    plan = plan_of(CLEAN)
    before = plan.printed_texts
    assert plan.printed_texts is before
    plan.forget()
    assert plan.printed_texts is not before
