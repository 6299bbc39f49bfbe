"""Reads days in brackets behind a time: «май (15.05 – 20.05)», «II квартал (май)», «октябрь (до 10 числа)»."""

from __future__ import annotations

from dataclasses import replace

from roadmapc.deadlines.grammar.cursor import Cursor
from roadmapc.deadlines.grammar.narrowing import APART, is_bare_number, narrowed, of_month
from roadmapc.deadlines.grammar.statement import Statement
from roadmapc.deadlines.grammar.stretches import Stretch, is_in, stretches_of
from roadmapc.deadlines.values import (
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
    YearEdge,
    YearPart,
    needs_month,
    parts_of,
)
from roadmapc.diagnostics import Message

_OTHER_DAYS = Message("the brackets name other days than what stands before them")
_ALL_TAKEN = Message("dates in brackets beside dates: all are taken")
_LOOSE = {"season", "school_break"}
_OVER_THE_TURN = {("season", 1), ("school_break", 2)}
"""What begins in one year and ends in the next: winter, and its holidays."""


def in_brackets(cursor: Cursor, said: Statement, count: int) -> Statement:
    """Let brackets say when in the time before them; else all is taken. `count` items stood before the brackets."""
    before, inner = said.items[:count], said.items[count:]
    if not inner:
        return said
    if count == cursor.bracketed:  # «I этап (декабрь), II этап (25 декабря)»: nothing stands before these of their own
        cursor.bracketed = len(said.items)
        return said
    outer = before[-1]
    if named := _in_a_part_of_year(cursor, outer, inner):
        return _with(cursor, said, before, (named,))
    if day := _day_of_weekday(cursor, outer, inner):
        return _with(cursor, said, before, (day,))
    _refuse_unfit(cursor, outer, inner)
    alone, cursor.bracketed = count - cursor.bracketed == 1, len(said.items)
    if alone:  # no list of which the brackets might be about all
        inner = _in_the_month(cursor, outer, inner)
    if alone or not any(needs_month(part) for item in inner for part in parts_of(item)):
        limited = narrowed(cursor, (outer, *inner))
        if len(limited) == 1:
            return _with(cursor, said, before, limited)
        if isinstance(outer, (At, FromTo)) and _has_surestretches_of(outer) and _is_dated_limit(inner):
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


def _refuse_unfit(cursor: Cursor, outer: Item, inner: tuple[Item, ...]) -> None:
    if all(isinstance(item, At) and isinstance(item.part, Year) for item in inner) and not _is_year(outer):
        raise cursor.fail(APART, cursor.tokens[0])  # «до 20.12.2024 (2025, 2026)»
    if isinstance(outer, (At, Until)) and isinstance(outer.part, Day) and any(map(needs_month, parts_of(inner[0]))):
        raise cursor.fail(_OTHER_DAYS)  # «15 мая (25)»


def _day_of_weekday(cursor: Cursor, outer: Item, inner: tuple[Item, ...]) -> At | None:
    """«3-я пятница октября (17 октября)»: that day, which is to be a Friday, if it can be the third one."""
    its = inner[0].part if len(inner) == 1 and isinstance(inner[0], At) else None
    if not (isinstance(outer, At) and isinstance(outer.part, NthWeekday) and isinstance(its, Day) and its.month):
        return None
    other_year = its.year and outer.part.year and its.year != outer.part.year
    if other_year or not is_in((its.month, its.day), stretches_of(outer.part)):
        raise cursor.fail(_OTHER_DAYS, cursor.tokens[0])
    weekday = outer.part.weekday if outer.part.weekday != WORKING_DAY else None
    return At(replace(its, year=its.year or outer.part.year, weekday=weekday))


def _in_a_part_of_year(cursor: Cursor, outer: Item, inner: tuple[Item, ...]) -> Item | None:
    """«до 15 мая (II квартал)», «май (II квартал 2026)»: the brackets say in which part of the year it lies."""
    part = inner[0].part if len(inner) == 1 and isinstance(inner[0], At) else None
    if not isinstance(part, YearPart) or not isinstance(outer, (At, Until, FromTo)):
        return None
    parts = parts_of(outer)
    if not all(isinstance(one, (Day, Month, MonthPart, NthWeekday)) and one.month for one in parts):
        return None
    lies_in_it = not (stretches := stretches_of(part)) or all(
        any(is_in(end, stretches) for end in stretches_of(one)[0]) for one in parts
    )
    of_year = part.year is None or all(getattr(one, "year", None) in {None, part.year} for one in parts)
    if not (lies_in_it and of_year):
        raise cursor.fail(_OTHER_DAYS, cursor.tokens[0])
    if part.year is None:
        return outer
    dated = [replace(one, year=part.year) for one in parts]
    return FromTo(dated[0], dated[-1]) if isinstance(outer, FromTo) else replace(outer, part=dated[0])


def _is_day(outer: At | FromTo) -> bool:
    return isinstance(outer, At) and isinstance(outer.part, Day)


def _is_year(outer: Item) -> bool:
    return all(isinstance(part, Year) for part in parts_of(outer))


def _has_surestretches_of(outer: At | FromTo) -> bool:
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
    edge = parts_of(outer)[0]
    if isinstance(edge, YearEdge):  # «в начале года (сентябрь)»
        if edge.year is not None:
            raise cursor.fail(APART, cursor.tokens[0])
        cursor.remark(Message("a range, and days in brackets behind it: those days are taken"))
        return inner
    stretches = [days for part in parts_of(outer) for days in stretches_of(part)]
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
    begins = 12 if is_winter else stretches_of(first)[0][0][0] if stretches_of(first) else 1
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


def _ends(item: Item, stretches: list[Stretch]) -> list[bool]:
    """Say of both ends of an item whether they lie in one of the stretches of days."""
    return [is_in(end, stretches) for part in parts_of(item) for end in stretches_of(part)[0]]


def _is_in_a_month(item: Item) -> bool:
    named = (isinstance(part, (Day, Month, MonthPart, NthWeekday)) and part.month for part in parts_of(item))
    return isinstance(item, (At, FromTo)) and all(named)
