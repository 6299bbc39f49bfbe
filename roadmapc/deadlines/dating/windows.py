"""Values → windows: every stretch of days that a deadline means inside a period.

A period of at most twelve months is a single cycle, in which a bare month is one month; in a longer one it recurs each
calendar year. All windows are cut to the period; a cycle cut to nothing is dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from roadmapc.deadlines.dating.calendar_parts import Period, Stretches, Window, months
from roadmapc.deadlines.dating.cycles import cycles
from roadmapc.deadlines.values import (
    LAST,
    At,
    Dated,
    Day,
    Every,
    From,
    Item,
    MonthPart,
    NthWeekday,
    Report,
    Span,
    Spot,
    Until,
    Year,
    YearEdge,
)
from roadmapc.russian.calendar import Calendar, is_school_year, is_single_cycle, month_end

ONE_DAY = timedelta(days=1)


class Outside(Exception):
    """An item means no day of the period; `why` is «outside», «no_month» or «no_day»."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Dating(Stretches):
    """Dates items inside one period; `years` is the frame within which they recur."""

    def __init__(
        self, period: Period, calendar: Calendar, years: tuple[int, int] | None = None, *, yearly: bool = False
    ) -> None:
        self.yearly = yearly
        self.period = period
        self.single = is_single_cycle(*period)
        school = calendar.yearly == "school" or (calendar.yearly == "auto" and is_school_year(*period))
        super().__init__(calendar, school=school)
        self.one_month = (period.first.year, period.first.month) == (period.last.year, period.last.month)
        self.years = years
        low, high = years or (period.first.year - 1, period.last.year)
        self.anchors = range(max(low, period.first.year - 1), min(high, period.last.year) + 1)
        self.frame = period
        if years:
            self.frame = Period(max(period.first, date(years[0], 1, 1)), min(period.last, date(years[1], 12, 31)))

    def windows(self, item: Item) -> list[Window]:
        """Return an item's windows, sorted, cut to the period; raise Outside where there is none."""
        low, high = self.frame
        if high < low:
            raise Outside("outside")
        found = set()
        for window in self._raw(item):
            first, last = window
            if low <= first <= last <= high:
                found.add(window)
            elif first <= high and last >= low and first <= last:
                found.add(Window(max(first, low), min(last, high)))
        if not found:
            raise Outside("outside")
        return sorted(found)

    def _raw(self, item: Item) -> Iterable[Window]:
        if isinstance(item, Every):
            return self._every(item)
        if isinstance(item, Report):
            return self._report(item)
        return self._dated(item)

    # -- dates

    def _dated(self, item: Dated) -> Iterable[Window]:
        if isinstance(item, Span):
            return self._span(item)
        if isinstance(item, At):
            return self._stretches(item.spot)
        if isinstance(item.spot, Year) and self.yearly:
            return self._years(item, item.spot.year)
        return self._until(item) if isinstance(item, Until) else self._since(item)

    def _years(self, item: Until | From, year: int) -> Iterator[Window]:
        """«ежегодно с 2022 года», «ежегодно до 2024 года»: each year on that side of it."""
        for first, last in cycles(Every("year"), self.frame, self.calendar, school=self.school):
            if (isinstance(item, From) and first.year >= year) or (isinstance(item, Until) and last.year <= year):
                yield Window(first, last)

    def _until(self, item: Until) -> Iterator[Window]:
        before = _is_start(item.spot)
        for due in self._stretches(item.spot):
            end = due.first - ONE_DAY if before else due.last
            if isinstance(item.spot, Year) and due.first <= self.frame.last < end:
                end = self.frame.last
            if self.frame.first <= end <= self.frame.last:
                yield Window(self._cycle_start(item, end), end)

    def _since(self, item: From) -> Iterator[Window]:
        for start in self._stretches(item.spot):
            if start.first >= self.frame.first or (start.last >= self.frame.first and start.first != start.last):
                yield Window(start.first, self.frame.last)

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
        first, last = self._stretches(item.first)[:1], self._stretches(item.last)[:1]
        if not first or not last or last[0].last < first[0].first:
            raise Outside("no_day")
        return Window(first[0].first, last[0].last)

    def _stretches(self, spot: Spot) -> list[Window]:
        """Return all stretches that a spot names: one with a year, else one in each year around the period."""
        if _needs_month(spot):
            assert isinstance(spot, (Day, MonthPart, NthWeekday))  # only these lack a month
            if not self.one_month:
                raise Outside("no_month")
            found = self.in_month(spot, self.period.first.year, self.period.first.month)
            if found is None:
                raise Outside("no_day")
            return [found]
        if isinstance(spot, Year) or spot.year is not None:
            found = self.stretch(spot, spot.year or 0)
            if found is None:
                raise Outside("no_day")
            return [found]
        return [found for year in self.anchors if (found := self.stretch(spot, year))]

    # -- cycles

    def _every(self, item: Every) -> Iterator[Window]:
        if item.items and (item.unit == "week" or not _is_inside(item)):
            yield from self._limited(item)
            return
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

    def _limited(self, item: Every) -> Iterator[Window]:
        """«ежемесячно с сентября по май», «по средам в октябре»: the cycles as far as they lie in the stretches."""
        found = [Window(*cycle) for cycle in cycles(item, self.frame, self.calendar, school=self.school)]
        if not found:
            return
        if item.weekdays:
            found = [day for cycle in found for day in self._weekdays(item, cycle)]
        for first, last in {stretch for inner in item.items for stretch in self._dated(inner)}:
            for day in found:
                if day.first <= last and day.last >= first:
                    yield Window(max(day.first, first), min(day.last, last))

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
        if not isinstance(spot, (Day, MonthPart, NthWeekday)):
            return None
        found = self.in_month(spot, year, month)
        if found is None and isinstance(spot, Day):
            end = month_end(year, month)  # «до 30 числа» in February: ст. 192 ГК РФ
            return Window(end, end)
        return found

    def _in_cycle(self, inner: Dated, cycle: Window) -> Iterator[Window]:
        """«один раз в полугодие до 10 января и 10 июля»: a due day's window opens with its cycle."""
        for first, last in self._dated(inner):
            if cycle.first <= last <= cycle.last:
                yield Window(cycle.first if isinstance(inner, Until) else max(first, cycle.first), last)

    # -- reports

    def _report(self, item: Report) -> Iterator[Window]:
        for start, end in cycles(Every(item.unit, item.step), self.period, self.calendar, whole=True):
            cycle = months(start.year, 6 * item.half - 5, 6 * item.half) if item.half else Window(start, end)
            due = self._report_due(item, cycle.last + ONE_DAY)
            if due and due.last <= self.period.last:
                yield due

    def _report_due(self, item: Report, start: date) -> Window | None:
        spot = item.item.spot
        months = start.month - 1 + item.months
        year, month = start.year + months // 12, months % 12 + 1
        if isinstance(spot, (Day, MonthPart, NthWeekday)) and spot.month is None:
            found = self._month_spot(spot, year, month)
        else:
            found = self.stretch(spot, start.year)
            if found and found.last < start:
                found = self.stretch(spot, start.year + 1)
        if found is None:
            return None
        return Window(start, found.last) if isinstance(item.item, Until) else found


def _is_inside(item: Every) -> bool:
    """Say whether the items are days inside each cycle, rather than stretches that limit the cycles."""
    if item.unit == "month":
        return all(_needs_month(spot) for inner in item.items for spot in _ends_of(inner))
    return not any(isinstance(inner, Span) for inner in item.items)


def _ends_of(item: Dated) -> tuple[Spot, ...]:
    return (item.first, item.last) if isinstance(item, Span) else (item.spot,)


def _needs_month(spot: Spot) -> bool:
    return isinstance(spot, (Day, MonthPart, NthWeekday)) and spot.month is None


def _is_start(spot: Spot) -> bool:
    """«до начала …» is due on the day before; «до» a day or a stretch on its last day."""
    return isinstance(spot, (YearEdge, MonthPart)) and "start" in {getattr(spot, "edge", ""), getattr(spot, "unit", "")}
