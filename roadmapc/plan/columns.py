"""Which columns the table of activities has: what is printed, what is empty, what is dropped though rows fill it."""

from __future__ import annotations

from roadmapc.plan.plan import Plan, Row
from roadmapc.source.model import COLUMN_NAMES, OPTIONAL_COLUMNS


def printed_columns(plan: Plan) -> tuple[tuple[str, str], ...]:
    """Return the printed columns as (name, heading), in order.

    That of results is printed where the source names it or any row has one.
    """
    columns = plan.roadmap.table.columns
    named = "result" in columns.model_fields_set or any(row.result for row in plan.rows)
    headings = ((name, getattr(columns, name)) for name in COLUMN_NAMES)
    return tuple((name, heading) for name, heading in headings if heading and (name != "result" or named))


def empty_columns(plan: Plan) -> tuple[str, ...]:
    """Return the printed columns, of those that a table may do without, in which two rows or more have nothing."""
    rows = list(plan.rows)
    if len(rows) < 2:
        return ()
    printed = [name for name, _ in printed_columns(plan) if name in OPTIONAL_COLUMNS]
    return tuple(column for column in printed if not any(getattr(row, column) for row in rows))


def has_no_results(plan: Plan) -> bool:
    """Say whether a table whose columns are not chosen has no result in any of two rows or more."""
    rows = list(plan.rows)
    chosen = "columns" in plan.roadmap.table.model_fields_set
    return len(rows) > 1 and not chosen and not any(row.result for row in rows)


def dropped_texts(plan: Plan, column: str) -> list[Row]:
    """Return the rows whose text for a column that the source drops would reach no document."""
    if getattr(plan.roadmap.table.columns, column):
        return []
    if column == "number":  # what the program counts is no text of the author's
        return [row for row in plan.rows if row.number and (*row.route, "number") in plan.tree.values]
    return [row for row in plan.rows if getattr(row, column)]
