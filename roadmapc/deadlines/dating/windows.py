"""Values → windows: every range of days that a deadline means inside a period, cut to it."""

from __future__ import annotations

from collections.abc import Iterable

from roadmapc.deadlines.dating.calendar_parts import DateRange
from roadmapc.deadlines.dating.recurring import every_ranges, report_ranges
from roadmapc.deadlines.dating.single_dates import Dating, Outside
from roadmapc.deadlines.values import Every, Item, Report


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
        elif first <= high and last >= low and first <= last:
            found.add(DateRange(max(first, low), min(last, high)))
    if not found:
        raise Outside("outside")
    return sorted(found)


def _ranges(dating: Dating, item: Item) -> Iterable[DateRange]:
    if isinstance(item, Every):
        return every_ranges(dating, item)
    if isinstance(item, Report):
        return report_ranges(dating, item)
    return dating.ranges_of(item)
