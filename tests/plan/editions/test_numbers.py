"""Proves that computed numbers are written into a source by edits that leave everything else as it stands."""

from __future__ import annotations

import random

import pytest

from roadmapc.plan.changes import changes
from roadmapc.plan.editions.numbers import with_numbers
from roadmapc.plan.row_ids import with_ids
from tests.editions import SIGNED
from tests.plan.editions.test_writing import plan_or_none
from tests.plan_edits import edited
from tests.plans import plan_of


def test_numbers_and_comments() -> None:
    """Each row and section has its number; every comment stays, and freezing twice changes nothing."""
    tree, count = with_numbers(plan_of(SIGNED))
    assert count == 4
    assert tree.source.text.count("#") == SIGNED.count("#")
    assert "numbering: printed" in tree.source.text
    again, more = with_numbers(plan_of(tree.source.text))
    assert (again.source.text, more) == (tree.source.text, 0)


@pytest.mark.parametrize("seed", range(60))
def test_nothing_that_is_printed_changes(seed: int) -> None:
    """Whatever a person has edited before; with ids too."""
    plan = plan_of(edited(SIGNED, plan_or_none, random.Random(seed)))
    found = with_ids(plan)
    assert found is not None
    tree, _count = with_numbers(plan_of(found[0].source.text))
    frozen = plan_of(tree.source.text)
    assert not changes(plan, frozen, typography=True)
    assert all((*row.route, "number") in frozen.tree.values for row in frozen.rows)


def test_a_dropped_row_leaves_its_number_vacant() -> None:
    """That is what freezing is for: the next row keeps its own."""
    tree, _count = with_numbers(plan_of(SIGNED))
    lines = [line for line in tree.source.text.splitlines(keepends=True) if "Обсудить итоги" not in line]
    assert [row.number for row in plan_of("".join(lines)).rows] == ["1.1.", "1.3."]


def test_a_table_without_a_column_of_numbers() -> None:
    """No number of a row is printed, so none is written; the heading of the section prints its own."""
    plan = plan_of(SIGNED.replace("sections:", "table: {columns: {number: null}}\nsections:"))
    tree, count = with_numbers(plan)
    assert count == 1
    assert "numbering" not in tree.source.text


def test_several_tables_and_attachments() -> None:
    """Each table has its own setting."""
    rows = "sections: [{title: Б, activities: [{activity: Раз, deadline: май 2022, owners: Я, result: С}]}]"
    text = SIGNED.replace("sections:", "tables:\n  - sections:", 1).replace("\n  - title", "\n      - title")
    head, _, tail = text.partition("      - title")
    body = "\n".join(f"    {line}" if line else line for line in tail.splitlines()[1:])
    text = f"{head}      - title{tail.splitlines()[0]}\n{body}\n  - {{{rows}}}\nattachments: [{{number: 2, {rows}}}]\n"
    plan = plan_of(text)
    tree, count = with_numbers(plan)
    assert count == 4 + 2 + 2
    assert tree.source.text.count("numbering: printed") == 3
    assert not changes(plan, plan_of(tree.source.text), typography=True)
