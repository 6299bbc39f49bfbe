"""Reads parts of a year: quarters, halves, school quarters, seasons and school breaks."""

from __future__ import annotations

from roadmapc.deadlines.grammar.cursor import Cursor
from roadmapc.deadlines.grammar.vocabulary import Kind
from roadmapc.deadlines.grammar.years import (
    school_year,
    sees_school_year,
    sees_years_of_school,
    year_behind,
    year_of_school,
)
from roadmapc.deadlines.values import YearPart
from roadmapc.diagnostics import Message

_LINKS: frozenset[Kind] = frozenset({"AND", "COMMA"})
_MOST_BREAKS = 8  # tokens: four in a year
YEAR_UNITS = {"quarter", "half", "school_quarter"}
"""Parts of a year that are counted."""


def year_part(cursor: Cursor, unit: str, n: int) -> YearPart:
    """Read the year of a part of a year, which has been read.

    year-part = ordinal ( «квартал» | «полугодие» | «четверть» ) [ year-behind | school-year ] | season
    e.g. a part of a year: «IV квартал 2022 г.»; «1 полугодие 2023»
    """
    if sees_school_year(cursor):
        if unit != "school_quarter":
            raise cursor.fail(Message("a half of a school year has no set days; name the months"))
        begins = school_year(cursor)
    elif unit == "school_quarter" and sees_years_of_school(cursor):
        begins = year_of_school(cursor).year
    else:
        return YearPart(unit, n, year_behind(cursor))  # type: ignore[arg-type]  # one of YEAR_UNITS
    cursor.school_begins = begins
    return YearPart("school_quarter", n, begins + (n > 2))  # the later two lie in the next year


def season(cursor: Cursor) -> YearPart:
    """Read a season or a school break.

    season = ( «весна» | «весенний период» | «весенние каникулы» | … ) [ year-behind | school-year ]
    e.g. seasons and school breaks: «осенние каникулы»; «осенние и весенние каникулы»
    """
    token = cursor.next()
    if token.kind == "SEASON":
        if sees_school_year(cursor):
            cursor.school_begins = school_year(cursor)
            return YearPart("season", token.value, cursor.school_begins + (token.value in {2, 3}))
        return YearPart("season", token.value, year_behind(cursor))
    if token.kind == "SCHOOL_BREAK":
        raise cursor.fail(Message("which holidays? name the season"), token)
    if cursor.sees("SCHOOL"):
        cursor.at += 1
    in_order = (token.value - 4) % 4 + 1  # seasons count from winter, breaks from autumn
    if cursor.take("SCHOOL_BREAK"):
        if sees_school_year(cursor):
            cursor.school_begins = school_year(cursor)
            return YearPart("school_break", in_order, cursor.school_begins + (in_order > 2))
        return YearPart("school_break", in_order, year_behind(cursor))
    if _sees_further_break(cursor):
        return YearPart("school_break", in_order)
    if cursor.sees("DASH", "SEASONAL"):
        return YearPart("season", token.value)
    if cursor.take("PERIOD"):
        return YearPart("season", token.value, year_behind(cursor))
    raise cursor.unknown()


def _sees_further_break(cursor: Cursor) -> bool:
    """«осенние и весенние каникулы»: the word stands behind the last of them."""
    ahead = 0
    while cursor.peek(ahead).kind in _LINKS and cursor.peek(ahead + 1).kind == "SEASONAL" and ahead < _MOST_BREAKS:
        ahead += 2
    return ahead > 0 and cursor.peek(ahead).kind == "SCHOOL_BREAK"
