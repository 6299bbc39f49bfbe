"""What follows from changes: days that moved, owners whose work grows or shrinks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from roadmapc.plan.changes.comparing import row_pairs
from roadmapc.plan.changes.paired_tables import RowPair
from roadmapc.plan.plan import Plan, Row


@dataclass(frozen=True)
class MovedDeadline:
    """A row that is due on other days: due days before and now, in order."""

    old: Row
    new: Row
    before: tuple[date, ...]
    now: tuple[date, ...]


@dataclass(frozen=True)
class OwnerLoad:
    """An owner who gains or loses rows: the new rows and the old ones."""

    owner: str
    gained: tuple[Row, ...]
    lost: tuple[Row, ...]


@dataclass(frozen=True)
class Consequences:
    """Deadlines that moved, in the order of the rows, and owners by name."""

    deadlines: tuple[MovedDeadline, ...]
    owners: tuple[OwnerLoad, ...]


def consequences(old: Plan, new: Plan, pairs: Sequence[RowPair] | None = None) -> Consequences:
    """Return what the changes between two plans mean for days and for people; `pairs` are their rows, if known."""
    moved: list[MovedDeadline] = []
    gained: dict[str, list[Row]] = defaultdict(list)
    lost: dict[str, list[Row]] = defaultdict(list)
    for was, now, _ in row_pairs(old, new) if pairs is None else pairs:
        if was and now and (before := _days(was)) != (after := _days(now)):
            moved.append(MovedDeadline(was, now, before, after))
        owners_before, owners_now = _owners(was), _owners(now)
        for name in owners_now:
            if now and name not in owners_before:
                gained[name].append(now)
        for name in owners_before:
            if was and name not in owners_now:
                lost[name].append(was)
    names = sorted({*gained, *lost})
    return Consequences(tuple(moved), tuple(OwnerLoad(name, tuple(gained[name]), tuple(lost[name])) for name in names))


def _days(row: Row) -> tuple[date, ...]:
    return tuple(sorted({one.due for one in row.occurrences}))


def _owners(row: Row | None) -> dict[str, None]:
    return dict.fromkeys(one.text for one in row.assignees) if row else {}
