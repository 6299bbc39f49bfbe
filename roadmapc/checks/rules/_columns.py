"""Which printed columns of the table have no content."""

from __future__ import annotations

from roadmapc.plan import Plan


def empty_columns(plan: Plan) -> tuple[str, ...]:
    """Return «number», «result» or both where two rows or more have nothing in that printed column."""
    rows, columns = list(plan.rows), plan.roadmap.table.columns
    if len(rows) < 2:
        return ()
    return tuple(
        column
        for column in ("number", "result")
        if getattr(columns, column) and not any(getattr(row, column) for row in rows)
    )
