"""A roadmap held against the texts of it that acts have signed: what nobody has signed, which numbers shifted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from roadmapc.plan.addresses import plain_number
from roadmapc.plan.changes import Changes, RowRenumbered, changes
from roadmapc.plan.changes.comparing import row_pairs
from roadmapc.plan.changes.paired_tables import RowPair
from roadmapc.plan.changes.row_matching import own_id
from roadmapc.plan.changes.values import Change
from roadmapc.plan.editions.values import Editions, KeptEdition, act_key
from roadmapc.plan.plan import Plan, Row
from roadmapc.source.basing.merged_tree import own_source
from roadmapc.source.model import Amendment


class DroppedRow(NamedTuple):
    """A row that an edition has dropped; None where it is the unsigned text that no longer has it."""

    row: Row
    by: KeptEdition | None


@dataclass(frozen=True)
class Signed:
    """A plan as its source says it now, and its editions."""

    plan: Plan
    editions: Editions

    @property
    def file(self) -> str:
        """Return the name of the roadmap's own file."""
        return own_source(self.plan.tree).name

    @cached_property
    def changes(self) -> Changes:
        """Return what differs between the last signed text and the source; nothing where none is kept."""
        latest = self.editions.latest
        return changes(latest.plan, self.plan).signed if latest else Changes(())

    @property
    def unkept(self) -> tuple[tuple[int, Amendment], ...]:
        """Return the acts that the source lists behind that of the last edition, with their places in the list."""
        latest, listed = self.editions.latest, self.plan.roadmap.amendments
        if latest is None:
            return ()
        keys = [act_key(one.date, one.number) for one in listed]
        mine = act_key(latest.act.date, latest.act.number)
        if mine in keys:
            return tuple([*enumerate(listed)][keys.index(mine) + 1 :])
        kept = {act_key(one.act.date, one.act.number) for one in self.editions.kept}
        found = [(at, one) for at, one in enumerate(listed) if keys[at] not in kept]
        return tuple((at, one) for at, one in found if (keys[at][0] or latest.day) >= latest.day)

    @property
    def unsigned(self) -> tuple[Change, ...]:
        """Return the changes that no act has signed; none where the source lists an act that is not kept yet.

        A shifted number is told by itself.
        """
        return () if self.unkept else tuple(one for one in self.changes.all if not isinstance(one, RowRenumbered))

    @property
    def renumbered(self) -> tuple[RowRenumbered, ...]:
        """Return the rows and sections whose number is not the signed one."""
        return tuple(one for one in self.changes.all if isinstance(one, RowRenumbered))

    @property
    def reused(self) -> Iterator[tuple[Row, DroppedRow]]:
        """Yield the new rows that nobody has signed yet with the number of a row that was dropped, and that row."""
        latest = self.editions.latest
        if latest is None:
            return
        pairs = paired_rows(latest.plan, self.plan)
        gone = {_place(latest.plan, one.old): DroppedRow(one.old, None) for one in pairs if one.old and not one.new}
        gone |= {_place(former, one.row): one for former, one in dropped_rows(self.editions.kept)}
        for one in pairs:
            if one.new and not one.old and one.new.number and (found := gone.get(_place(self.plan, one.new))):
                yield one.new, found


def dropped_rows(kept: tuple[KeptEdition, ...]) -> Iterator[tuple[Plan, DroppedRow]]:
    """Yield each row that an edition no longer has, with the plan that had it."""
    for former, latter in pairwise(kept):
        for pair in paired_rows(former.plan, latter.plan):
            if pair.old and not pair.new:
                yield former.plan, DroppedRow(pair.old, latter)


def paired_rows(old: Plan, new: Plan) -> list[RowPair]:
    """Return all rows of two editions, each with what it was and what it is.

    A row whose id is gone is another one, if its words do not tell it for sure: ids are written at the signing and
    outlive whatever is edited.
    """
    found: list[RowPair] = []
    for pair in row_pairs(old, new):
        was, now = (own_id(plan, row.route) if row else None for plan, row in ((old, pair.old), (new, pair.new)))
        is_another = pair.old and pair.new and pair.uncertain and was != now
        found += [RowPair(pair.old, None), RowPair(None, pair.new)] if is_another else [pair]
    return found


def _place(plan: Plan, row: Row) -> tuple[str, int, str]:
    """Return where no other row has the same number: in its table; of «1, 2, 3», in its section."""
    number = plain_number(row.number)
    section = -1 if "." in number else plan.sections[row.section].at
    return plan.tables[row.table].name, section, number
