"""Which printed columns of the table have no content."""

from __future__ import annotations

from roadmapc.plan import Plan
from roadmapc.source.model import OPTIONAL_COLUMNS


def empty_columns(plan: Plan) -> tuple[str, ...]:
    """Return the printed columns, of those that a table may do without, in which two rows or more have nothing."""
    rows, columns = list(plan.rows), plan.roadmap.table.columns
    if len(rows) < 2:
        return ()
    return tuple(
        column
        for column in OPTIONAL_COLUMNS
        if getattr(columns, column) and not any(getattr(row, column) for row in rows)
    )
