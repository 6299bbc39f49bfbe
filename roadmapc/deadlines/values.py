"""What a deadline can say: small frozen values, never a bag of strings.

A *calendar part* is a day, month, quarter …, with or without its year. An *item* says what is done with it: in it,
until it, from it, from one to another, or again each cycle. A *deadline* is items with the frame in which they recur.
None has slots: they would make each class twice, at the start of every command, and few values are ever made.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from roadmapc.diagnostics import Message

LAST = -1
"""Number of the last day, week or weekday of a month."""
WORKING_DAY = 7
"""Stands beside the weekdays 0–6: the n-th day of a month on which offices work."""

Unit = Literal["year", "half", "quarter", "school_quarter", "month", "ten_days", "week", "day"]


@dataclass(frozen=True)
class Day:
    """A day: «15 мая 2022 г.», «15 мая», «15 числа»; the weekday printed beside it is checked, not used."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None


@dataclass(frozen=True)
class Month:
    """A month: «май», «май 2022 г.»."""

    month: int
    year: int | None = None


@dataclass(frozen=True)
class MonthPart:
    """A part of a month: n-th ten days, week, half; its beginning, middle, end, or all of it (n is 1)."""

    unit: Literal["ten_days", "week", "half", "start", "middle", "end", "whole"]
    n: int
    month: int | None = None
    year: int | None = None


@dataclass(frozen=True)
class NthWeekday:
    """The n-th (or last) Monday … Sunday, or working day, of a month; weekday 0 is Monday."""

    n: int
    weekday: int
    month: int | None = None
    year: int | None = None


@dataclass(frozen=True)
class YearPart:
    """A part of a year: quarter, half-year, school quarter, season (1 is winter), school break (1 is autumn)."""

    unit: Literal["quarter", "half", "school_quarter", "season", "school_break"]
    n: int
    year: int | None = None


@dataclass(frozen=True)
class Year:
    """A calendar year, or the school year that begins in it."""

    year: int
    school: bool = False


@dataclass(frozen=True)
class YearEdge:
    """The beginning or end of a year without a day: «конец года», «начало учебного года»."""

    edge: Literal["start", "end"]
    year: int | None = None
    school: bool = False


CalendarPart = Day | Month | MonthPart | NthWeekday | YearPart | Year | YearEdge


@dataclass(frozen=True)
class At:
    """In the part: due at its end."""

    part: CalendarPart


@dataclass(frozen=True)
class FromTo:
    """From one part's first day to another's last, inclusive."""

    first: CalendarPart
    last: CalendarPart


@dataclass(frozen=True)
class Until:
    """«до», «не позднее», «к»: due at the part, inclusive."""

    part: CalendarPart


@dataclass(frozen=True)
class From:
    """«с 5 апреля» with no end."""

    part: CalendarPart


Dated = At | FromTo | Until | From


@dataclass(frozen=True)
class Every:
    """The same again each `step` units, `times` in each; with `items` or `weekdays` the days inside a cycle.

    `month` is the month of a quarter or half-year in which the items lie: 1, 2, 3 or the last. `through`: all days from
    the first of two weekdays to the second, as one range. `within`: of the days inside the cycles those in these ranges
    or months alone: «ежемесячно до 5 числа, с октября по май».
    """

    unit: Unit
    step: int = 1
    times: int = 1
    items: tuple[Dated, ...] = ()
    weekdays: tuple[int, ...] = ()
    month: int = 0
    through: bool = False
    within: tuple[Dated, ...] = ()


@dataclass(frozen=True)
class Report:
    """Due after a reporting cycle: `item` counts from the day after the cycle, `months` later.

    `half` narrows yearly cycles to one half-year («за I полугодие»).
    """

    unit: Literal["year", "half", "quarter", "month"]
    item: At | Until
    step: int = 1
    months: int = 0
    half: int = 0


Item = At | FromTo | Until | From | Every | Report


@dataclass(frozen=True)
class Deadline:
    """A whole wording.

    `frame` is a pair of years, inclusive; `yearly` says that the items recur each year; `whole` is the whole period;
    `condition` are the words of a condition, `event` those of an event from which is counted. `remarks` are doubts that
    lie in the words rather than in their meaning, so two deadlines that mean the same are equal without them.
    """

    items: tuple[Item, ...] = ()
    frame: tuple[int, int] | None = None
    yearly: bool = False
    whole: bool = False
    condition: str = ""
    event: str = ""
    remarks: tuple[Message, ...] = field(default=(), compare=False)


def lacks_year(part: CalendarPart) -> bool:
    """Say whether a part names no year, so that it may be in any."""
    return not isinstance(part, Year) and part.year is None


def needs_month(part: CalendarPart) -> bool:
    """Say whether a part is one of any month: «25 числа», «третий четверг», «первая неделя»."""
    return isinstance(part, (Day, MonthPart, NthWeekday)) and part.month is None


def limits_cycles(unit: Unit, item: Item) -> bool:
    """Say whether an item beside a rhythm says which of its cycles are meant, and no day inside each of them.

    «ежемесячно с сентября по май», «по средам в октябре», «ежеквартально во II полугодии».
    """
    if isinstance(item, (FromTo, From)):
        return True
    if not isinstance(item, At) or isinstance(item.part, (Day, NthWeekday, YearEdge)):
        return False
    half = isinstance(item.part, YearPart) and item.part.unit == "half"
    return unit in {"month", "ten_days", "week"} or (unit in {"quarter", "school_quarter"} and half)


def parts_of(item: Item) -> tuple[CalendarPart, ...]:
    """Return the calendar parts that an item names, in order."""
    if isinstance(item, FromTo):
        return (item.first, item.last)
    if isinstance(item, Every):
        return tuple(part for inner in (*item.items, *item.within) for part in parts_of(inner))
    return (item.item.part,) if isinstance(item, Report) else (item.part,)
