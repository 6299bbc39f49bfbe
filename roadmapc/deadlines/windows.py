"""Values → windows: every stretch of days that a deadline means inside a period.

A period of at most twelve months is a single cycle, in which a bare month is one month; in a longer one it recurs each
calendar year. All windows are cut to the period; a cycle cut to nothing is dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from roadmapc.calendars import Calendar, is_school_year, is_single_cycle, make_date, month_end
from roadmapc.deadlines.cycles import cycles
from roadmapc.deadlines.values import (
    LAST,
    At,
    Dated,
    Day,
    Every,
    From,
    Item,
    Month,
    MonthPart,
    NthWeekday,
    Report,
    Span,
    Spot,
    Until,
    Year,
    YearEdge,
    YearPart,
)

ONE_DAY = timedelta(days=1)


class Period(NamedTuple):
    """The time of a plan, both days inclusive."""

    first: date
    last: date


class Window(NamedTuple):
    """A stretch of days, both inclusive; `last` is the due date."""

    first: date
    last: date


class Outside(Exception):
    """An item means no day of the period; `why` is «outside», «no_month» or «no_day»."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Dating:
    """Dates items inside one period; `years` is the frame within which they recur."""

    def __init__(
        self, period: Period, calendar: Calendar, years: tuple[int, int] | None = None, *, yearly: bool = False
    ) -> None:
        self.yearly = yearly
        self.period = period
        self.calendar = calendar
        self.single = is_single_cycle(*period)
        self.school = calendar.yearly == "school" or (calendar.yearly == "auto" and is_school_year(*period))
        self.one_month = (period.first.year, period.first.month) == (period.last.year, period.last.month)
        self.years = years
        low, high = years or (period.first.year - 1, period.last.year)
        self.anchors = range(max(low, period.first.year - 1), min(high, period.last.year) + 1)
        self.frame = period
        if years:
            self.frame = Period(
                max(period.first, date(years[0], 1, 1)), min(period.last, max(date(years[1], 12, 31), period.first))
            )

    def windows(self, item: Item) -> list[Window]:
        """Return an item's windows, sorted, cut to the period; raise Outside where there is none."""
        found = sorted(set(self._cut(self._raw(item))))
        if not found:
            raise Outside("outside")
        return found

    def _cut(self, windows: Iterable[Window]) -> Iterator[Window]:
        low, high = self.frame
        for first, last in windows:
            if first <= high and last >= low and first <= last:
                yield Window(max(first, low), min(last, high))

    def _raw(self, item: Item) -> Iterator[Window]:
        if isinstance(item, Every):
            return self._every(item)
        if isinstance(item, Report):
            return self._report(item)
        return self._dated(item)

    # -- dates

    def _dated(self, item: Dated) -> Iterator[Window]:
        if isinstance(item, Until):
            for due in self._stretches(item.spot):
                end = due.first - ONE_DAY if _is_start(item.spot) else due.last
                if isinstance(item.spot, Year) and due.first <= self.frame.last < end:
                    end = self.frame.last
                if self.frame.first <= end <= self.frame.last:
                    yield Window(self._cycle_start(item, end), end)
        elif isinstance(item, From) and isinstance(item.spot, Year) and self.yearly:
            for cycle in cycles(Every("year"), self.frame, self.calendar, school=self.school):
                if cycle[0].year >= item.spot.year:
                    yield Window(*cycle)
        elif isinstance(item, From):
            for start in self._stretches(item.spot):
                if start.first >= self.frame.first or (start.last >= self.frame.first and start.first != start.last):
                    yield Window(start.first, self.frame.last)
        elif isinstance(item, Span):
            yield from self._span(item)
        else:
            yield from self._stretches(item.spot)

    def _cycle_start(self, item: Until, due: date) -> date:
        if self.single:
            return self.period.first
        if isinstance(item.spot, Year):
            return self.period.first
        return max(self.period.first, date(due.year, 1, 1))

    def _span(self, item: Span) -> Iterator[Window]:
        if isinstance(item.first, Year) or isinstance(item.last, Year) or item.first.year or item.last.year:
            for first in self._stretches(item.first):
                for last in self._stretches(item.last):
                    if first.first <= last.last:
                        yield Window(first.first, last.last)
                        break
            return
        if _needs_month(item.first) or _needs_month(item.last):
            yield self._span_in_month(item)
            return
        for year in self.anchors:
            start = self.stretch(item.first, year)
            end = self.stretch(item.last, year)
            if start and end and end.last < start.first:
                end = self.stretch(item.last, year + 1)
            if start and end:
                yield Window(start.first, end.last)

    def _span_in_month(self, item: Span) -> Window:
        """«10-15 числа» in a plan for one month."""
        first = next(self._stretches(item.first))
        last = next(self._stretches(item.last))
        if last.last < first.first:
            raise Outside("no_day")
        return Window(first.first, last.last)

    def _stretches(self, spot: Spot) -> Iterator[Window]:
        """Return all stretches that a spot names: one with a year, else one in each year around the period."""
        if _needs_month(spot):
            assert isinstance(spot, Day | MonthPart | NthWeekday)  # only these lack a month
            if not self.one_month:
                raise Outside("no_month")
            found = self.in_month(spot, self.period.first.year, self.period.first.month)
            if found is None:
                raise Outside("no_day")
            yield found
        elif isinstance(spot, Year) or spot.year is not None:
            found = self.stretch(spot, spot.year or 0)
            if found is None:
                raise Outside("no_day")
            yield found
        else:
            for year in self.anchors:
                found = self.stretch(spot, year)
                if found:
                    yield found

    def stretch(self, spot: Spot, year: int) -> Window | None:
        """Return a spot's days in a year (for winter and winter holidays: those that begin in it), or None."""
        if not 1 <= year <= 9998:
            return None
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
        end = month_end(year, month)
        if isinstance(spot, Day):
            day = end if spot.day == LAST else make_date(year, month, spot.day)
            return Window(day, day) if day else None
        if isinstance(spot, NthWeekday):
            return _nth_weekday(spot.n, spot.weekday, date(year, month, 1), end)
        first, last = _days_of(spot.unit, spot.n, end.day)
        return Window(date(year, month, first), date(year, month, min(last, end.day))) if first <= end.day else None

    def _year_part(self, spot: YearPart, year: int) -> Window | None:
        if spot.unit in {"quarter", "half"}:
            if spot.unit == "half" and self.school and spot.year is None:
                return _months(year, 9, 12) if spot.n == 1 else _months(year, 1, 5)
            size = 3 if spot.unit == "quarter" else 6
            return _months(year, (spot.n - 1) * size + 1, spot.n * size)
        if spot.unit == "season":
            if spot.n == 1:
                return Window(date(year, 12, 1), month_end(year + 1, 2))
            return _months(year, 3 * spot.n - 3, 3 * spot.n - 1)
        pairs = self.calendar.terms if spot.unit == "term" else self.calendar.holidays
        if spot.n > len(pairs):
            return None
        return _pair(year, *pairs[spot.n - 1])

    # -- cycles

    def _every(self, item: Every) -> Iterator[Window]:
        for cycle in cycles(item, self.frame, self.calendar, school=self.school):
            if item.weekdays:
                yield from self._weekdays(item, Window(*cycle))
            elif not item.items:
                yield Window(*cycle)
            elif item.month:
                yield from self._in_month_of_cycle(item, Window(*cycle))
            elif item.unit == "month":
                for inner in item.items:
                    yield from self._in_cycle_month(inner, Window(*cycle))
            else:
                for inner in item.items:
                    yield from self._in_cycle(inner, Window(*cycle))

    def _in_month_of_cycle(self, item: Every, cycle: Window) -> Iterator[Window]:
        """«до 20 числа последнего месяца квартала»: the window opens with the cycle."""
        at = cycle.last if item.month == LAST else month_end(cycle.first.year, cycle.first.month + item.month - 1)
        for inner in item.items:
            for found in self._in_cycle_month(inner, Window(at.replace(day=1), at)):
                yield Window(cycle.first if isinstance(inner, Until) else found.first, found.last)

    def _weekdays(self, item: Every, week: Window) -> Iterator[Window]:
        for weekday in item.weekdays:
            day = week.first + timedelta(days=(weekday - week.first.weekday()) % 7)
            if day <= week.last:
                yield Window(day, day)

    def _in_cycle_month(self, inner: Dated, month: Window) -> Iterator[Window]:
        """«до 25 числа каждого месяца»: a cut month keeps its own numbering of days."""
        year, number = month.first.year, month.first.month
        if isinstance(inner, Span):
            first, last = (self._month_spot(spot, year, number) for spot in (inner.first, inner.last))
            if first and last:
                yield Window(first.first, last.last)
            return
        found = self._month_spot(inner.spot, year, number)
        if found is None:
            return
        if isinstance(inner, At):
            yield found
        elif isinstance(inner, Until):
            yield Window(date(year, number, 1), found.last)
        else:
            yield Window(found.first, month_end(year, number))

    def _month_spot(self, spot: Spot, year: int, month: int) -> Window | None:
        return self.in_month(spot, year, month) if isinstance(spot, Day | MonthPart | NthWeekday) else None

    def _in_cycle(self, inner: Dated, cycle: Window) -> Iterator[Window]:
        """«один раз в полугодие до 10 января и 10 июля»: a due day's window opens with its cycle."""
        for first, last in self._dated(inner):
            if cycle.first <= last <= cycle.last:
                yield Window(cycle.first if isinstance(inner, Until) else max(first, cycle.first), last)

    # -- reports

    def _report(self, item: Report) -> Iterator[Window]:
        for start, end in cycles(Every(item.unit, item.step), self.period, self.calendar, whole=True):
            cycle = _months(start.year, 6 * item.half - 5, 6 * item.half) if item.half else Window(start, end)
            due = self._report_due(item, cycle.last + ONE_DAY)
            if due and due.last <= self.period.last:
                yield due

    def _report_due(self, item: Report, start: date) -> Window | None:
        spot = item.item.spot
        months = start.month - 1 + item.months
        year, month = start.year + months // 12, months % 12 + 1
        if isinstance(spot, Day | MonthPart | NthWeekday) and spot.month is None:
            found = self.in_month(spot, year, month)
        else:
            found = self.stretch(spot, start.year)
            if found and found.last < start:
                found = self.stretch(spot, start.year + 1)
        if found is None:
            return None
        return Window(start, found.last) if isinstance(item.item, Until) else found


def _days_of(unit: str, n: int, end: int) -> tuple[int, int]:
    """Return the first and last day of a part of a month that has `end` days."""
    if unit == "decade":
        return 10 * n - 9, 10 * n if n < 3 else end
    if unit == "week":
        return (end - 6, end) if n == LAST else (7 * n - 6, 7 * n)
    if unit == "half":
        return (1, 15) if n == 1 else (16, end)
    return {"start": (1, 10), "middle": (11, 20), "end": (21, end)}.get(unit, (1, end))


def _needs_month(spot: Spot) -> bool:
    return isinstance(spot, Day | MonthPart | NthWeekday) and spot.month is None


def _is_start(spot: Spot) -> bool:
    """«до начала …» is due on the day before; «до» a day or a stretch on its last day."""
    return isinstance(spot, YearEdge | MonthPart) and "start" in {getattr(spot, "edge", ""), getattr(spot, "unit", "")}


def _months(year: int, first: int, last: int) -> Window:
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
