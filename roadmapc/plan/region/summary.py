"""The summary: the sum of what municipalities have reported, and who has reported nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from roadmapc.plan.execution import Outside, Status, Totals
from roadmapc.plan.region.members import Member, Region


@dataclass(frozen=True, slots=True)
class Summary:
    """The sums of those that have reported, who are `reporting` of `size`, which counts the unread too; the silent."""

    totals: Totals
    reporting: int
    size: int
    silent: tuple[Member, ...]


def summary_of(region: Region) -> Summary:
    """Return the summary of a roll-up."""
    totals = sum_of([one.totals for one in region.reporting])
    silent = tuple(one for one in region.members if not one.has_data)
    return Summary(totals, len(region.reporting), region.size, silent)


def sum_of(some: list[Totals]) -> Totals:
    """Return the sum of figures."""
    counted: Counter[Status] = Counter()
    outside: Counter[Outside] = Counter()
    for one in some:
        counted += one.counted
        outside += one.outside
    return Totals(counted, outside, sum(one.from_before for one in some))
