"""Spots → days: what a stretch of the calendar is in a given year or month."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from roadmapc.deadlines.values import LAST, Day, Month, MonthPart, NthWeekday, Spot, Year, YearEdge, YearPart
from roadmapc.russian.calendar import Calendar, make_date, month_end


class Period(NamedTuple):
    """The time of a plan, both days inclusive."""

    first: date
    last: date


class Window(NamedTuple):
    """A stretch of days, both inclusive; `last` is the due date."""

    first: date
    last: date


class Stretches:
    """Finds the days of spots; in a school year half-years are those of the school."""

    def __init__(self, calendar: Calendar, *, school: bool) -> None:
        self.calendar = calendar
        self.school = school

    def stretch(self, spot: Spot, year: int) -> Window | None:
        """Return a spot's days in a year (for winter and winter holidays: those that begin in it), or None."""
        if not 1 <= year <= 9998:
            return None
        if isinstance(spot, Day):
            return self.in_month(spot, year, spot.month or 1)
        if isinstance(spot, Year):
            return _school(year) if spot.school else Window(date(year, 1, 1), date(year, 12, 31))
        if isinstance(spot, YearEdge):
            return _edge(spot, year)
        if isinstance(spot, YearPart):
            return self._year_part(spot, year)
        if isinstance(spot, Month):
            return Window(date(year, spot.month, 1), month_end(year, spot.month))
        return self.in_month(spot, year, spot.month or 1)

    def in_month(self, spot: Day | MonthPart | NthWeekday, year: int, month: int) -> Window | None:
        """Return the days of a part of a given month, or None where the month has no such day."""
        if isinstance(spot, Day):
            day = month_end(year, month) if spot.day == LAST else make_date(year, month, spot.day)
            return Window(day, day) if day else None
        end = month_end(year, month)
        if isinstance(spot, NthWeekday):
            return _nth_weekday(spot.n, spot.weekday, date(year, month, 1), end)
        first, last = _days_of(spot.unit, spot.n, end.day)
        return Window(date(year, month, first), date(year, month, min(last, end.day))) if first <= end.day else None

    def _year_part(self, spot: YearPart, year: int) -> Window | None:
        if spot.unit in {"quarter", "half"}:
            if spot.unit == "half" and self.school and spot.year is None:
                return months(year, 9, 12) if spot.n == 1 else months(year, 1, 5)
            size = 3 if spot.unit == "quarter" else 6
            return months(year, (spot.n - 1) * size + 1, spot.n * size)
        if spot.unit == "season":
            if spot.n == 1:
                return Window(date(year, 12, 1), month_end(year + 1, 2))
            return months(year, 3 * spot.n - 3, 3 * spot.n - 1)
        pairs = self.calendar.terms if spot.unit == "term" else self.calendar.holidays
        if spot.n > len(pairs):
            return None
        return _pair(year, *pairs[spot.n - 1])


def _days_of(unit: str, n: int, end: int) -> tuple[int, int]:
    """Return the first and last day of a part of a month that has `end` days."""
    if unit == "decade":
        return 10 * n - 9, 10 * n if n < 3 else end
    if unit == "week":
        return (end - 6, end) if n == LAST else (7 * n - 6, 7 * n)
    if unit == "half":
        return (1, 15) if n == 1 else (16, end)
    return {"start": (1, 10), "middle": (11, 20), "end": (21, end)}.get(unit, (1, end))


def months(year: int, first: int, last: int) -> Window:
    """Return the days from one month of a year to another."""
    return Window(date(year, first, 1), month_end(year, last))


def _pair(year: int, first: tuple[int, int], last: tuple[int, int]) -> Window | None:
    start = make_date(year, *first)
    end = make_date(year + (last < first), *last)
    return Window(start, end) if start and end else None


def _school(year: int) -> Window:
    return Window(date(year, 9, 1), date(year + 1, 8, 31))


def _edge(spot: YearEdge, year: int) -> Window:
    """Return the single day of an edge; a school year begins on 1 September and ends on 31 May."""
    if spot.school:
        day = date(year, 9, 1) if spot.edge == "start" else date(year + (spot.year is not None), 5, 31)
    else:
        day = date(year, 1, 1) if spot.edge == "start" else date(year, 12, 31)
    return Window(day, day)


def _nth_weekday(n: int, weekday: int, first: date, end: date) -> Window | None:
    if n == LAST:
        day = end - timedelta(days=(end.weekday() - weekday) % 7)
    else:
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))
    return Window(day, day) if first <= day <= end else None
