"""Which rows rules on missing cells look at."""

from __future__ import annotations

from roadmapc.plan import Plan, Row

_MANY = 5
"""Rows from which on a column that is empty in all of them is one message."""


def leaf_rows(plan: Plan) -> list[Row]:
    """Return the rows with none below them."""
    parents = {row.route[:-2] for row in plan.rows}
    return [row for row in plan.rows if row.route not in parents]


def is_whole_column(plan: Plan, lacking: list[Row], *rule: str) -> bool:
    """Say whether all of several rows lack a cell, which is one fault; `rule` is what waivers of single rows name."""
    waived = any(set(rule) & set(waiver.rule) for waiver in plan.roadmap.waivers)
    return len(lacking) == len(leaf_rows(plan)) >= _MANY and not waived
