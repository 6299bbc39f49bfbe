"""The summary: the figures of each municipality, their sum, and who has reported nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from roadmapc.plan.execution import Outside, Status, Totals, overall
from roadmapc.plan.region.members import Member, Region


@dataclass(frozen=True, slots=True)
class MemberSummary:
    """The figures of a municipality on the day; `last_word` is when something was last told of it.

    `amendments` are those in force, `revised` the day from which the text is as it stands, `has_editions` whether the
    signed texts are kept, so that the one in force on the day is counted and not a later one.
    """

    member: Member
    totals: Totals
    has_data: bool
    last_word: date | None
    amendments: int
    revised: date | None
    has_editions: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of all, `totals` of those that have reported: `reporting` of `size`, which counts the unread too."""

    members: tuple[MemberSummary, ...]
    totals: Totals
    reporting: int
    size: int

    @property
    def silent(self) -> tuple[MemberSummary, ...]:
        """Return those of whose execution nothing is told."""
        return tuple(one for one in self.members if not one.has_data)


def summary_of(region: Region) -> Summary:
    """Return the summary of a roll-up."""
    found = tuple(
        _summary(one, overall(rows), region.as_of) for one, rows in zip(region.members, region.states, strict=True)
    )
    totals = sum_of([one.totals for one in found if one.has_data])
    return Summary(found, totals, sum(one.has_data for one in found), region.size)


def _summary(member: Member, totals: Totals, as_of: date) -> MemberSummary:
    plan = member.execution.plan
    last = member.last_word(as_of)
    return MemberSummary(member, totals, member.has_data(as_of), last, plan.revision, plan.revised, plan.has_editions)


def sum_of(some: list[Totals]) -> Totals:
    """Return the sum of figures."""
    counted: Counter[Status] = Counter()
    outside: Counter[Outside] = Counter()
    for one in some:
        counted += one.counted
        outside += one.outside
    return Totals(counted, outside, sum(one.from_before for one in some))
