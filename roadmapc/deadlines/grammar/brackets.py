"""Reads days in brackets behind a time: «май (15.05 – 20.05)», «II квартал (май)», «октябрь (до 10 числа)»."""

from __future__ import annotations

from dataclasses import replace

from roadmapc.deadlines.grammar.cursor import Cursor
from roadmapc.deadlines.grammar.date_lists import SCHOOL_QUARTERS
from roadmapc.deadlines.grammar.narrowing import APART, is_bare_number, narrowed, of_month
from roadmapc.deadlines.grammar.statement import Statement
from roadmapc.deadlines.values import (
    LAST,
    WORKING_DAY,
    At,
    CalendarPart,
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
from roadmapc.russian.calendar import month_end

_OTHER_DAYS = Message("the brackets name other days than what stands before them")
_ALL_TAKEN = Message("dates in brackets beside dates: all are taken")
_LOOSE = {"season", "school_break"}
_OVER_THE_TURN = {("season", 1), ("school_break", 2)}
"""What begins in one year and ends in the next: winter, and its holidays."""
_NO_LEAP_YEAR = 2023
_Days = tuple[tuple[int, int], tuple[int, int]]
"""Month and day of the first and the last day."""


def in_brackets(cursor: Cursor, said: Statement, count: int) -> Statement:
    """Let brackets say when in the time before them; else all is taken. `count` items stood before the brackets."""
    before, inner = said.items[:count], said.items[count:]
    if not inner:
        return said
    if count == cursor.bracketed:  # «I этап (декабрь), II этап (25 декабря)»: nothing stands before these of their own
        cursor.bracketed = len(said.items)
        return said
    outer = before[-1]
    if all(isinstance(item, At) and isinstance(item.part, Year) for item in inner) and not _is_year(outer):
        raise cursor.fail(APART, cursor.tokens[0])  # «до 20.12.2024 (2025, 2026)»
    if isinstance(outer, (At, Until)) and isinstance(outer.part, Day) and any(map(needs_month, parts_of(inner[0]))):
        raise cursor.fail(_OTHER_DAYS)  # «15 мая (25)»
    alone, cursor.bracketed = count - cursor.bracketed == 1, len(said.items)
    if alone:  # no list of which the brackets might be about all
        inner = _in_the_month(cursor, outer, inner)
    if alone or not any(needs_month(part) for item in inner for part in parts_of(item)):
        limited = narrowed(cursor, (outer, *inner))
        if len(limited) == 1:
            return _with(cursor, said, before, limited)
        if isinstance(outer, (At, FromTo)) and _has_sure_days(outer) and _is_dated_limit(inner):
            raise cursor.fail(_OTHER_DAYS)  # «октябрь (до 20 ноября)»
    said = said._replace(items=(*before, *inner))
    if isinstance(outer, (At, Until)) and type(outer.part) in {type(getattr(item, "part", None)) for item in inner}:
        cursor.remark(_ALL_TAKEN)
        return said
    if not isinstance(outer, (At, FromTo)) or not all(map(_is_in_a_month, inner)):
        return said
    if _is_day(outer):
        cursor.remark(_ALL_TAKEN)
        return said
    return _with(cursor, said, before, _inside(cursor, said, outer, inner))


def _is_day(outer: At | FromTo) -> bool:
    return isinstance(outer, At) and isinstance(outer.part, Day)


def _is_year(outer: Item) -> bool:
    return all(isinstance(part, Year) for part in parts_of(outer))


def _has_sure_days(outer: At | FromTo) -> bool:
    """Say whether days outside a time contradict it: those of a season or a year do not surely lie in it."""
    return not _is_day(outer) and all(isinstance(part, (Day, Month, MonthPart, NthWeekday)) for part in parts_of(outer))


def _is_dated_limit(inner: tuple[Item, ...]) -> bool:
    """Say whether brackets hold one day with its month, until which something is due."""
    return (
        len(inner) == 1 and isinstance(inner[0], Until) and isinstance(inner[0].part, Day) and bool(inner[0].part.month)
    )


def _with(cursor: Cursor, said: Statement, before: tuple[Item, ...], inner: tuple[Item, ...]) -> Statement:
    """Return what is said with the items of the brackets in the place of the last one before them."""
    cursor.bracketed = len(before) - 1 + len(inner)
    return said._replace(items=(*before[:-1], *inner))


def _in_the_month(cursor: Cursor, outer: Item, inner: tuple[Item, ...]) -> tuple[Item, ...]:
    """«октябрь (до 10 числа)», «май (15)»: the days of the month before the brackets."""
    if not (isinstance(outer, At) and isinstance(outer.part, Month)):
        return inner
    days = of_month(cursor, outer.part, inner)
    if days != inner and is_bare_number(cursor, inner):
        cursor.remark(Message("numbers in brackets behind a month: taken as its days"))
    return days


def _inside(cursor: Cursor, said: Statement, outer: At | FromTo, inner: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return the days in brackets in the year of the time before them; both where it has no certain days."""
    stretches = [days for part in parts_of(outer) for days in _days(part)]
    if not stretches and not all(isinstance(part, Day) for item in inner for part in parts_of(item)):
        return (outer, *inner)
    if isinstance(outer, FromTo):
        stretches = [(stretches[0][0], stretches[-1][1])]
    if not (_named_loosely(outer) or all(any(_ends(item, stretches)) for item in inner)):
        raise cursor.fail(_OTHER_DAYS, cursor.tokens[0])
    if said.frame and any(first > last for first, last in stretches):
        raise cursor.fail(APART, cursor.tokens[0])  # «зима 2022-2023 (январь)»: which of these years has it
    inner = tuple(_in_year(cursor, item, outer) for item in inner)
    if isinstance(outer, FromTo) or not all(all(_ends(item, stretches[:1])) for item in inner if stretches):
        cursor.remark(Message("a range, and days in brackets behind it: those days are taken"))
    return inner


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
    return (
        isinstance(outer, At)
        and isinstance(part, YearPart)
        and part.unit in {"season", "school_break", "school_quarter"}
    )


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
    if isinstance(part, (MonthPart, NthWeekday)):
        return [_in_month(part.month, *_days_of(part))] if part.month else []
    if isinstance(part, Month):
        return [_months(part.month, part.month)]
    if not isinstance(part, YearPart):
        return []
    if part.unit == "school_quarter":
        months = SCHOOL_QUARTERS[part.n - 1]
        return [_months(months[0], months[-1])]
    if part.unit == "quarter":
        return [_months(3 * part.n - 2, 3 * part.n)]
    if part.unit == "half":  # of a calendar year, or of a school year
        return [_months(1, 6), _months(9, 12)] if part.n == 1 else [_months(7, 12), _months(1, 5)]
    if part.unit == "season":
        return [_months(12, 2) if part.n == 1 else _months(3 * part.n - 3, 3 * part.n - 1)]
    return []


def _days_of(part: MonthPart | NthWeekday) -> tuple[int, int]:
    """Return the first and the last day of a month that a part of it, or its n-th weekday, may have."""
    if isinstance(part, NthWeekday):
        if part.weekday == WORKING_DAY:
            return 1, 31
        end = month_end(_NO_LEAP_YEAR, part.month or 1).day
        return (end - 6, 31) if part.n == LAST else (7 * part.n - 6, 7 * part.n)
    if part.unit == "week":
        return (22, 31) if part.n == LAST else (max(7 * part.n - 12, 1), min(7 * part.n + 6, 31))
    size = {"ten_days": 10, "half": 15}.get(part.unit, 0)
    edges = {"start": (1, 10), "middle": (11, 20), "end": (21, 31)}
    if not size:
        return edges.get(part.unit, (1, 31))
    return (size * (part.n - 1) + 1, 31 if part.n * size >= 30 else size * part.n)


def _in_month(month: int, first: int, last: int) -> _Days:
    return (month, first), (month, last)


def _months(first: int, last: int) -> _Days:
    return (first, 1), (last, 31)
