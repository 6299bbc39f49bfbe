"""The rating by each indicator: the best has 100 points, the others in relation to it, equal values share a place.

Roadmaps hold what is planned for each year, and no measured values: it is those of the year that are compared. More is
taken for better; a value that is no number, or sets a limit from above, is compared with none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from roadmapc.plan.region.members import Member, Region
from roadmapc.russian.normal_form import compared_form, normal_form

_FEW = 2
"""Municipalities from which on there is something to compare."""
_NUMBER = re.compile(r"(?:не менее |от |≥ ?|> ?)?(?P<number>-?\d{1,12}(?:[.,]\d{1,6})?) ?%?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rated:
    """A municipality by one indicator: its value in words, points in tenths, place; None where it is not compared."""

    member: Member
    value: str
    points: int | None
    place: int | None


@dataclass(frozen=True, slots=True)
class Rating:
    """An indicator with all municipalities: by place, then those that have no value to compare."""

    name: str
    unit: str
    year: str
    rated: tuple[Rated, ...]


def ratings_of(region: Region) -> tuple[Rating, ...]:
    """Return the ratings by the indicators that two municipalities have at least, in the order in which they come."""
    by_indicator: dict[tuple[str, str], dict[int, str]] = {}
    names: dict[tuple[str, str], tuple[str, str]] = {}
    for at, member in enumerate(region.members):
        for name, unit, value in member.indicators:
            key = compared_form(name), compared_form(unit)
            names.setdefault(key, (name, unit))
            by_indicator.setdefault(key, {}).setdefault(at, value)
    return tuple(
        Rating(*names[key], region.asked.year, tuple(_rated(region, values)))
        for key, values in by_indicator.items()
        if len(values) >= _FEW
    )


def _rated(region: Region, values: dict[int, str]) -> Iterator[Rated]:
    """Yield all members, `values` by their places among them."""
    numbers = {at: number for at, value in values.items() if (number := number_of(value)) is not None}
    best = max(numbers.values(), default=Fraction(0))
    for at, number in sorted(numbers.items(), key=lambda one: (-one[1], one[0])):
        place = 1 + sum(other > number for other in numbers.values())
        yield Rated(region.members[at], values[at], points_of(number, best), place)
    for at, member in enumerate(region.members):
        if at not in numbers:
            yield Rated(member, values.get(at, ""), None, None)


def number_of(value: str) -> Fraction | None:
    """Return the number that a value says; None for words and for a limit from above."""
    found = _NUMBER.fullmatch(normal_form(value).strip())
    return Fraction(found["number"].replace(",", ".")) if found else None


def points_of(number: Fraction, best: Fraction) -> int:
    """Return points in tenths, rounded half up: 100 for the best, others in relation to it, never below nothing."""
    if number == best:
        return 1000
    if best <= 0 or number <= 0:
        return 0
    return int(number * 1000 / best + Fraction(1, 2))
