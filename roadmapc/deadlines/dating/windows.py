"""Values → windows: every range of days that a deadline means inside a period, cut to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from roadmapc.deadlines.dating.calendar_parts import DateRange
from roadmapc.deadlines.dating.recurring import every_ranges, report_ranges
from roadmapc.deadlines.dating.single_dates import Dating, Outside
from roadmapc.deadlines.values import Day, Every, Item, NthWeekday, Report, Until
from roadmapc.diagnostics import Message


def windows(dating: Dating, item: Item) -> list[DateRange]:
    """Return an item's windows, sorted, cut to the period; raise Outside where there is none."""
    low, high = dating.frame
    if high < low:
        raise Outside("outside")
    found = set()
    for window in _ranges(dating, item):
        first, last = window
        if low <= first <= last <= high:
            found.add(window)
        elif last > high and _names_its_days(item):
            continue  # that day is another one than the last of the period
        elif first <= high and last >= low and first <= last:
            found.add(DateRange(max(first, low), min(last, high)))
    if not found:
        raise Outside("outside")
    return sorted(found)


def left_out(dating: Dating, item: Item) -> list[Message]:
    """Return the doubt of a cycle that begins in the period, its day lies behind: «до 25 числа» to 20 May."""
    if not (isinstance(item, Every) and _names_its_days(item)):
        return []
    ends = {dating.frame.last, *(limit.last for inner in item.within for limit in dating.ranges_of(inner))}
    found = [*every_ranges(dating, replace(item, within=()))]
    if any(first <= end < last for end in ends for first, last in found):
        return [Message("the last of the days lies behind the period and is left out")]
    return []


def _names_its_days(item: Item) -> bool:
    """Say whether each cycle of a rhythm has a day by which it is due."""
    days = (Day, NthWeekday)
    return (
        isinstance(item, Every)
        and bool(item.items)
        and all(isinstance(inner, Until) and isinstance(inner.part, days) for inner in item.items)
    )


def _ranges(dating: Dating, item: Item) -> Iterable[DateRange]:
    if isinstance(item, Every):
        return every_ranges(dating, item)
    if isinstance(item, Report):
        return report_ranges(dating, item)
    return dating.ranges_of(item)
