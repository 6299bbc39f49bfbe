"""The cycles of a rhythm inside a period: years, halves, quarters, school quarters, months, ten days, weeks, parts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from roadmapc.deadlines.dating.calendar_parts import DateRange, Period
from roadmapc.deadlines.values import Every
from roadmapc.russian.calendar import Calendar, is_school_year, make_date, month_end

_MONTHS = {"year": 12, "half": 6, "quarter": 3, "month": 1}


def cycles(
    item: Every,
    period: DateRange | Period,
    calendar: Calendar,
    *,
    school: bool = False,
    whole: bool = False,
    from_first: bool = False,
) -> Iterator[DateRange]:
    """Return the cycles that touch a period, whole (not yet cut); with `whole` only those that lie inside it.

    With `from_first` months, quarters and halves are counted from the first day rather than from January.
    """
    first, last = period
    if from_first and item.unit in _MONTHS:
        yield from _from_a_day(first, last, _MONTHS[item.unit] * item.step)
        return
    for start, end in _all(item, first, last, calendar, school):
        if end >= first and start <= last and not (whole and (start < first or end > last)):
            yield DateRange(start, end)


def is_even(item: Every, *, school: bool = False) -> bool:
    """Say whether the cycle is parted as often as is asked: whole months, halves of one, a school year's parts."""
    if item.times == 1:
        return True
    if school and item.unit in {"year", "half"} and item.step == 1:
        return item.unit == "year" and item.times in {2, 3, 4}
    if (item.unit, item.step, item.times) == ("month", 1, 2):
        return True
    months = _MONTHS.get(item.unit, 0) * item.step
    return bool(months) and months % item.times == 0


def _all(item: Every, first: date, last: date, calendar: Calendar, school: bool) -> Iterator[DateRange]:
    if item.unit == "day":
        yield DateRange(first, last)
    elif item.unit == "ten_days":
        for start, end in _blocks(first.year, last, 1):
            yield DateRange(start, start.replace(day=10))
            yield DateRange(start.replace(day=11), start.replace(day=20))
            yield DateRange(start.replace(day=21), end)
    elif item.unit == "week":
        yield from _weeks(item, first, last)
    elif item.unit == "school_quarter":
        yield from _school_quarters(first, last, calendar)
    elif school and item.unit in {"year", "half"} and item.step == 1:
        yield from _school(item, first, last, calendar)
    elif item.unit == "month" and item.times == 2 and item.step == 1:  # no whole months, but halves everybody knows
        for start, end in _blocks(first.year, last, 1):
            yield DateRange(start, start.replace(day=15))
            yield DateRange(start.replace(day=16), end)
    else:
        size = _MONTHS[item.unit] * item.step
        if item.times > 1 and size % item.times == 0:
            size //= item.times
        # «раз в 3 года» counts from the plan's first year, and «раз в 2 полугодия» of a school year from its beginning;
        # all else keeps to the calendar's quarters and halves.
        # «1 раз в 5 месяцев» fits into no year: it counts from the plan's beginning, too.
        from_period = item.step > 1 and (
            item.unit == "year" or (school and size % 12 == 0) or (size < 12 and 12 % size)
        )
        yield from _blocks(first.year, last, size, first if from_period else None)


def _blocks(year: int, last: date, size: int, start: date | None = None) -> Iterator[DateRange]:
    """Return runs of `size` months from 1 January of a year, or from a day, up to a day."""
    begin = start or date(year, 1, 1)
    while begin <= last:
        months = begin.month - 1 + size
        following = make_date(begin.year + months // 12, months % 12 + 1, min(begin.day, 28))  # every month has a 28th
        if following is None:
            yield DateRange(begin, date.max)
            return
        yield DateRange(begin, following - timedelta(days=1))
        begin = following


def _from_a_day(first: date, last: date, size: int) -> Iterator[DateRange]:
    """Return runs of `size` months from a day on; one of a single day at their end belongs to the run before it."""
    starts = [first]
    while starts[-1] < last:
        months = first.month - 1 + size * len(starts)
        year, month = first.year + months // 12, months % 12 + 1
        starts.append(date(year, month, min(first.day, month_end(year, month).day)))
    for start, following in pairwise(starts):
        yield DateRange(start, last if following == last else following - timedelta(days=1))


def _weeks(item: Every, first: date, last: date) -> Iterator[DateRange]:
    """Return Monday–Sunday weeks; several at once count from the first such weekday of the period."""
    if item.step > 1 and item.weekdays:
        begin = first + timedelta(days=min((day - first.weekday()) % 7 for day in item.weekdays))
    elif item.step > 1:
        begin = first
    else:
        begin = first - timedelta(days=first.weekday())
    while begin <= last:
        length = 7 if item.weekdays or item.step == 1 else 7 * item.step
        yield DateRange(begin, begin + timedelta(days=length - 1))
        begin += timedelta(days=7 * item.step)


def _school_quarters(first: date, last: date, calendar: Calendar) -> Iterator[DateRange]:
    """Return the quarters of each year by their settings: a pair that runs backwards ends in the next year."""
    for year in range(first.year - 1, last.year + 1):
        found = []
        for start, end in calendar.school_quarters:
            begin, finish = make_date(year, *start), make_date(year + (end < start), *end)
            if begin and finish:
                found.append(DateRange(begin, finish))
        yield from sorted(found)


def _school(item: Every, first: date, last: date, calendar: Calendar) -> Iterator[DateRange]:
    """Return the school years of a plan or their parts: halves, thirds of September to May, quarters.

    A school year lasts from 1 September to 31 August; its halves end with December and May, when teaching does. What
    cannot be parted as often as is asked stays one window: n times a cycle never gives more than n of them.
    """
    years = range(first.year - 1, last.year + 1)
    if item.unit == "half" or item.times == 2:
        for year in years:
            yield DateRange(date(year, 9, 1), date(year, 12, 31))
            yield DateRange(date(year + 1, 1, 1), date(year + 1, 5, 31))
    elif item.times == 3:
        for year in years:
            yield DateRange(date(year, 9, 1), date(year, 11, 30))
            yield DateRange(date(year, 12, 1), month_end(year + 1, 2))
            yield DateRange(date(year + 1, 3, 1), date(year + 1, 5, 31))
    elif item.times == 4:
        yield from _school_quarters(first, last, calendar)
    elif is_school_year(first, last):
        yield DateRange(first, last)
    else:
        for year in years:
            yield DateRange(date(year, 9, 1), date(year + 1, 8, 31))
