"""Whether two plans can be editions of one at all."""

from __future__ import annotations

from collections.abc import Sequence

from roadmapc.plan.changes.words import plain
from roadmapc.plan.plan import Plan, Row

_FEWEST = 3
"""Rows from which on plans can be told apart; a text without any row is none of the plan."""


_LEAST_COMMON = 0.4
"""The share of the words of one plan's rows, below which they are hardly two editions of one."""


def are_two_plans(old: Plan, new: Plan) -> bool:
    """Say whether the rows of two plans have hardly a word in common, so that these are no two editions of one."""
    return common_words(old.rows, new.rows) < _LEAST_COMMON


def common_words(old: Sequence[Row], new: Sequence[Row]) -> float:
    """Return the share of the words of the shorter plan's rows that the other has too; 1 where rows are too few."""
    if len(old) < _FEWEST or 0 < len(new) < _FEWEST:
        return 1
    mine, theirs = ({word for row in rows for word in _words(row)} for rows in (old, new))
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def _words(row: Row) -> list[str]:
    """Return the words of a row, whichever column they stand in."""
    return plain(f"{row.text} {row.result} {row.owners_text} {' '.join(row.cells.values())}").casefold().split()
