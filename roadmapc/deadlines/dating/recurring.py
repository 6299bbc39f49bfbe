"""What recurs: the ranges of days of rhythms and of reports inside a period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from roadmapc.deadlines.dating.calendar_parts import DateRange, Period, months
from roadmapc.deadlines.dating.cycles import cycles
from roadmapc.deadlines.dating.single_dates import ONE_DAY, Dating
from roadmapc.deadlines.values import (
    LAST,
    At,
    CalendarPart,
    Dated,
    Day,
    Every,
    From,
    FromTo,
    MonthPart,
    NthWeekday,
    Report,
    Until,
    limits_cycles,
    needs_month,
    parts_of,
)
from roadmapc.russian.calendar import month_end


def every_ranges(dating: Dating, item: Every) -> Iterator[DateRange]:
    """Yield the ranges of a rhythm: its cycles, or the days inside them, not yet cut to the period."""
    if item.within:
        yield from _within(dating, item)
        return
    # «ежемесячно с сентября по май»: the items do not lie inside each cycle but say which cycles are meant.
    if item.items and (item.unit == "week" or not _is_inside(item)):
        yield from _limited(dating, item)
        return
    if item.items and not item.month and item.unit != "month":
        yield from _named(dating, item)
        return
    for cycle in cycles(item, dating.frame, dating.calendar, school=dating.school):
        if item.weekdays:
            yield from _weekdays(item, cycle)
        elif not item.items:
            yield cycle
        elif item.month:
            yield from _in_month_of_cycle(dating, item, cycle)
        else:
            for inner in item.items:
                yield from _in_cycle_month(dating, inner, cycle)


def _within(dating: Dating, item: Every) -> Iterator[DateRange]:
    """«ежемесячно до 5 числа, с октября по май»: of the days those that lie in the ranges."""
    limits = {limits for inner in item.within for limits in dating.ranges_of(inner)}
    for window in every_ranges(dating, replace(item, within=())):
        begins = [first for first, last in limits if first <= window.last <= last]
        if begins:
            yield DateRange(max(window.first, min(begins)), window.last)


def _limited(dating: Dating, item: Every) -> Iterator[DateRange]:
    """«ежемесячно с сентября по май», «по средам в октябре»: the cycles as far as they lie in the ranges."""
    days = [inner for inner in item.items if isinstance(inner, At) and isinstance(inner.part, Day)]
    yield from {day for inner in days for day in dating.ranges_of(inner)}  # «по вторникам: 6, 13 октября»
    others = [inner for inner in item.items if inner not in days]
    limits = {limits for inner in others for limits in dating.ranges_of(inner)}
    if item.step > 1 and all(isinstance(inner, (From, FromTo)) for inner in others):
        for limit in limits:  # it counts from where it begins: «1 раз в 2 месяца с октября»
            yield from _cut(_occurrences(dating, item, limit, from_first=True), limit)
        return
    every = _occurrences(dating, item, dating.frame)
    for limit in limits:
        yield from _cut(every, limit)


def _cut(found: list[DateRange], limit: DateRange) -> Iterator[DateRange]:
    """Yield what of ranges lies in another one."""
    for day in found:
        if day.first <= limit.last and day.last >= limit.first:
            yield DateRange(max(day.first, limit.first), min(day.last, limit.last))


def _occurrences(
    dating: Dating, item: Every, within: DateRange | Period, *, from_first: bool = False
) -> list[DateRange]:
    """Return the cycles that touch a time, or the days of the week in them."""
    found = cycles(item, within, dating.calendar, school=dating.school, from_first=from_first)
    return [day for cycle in found for day in _weekdays(item, cycle)] if item.weekdays else [*found]


def _in_month_of_cycle(dating: Dating, item: Every, cycle: DateRange) -> Iterator[DateRange]:
    """«до 20 числа последнего месяца квартала»: the window opens with the cycle."""
    at = cycle.last if item.month == LAST else month_end(cycle.first.year, cycle.first.month + item.month - 1)
    for inner in item.items:
        for found in _in_cycle_month(dating, inner, DateRange(at.replace(day=1), at)):
            yield DateRange(cycle.first if isinstance(inner, Until) else found.first, found.last)


def _weekdays(item: Every, week: DateRange) -> Iterator[DateRange]:
    if item.through:
        first, last = item.weekdays
        start = week.first + timedelta(days=(first - week.first.weekday()) % 7)
        yield DateRange(start, start + timedelta(days=(last - first) % 7))
        return
    for weekday in item.weekdays:
        day = week.first + timedelta(days=(weekday - week.first.weekday()) % 7)
        if day <= week.last:
            yield DateRange(day, day)


def _in_cycle_month(dating: Dating, inner: Dated, month: DateRange) -> Iterator[DateRange]:
    """«до 25 числа каждого месяца»: a cut month keeps its own numbering of days."""
    year, number = month.first.year, month.first.month
    if isinstance(inner, FromTo):
        first, last = (_month_spot(dating, part, year, number) for part in (inner.first, inner.last))
        if first and last:
            yield DateRange(first.first, last.last)
        return
    found = _month_spot(dating, inner.part, year, number)
    if found is None:
        return
    if isinstance(inner, At):
        yield found
    elif isinstance(inner, Until):
        yield DateRange(date(year, number, 1), found.last)
    else:
        yield DateRange(found.first, month_end(year, number))


def _month_spot(dating: Dating, part: CalendarPart, year: int, month: int) -> DateRange | None:
    if not isinstance(part, (Day, MonthPart, NthWeekday)):
        return None
    found = dating.parts.in_month(part, year, month)
    if found is None and isinstance(part, Day):
        end = month_end(year, month)  # «до 30 числа» in February: ст. 192 ГК РФ
        return DateRange(end, end)
    return found


def _named(dating: Dating, item: Every) -> Iterator[DateRange]:
    """«один раз в полугодие до 10 января и 10 июля»: a due day's window opens with its cycle.

    A day that lies in no cycle, as June behind the halves of a school year, follows the last one before it. Of several
    years the first of each cycle is meant.
    """
    parts = sorted(cycles(item, dating.frame, dating.calendar, school=dating.school))
    for inner in item.items:
        done: set[DateRange] = set()
        for first, last in sorted(dating.ranges_of(inner)):
            cycle = next((one for one in parts if one.first <= last <= one.last), None)
            if cycle is None:
                begin = max((one.last + ONE_DAY for one in parts if one.last < last), default=first)
            elif item.step > 1 and cycle in done:
                continue
            else:
                done.add(cycle)
                begin = cycle.first
            yield DateRange(begin if isinstance(inner, Until) else max(first, begin), last)


def report_ranges(dating: Dating, item: Report) -> Iterator[DateRange]:
    """Yield the days on which a report is due: each after a whole cycle that lies inside the period."""
    for start, end in cycles(Every(item.unit, item.step), dating.period, dating.calendar, whole=True):
        cycle = months(start.year, 6 * item.half - 5, 6 * item.half) if item.half else DateRange(start, end)
        due = _report_due(dating, item, cycle.last + ONE_DAY)
        if due and due.last <= dating.period.last:
            yield due


def _report_due(dating: Dating, item: Report, start: date) -> DateRange | None:
    part = item.item.part
    months = start.month - 1 + item.months
    year, month = start.year + months // 12, months % 12 + 1
    if isinstance(part, (Day, MonthPart, NthWeekday)) and part.month is None:
        found = _month_spot(dating, part, year, month)
    else:
        found = dating.parts.in_year(part, start.year)
        if found and found.last < start:
            found = dating.parts.in_year(part, start.year + 1)
    if found is None:
        return None
    return DateRange(start, found.last)  # it may be made from the cycle's end on, «до» or not


def _is_inside(item: Every) -> bool:
    """Say whether the items are days inside each cycle, rather than ranges that limit the cycles."""
    if item.unit == "month":
        return all(needs_month(part) for inner in item.items for part in parts_of(inner))
    return not any(limits_cycles(item.unit, inner) for inner in item.items)
