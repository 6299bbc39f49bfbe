"""Dates that are named once: every range of days that they mean inside a period.

A period of at most twelve months is a single cycle, in which a bare month is one month; in a longer one it recurs each
calendar year. Nothing is cut to the period here: `windows` does that for all that is dated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from roadmapc.deadlines.dating.calendar_parts import DateRange, PartDays, Period
from roadmapc.deadlines.dating.cycles import cycles
from roadmapc.deadlines.values import (
    At,
    CalendarPart,
    Dated,
    Day,
    Every,
    From,
    FromTo,
    MonthPart,
    NthWeekday,
    Until,
    Year,
    YearEdge,
    needs_month,
)
from roadmapc.russian.calendar import Calendar, is_school_year, is_single_cycle

ONE_DAY = timedelta(days=1)


class Outside(Exception):
    """An item means no day of the period; `why` is «outside», «no_month» or «no_day»."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Dating:
    """Dates items inside one period; `years` is the frame within which they recur.

    `single`: the period is one cycle. `one_month`: it lies in one month, so that a bare «15 числа» is a day. `anchors`
    are the years in which a part without a year is looked for: one before the period too, since winter and ranges over
    the turn of a year begin there. `frame` is the period cut to `years`.
    """

    def __init__(
        self, period: Period, calendar: Calendar, years: tuple[int, int] | None = None, *, yearly: bool = False
    ) -> None:
        self.yearly = yearly
        self.period = period
        self.single = is_single_cycle(*period)
        school = calendar.yearly == "school" or (calendar.yearly == "auto" and is_school_year(*period))
        self.calendar = calendar
        self.school = school
        self.parts = PartDays(calendar, school=school)
        self.one_month = (period.first.year, period.first.month) == (period.last.year, period.last.month)
        self.years = years
        low, high = years or (period.first.year - 1, period.last.year)
        self.anchors = range(max(low, period.first.year - 1), min(high, period.last.year) + 1)
        self.frame = period
        if years:
            self.frame = Period(max(period.first, date(years[0], 1, 1)), min(period.last, date(years[1], 12, 31)))

    def ranges_of(self, item: Dated) -> Iterable[DateRange]:
        """Return the ranges of days that an item means, not yet cut to the period."""
        if isinstance(item, FromTo):
            return self._from_to(item)
        if isinstance(item, At):
            return self.ranges_of_part(item.part)
        if isinstance(item.part, Year) and self.yearly:
            return self._years(item, item.part.year)
        return self._until(item) if isinstance(item, Until) else self._since(item)

    def _years(self, item: Until | From, year: int) -> Iterator[DateRange]:
        """«ежегодно с 2022 года», «ежегодно до 2024 года»: each year on that side of it."""
        for first, last in cycles(Every("year"), self.frame, self.calendar, school=self.school):
            if (isinstance(item, From) and first.year >= year) or (isinstance(item, Until) and last.year <= year):
                yield DateRange(first, last)

    def _until(self, item: Until) -> Iterator[DateRange]:
        before = _is_start(item.part)
        for due in self.ranges_of_part(item.part):
            end = due.first - ONE_DAY if before else due.last
            if isinstance(item.part, Year) and due.first <= self.frame.last < end:
                end = self.frame.last
            if self.frame.first <= end <= self.frame.last:
                yield DateRange(self._cycle_start(item, end), end)

    def _since(self, item: From) -> Iterator[DateRange]:
        for start in self.ranges_of_part(item.part):
            if start.first >= self.frame.first or (start.last >= self.frame.first and start.first != start.last):
                yield DateRange(start.first, self.frame.last)

    def _cycle_start(self, item: Until, due: date) -> date:
        if self.single:
            return self.period.first
        if isinstance(item.part, Year):
            return self.period.first
        return max(self.period.first, date(due.year, 1, 1))

    def _from_to(self, item: FromTo) -> Iterator[DateRange]:
        if isinstance(item.first, Year) or isinstance(item.last, Year) or item.first.year or item.last.year:
            for first in self.ranges_of_part(item.first):
                for last in self.ranges_of_part(item.last):
                    if first.first <= last.last:
                        yield DateRange(first.first, last.last)
                        break
            return
        if needs_month(item.first) or needs_month(item.last):
            yield self._in_one_month(item)
            return
        found = []
        for year in self.anchors:
            start = self.parts.in_year(item.first, year)
            end = self.parts.in_year(item.last, year)
            if start and end and end.last < start.first:  # «октябрь – май» ends in the next year
                end = self.parts.in_year(item.last, year + 1)
            if start and end:
                found.append(DateRange(start.first, end.last))
        yield from self._in_years(found)

    def _in_years(self, found: list[DateRange]) -> list[DateRange]:
        """«декабрь – январь 2022-2023»: the one that ends in these years, and not the next, which begins in them."""
        return [one for one in found if self.years and one.last.year <= self.years[1]] or found

    def _in_one_month(self, item: FromTo) -> DateRange:
        """«10-15 числа» in a plan for one month."""
        first, last = self.ranges_of_part(item.first)[:1], self.ranges_of_part(item.last)[:1]
        if not first or not last or last[0].last < first[0].first:
            raise Outside("no_day")
        return DateRange(first[0].first, last[0].last)

    def ranges_of_part(self, part: CalendarPart) -> list[DateRange]:
        """Return all ranges that a part names: one with a year, else one in each year around the period."""
        if needs_month(part):
            assert isinstance(part, (Day, MonthPart, NthWeekday))  # only these lack a month
            if not self.one_month:
                raise Outside("no_month")
            found = self.parts.in_month(part, self.period.first.year, self.period.first.month)
            if found is None:
                raise Outside("no_day")
            return [found]
        if isinstance(part, Year) or part.year is not None:
            found = self.parts.in_year(part, part.year or 0)
            if found is None:
                raise Outside("no_day")
            return [found]
        return self._in_years([found for year in self.anchors if (found := self.parts.in_year(part, year))])


def _is_start(part: CalendarPart) -> bool:
    """«до начала …» is due on the day before; «до» a day or a range on its last day."""
    return isinstance(part, (YearEdge, MonthPart)) and "start" in {getattr(part, "edge", ""), getattr(part, "unit", "")}
