"""Two periods compared: how much of what had come due was done, each as it stood when it was over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from roadmapc.plan.execution import ReportPeriod, Totals, overall, row_states
from roadmapc.plan.region.members import Member, Region
from roadmapc.plan.region.summary import sum_of


@dataclass(frozen=True, slots=True)
class InPeriods:
    """The figures of a municipality in the former and in this period; None where nothing was told by then."""

    member: Member
    former: Totals | None
    now: Totals | None


@dataclass(frozen=True, slots=True)
class PeriodComparison:
    """All municipalities in two periods, and the sums of those that have data in both: `both` of `size`."""

    former: ReportPeriod
    now: ReportPeriod
    members: tuple[InPeriods, ...]
    totals: tuple[Totals, Totals]
    both: int
    size: int


def comparison_of(region: Region, former: ReportPeriod, now: ReportPeriod) -> PeriodComparison:
    """Return this period of a roll-up beside a former one."""
    found = tuple(InPeriods(one, _totals(region, one, former), _totals(region, one, now)) for one in region.members)
    both = [(one.former, one.now) for one in found if one.former and one.now]
    totals = sum_of([one for one, _now in both]), sum_of([one for _former, one in both])
    return PeriodComparison(former, now, found, totals, len(both), region.size)


def _totals(region: Region, member: Member, period: ReportPeriod) -> Totals | None:
    """Return the figures of a period as they stood on the day after it, when its last term had passed.

    What was done later is not counted in it: the former period would have had more time than this one.
    """
    over = period.days.last + timedelta(days=1)
    as_of = min(region.as_of, over)
    if not member.has_data(as_of):
        return None
    return overall(row_states(member.execution, as_of, period.days))
