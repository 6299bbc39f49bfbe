"""Proves what follows from changes in days and work."""

from __future__ import annotations

from datetime import date

from roadmapc.plan.changes import consequences
from tests.plan.changes.plans import SOURCE, edited
from tests.plans import plan_of


def test_deadlines_that_moved_have_their_days() -> None:
    """Other words for the same days are no consequence."""
    found = consequences(plan_of(SOURCE), edited(("июнь 2022", "июль 2022"), ("август 2022", "август 2022 г.")))
    [one] = found.deadlines
    assert (one.before, one.now) == ((date(2022, 6, 30),), (date(2022, 7, 31),))


def test_owners_gain_and_lose_rows() -> None:
    """A new owner gains a row, a former one loses it; a removed row is lost by all."""
    row = "      - {activity: Подготовить отчёт о работе группы, deadline: август 2022, owners: umo, result: Отчёт}\n"
    found = consequences(plan_of(SOURCE), edited(("[umo, методист]", "[umo, директор]"), (row, "")))
    loads = {one.owner: (len(one.gained), len(one.lost)) for one in found.owners}
    assert loads == {"директор": (1, 0), "методист": (0, 1), "Начальник УМО": (0, 1)}
