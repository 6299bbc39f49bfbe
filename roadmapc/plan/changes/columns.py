"""Which columns of two tables are one and the same."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.plan.changes.words import is_alike, plain
from roadmapc.plan.columns import printed_columns
from roadmapc.plan.plan import PlanTable
from roadmapc.source.contents import TableColumn


def paired_columns(old: PlanTable, new: PlanTable) -> Iterator[tuple[TableColumn | None, TableColumn | None]]:
    """Yield the columns of both tables: what is headed alike is one column, then what is of one kind.

    One that is not printed because no row fills it is there for its other side alone.
    """
    before, rest = _columns(old), _columns(new)
    found: dict[str, TableColumn] = {}
    for is_same in (_is_same, _is_headed_alike, _is_of_one_kind):
        for column in before:
            other = None if column.key in found else next((one for one in rest if is_same(column, one)), None)
            if other:
                found[column.key] = other
                rest.remove(other)
    left = [one for one in before if one.key not in found and one in printed_columns(old)]
    others = [one for one in rest if one in printed_columns(new)]
    if len(left) == len(others):  # neither heading nor kind tells, so the place does
        found |= {one.key: other for one, other in zip(left, others, strict=True)}
        rest = []
    printed = {*printed_columns(old), *printed_columns(new)}
    yield from ((column, found.get(column.key)) for column in before if column.key in found or column in printed)
    yield from ((None, one) for one in rest if one in printed)


def _columns(table: PlanTable) -> list[TableColumn]:
    """Return the columns that print, and that of results where it would as soon as a row had one."""
    printed = printed_columns(table)
    return [one for one in table.source.columns if one in printed or (one.kind == "result" and one.heading is not None)]


def _is_same(old: TableColumn, new: TableColumn) -> bool:
    return _is_of_one_kind(old, new) and _is_headed_alike(old, new)


def _is_headed_alike(old: TableColumn, new: TableColumn) -> bool:
    return bool(plain(old.heading or "")) and is_alike(old.heading or "", new.heading or "")


def _is_of_one_kind(old: TableColumn, new: TableColumn) -> bool:
    return old.kind == new.kind
