"""Reads years within which the rest recurs, and school years behind their name."""

from __future__ import annotations

from roadmapc.deadlines.grammar.cursor import YEAR_LINKS, Cursor
from roadmapc.deadlines.grammar.one_date import date
from roadmapc.deadlines.grammar.statement import Statement
from roadmapc.deadlines.grammar.vocabulary import Kind
from roadmapc.deadlines.grammar.years import sees_years_of_school, skip_year_word, year_of_school
from roadmapc.deadlines.values import At
from roadmapc.diagnostics import Message

_BUDGET: frozenset[Kind] = frozenset({"YEAR", "UNIT", "AND", "PLANNED", "PERIOD", "COMMA"})


def frame(cursor: Cursor, said: Statement) -> Statement | None:
    """Read years that frame the rest; «2020, 2021 и 2022 годы» is a list and no frame.

    frame = year «–» ( year | yy ) [ «годы» | «гг.» ]
    e.g. years before months or days: «2021-2024»; «2022-2023гг. август, октябрь»
    """
    if not cursor.sees("YEAR", "DASH"):
        return None
    short = (
        cursor.sees("YEAR", "DASH", "NUM", "UNIT") and cursor.sees_unit("year", ahead=3) and cursor.peek(2).value > 9
    )
    if not (short or cursor.sees("YEAR", "DASH", "YEAR")) or cursor.peek(3).kind == "SCHOOL":
        return None
    if cursor.peek(3).kind == "LPAR" and cursor.peek(4).kind == "SCHOOL":  # «2024-2025 (учебный год)»
        return _school_year_in_brackets(cursor)
    first, last = cursor.peek(0), cursor.peek(2)
    end = last.value + (2000 if short else 0)
    if end < first.value:
        raise cursor.fail(Message("the years go backwards"), last)
    cursor.at += 3
    skip_year_word(cursor)
    return framed(cursor, said, first.value, end)


def _school_year_in_brackets(cursor: Cursor) -> Statement | None:
    if not sees_years_of_school(cursor):
        return None
    found = year_of_school(cursor)
    cursor.skip("LPAR", "SCHOOL")
    skip_year_word(cursor)
    cursor.take("RPAR")
    return Statement(items=(At(found),))


def framed(cursor: Cursor, said: Statement, first: int, last: int) -> Statement:
    """Return the years within which the rest recurs; two frames in one cell are not understood."""
    if last < first:
        raise cursor.fail(Message("the years go backwards"), cursor.peek(-1))
    if said.frame not in (None, (first, last)):
        raise cursor.fail(Message("two periods of years in one wording"), cursor.peek(-1))
    return Statement(frame=(first, last))


def named_years(cursor: Cursor, said: Statement, start: int) -> Statement | None:
    """Read the years behind «учебный год», «весь год», «весь период»; None where none stand.

    named-years = year ( «–» | «/» ) ( year | yy ) [ «учебного» ] [ «года» ] | year [ «года» ]
    e.g. a school year behind its name: «учебный год 2024-2025»
    """
    if not cursor.sees("YEAR"):
        return None
    school = (
        any(token.kind == "SCHOOL" for token in cursor.tokens[start : cursor.at]) or cursor.peek(3).kind == "SCHOOL"
    )
    if school and sees_years_of_school(cursor):
        return Statement(items=(At(year_of_school(cursor)),))
    if found := frame(cursor, said):
        return found
    if school or cursor.peek(1).kind in YEAR_LINKS:
        raise cursor.fail(Message("a school year lasts from one year to the next"))
    return Statement(items=(At(date(cursor)),))


def budget_years(cursor: Cursor, said: Statement) -> Statement:
    """Read the years of a budget as those from the first to the last.

    budget-years = «на» year «год и плановый период» year «и» year «годов»
    e.g. the years of a budget: «на 2022 год и плановый период 2023 и 2024 годов»
    """
    years = []
    while cursor.sees(_BUDGET):
        token = cursor.next()
        years += [token.value] if token.kind == "YEAR" else []
    found = framed(cursor, said, years[0], years[-1])
    cursor.remark(Message("the years are taken as one range"))
    return found
