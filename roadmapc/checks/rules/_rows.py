"""Which rows rules on missing cells look at."""

from __future__ import annotations

from roadmapc.plan import Plan, PlanTable, Row

_MANY = 5
"""Rows from which on a column that is empty in all of them is one message."""


def leaf_rows(table: PlanTable) -> list[Row]:
    """Return the rows with none below them."""
    parents = {row.route[:-2] for row in table.rows}
    return [row for row in table.rows if row.route not in parents]


def is_whole_column(plan: Plan, table: PlanTable, lacking: list[Row], *rule: str) -> bool:
    """Say whether all of several rows lack a cell, which is one fault; `rule` is what waivers of single rows name."""
    waived = any(set(rule) & set(waiver.rule) for waiver in plan.roadmap.waivers)
    return len(lacking) == len(leaf_rows(table)) >= _MANY and not waived
