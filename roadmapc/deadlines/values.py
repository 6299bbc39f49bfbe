"""What a deadline can say: small frozen values, never a bag of strings.

A *spot* is a stretch of the calendar, with or without its year. An *item* says what is done with a spot: in it, until
it, from it, from one to another, or again each cycle. A *deadline* is items with the frame in which they recur.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from roadmapc.diagnostics import Message

LAST = -1
"""Number of the last day, week or weekday of a month."""

Unit = Literal["year", "half", "quarter", "term", "month", "week", "day"]


@dataclass(frozen=True, slots=True)
class Day:
    """A day: «15 мая 2022 г.», «15 мая», «15 числа»; the weekday printed beside it is checked, not used."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """A month: «май», «май 2022 г.»."""

    month: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class MonthPart:
    """A part of a month: n-th decade, week, half; its beginning, middle, end, or all of it (n is 1)."""

    unit: Literal["decade", "week", "half", "start", "middle", "end", "whole"]
    n: int
    month: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The n-th (or last) Monday … Sunday of a month; weekday 0 is Monday."""

    n: int
    weekday: int
    month: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class YearPart:
    """A part of a year: quarter, half-year, school term, season (1 is winter), school holidays (1 is autumn)."""

    unit: Literal["quarter", "half", "term", "season", "holidays"]
    n: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """A calendar year, or the school year that begins in it."""

    year: int
    school: bool = False


@dataclass(frozen=True, slots=True)
class YearEdge:
    """The beginning or end of a year without a day: «конец года», «начало учебного года»."""

    edge: Literal["start", "end"]
    year: int | None = None
    school: bool = False


Spot = Day | Month | MonthPart | NthWeekday | YearPart | Year | YearEdge


@dataclass(frozen=True, slots=True)
class At:
    """In the spot: due at its end."""

    spot: Spot


@dataclass(frozen=True, slots=True)
class Span:
    """From one spot's first day to another's last, inclusive."""

    first: Spot
    last: Spot


@dataclass(frozen=True, slots=True)
class Until:
    """«до», «не позднее», «к»: due at the spot, inclusive."""

    spot: Spot


@dataclass(frozen=True, slots=True)
class From:
    """«с 5 апреля» with no end."""

    spot: Spot


Dated = At | Span | Until | From


@dataclass(frozen=True, slots=True)
class Every:
    """The same again each `step` units, `times` in each; with `items` or `weekdays` the days inside a cycle.

    `month` is the month of a quarter or half-year in which the items lie: 1, 2, 3 or the last.
    """

    unit: Unit
    step: int = 1
    times: int = 1
    items: tuple[Dated, ...] = ()
    weekdays: tuple[int, ...] = ()
    month: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """Due after a reporting cycle: `item` counts from the day after the cycle, `months` later.

    `half` narrows yearly cycles to one half-year («за I полугодие»).
    """

    unit: Literal["year", "half", "quarter", "month"]
    item: At | Until
    step: int = 1
    months: int = 0
    half: int = 0


Item = At | Span | Until | From | Every | Report


@dataclass(frozen=True, slots=True)
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
