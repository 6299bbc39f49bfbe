"""Puts together a stretch of time and the days in it: «май (15–20)», «II квартал (май)», «июнь, до 20 числа»."""

from __future__ import annotations

from dataclasses import replace

from roadmapc.deadlines.grammar.carried_over import BACKWARDS, check_day, from_to
from roadmapc.deadlines.grammar.cursor import Cursor
from roadmapc.deadlines.grammar.statement import Statement
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
    Year,
    YearPart,
    needs_month,
    parts_of,
)
from roadmapc.diagnostics import Message
from roadmapc.russian.calendar import MONTHS

APART = Message("these statements do not go together; write them as two rows")
_OTHER_DAYS = Message("the brackets name other days than what stands before them")
_ON_THAT_DAY = Message("a range and a day in it: due on that day")
_OVER_THE_TURN = {("season", 1), ("school_break", 2)}
"""What begins in one year and ends in the next: winter, and its holidays."""
_Days = tuple[tuple[int, int], tuple[int, int]]
"""Month and day of the first and the last day."""


def in_brackets(cursor: Cursor, said: Statement, count: int) -> Statement:
    """«май (15.05 – 20.05)», «II квартал (май)»: brackets say when in the time before them; else all is taken.

    `count` items stood before the brackets.
    """
    before, inner = said.items[:count], said.items[count:]
    if not before or not inner:
        return said
    outer = before[-1]
    if count == 1 and isinstance(outer, At) and isinstance(outer.part, Month):
        days = _of_month(cursor, outer.part, inner)
        if days != inner and _is_bare_number(cursor, inner):
            cursor.remark(Message("numbers in brackets behind a month: taken as its days"))
        inner = days
        said = said._replace(items=(*before, *inner))
    if isinstance(outer, (At, Until)) and type(outer.part) in {type(getattr(item, "part", None)) for item in inner}:
        cursor.remark(Message("dates in brackets beside dates: all are taken"))
        return said
    if not isinstance(outer, (At, FromTo)) or not all(map(_is_in_a_month, inner)):
        return said
    if isinstance(outer, At) and isinstance(outer.part, Day):
        return said
    stretches = [days for part in parts_of(outer) for days in _days(part)]
    if not stretches and not all(isinstance(part, Day) for item in inner for part in parts_of(item)):
        return said
    if isinstance(outer, FromTo):
        stretches = [(stretches[0][0], stretches[-1][1])]
    if not (_named_loosely(outer) or all(any(_ends(item, stretches)) for item in inner)):
        raise cursor.fail(_OTHER_DAYS, cursor.tokens[0])
    if said.frame and any(first > last for first, last in stretches):
        raise cursor.fail(APART, cursor.tokens[0])  # «зима 2022-2023 (январь)»: which of these years has it
    inner = tuple(_in_year(cursor, item, outer) for item in inner)
    if isinstance(outer, FromTo) or not all(all(_ends(item, stretches[:1])) for item in inner if stretches):
        cursor.remark(Message("a range, and days in brackets behind it: those days are taken"))
    return said._replace(items=(*before[:-1], *inner))


def _in_year(cursor: Cursor, item: Item, outer: At | FromTo) -> Item:
    """«декабрь 2023 (25.12)», «зима 2022 (январь)»: in the year in which the time before has that month."""
    first, last = parts_of(outer)[0], parts_of(outer)[-1]
    if isinstance(first, Year) or isinstance(last, Year) or not (first.year and last.year):
        return item
    is_winter = isinstance(first, YearPart) and (first.unit, first.n) in _OVER_THE_TURN
    end = first.year + 1 if is_winter else last.year
    begins = 12 if is_winter else _days(first)[0][0][0] if _days(first) else 1
    if end - first.year > 1:
        raise cursor.fail(APART, cursor.tokens[0])

    def dated(part: CalendarPart) -> CalendarPart:
        month = getattr(part, "month", None) or begins
        year = first.year if month >= begins else end
        if isinstance(part, Year) or part.year not in {None, year}:
            raise cursor.fail(_OTHER_DAYS, cursor.tokens[0])
        return replace(part, year=year)

    if isinstance(item, FromTo):
        return FromTo(dated(item.first), dated(item.last))
    return At(dated(item.part)) if isinstance(item, At) else item


def _named_loosely(outer: At | FromTo) -> bool:
    """Say whether days beside a name are what it means: «зимний период (с октября по май)»."""
    part = parts_of(outer)[0]
    return isinstance(outer, At) and isinstance(part, YearPart) and part.unit in {"season", "school_break"}


def _ends(item: Item, stretches: list[_Days]) -> list[bool]:
    """Say of both ends of an item whether they lie in one of the stretches of days."""
    return [_is_in(end, stretches) for part in parts_of(item) for end in _days(part)[0]]


def _is_in_a_month(item: Item) -> bool:
    named = (isinstance(part, (Day, Month, MonthPart, NthWeekday)) and part.month for part in parts_of(item))
    return isinstance(item, (At, FromTo)) and all(named)


def _is_in(day: tuple[int, int], stretches: list[_Days]) -> bool:
    return any(
        first <= day <= last if first <= last else not last < day < first  # over the turn of a year
        for first, last in stretches
    )


def _days(part: CalendarPart) -> list[_Days]:
    """Return the days that a part may mean in its year; none where the calendar does not tell them."""
    if isinstance(part, Day):
        return [((part.month, part.day), (part.month, part.day))] if part.month else []
    if isinstance(part, (Month, MonthPart, NthWeekday)):
        return [_months(part.month, part.month)] if part.month else []
    if not isinstance(part, YearPart):
        return []
    if part.unit == "quarter":
        return [_months(3 * part.n - 2, 3 * part.n)]
    if part.unit == "half":  # of a calendar year, or of a school year
        return [_months(1, 6), _months(9, 12)] if part.n == 1 else [_months(7, 12), _months(1, 5)]
    if part.unit == "season":
        return [_months(12, 2) if part.n == 1 else _months(3 * part.n - 3, 3 * part.n - 1)]
    return []


def _months(first: int, last: int) -> _Days:
    return (first, 1), (last, 31)


def with_months(cursor: Cursor, said: Statement) -> tuple[Item, ...]:
    """Return the items, those without a month with that of their neighbour: «июнь, с 1 по 15», «до 5 и до 20 мая»."""
    items = said.items
    if len(items) < 2 or said.rhythms or said.reports or said.weekdays:
        return items
    first, rest = items[0], items[1:]
    if isinstance(first, At) and isinstance(first.part, Month):
        limits = any(isinstance(item, Until) for item in rest)
        if (limits and len(rest) > 1) or _is_bare_number(cursor, rest):
            return items
        found = _of_month(cursor, first.part, rest)
        return (first, *found) if limits or found == rest else found
    return _of_the_month_behind(cursor, items)


def _is_bare_number(cursor: Cursor, items: tuple[Item, ...]) -> bool:
    """«май, 15»: perhaps no day; «май, 15 числа» is one."""
    bare = any(isinstance(item, At) and isinstance(item.part, Day) for item in items)
    return bare and not any(token.kind == "DATE" for token in cursor.tokens)


def _of_month(cursor: Cursor, month: Month, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return items that are all of some month as those of the one that is named; others as they are."""
    if not all(isinstance(item, (At, Until, FromTo)) and all(map(needs_month, parts_of(item))) for item in items):
        return items
    return tuple(_in_month(cursor, month.month, month.year, item) for item in items)  # type: ignore[arg-type]  # checked


def _in_month(cursor: Cursor, month: int, year: int | None, item: Dated) -> Item:
    parts = [
        replace(part, month=month, year=year)
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
    if month is None or month != day.month or (isinstance(last, Day) and isinstance(within, At)):
        return items
    cursor.remark(_ON_THAT_DAY)
    return (from_to(first, replace(day, year=day.year or getattr(last, "year", None))),)


def _narrowed_part(cursor: Cursor, items: tuple[Item, ...], part: YearPart, day: Day) -> tuple[Item, ...]:
    """«II квартал, до 15 мая»: a quarter or half and the day in it; another day does not go with it."""
    length = {"quarter": 3, "half": 6}.get(part.unit)
    if length is None or day.month is None:
        return items
    begin = length * (part.n - 1) + 1
    if not isinstance(items[0], At) or not begin <= day.month < begin + length or part.year != day.year:
        raise cursor.fail(APART, cursor.tokens[0])
    cursor.remark(_ON_THAT_DAY)
    return (from_to(Day(1, begin, part.year), day),)
