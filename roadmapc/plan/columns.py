"""Which columns a table has: what is printed, what is empty, what is dropped though rows fill it."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.plan.plan import Plan, PlanTable, Row
from roadmapc.source.contents import TableColumn
from roadmapc.source.model import COLUMN_NAMES

MOST_WIDTH = {"landscape": 257, "portrait": 170}
"""Millimetres of a sheet of A4 between its margins (ГОСТ Р 7.0.97-2025, 3.2; 30 mm for binding)."""
_MANY = 5
"""Columns from which on a table stands on its side."""
_OPTIONAL = frozenset({"number", "result"})
"""The kinds of columns that the plain table may do without."""
_FILLED = _OPTIONAL | {"text"}


def printed_columns(table: PlanTable) -> tuple[TableColumn, ...]:
    """Return the printed columns, in order.

    In the plain table that of results is printed where the source names it or any row has one.
    """
    source = table.source
    named = source.is_listed or "result" in _chosen(table) or any(row.result for row in table.rows)
    return tuple(one for one in source.columns if one.heading is not None and (one.kind != "result" or named))


def _chosen(table: PlanTable) -> frozenset[str]:
    """Return the names of the columns that the source mentions."""
    columns = table.source.table.columns
    return frozenset() if isinstance(columns, tuple) else frozenset(columns.model_fields_set)


def is_landscape(table: PlanTable) -> bool:
    """Say whether a table stands on its side: from five columns on, unless the source says otherwise."""
    orientation = table.source.table.orientation
    return orientation == "landscape" or (orientation == "auto" and len(printed_columns(table)) >= _MANY)


def goes_on(above: Row, row: Row, kind: str) -> bool:
    """Say whether the row above is the one that this row inherits a cell from, or has inherited the same."""
    parent = row.route[:-2]
    if above.route == parent:
        return True
    if kind == "deadline":  # a row that shares the cell of another one has inherited something else
        same = (above.dated, above.occurrences) == (row.dated, row.occurrences)
    else:
        same = above.assignees == row.assignees
    return same and kind in above.inherits and above.route[: len(parent)] == parent


def has_column(table: PlanTable, kind: str) -> bool:
    """Say whether a table prints a column of a kind."""
    return any(one.kind == kind for one in printed_columns(table))


def empty_columns(table: PlanTable) -> tuple[TableColumn, ...]:
    """Return the printed columns, of those that a table may do without, in which two rows or more have nothing."""
    rows = list(table.rows)
    if len(rows) < 2:
        return ()
    kinds = _FILLED if table.source.is_listed else _OPTIONAL
    printed = [one for one in printed_columns(table) if one.kind in kinds]
    return tuple(column for column in printed if not any(row.words_of(column) for row in rows))


def has_no_results(table: PlanTable) -> bool:
    """Say whether a table whose columns are not chosen has no result in any of two rows or more."""
    rows = list(table.rows)
    chosen = "columns" in table.source.table.model_fields_set
    return len(rows) > 1 and not chosen and not any(row.result for row in rows)


def dropped_cells(plan: Plan, table: PlanTable) -> Iterator[tuple[str, list[Row]]]:
    """Yield the usual columns that a table does not print, with the rows whose words for them would be lost."""
    printed = {one.key for one in table.source.columns if one.heading is not None}
    for key in COLUMN_NAMES:
        if key not in printed and (rows := [row for row in table.rows if (*row.route, key) in plan.tree.keys]):
            yield key, rows
