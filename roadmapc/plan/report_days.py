"""The days on which reports on execution are due: so many days into the month after the time that they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from roadmapc.deadlines import Period
from roadmapc.plan.execution.periods import words_of
from roadmapc.russian.calendar import make_date, month_end


class ReportDays(NamedTuple):
    """Settings: a day of the next month (1–28) for months, quarters and half-years, «15.02» for years."""

    monthly: int | None = None
    quarterly: int | None = None
    half_yearly: int | None = None
    yearly: str | None = None


class ReportDue(NamedTuple):
    """A report that is due: the day, what time it is about, and its words behind «за»."""

    due: date
    about: Period
    words: str


def day_and_month(text: str) -> tuple[int, int] | None:
    """Return the day and the month of «15.02»; None for anything else."""
    found = re.fullmatch(r"(\d{1,2})\.(\d{1,2})", text)
    if not found or make_date(2023, int(found[2]), int(found[1])) is None:
        return None
    return int(found[1]), int(found[2])


def reports_due(days: ReportDays, plan: Period, first: date, last: date) -> Iterator[ReportDue]:
    """Yield the reports on a plan that are due between two days, inclusive, in order.

    A report is about times of the calendar that the plan's period has days of.
    """
    found = [one for one in _reports(days, plan) if first <= one.due <= last]
    yield from sorted(found)


def _reports(days: ReportDays, plan: Period) -> Iterator[ReportDue]:
    for months, day in ((1, days.monthly), (3, days.quarterly), (6, days.half_yearly)):
        for year in range(plan.first.year, plan.last.year + 1) if day else ():
            for number in range(12 // months):
                about = Period(date(year, number * months + 1, 1), month_end(year, (number + 1) * months))
                if about.first <= plan.last and about.last >= plan.first:
                    yield ReportDue(_after(about.last, day or 1), about, words_of(about))
    parts = day_and_month(days.yearly) if days.yearly else None
    for year in range(plan.first.year, plan.last.year + 1) if parts else ():
        assert parts is not None
        about = Period(date(year, 1, 1), date(year, 12, 31))
        yield ReportDue(date(year + 1, parts[1], parts[0]), about, words_of(about))


def _after(last: date, day: int) -> date:
    return date(last.year + last.month // 12, last.month % 12 + 1, day)
