"""The days that a part of the calendar may mean, whatever the year: «вторая неделя мая» lies in 2–20 May."""

from __future__ import annotations

from roadmapc.deadlines.values import LAST, WORKING_DAY, CalendarPart, Day, Month, MonthPart, NthWeekday, YearPart
from roadmapc.russian.calendar import month_end

Stretch = tuple[tuple[int, int], tuple[int, int]]
"""Month and day of the first and the last day; over the turn of a year the last one is the smaller."""
SCHOOL_QUARTERS = ((9, 10, 11), (11, 12), (1, 2, 3), (4, 5, 6))
"""The months that quarters of a school year touch."""
SCHOOL_BREAKS = ((10, 11), (12, 1), (3, 4), (5, 6, 7, 8))
"""The months in which school breaks may lie, from that of autumn on."""
SEASONS = ((12, 1, 2), (3, 4, 5), (6, 7, 8), (9, 10, 11))
_NO_LEAP_YEAR = 2023


def is_in(day: tuple[int, int], stretches: list[Stretch]) -> bool:
    """Say whether a day lies in one of the stretches."""
    return any(
        first <= day <= last if first <= last else not last < day < first  # over the turn of a year
        for first, last in stretches
    )


def stretches_of(part: CalendarPart) -> list[Stretch]:
    """Return the days that a part may mean in some year; none where the calendar does not tell them."""
    if isinstance(part, (Day, MonthPart, NthWeekday)):
        return [_in_month(part.month, *days_in_month(part))] if part.month else []
    if isinstance(part, Month):
        return [_months(part.month, part.month)]
    if not isinstance(part, YearPart):
        return []
    if part.unit == "school_quarter":
        months = SCHOOL_QUARTERS[part.n - 1]
        return [_months(months[0], months[-1])]
    if part.unit == "quarter":
        return [_months(3 * part.n - 2, 3 * part.n)]
    if part.unit == "half":  # of a calendar year, or of a school year
        return [_months(1, 6), _months(9, 12)] if part.n == 1 else [_months(7, 12), _months(1, 5)]
    if part.unit == "season":
        return [_months(12, 2) if part.n == 1 else _months(3 * part.n - 3, 3 * part.n - 1)]
    return []


def days_in_month(part: Day | MonthPart | NthWeekday) -> tuple[int, int]:
    """Return the first and the last day that a part of a month may have; 31 stands for the end of any month."""
    if isinstance(part, Day):
        return (28, 31) if part.day == LAST else (part.day, part.day)
    if isinstance(part, NthWeekday):
        if part.weekday == WORKING_DAY:
            return (22 if part.n == LAST else part.n), 31
        end = month_end(_NO_LEAP_YEAR, part.month or 1).day
        return (end - 6, 31) if part.n == LAST else (7 * part.n - 6, 7 * part.n)
    if part.unit == "week":
        return (22, 31) if part.n == LAST else (max(7 * part.n - 12, 1), min(7 * part.n + 6, 31))
    size = {"ten_days": 10, "half": 15}.get(part.unit, 0)
    edges = {"start": (1, 10), "middle": (11, 20), "end": (21, 31)}
    if not size:
        return edges.get(part.unit, (1, 31))
    return (size * (part.n - 1) + 1, 31 if part.n * size >= 30 else size * part.n)


def _in_month(month: int, first: int, last: int) -> Stretch:
    return (month, first), (month, last)


def _months(first: int, last: int) -> Stretch:
    return (first, 1), (last, 31)
