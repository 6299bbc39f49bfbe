"""Two tables that are one, before and after: which of their columns, sections and rows belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from roadmapc.plan.changes.columns import paired_columns
from roadmapc.plan.changes.matching import in_order
from roadmapc.plan.changes.row_matching import Match, match_rows, match_sections
from roadmapc.plan.plan import Plan, PlanTable, Row
from roadmapc.source.contents import TableColumn


class RowPair(NamedTuple):
    """A row before and after; None where there is none."""

    old: Row | None
    new: Row | None
    uncertain: bool = False


@dataclass(frozen=True)
class PairedTables:
    """A table of the old plan and what it is in the new one; `exactly` counts typography too, `everything` layout."""

    old: Plan
    new: Plan
    former: PlanTable
    latter: PlanTable
    exactly: bool = False
    everything: bool = False

    @cached_property
    def old_rows(self) -> tuple[Row, ...]:
        """Return the rows of the old table in their order."""
        return tuple(self.former.rows)

    @cached_property
    def new_rows(self) -> tuple[Row, ...]:
        """Return the rows of the new table in their order."""
        return tuple(self.latter.rows)

    @cached_property
    def columns(self) -> tuple[tuple[TableColumn | None, TableColumn | None], ...]:
        """Return the columns of both; None where there is none."""
        return tuple(paired_columns(self.former, self.latter))

    @cached_property
    def sections(self) -> Match:
        """Return which sections are one."""
        return match_sections(self.old, self.new, self.former, self.latter)

    @cached_property
    def rows(self) -> Match:
        """Return which rows are one."""
        return match_rows(self.old, self.new, self.old_rows, self.new_rows, self.sections)

    @cached_property
    def is_numbered(self) -> bool:
        """Say whether both print numbers."""
        return any(old and new and old.kind == "number" for old, new in self.columns)

    @property
    def pairs(self) -> Iterator[RowPair]:
        """Yield all rows: those of the old table, then the new ones."""
        for at, row in enumerate(self.old_rows):
            other = self.rows.new_of.get(at)
            yield RowPair(row, None if other is None else self.new_rows[other], at in self.rows.uncertain)
        known = self.rows.old_of
        yield from (RowPair(None, row) for at, row in enumerate(self.new_rows) if at not in known)


def match_tables(
    old: Sequence[PlanTable], new: Sequence[PlanTable]
) -> Iterator[tuple[PlanTable | None, PlanTable | None]]:
    """Yield which table is which: as many on both sides are taken in turn, else their words tell, then their order."""
    if len(old) == len(new):
        yield from zip(old, new, strict=True)
        return
    likely = in_order([_words(one) for one in old], [_words(one) for one in new])
    found = {pair.old: pair.new for pair in likely if pair.old is not None and pair.new is not None}
    left = [at for at in range(len(old)) if at not in found]
    taken = {*found.values()}
    others = [at for at in range(len(new)) if at not in taken]
    found |= dict(zip(left, others, strict=False))
    yield from ((one, new[found[at]] if at in found else None) for at, one in enumerate(old))
    yield from ((None, one) for at, one in enumerate(new) if at not in {*found.values()})


def _words(table: PlanTable) -> str:
    return " ".join([table.source.table.heading or "", *(row.text for row in table.rows)])
