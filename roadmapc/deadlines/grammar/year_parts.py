"""Reads parts of a year: quarters, halves, school quarters, seasons and school breaks."""

from __future__ import annotations

from roadmapc.deadlines.grammar.cursor import Cursor
from roadmapc.deadlines.grammar.years import school_year, sees_school_year, year_behind
from roadmapc.deadlines.values import YearPart
from roadmapc.diagnostics import Message

YEAR_UNITS = {"quarter", "half", "school_quarter"}
"""Parts of a year that are counted."""


def year_part(cursor: Cursor, unit: str, n: int) -> YearPart:
    """Read the year of a part of a year, which has been read.

    year-part = ordinal ( «квартал» | «полугодие» | «четверть» ) [ year-behind | school-year ] | season
    e.g. a part of a year: «IV квартал 2022 г.»; «1 полугодие 2023»
    """
    if not sees_school_year(cursor):
        return YearPart(unit, n, year_behind(cursor))  # type: ignore[arg-type]  # one of YEAR_UNITS
    if unit != "school_quarter":
        raise cursor.fail(Message("a half of a school year has no set days; name the months"))
    return YearPart("school_quarter", n, school_year(cursor) + (n > 2))  # the later two lie in the next year


def season(cursor: Cursor) -> YearPart:
    """Read a season or a school break.

    season = ( «весна» | «весенний период» | «весенние каникулы» | … ) [ year-behind ]
    e.g. seasons and school breaks: «осенние каникулы»
    """
    token = cursor.next()
    if token.kind == "SEASON":
        if sees_school_year(cursor):
            return YearPart("season", token.value, school_year(cursor) + (token.value in {2, 3}))
        return YearPart("season", token.value, year_behind(cursor))
    if token.kind == "SCHOOL_BREAK":
        raise cursor.fail(Message("which holidays? name the season"), token)
    if cursor.sees("SCHOOL"):
        cursor.at += 1
    if cursor.take("SCHOOL_BREAK"):
        in_order = (token.value - 4) % 4 + 1  # seasons count from winter, breaks from autumn
        return YearPart("school_break", in_order, year_behind(cursor))
    if cursor.sees("DASH", "SEASONAL"):
        return YearPart("season", token.value)
    if cursor.take("PERIOD"):
        return YearPart("season", token.value, year_behind(cursor))
    raise cursor.unknown()
