"""Proves which table is which when one came or went: words tell, then the order."""

from __future__ import annotations

import pytest

from roadmapc.plan import Plan
from roadmapc.plan.changes.paired_tables import match_tables
from tests.plans import plan_of

HEAD = "roadmapc: 1\nmunicipality: {name: Район}\ndocument: {kind: план, period: 2027}\ntables:\n"
STAFF = "  - {heading: Кадры, sections: [{activities: [{activity: Провести курсы}, {activity: Обучить тьюторов}]}]}\n"
PARENTS = "  - {heading: Родители, sections: [{activities: [{activity: Созвать собрание}]}]}\n"
MONEY = "  - {heading: Смета, sections: [{activities: [{activity: Купить бумагу}]}]}\n"


def plan(*tables: str) -> Plan:
    return plan_of(HEAD + "".join(tables))


def matched(old: Plan, new: Plan) -> list[tuple[str | None, str | None]]:
    """Return the headings of the pairs."""
    pairs = match_tables(old.tables, new.tables)
    return [tuple(one.source.table.heading if one else None for one in pair) for pair in pairs]  # type: ignore[misc]


@pytest.mark.parametrize("gone", [STAFF, PARENTS, MONEY])
def test_a_table_that_is_gone_is_the_one_that_is_gone(gone: str) -> None:
    """The others keep theirs, wherever it stood; the way back is the same."""
    left = [one for one in (STAFF, PARENTS, MONEY) if one != gone]
    names = {STAFF: "Кадры", PARENTS: "Родители", MONEY: "Смета"}
    all_of_them, fewer = plan(STAFF, PARENTS, MONEY), plan(*left)
    assert matched(all_of_them, fewer) == [(name, None if one == gone else name) for one, name in names.items()]
    assert {*matched(fewer, all_of_them)} == {(None if one == gone else name, name) for one, name in names.items()}


def test_as_many_tables_are_taken_in_turn() -> None:
    """One that was written anew is the one that stood at its place."""
    assert matched(plan(STAFF, PARENTS), plan(STAFF, MONEY)) == [("Кадры", "Кадры"), ("Родители", "Смета")]


def test_what_no_words_tell_is_taken_in_turn() -> None:
    """A table that was written anew is not told to be gone because another one came."""
    assert matched(plan(STAFF), plan(PARENTS, MONEY)) == [("Кадры", "Родители"), (None, "Смета")]
