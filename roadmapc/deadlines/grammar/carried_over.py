"""Months and years given once serve their neighbours: «5, 6 и 12 апреля», «13.10 – 17.10.2022».

Everything is filled in from the right: in Russian the month and the year stand behind the last of several days.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from roadmapc.deadlines.grammar.cursor import Cursor
from roadmapc.deadlines.grammar.lexer import Token
from roadmapc.deadlines.values import (
    LAST,
    At,
    CalendarPart,
    Day,
    FromTo,
    Month,
    MonthPart,
    NthWeekday,
    Year,
    YearEdge,
    YearPart,
    lacks_year,
)
from roadmapc.diagnostics import Message
from roadmapc.russian.calendar import make_date, month_end

BACKWARDS = Message("the range ends before it begins")
HOW_MANY = {"quarter": 4, "half": 2, "school_quarter": 4, "ten_days": 3, "week": 5}
"""How many of each unit a year or month has."""

AUGUST = 8  # lies at both ends of a school year
_SECOND_YEAR = {"school_quarter": {3, 4}, "school_break": {3, 4}, "season": {2, 3}}
"""Which of the parts of a school year lie in its second calendar year; winter begins in the first."""
_LEAP_YEAR = 2024  # in which every day of the calendar exists, for dates without a year
_FAR_DAYS = 14
_FAR_MONTHS = 3
"""How far behind its end a range must begin so that the turn of a month or year is surely meant: «30-6.11»."""
_SCHOOL_STARTS = {7, 8, 9, 10}
"""Months in which ranges begin that last a school year: «август – июнь»."""


@dataclass(frozen=True, slots=True)
class Bare:
    """A number whose month or unit stands further on: the «5» of «5, 6 и 12 апреля»."""

    n: int
    token: Token
    weekday: int | None = None


Point = CalendarPart | Bare
"""What one date in the words may be before its neighbours are known."""


class PointRange(NamedTuple):
    """A point (`last` is None), or a range of two."""

    first: Point
    last: Point | None


Filled = tuple[CalendarPart, CalendarPart | None]
"""A range whose month and year are known as far as the words tell."""


def filled(cursor: Cursor, found: list[PointRange]) -> list[Filled]:
    """Give bare numbers their month, then dates their year, from the neighbour on the right."""
    done: list[Filled] = []
    right: CalendarPart | None = None
    for first, last in reversed(found):
        end = with_month(cursor, last, right) if last is not None else None
        start = with_month(cursor, first, end if end is not None else right, before=end is not None)
        start, end = with_years(cursor, start, end, right)
        done.append((start, end))
        right = start
    return _years_to_the_right(cursor, done[::-1])


def with_month(cursor: Cursor, point: Point, right: CalendarPart | None, *, before: bool = False) -> CalendarPart:
    """Return a point as a calendar part; a bare number takes its month or unit from the part on its right.

    `before` says that the point begins a range which the part on the right ends.
    """
    if not isinstance(point, Bare):
        return point
    if isinstance(right, Day) and right.month is not None:
        return _day_beside(cursor, point, right, right.month, before)
    if isinstance(right, (MonthPart, YearPart, NthWeekday)):
        most = 5 if isinstance(right, NthWeekday) else HOW_MANY.get(right.unit, 1)
        if not 1 <= point.n <= most:
            raise cursor.fail(Message("there is no such number: {n}", n=point.n), point.token)
        if isinstance(right, YearPart) and right.year and point.n > right.n:  # «IV, I квартал 2025»
            raise cursor.fail(Message("the dates run backwards: write the year of each of them"), point.token)
        return replace(right, n=point.n)
    if isinstance(right, Month):
        raise cursor.unknown(point.token)
    return Day(day_number(cursor, point.n, point.token), weekday=point.weekday)


def _day_beside(cursor: Cursor, point: Bare, right: Day, month: int, before: bool) -> Day:
    """Return the day of the month that the day on its right names; «30-6.11» begins in the month before."""
    year = right.year
    if before and point.n > right.day > 0:
        month, year = (month - 1, year) if month > 1 else (12, year - 1 if year else None)
        if point.n - right.day < _FAR_DAYS:
            cursor.remark(Message("the first day comes after the last: taken from the month before"))
    check_day(cursor, point.n, month, year, point.token)
    return Day(point.n, month, year, point.weekday)


def with_years(
    cursor: Cursor, start: CalendarPart, end: CalendarPart | None, right: CalendarPart | None
) -> tuple[CalendarPart, CalendarPart | None]:
    """Return a range or a single part with the year that its end or its right neighbour names."""
    if end is not None:
        if runs_backwards(start, end):
            raise cursor.fail(BACKWARDS, cursor.peek(-1))
        if not _year_of(start) and _is_swapped(start, end):
            cursor.remark(Message("the beginning comes after the end: taken from the year before"))
        if _wants_year(end) and right is not None and _year_of(right) and type(end) is type(right):
            _refuse_backwards(cursor, end, right)
            end = _with_year(end, _year_of(right))
        year = _year_of(end)
        turns = _begin(start) > _order(end)
        if year and _wants_year(start):
            start = _with_year(start, year - turns)
        elif not year and _wants_year(end) and (first := _year_of(start)):
            end = _with_year(end, first + turns)
    elif _wants_year(start) and right is not None and type(start) is type(right) and _year_of(right):
        _refuse_backwards(cursor, start, right)
        start = _with_year(start, _year_of(right))
    return start, end


def _refuse_backwards(cursor: Cursor, part: CalendarPart, right: CalendarPart) -> None:
    """Refuse «октябрь, март 2025», which is perhaps of two years."""
    if _order(part) > _order(right):
        raise cursor.fail(Message("the dates run backwards: write the year of each of them"), cursor.peek(-1))


def _years_to_the_right(cursor: Cursor, done: list[Filled]) -> list[Filled]:
    """Carry a year to the right («апрель 2022, май»), with a remark: it may as well be any other."""
    year, before = None, None
    for at, (start, end) in enumerate(done):
        if end is None and year and _wants_year(start) and not isinstance(start, (Year, YearEdge)):
            if before is not None and type(before) is type(start):
                _refuse_backwards(cursor, before, start)  # «октябрь 2026, март» is perhaps of the next year
            done[at] = (_with_year(start, year), None)
            cursor.remark(Message("the year {year} is taken for the dates after it", year=year))
        year, before = _year_of(end if end is not None else done[at][0]) or year, end if end is not None else start
    return done


def day_number(cursor: Cursor, n: int, token: Token) -> int:
    """Return a day's number, or raise where no month has it."""
    if not 1 <= n <= 31:
        raise cursor.fail(Message("there is no such day of a month: {text}", text=token.text), token)
    return n


def check_day(cursor: Cursor, day: int, month: int, year: int | None, token: Token, text: str = "") -> None:
    """Raise at a token where its month has no such day; 29 February without a year may be. `text` says the day."""
    if make_date(year or _LEAP_YEAR, month, day) is None:
        raise cursor.fail(Message("there is no such date: {text}", text=text or token.text), token)


def item_of(first: CalendarPart, last: CalendarPart | None) -> At | FromTo:
    """Return the item of a range, or of a single part."""
    return At(first) if last is None else from_to(first, last)


def from_to(first: CalendarPart, last: CalendarPart) -> FromTo:
    """Return a range whose whole months are named by their days, so that equal ranges are equal values."""
    if isinstance(first, Month):
        first = Day(1, first.month, first.year)
    if isinstance(last, Month):
        day = month_end(last.year or _LEAP_YEAR - 1, last.month).day
        last = Day(LAST if last.month == 2 and last.year is None else day, last.month, last.year)
    return FromTo(first, last)


def runs_backwards(start: CalendarPart, end: CalendarPart) -> bool:
    """«с 20 мая по 10 мая», «20.05 – 10.05.2023»: of one month; a rule sees to ranges whose ends both have years."""
    of_month = (Day, Month, MonthPart, NthWeekday)
    if not (isinstance(start, of_month) and isinstance(end, of_month)) or (start.year and end.year):
        return False
    return start.month is not None and start.month == end.month and _order(start) > _order(end)


def _is_swapped(start: CalendarPart, end: CalendarPart) -> bool:
    """Say whether a range over the turn of a year is so long that its ends may be swapped; a school year is no such."""
    if not (isinstance(start, (Day, Month)) and isinstance(end, (Day, Month)) and start.month and end.month):
        return False
    return _order(start) > _order(end) and start.month - end.month < _FAR_MONTHS and start.month not in _SCHOOL_STARTS


def _year_of(part: CalendarPart) -> int | None:
    return None if isinstance(part, Year) else part.year


def _wants_year(part: CalendarPart) -> bool:
    """Say whether a part lacks a year that it could have: «15 числа» of any month has none."""
    if isinstance(part, (Day, MonthPart, NthWeekday)) and part.month is None:
        return False
    return lacks_year(part)


def _with_year(part: CalendarPart, year: int | None) -> CalendarPart:
    return part if isinstance(part, Year) or year is None else replace(part, year=year)


def _begin(part: CalendarPart) -> tuple[int, int]:
    """Return the order of a part's first month: a quarter begins two months before it ends."""
    if isinstance(part, YearPart) and part.unit in {"quarter", "half"}:
        return ((_order(part)[0] - {"quarter": 2, "half": 5}[part.unit]), 0)
    if isinstance(part, YearPart) and part.unit == "season":
        return (12 if part.n == 1 else 3 * part.n - 3, 0)
    return _order(part)


def _last_day(part: MonthPart | NthWeekday) -> int:
    """Return about which day of the month a part ends; the last of all on the 31st."""
    size = 7 if isinstance(part, NthWeekday) else {"ten_days": 10, "week": 7, "half": 15}.get(part.unit, 0)
    if part.n == LAST:
        return 31
    if size:
        return size * part.n
    return {"start": 1, "middle": 15}.get(part.unit if isinstance(part, MonthPart) else "", 31)


def _order(part: CalendarPart) -> tuple[int, int]:
    """Return a key by which parts of one year stand in order: month, then day or number."""
    if isinstance(part, Day):
        return (part.month or 0, part.day if part.day > 0 else 31)
    if isinstance(part, Month):
        return (part.month, 0)
    if isinstance(part, (MonthPart, NthWeekday)):
        return (part.month or 0, _last_day(part))
    if isinstance(part, YearPart):
        return ({"quarter": 3, "half": 6, "school_quarter": 3}.get(part.unit, 3) * part.n, 0)
    return (0, 0)


def range_of(cursor: Cursor, begin: Point, last: CalendarPart) -> FromTo:
    """Return the range of two dates, each with the month and the year that the other names."""
    ((first, end),) = with_school_year(cursor, [PointRange(begin, last)])
    assert end is not None  # it is a range
    return from_to(first, end)


def with_school_year(cursor: Cursor, found: list[PointRange]) -> list[Filled]:
    """Return points with their months and years; behind «2024-2025 учебного года» each in its year of the two."""
    begins, cursor.school_begins = cursor.school_begins, None
    if begins is None:
        return filled(cursor, found)
    years = {begins, begins + 1}
    bare = [PointRange(*(_without_year(point, years) if point else None for point in one)) for one in found]  # type: ignore[arg-type]  # the first is one
    done = [
        (_of_school_year(cursor, first, begins), _of_school_year(cursor, last, begins) if last else None)
        for first, last in filled(cursor, bare)
    ]
    if any(last and runs_backwards(first, last) for first, last in done):
        raise cursor.fail(BACKWARDS, cursor.peek(-1))
    return done


def _without_year(point: Point, years: set[int]) -> Point:
    if isinstance(point, (Bare, Year, YearEdge)) or (isinstance(point, YearPart) and point.unit not in _SECOND_YEAR):
        return point
    return replace(point, year=None) if point.year in years else point


def _of_school_year(cursor: Cursor, part: CalendarPart, begins: int) -> CalendarPart:
    if isinstance(part, YearPart):
        return replace(part, year=begins + (part.n in _SECOND_YEAR[part.unit])) if part.unit in _SECOND_YEAR else part
    if isinstance(part, (Year, YearEdge)) or part.month is None or part.year is not None:
        return part
    if part.month == AUGUST:
        raise cursor.fail(Message("the dates run backwards: write the year of each of them"), cursor.peek(-1))
    return replace(part, year=begins + (part.month < AUGUST))
