"""What else a careful official could have meant: doubts that follow from a value and its period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from roadmapc.deadlines.dating.calendar_parts import DateRange
from roadmapc.deadlines.dating.cycles import is_even
from roadmapc.deadlines.dating.single_dates import Dating
from roadmapc.deadlines.values import (
    At,
    CalendarPart,
    Dated,
    Day,
    Deadline,
    Every,
    From,
    FromTo,
    Item,
    Month,
    MonthPart,
    NthWeekday,
    Report,
    Until,
    Year,
    YearEdge,
    YearPart,
    lacks_year,
    limits_cycles,
    parts_of,
)
from roadmapc.diagnostics import Message
from roadmapc.russian.calendar import WEEKDAYS

_MAY_BE_FIRST = Message("“until” a range of days: taken to its last day; it may mean its first")
_OF_NEXT_YEAR = Message("a day at the beginning of the year stands behind later ones: it may be of the next year")
_LATE, _EARLY = 7, 3
"""Months behind which one up to March may be of the next year."""
_SUMMER = (7, 8)
"""Months in which a plan for a school year is drawn up: it may mean those before it."""


def _other_summer(item: Item, found: DateRange, dating: Dating) -> Message | None:
    """Return the doubt of a time in July or August that could also lie just before a plan for a school year."""
    if not dating.school or not any(map(_is_in_summer, parts_of(item))):
        return None
    first, last = found.last if isinstance(item, Until) else found.first, found.last
    begins = dating.period.first
    if last.month not in _SUMMER or last.replace(year=last.year - 1) >= begins:
        return None
    if (first.year - 1, first.month) < (begins.year, min(_SUMMER)):
        return None
    message = "the summer before may be meant: taken as {day:%d.%m.%Y}, it may be {before:%d.%m.%Y}"
    return Message(message, day=last, before=last.replace(year=last.year - 1))


def _is_in_summer(part: CalendarPart) -> bool:
    """Say whether a part lies in July or August, or ends with them as «до начала учебного года» does."""
    if isinstance(part, YearEdge):
        return part.school and part.edge == "start"
    return isinstance(part, (Day, Month, MonthPart, NthWeekday)) and part.month in _SUMMER


def is_yearless(item: Item) -> bool:
    """Say whether an item has no year where it could have one: what recurs never lacks it."""
    return not isinstance(item, (Every, Report)) and all(map(lacks_year, parts_of(item)))


def doubts_of(item: Item, found: list[DateRange], dating: Dating, deadline: Deadline) -> list[Message]:
    """Return the doubts of one item that has been dated; `found` are its ranges of days."""
    doubts: list[Message] = []
    if is_yearless(item) and not deadline.yearly and deadline.frame is None:
        if not dating.single:
            doubts.append(Message("no year is named: taken as each year of the plan; it may mean one year only"))
        elif len(found) > 1:
            doubts.append(Message("it occurs twice in the period"))
        elif summer := _other_summer(item, found[-1], dating):
            doubts.append(summer)
    if isinstance(item, From) and not (deadline.yearly and isinstance(item.part, Year)):
        doubts.append(Message("no end is named: taken to the end of the period; it may be the day itself"))
    if isinstance(item, Every):
        doubts += _rhythm_doubts(item, dating.school)
        if any(isinstance(inner, From) for inner in (*item.items, *item.within)):
            doubts.append(Message("no end is named: taken to the end of the period"))
    parts = parts_of(item)
    checked = False
    for part in parts:
        if isinstance(part, Day):
            checked |= part.weekday is not None
        else:
            doubts += _part_doubts(part, isinstance(item, Until), dating)
    if checked or (isinstance(item, Every) and item.weekdays and item.items):
        doubts += weekday_doubts(item, found)
    if isinstance(item, (At, FromTo)) and not isinstance(parts[-1], (Year, YearPart)):
        doubts += _cut_doubts(item, found, dating)
    return doubts


def _rhythm_doubts(item: Every, school: bool) -> list[Message]:
    if any(isinstance(part, Day) and part.day > 28 and not part.month for part in parts_of(item)):
        return [Message("short months have no such day: taken to their last day")]
    if item.unit == "day":
        return [Message("each day: taken as one range of days")]
    if not is_even(item, school=school):
        return [Message("the cycle is not parted so often: one range of days, in it due {n} times", n=item.times)]
    if item.through:
        return [Message("some days of each week: taken as one range of days in each")]
    named = item.items and not all(limits_cycles(item.unit, inner) for inner in item.items)
    if (not named and (item.unit, item.times) in {("month", 2), ("year", 3), ("ten_days", 1)}) or (
        school and item.times == 4
    ):
        return [Message("the cycle does not divide evenly: the days are a convention")]
    if item.unit == "week" and item.step > 1 and not any(isinstance(inner, (From, FromTo)) for inner in item.items):
        return [Message("from which week it is counted is not said: taken from the first one of the period")]
    if item.unit == "year" and item.step > 1 and item.items:
        return [Message("from which year it is counted is not said: taken from the first one of the period")]
    return []


def _part_doubts(part: CalendarPart, until: bool, dating: Dating) -> list[Message]:
    if until and _is_end(part):
        return []
    if isinstance(part, MonthPart) and part.unit in {"week", "start", "middle", "end"}:
        return [Message("weeks and edges of a month have no exact days: taken by convention")]
    if isinstance(part, YearEdge):
        return [Message("the exact day is not named: taken by convention")]
    if isinstance(part, YearPart) and part.unit in {"season", "school_break"}:
        convention = Message("seasons and holidays have no exact days: taken by convention")
        return [convention, _MAY_BE_FIRST] if until else [convention]
    if isinstance(part, YearPart) and part.unit == "half" and dating.school and part.year is None:
        return [Message("taken as a half of the school year; it may mean the calendar year")]
    if until and isinstance(part, (Year, Month, MonthPart)):
        return [_MAY_BE_FIRST]
    return []


def _is_end(part: CalendarPart) -> bool:
    """«до конца мая», «до конца года» name a day beyond doubt; the end of a school year does not."""
    return (isinstance(part, MonthPart) and part.unit == "end") or (
        isinstance(part, YearEdge) and part.edge == "end" and not part.school
    )


def overlapping(deadline: Deadline, windows: Iterable[DateRange]) -> list[Message]:
    """Return the doubt of a date that lies inside another: «II квартал, май»; «октябрь, ноябрь, до 20 декабря».

    Limits alone lie in one another by their nature: «до 5 и до 20 мая».
    """
    kinds = {type(item) for item in deadline.items}
    if len(deadline.items) == 1 or not kinds <= {At, FromTo, Until} or kinds == {Until}:
        return []
    reached = date.min
    for window in sorted(windows, key=lambda window: (window.first, -window.last.toordinal())):
        if window.last <= reached:
            return [Message("one of the dates lies inside another: both are taken")]
        reached = window.last
    return []


def of_next_year(deadline: Deadline, dating: Dating) -> list[Message]:
    """Return the doubt of «10 июля, 10 октября и 10 января» in a plan for a calendar year: January may be the next."""
    if dating.school or not dating.single or deadline.yearly or deadline.frame:
        return []
    if any(isinstance(item, Every) and any(map(_turns, (*item.items, *item.within))) for item in deadline.items):
        return [_OF_NEXT_YEAR]
    months = [_month_of(parts_of(item)[-1]) if is_yearless(item) else None for item in deadline.items]
    late = next((at for at, month in enumerate(months) if month and month >= _LATE), len(months))
    if not any(month and month <= _EARLY for month in months[late:]):
        return []
    return [_OF_NEXT_YEAR]


def _turns(item: Item) -> bool:
    """Say whether a range goes over the turn of a year: «ежемесячно с октября по февраль»."""
    if not isinstance(item, FromTo) or not is_yearless(item):
        return False
    first, last = _month_of(item.first), _month_of(item.last)
    return bool(first and last and first > last)


def _month_of(part: CalendarPart) -> int | None:
    """Return the month with which a part ends."""
    if isinstance(part, YearPart):
        return {"quarter": 3, "half": 6}.get(part.unit, 0) * part.n or None
    return getattr(part, "month", None)


def weekday_doubts(item: Item, found: list[DateRange]) -> list[Message]:
    """Return what contradicts the weekday that is written beside a date: the day itself."""
    if isinstance(item, Every):
        return [doubt for inner in item.items for one in found for doubt in _of_inner(item, inner, one)]
    if isinstance(item, Report):
        return []
    parts = parts_of(item)
    doubts = []
    for part, day in ((parts[0], found[0].first), (parts[-1], found[0].last)):
        if isinstance(part, Day) and part.weekday is not None:
            if isinstance(item, Until) and day is found[0].first:
                continue
            if day.weekday() != part.weekday:
                doubts.append(
                    Message("{day:%d.%m.%Y} is not that day of the week", day=day, weekday=WEEKDAYS[part.weekday])
                )
    return doubts


def _of_inner(every: Every, inner: Dated, one: DateRange) -> list[Message]:
    """Return what contradicts the weekday of a day in a rhythm, where this range is that day's."""
    part = parts_of(inner)[-1]
    if not isinstance(part, Day) or (part.month, part.day) != (one.last.month, one.last.day):
        return []
    if every.weekdays and one.last.weekday() not in every.weekdays:
        return weekday_doubts(At(replace(part, weekday=every.weekdays[0])), [one])
    return weekday_doubts(inner, [one])


def _begins_before(first: CalendarPart, dating: Dating) -> bool:
    """«декабрь – январь 2026»: December may be that of the year before, or that of 2026."""
    if lacks_year(first) or isinstance(first, Year) or first.year is None:
        return False
    begins = dating.parts.in_year(first, first.year)
    return begins is not None and begins.first < dating.period.first


def _cut_doubts(item: At | FromTo, found: list[DateRange], dating: Dating) -> list[Message]:
    """Doubt a range that the period cuts at its due end: that is not what was written."""
    last = parts_of(item)[-1]
    once = dating.single or not lacks_year(last)
    if isinstance(item, FromTo) and not isinstance(item.first, Year) and _begins_before(item.first, dating):
        return [Message("it begins before the period and is cut at its beginning")]
    if once and found[-1].last == dating.period.last and not isinstance(last, (Day, NthWeekday)):
        whole = dating.parts.in_year(last, found[-1].last.year)
        if whole and whole.last > dating.period.last:
            return [Message("it reaches beyond the period and is cut at its end")]
    named = isinstance(last, Day) and last.month and last.day > 0 and isinstance(item, FromTo) and once
    if named and (found[-1].last.month, found[-1].last.day) != (last.month, last.day):  # type: ignore[union-attr]  # a Day
        return [Message("it reaches beyond the period and is cut at its end")]
    return []
