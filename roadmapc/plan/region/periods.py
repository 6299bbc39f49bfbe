"""Two periods compared: how much of what had come due was done, each as it stood when it was over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from roadmapc.plan.execution import Execution, ReportPeriod, Totals, overall, row_states
from roadmapc.plan.region.members import Region
from roadmapc.plan.region.proofs import known_marks
from roadmapc.plan.region.summary import sum_of


@dataclass(frozen=True, slots=True)
class PeriodComparison:
    """Two periods, and the sums of those that have data in both: `both` of `size`."""

    former: ReportPeriod
    now: ReportPeriod
    totals: tuple[Totals, Totals]
    both: int
    size: int


def comparison_of(region: Region) -> PeriodComparison | None:
    """Return the period of a roll-up beside a former one; None where no two are asked for."""
    former, now = region.asked.former, region.asked.period
    if former is None or now is None:
        return None
    both = [(one.before, one.within) for one in region.members if one.before and one.within]
    totals = sum_of([one for one, _now in both]), sum_of([one for _former, one in both])
    return PeriodComparison(former, now, totals, len(both), region.size)


def totals_in(execution: Execution, period: ReportPeriod | None, as_of: date) -> Totals | None:
    """Return the figures of a period as they stood on the day after it, when its last term had passed.

    What was done later is not counted in it: the former period would have had more time than this one. None where
    nothing was told by then.
    """
    if period is None:
        return None
    over = min(as_of, period.days.last + timedelta(days=1))
    if next(known_marks(execution, over), None) is None:
        return None
    return overall(row_states(execution, over, period.days))
