"""Months and years given once serve their neighbours: «5, 6 и 12 апреля», «13.10 – 17.10.2022»."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from roadmapc.deadlines.grammar.cursor import Cursor
from roadmapc.deadlines.grammar.lexer import Token
from roadmapc.deadlines.values import LAST, At, Day, Month, MonthPart, NthWeekday, Span, Spot, Year, YearEdge, YearPart
from roadmapc.diagnostics import Message
from roadmapc.russian.calendar import make_date, month_end

LIMITS = {"quarter": 4, "half": 2, "term": 4, "decade": 3, "week": 5}
"""How many of each unit a year or month has."""

_FAR_DAYS = 14
_FAR_MONTHS = 3
"""How far behind its end a range must begin so that the turn of a month or year is surely meant: «30-6.11»."""
_SCHOOL_STARTS = {7, 8, 9, 10}
"""Months in which stretches begin that last a school year: «август – июнь»."""


@dataclass(frozen=True, slots=True)
class Bare:
    """A number whose month or unit stands further on: the «5» of «5, 6 и 12 апреля»."""

    n: int
    token: Token
    weekday: int | None = None


Point = Spot | Bare


class Stretch(NamedTuple):
    """A point, or a range of two."""

    first: Point
    last: Point | None


class SharingReader(Cursor):
    """The part of the grammar that fills in what stands beside."""

    remarks: list[Message]

    def filled(self, found: list[Stretch]) -> list[tuple[Spot, Spot | None]]:
        """Give bare numbers their month, then dates their year, from the neighbour on the right."""
        filled: list[tuple[Spot, Spot | None]] = []
        right: Spot | None = None
        for first, last in reversed(found):
            end = self.typed(last, right) if last is not None else None
            start = self.typed(first, end if end is not None else right, before=end is not None)
            start, end = self.dated(start, end, right)
            filled.append((start, end))
            right = start
        return self._carried(filled[::-1])

    def typed(self, point: Point, right: Spot | None, *, before: bool = False) -> Spot:
        """Return a point as a spot; a bare number takes its month or unit from the spot on its right."""
        if not isinstance(point, Bare):
            return point
        if isinstance(right, Day) and right.month is not None:
            month, year = right.month, right.year
            if before and point.n > right.day > 0:
                month, year = (month - 1, year) if month > 1 else (12, year - 1 if year else None)
                if point.n - right.day < _FAR_DAYS:
                    self.remarks.append(Message("the first day comes after the last: taken from the month before"))
            if make_date(year or 2024, month, point.n) is None:
                raise self.fail(Message("there is no such date: {text}", text=point.token.text), point.token)
            return Day(point.n, month, year, point.weekday)
        if isinstance(right, (MonthPart, YearPart, NthWeekday)):
            limit = 5 if isinstance(right, NthWeekday) else LIMITS.get(right.unit, 1)
            if not 1 <= point.n <= limit:
                raise self.fail(Message("there is no such number: {n}", n=point.n), point.token)
            return replace(right, n=point.n)
        if isinstance(right, Month):
            raise self.unknown(point.token)
        return Day(self.day_number(point.n, point.token), weekday=point.weekday)

    def dated(self, start: Spot, end: Spot | None, right: Spot | None) -> tuple[Spot, Spot | None]:
        """Return a range or a single spot with the year that its end or its right neighbour names."""
        if end is not None:
            if not _year_of(start) and _is_swapped(start, end):
                self.remarks.append(Message("the beginning comes after the end: taken from the year before"))
            if _lacks_year(end) and right is not None and _year_of(right) and type(end) is type(right):
                end = _with_year(end, _year_of(right))
            year = _year_of(end)
            if year and _lacks_year(start):
                start = _with_year(start, year - (_order(start) > _order(end)))
            elif not year and _lacks_year(end) and (first := _year_of(start)):
                end = _with_year(end, first + (_order(start) > _order(end)))
        elif _lacks_year(start) and right is not None and type(start) is type(right) and _year_of(right):
            start = _with_year(start, _year_of(right))
        return start, end

    def _carried(self, filled: list[tuple[Spot, Spot | None]]) -> list[tuple[Spot, Spot | None]]:
        """Carry a year to the right («апрель 2022, май»), with a remark."""
        year = None
        for at, (start, end) in enumerate(filled):
            if end is None and year and _lacks_year(start) and not isinstance(start, (Year, YearEdge)):
                filled[at] = (_with_year(start, year), None)
                self.remarks.append(Message("the year {year} is taken for the dates after it", year=year))
            year = _year_of(end if end is not None else filled[at][0]) or year
        return filled

    def day_number(self, n: int, token: Token) -> int:
        """Return a day's number, or raise where no month has it."""
        if not 1 <= n <= 31:
            raise self.fail(Message("there is no such day of a month: {text}", text=token.text), token)
        return n


def item_of(first: Spot, last: Spot | None) -> At | Span:
    """Return the item of a range, or of a single spot."""
    return At(first) if last is None else span(first, last)


def span(first: Spot, last: Spot) -> Span:
    """Return a span whose whole months are named by their days, so that equal spans are equal values."""
    if isinstance(first, Month):
        first = Day(1, first.month, first.year)
    if isinstance(last, Month):
        day = month_end(last.year or 2023, last.month).day
        last = Day(LAST if last.month == 2 and last.year is None else day, last.month, last.year)
    return Span(first, last)


def _is_swapped(start: Spot, end: Spot) -> bool:
    """Say whether a range over the turn of a year is so long that its ends may be swapped; a school year is no such."""
    if not (isinstance(start, (Day, Month)) and isinstance(end, (Day, Month)) and start.month and end.month):
        return False
    return _order(start) > _order(end) and start.month - end.month < _FAR_MONTHS and start.month not in _SCHOOL_STARTS


def _year_of(spot: Spot) -> int | None:
    return None if isinstance(spot, Year) else spot.year


def _lacks_year(spot: Spot) -> bool:
    if isinstance(spot, Year):
        return False
    if isinstance(spot, (Day, MonthPart, NthWeekday)) and spot.month is None:
        return False
    return spot.year is None


def _with_year(spot: Spot, year: int | None) -> Spot:
    return spot if isinstance(spot, Year) or year is None else replace(spot, year=year)


def _order(spot: Spot) -> tuple[int, int]:
    """Return a key by which spots of one year stand in order."""
    if isinstance(spot, Day):
        return (spot.month or 0, spot.day if spot.day > 0 else 31)
    if isinstance(spot, Month):
        return (spot.month, 0)
    if isinstance(spot, (MonthPart, NthWeekday)):
        return (spot.month or 0, spot.n)
    if isinstance(spot, YearPart):
        return ({"quarter": 3, "half": 6, "term": 3}.get(spot.unit, 3) * spot.n, 0)
    return (0, 0)
