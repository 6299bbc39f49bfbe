"""Puts together a stretch of time and the days in it: «май (15–20)», «II квартал (май)», «июнь, до 20 числа»."""

from __future__ import annotations

from dataclasses import replace

from roadmapc.deadlines.grammar.carried_over import BACKWARDS, check_day, from_to
from roadmapc.deadlines.grammar.cursor import Cursor
from roadmapc.deadlines.grammar.statement import Statement
from roadmapc.deadlines.grammar.stretches import SCHOOL_QUARTERS, is_in, stretches_of
from roadmapc.deadlines.values import (
    LAST,
    At,
    CalendarPart,
    Dated,
    Day,
    FromTo,
    Item,
    Month,
    MonthPart,
    NthWeekday,
    Until,
    YearPart,
    needs_month,
    parts_of,
)
from roadmapc.diagnostics import Message
from roadmapc.russian.calendar import MONTHS

APART = Message("these statements do not go together; write them as two rows")
_SCHOOL_HALVES = (range(9, 13), range(1, 6))
_WHOLE = MonthPart("whole", 1)
_ON_THAT_DAY = Message("a range and a day in it: due on that day")


def with_months(cursor: Cursor, said: Statement) -> tuple[Item, ...]:
    """Return the items, those without a month with that of their neighbour: «июнь, с 1 по 15», «до 5 и до 20 мая»."""
    items = said.items
    if len(items) < 2 or said.rhythms or said.reports or said.weekdays:
        return items
    first, rest = items[0], items[1:]
    if len(rest) > 1 and all(isinstance(item, At) and isinstance(item.part, Month) for item in items[:-1]):
        return _of_each_month(cursor, items)
    if isinstance(first, At) and isinstance(first.part, Month):
        limits = any(isinstance(item, Until) for item in rest)
        if (limits and len(rest) > 1) or is_bare_number(cursor, rest):
            return items
        found = of_month(cursor, first.part, rest)
        return (first, *found) if limits or found == rest else found
    return _of_the_month_behind(cursor, items)


def _of_each_month(cursor: Cursor, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """«октябрь, март – до 25 числа»: the day of each of the months."""
    day = items[-1]
    one_day = isinstance(day, (At, Until)) and needs_month(day.part)
    if not one_day or is_bare_number(cursor, (day,)):
        return items
    found: list[Item] = []
    for item in items[:-1]:
        (its,) = of_month(cursor, item.part, (day,))  # type: ignore[union-attr,arg-type]  # a month
        found.append(from_to(item.part, its.part) if isinstance(its, Until) else its)  # type: ignore[union-attr]
    cursor.remark(Message("the day is taken in each of the months"))
    return tuple(found)


def is_bare_number(cursor: Cursor, items: tuple[Item, ...]) -> bool:
    """«май, 15»: perhaps no day; «май, 15 числа» is one."""
    bare = any(isinstance(item, At) and isinstance(item.part, Day) for item in items)
    return bare and not any(token.kind == "DATE" for token in cursor.tokens)


def of_month(cursor: Cursor, month: Month, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return items that are all of some month as those of the one that is named; others as they are."""
    if not all(isinstance(item, (At, Until, FromTo)) and all(map(needs_month, parts_of(item))) for item in items):
        return items
    return tuple(_in_month(cursor, month.month, month.year, item) for item in items)  # type: ignore[arg-type]  # checked


def _in_month(cursor: Cursor, month: int, year: int | None, item: Dated) -> Item:
    parts: list[Day | Month | MonthPart | NthWeekday] = [
        Month(month, year) if part == _WHOLE else replace(part, month=month, year=year)
        for part in parts_of(item)
        if isinstance(part, (Day, MonthPart, NthWeekday))  # no other is of any month
    ]
    for part in parts:
        if isinstance(part, Day) and part.day != LAST:
            check_day(cursor, part.day, month, year, cursor.tokens[0], f"{part.day} {MONTHS[month - 1][1]}")
    if not isinstance(item, FromTo):
        return replace(item, part=parts[0])
    first, last = parts
    if isinstance(first, Day) and isinstance(last, Day) and 0 < last.day < first.day:
        raise cursor.fail(BACKWARDS, cursor.tokens[0])
    return from_to(first, last)


def _of_the_month_behind(cursor: Cursor, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """«с 1 по 5 и с 10 по 15 мая», «до 5 и до 20 мая»: bounds that go on take the month of the last of them."""
    last = parts_of(items[-1])[-1]
    kind = type(items[-1])
    if kind not in {FromTo, Until} or any(type(item) is not kind for item in items):
        return items
    if any(token.kind == "DATE" for token in cursor.tokens) or not (isinstance(last, Day) and last.month):
        return items
    parts = [part for item in items for part in parts_of(item)]
    days = [part.day for part in parts if isinstance(part, Day)]
    if len(days) < len(parts) or sorted(set(days)) != days or {part.month for part in parts} != {None, last.month}:  # type: ignore[union-attr]  # all are days
        return items
    return tuple(
        _in_month(cursor, last.month, last.year, item) if needs_month(parts_of(item)[0]) else item  # type: ignore[arg-type]  # of one kind
        for item in items
    )


def narrowed(cursor: Cursor, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """«Ноябрь-декабрь, до 20 декабря»: a range and the day in it by which it is due."""
    if len(items) != 2 or not isinstance(items[1], Until) or not isinstance(items[1].part, Day):
        return items
    within, day = items[0], items[1].part
    if not isinstance(within, (At, FromTo)) or any(token.kind == "SEMI" for token in cursor.tokens):
        return items
    first, last = parts_of(within)[0], parts_of(within)[-1]
    if isinstance(last, YearPart):
        return _narrowed_part(cursor, items, last, items[1].part)
    month = getattr(last, "month", None)
    if month is None or (isinstance(last, Day) and isinstance(within, At)):
        return items
    if month != day.month and not (isinstance(within, FromTo) and _lies_in(day, first, last)):
        return items
    year = getattr(last, "year", None)
    if year and day.year and day.year != year:
        raise cursor.fail(APART, cursor.tokens[0])
    if month == day.month and getattr(first, "month", None) == month and 0 < day.day < _earliest(first):
        raise cursor.fail(BACKWARDS, cursor.tokens[0])
    cursor.remark(_ON_THAT_DAY)
    return (from_to(first, replace(day, year=day.year or year)),)


def _earliest(part: CalendarPart) -> int:
    """Return the first day of its month that a part may have; a week begins as it is dated."""
    if isinstance(part, MonthPart) and part.unit == "week" and part.n != LAST:
        return 7 * part.n - 6
    return min((first[1] for first, _ in stretches_of(part)), default=1)


def _lies_in(day: Day, first: CalendarPart, last: CalendarPart) -> bool:
    """Say whether a day lies in a range of one year: «октябрь – ноябрь (до 15 октября)»."""
    if not (isinstance(first, Day) and isinstance(last, Day) and first.month and last.month and day.month):
        return False
    return is_in((day.month, day.day), [((first.month, first.day), (last.month, last.day))])


def _narrowed_part(cursor: Cursor, items: tuple[Item, ...], part: YearPart, day: Day) -> tuple[Item, ...]:
    """«II квартал, до 15 мая»: a quarter or half and the day in it; another day does not go with it."""
    if part.unit == "school_quarter" and day.month and isinstance(items[0], At):
        if day.month not in SCHOOL_QUARTERS[part.n - 1]:
            raise cursor.fail(APART, cursor.tokens[0])
        cursor.remark(_ON_THAT_DAY)
        return (from_to(part, replace(day, year=day.year or part.year)),)
    length = {"quarter": 3, "half": 6}.get(part.unit)
    if length is None or day.month is None:
        return items
    begin = length * (part.n - 1) + 1
    of_school = part.unit == "half" and part.year is None and day.month in _SCHOOL_HALVES[part.n - 1]
    inside = begin <= day.month < begin + length
    if not isinstance(items[0], At) or not (inside or of_school) or day.year not in {None, part.year}:
        raise cursor.fail(APART, cursor.tokens[0])
    cursor.remark(_ON_THAT_DAY)
    if not inside:
        return (from_to(part, day),)
    return (from_to(Day(1, begin, part.year), replace(day, year=part.year)),)
