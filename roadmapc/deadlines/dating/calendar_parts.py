"""Calendar parts → days: what a quarter, a third Thursday or the end of May is in a given year or month."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from roadmapc.deadlines.values import (
    LAST,
    WORKING_DAY,
    CalendarPart,
    Day,
    Month,
    MonthPart,
    NthWeekday,
    Year,
    YearEdge,
    YearPart,
)
from roadmapc.russian.calendar import Calendar, make_date, month_end

_LAST_YEAR = 9998  # a range may end in the year after, and no date lies beyond 9999


class Period(NamedTuple):
    """The time of a plan, both days inclusive."""

    first: date
    last: date


class DateRange(NamedTuple):
    """Days, the first and the last inclusive; `last` is the due date."""

    first: date
    last: date


class PartDays:
    """Finds the days of calendar parts; in a plan for a school year half-years are those of the school."""

    def __init__(self, calendar: Calendar, *, school: bool) -> None:
        self.calendar = calendar
        self.school = school

    def in_year(self, part: CalendarPart, year: int) -> DateRange | None:
        """Return a part's days in a year (for winter and the winter break: those that begin in it), or None."""
        if not 1 <= year <= _LAST_YEAR:
            return None
        if isinstance(part, Day):
            return self.in_month(part, year, part.month or 1)
        if isinstance(part, Year):
            return _school(year) if part.school else DateRange(date(year, 1, 1), date(year, 12, 31))
        if isinstance(part, YearEdge):
            return _edge(part, year)
        if isinstance(part, YearPart):
            return self._year_part(part, year)
        if isinstance(part, Month):
            return DateRange(date(year, part.month, 1), month_end(year, part.month))
        return self.in_month(part, year, part.month or 1)

    def in_month(self, part: Day | MonthPart | NthWeekday, year: int, month: int) -> DateRange | None:
        """Return the days of a part of a given month, or None where the month has no such day."""
        if isinstance(part, Day):
            day = month_end(year, month) if part.day == LAST else make_date(year, month, part.day)
            return DateRange(day, day) if day else None
        end = month_end(year, month)
        if isinstance(part, NthWeekday):
            if part.weekday == WORKING_DAY:
                return self._working_day(part.n, date(year, month, 1), end)
            return _nth_weekday(part.n, part.weekday, date(year, month, 1), end)
        first, last = _days_of(part.unit, part.n, end.day)
        return DateRange(date(year, month, first), date(year, month, min(last, end.day))) if first <= end.day else None

    def _working_day(self, n: int, first: date, end: date) -> DateRange | None:
        days = (first + timedelta(days=at) for at in range(end.day))
        working = [day for day in days if self.calendar.is_working(day)]
        if n > len(working) or not working:
            return None
        day = working[n if n == LAST else n - 1]
        return DateRange(day, day)

    def _year_part(self, part: YearPart, year: int) -> DateRange | None:
        if part.unit in {"quarter", "half"}:
            if part.unit == "half" and self.school and part.year is None:
                return months(year, 9, 12) if part.n == 1 else months(year, 1, 5)
            size = 3 if part.unit == "quarter" else 6
            return months(year, (part.n - 1) * size + 1, part.n * size)
        if part.unit == "season":
            if part.n == 1:
                return DateRange(date(year, 12, 1), month_end(year + 1, 2))
            return months(year, 3 * part.n - 3, 3 * part.n - 1)
        pairs = self.calendar.school_quarters if part.unit == "school_quarter" else self.calendar.school_breaks
        if part.n > len(pairs):
            return None
        return _pair(year, *pairs[part.n - 1])


def _days_of(unit: str, n: int, end: int) -> tuple[int, int]:
    """Return the first and last day of a part of a month that has `end` days."""
    if unit == "ten_days":
        return 10 * n - 9, 10 * n if n < 3 else end
    if unit == "week":  # by convention 1–7, 8–14, …; the last one is the last seven days
        return (end - 6, end) if n == LAST else (7 * n - 6, 7 * n)
    if unit == "half":
        return (1, 15) if n == 1 else (16, end)
    return {"start": (1, 10), "middle": (11, 20), "end": (21, end)}.get(unit, (1, end))


def months(year: int, first: int, last: int) -> DateRange:
    """Return the days from one month of a year to another."""
    return DateRange(date(year, first, 1), month_end(year, last))


def _pair(year: int, first: tuple[int, int], last: tuple[int, int]) -> DateRange | None:
    start = make_date(year, *first)
    end = make_date(year + (last < first), *last)
    return DateRange(start, end) if start and end else None


def _school(year: int) -> DateRange:
    return DateRange(date(year, 9, 1), date(year + 1, 8, 31))


def _edge(part: YearEdge, year: int) -> DateRange:
    """Return the single day of an edge; a school year begins on 1 September and ends on 31 May."""
    if part.school:
        day = date(year, 9, 1) if part.edge == "start" else date(year + (part.year is not None), 5, 31)
    else:
        day = date(year, 1, 1) if part.edge == "start" else date(year, 12, 31)
    return DateRange(day, day)


def _nth_weekday(n: int, weekday: int, first: date, end: date) -> DateRange | None:
    if n == LAST:
        day = end - timedelta(days=(end.weekday() - weekday) % 7)
    else:
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))
    return DateRange(day, day) if first <= day <= end else None
