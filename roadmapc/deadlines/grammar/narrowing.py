"""Puts together a stretch of time and the days in it: «май (15–20)», «II квартал (май)», «июнь, до 20 числа»."""

from __future__ import annotations

from dataclasses import replace

from roadmapc.deadlines.grammar.carried_over import BACKWARDS, check_day, from_to
from roadmapc.deadlines.grammar.cursor import Cursor
from roadmapc.deadlines.grammar.statement import Statement
from roadmapc.deadlines.grammar.stretches import SCHOOL_BREAKS, SCHOOL_QUARTERS, SEASONS, is_in, stretches_of
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
    if found := _month_by_month(cursor, items):
        return found
    if len(rest) > 1 and all(isinstance(item, At) and isinstance(item.part, Month) for item in items[:-1]):
        return _of_each_month(cursor, items)
    if isinstance(first, At) and isinstance(first.part, Month):
        limits = any(isinstance(item, Until) for item in rest)
        if (limits and len(rest) > 1) or is_bare_number(cursor, rest):
            return items
        found = of_month(cursor, first.part, rest)
        return (first, *found) if limits or found == rest else found
    return _of_the_month_behind(cursor, items)


def _month_by_month(cursor: Cursor, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """«октябрь: до 15 числа; март: до 10 числа», «октябрь – 3, 6; март – 2»: the days of each; nothing for all else."""
    groups: list[list[Item]] = []
    for item in items:
        if isinstance(item, At) and isinstance(item.part, Month):
            groups.append([item])
        elif not groups or not all(map(needs_month, parts_of(item))):
            return ()
        else:
            groups[-1].append(item)
    if len(groups) < 2 or any(len(group) < 2 for group in groups):
        return ()
    if is_bare_number(cursor, items[1:]):
        cursor.remark(Message("numbers behind a month are taken as its days"))
    found: list[Item] = []
    for month, *days in groups:
        of_it = of_month(cursor, month.part, tuple(days))  # type: ignore[union-attr,arg-type]  # a month
        limits = [isinstance(item, Until) for item in of_it]
        if any(limits):
            cursor.remark(_ON_THAT_DAY)
        found += [from_to(month.part, item.part) if isinstance(item, Until) else item for item in of_it]  # type: ignore[union-attr]
    return tuple(found)


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
    """Return the items, a stretch of time and what says when in it made one.

    «Ноябрь-декабрь, до 20 декабря»; «I полугодие: до 25 декабря; II полугодие: до 25 мая», as many of each.
    """
    if len(items) == 2:
        return items if any(token.kind == "SEMI" for token in cursor.tokens) else _narrowed_pair(cursor, items)
    breaks = any(map(_is_break, items))
    limits = [_is_limit(item) or (breaks and _is_range_of_days(item)) for item in items]
    named = {item for item, limit in zip(items, limits, strict=True) if not limit}
    if not any(_limits(item, within) for item in {*items} - named for within in named):
        return items
    half = len(items) // 2
    if limits == [False, True] * half:
        pairs = list(zip(items[::2], items[1::2], strict=True))
    elif limits == [False] * half + [True] * half:
        pairs = list(zip(items[:half], items[half:], strict=True))
    else:
        raise cursor.fail(APART, cursor.tokens[0])
    found = [one for pair in pairs for one in _narrowed_pair(cursor, pair)]
    if len(found) > half:
        raise cursor.fail(APART, cursor.tokens[0])
    return tuple(found)


def _limits(item: Item, within: Item) -> bool:
    """Say whether an item may tell when in another one: a day in that stretch of time; of a part of a year, any day."""
    if _is_break(within) and _is_range_of_days(item):
        return True
    if not isinstance(within, (At, FromTo)) or not _is_limit(item):
        return False
    first, *_, last = parts_of(within) * 2
    if isinstance(last, YearPart):
        return True
    if isinstance(last, Day) and isinstance(within, At):
        return False
    day = parts_of(item)[0]
    assert isinstance(day, Day)
    begins, ends = stretches_of(first), stretches_of(last)
    return bool(begins and ends) and is_in((day.month or 0, day.day), [(begins[0][0], ends[-1][1])])


def _is_limit(item: Item) -> bool:
    return isinstance(item, Until) and isinstance(item.part, Day) and item.part.month is not None


def _is_break(item: Item) -> bool:
    return isinstance(item, At) and isinstance(item.part, YearPart) and item.part.unit == "school_break"


def _is_range_of_days(item: Item) -> bool:
    return isinstance(item, FromTo) and all(isinstance(part, Day) for part in parts_of(item))


def _narrowed_pair(cursor: Cursor, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """«Ноябрь-декабрь, до 20 декабря»: a range and the day in it by which it is due."""
    within, limit = items
    if isinstance(within, At) and isinstance(within.part, YearPart) and _is_range_of_days(limit):
        return _days_of_break(cursor, within.part, items)
    if not isinstance(within, (At, FromTo)) or not isinstance(limit, Until) or not isinstance(limit.part, Day):
        return items
    day = limit.part
    first, last = parts_of(within)[0], parts_of(within)[-1]
    if isinstance(last, YearPart):
        return _narrowed_part(cursor, items, last, day)
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


def _days_of_break(cursor: Cursor, part: YearPart, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """«осенние каникулы, 26 октября – 3 ноября»: the days say when they are."""
    if part.unit != "school_break":
        return items
    first, last = (day for day in parts_of(items[1]) if isinstance(day, Day))
    months = SCHOOL_BREAKS[part.n - 1]
    known = first.month in months and last.month in months
    if not known or (part.year and (first.year or last.year or (first.month == 1))):
        raise cursor.fail(APART, cursor.tokens[0])
    if part.year is None:
        return items[1:]
    turned = last.month == 1  # «зимние каникулы 2026» begin in December of that year
    return (from_to(replace(first, year=part.year), replace(last, year=part.year + turned)),)


def _narrowed_part(cursor: Cursor, items: tuple[Item, ...], part: YearPart, day: Day) -> tuple[Item, ...]:
    """«II квартал, до 15 мая»: a quarter or half and the day in it; another day does not go with it."""
    if part.unit == "school_quarter" and day.month and isinstance(items[0], At):
        if day.month not in SCHOOL_QUARTERS[part.n - 1]:
            raise cursor.fail(APART, cursor.tokens[0])
        cursor.remark(_ON_THAT_DAY)
        return (from_to(part, replace(day, year=day.year or part.year)),)
    if part.unit in {"season", "school_break"} and day.month and isinstance(items[0], At):
        months = SCHOOL_BREAKS[part.n - 1] if part.unit == "school_break" else SEASONS[part.n - 1]
        of_year = not part.year or (day.year in {None, part.year} and 1 not in months)  # which winter is not said
        if day.month not in months or not of_year:
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
