"""Reads the year behind a date, and years that stand alone."""

from __future__ import annotations

from roadmapc.deadlines.grammar.cursor import YEAR_LINKS, YEAR_OR_NUMBER, Cursor
from roadmapc.deadlines.grammar.lexer import Token
from roadmapc.deadlines.grammar.vocabulary import Kind
from roadmapc.deadlines.values import Year
from roadmapc.diagnostics import Message

_YEARLESS_STARTS: frozenset[Kind] = frozenset({"UNIT", "EACH", "CURRENT", "REPORTED", "PLANNED", "PLAINYEAR", "SCHOOL"})


def year_behind(cursor: Cursor, *, comma: bool = False) -> int | None:
    """Read the year of a date; «текущего года» and «каждого года» name none.

    year-behind = yyyy [ «г.» | «год» ] | yy «г.» | ( «каждого» | «текущего» | «отчетного» ) «года»
    """
    if comma and cursor.sees("COMMA", "YEAR") and cursor.peek(2).kind not in YEAR_LINKS:
        cursor.at += 1
    token = cursor.peek()
    if token.kind == "YEAR" and not _is_linked(cursor) and not cursor.sees("YEAR", "DASH", "YEAR"):
        cursor.at += 1
        skip_year_word(cursor)
        return int(token.value)
    if token.kind == "NUM" and cursor.sees_unit("year", ahead=1) and 10 <= token.value <= 99:
        cursor.at += 1
        skip_year_word(cursor)
        return 2000 + int(token.value)
    if token.kind in _YEARLESS_STARTS:
        _no_certain_year(cursor)
    return None


def _is_linked(cursor: Cursor) -> bool:
    """Say whether a year is the first of two: «2024/25»; of «15.05.2024 / 20.05.2024» it is none."""
    if cursor.peek(1).kind != "SLASH":
        return False
    year, slash, following = cursor.peek(), cursor.peek(1), cursor.peek(2)
    apart = year.end < slash.start and slash.end < following.start
    return not apart or following.kind == "YEAR" or cursor.peek(3).kind == "SCHOOL"


def _no_certain_year(cursor: Cursor) -> None:
    """Pass over «текущего года», «каждого года», «года, предшествующего планируемому»."""
    if _year_before(cursor):
        return
    start = cursor.at
    each = cursor.take("EACH", "CURRENT", "REPORTED", "PLANNED")
    cursor.skip("PLAINYEAR", "SCHOOL")
    # «года, следующего за отчетным» is no year of the date but the cycle that it is counted from.
    follows = cursor.peek(1).kind == "NEXT" or cursor.sees("UNIT", "COMMA", "NEXT")
    if not cursor.sees_unit("year") or follows:
        cursor.at = start
        return
    cursor.at += 1
    cursor.each_year |= each is not None and each.kind == "EACH"
    if each is not None and each.kind == "REPORTED":
        cursor.remark(Message("“the reporting year” is taken as the year of the plan"))


def _year_before(cursor: Cursor) -> bool:
    """Pass over «года, предшествующего планируемому периоду»."""
    ahead = 1 + cursor.sees("UNIT", "COMMA")
    if not cursor.sees_unit("year") or cursor.peek(ahead).kind != "PRECEDING":
        return False
    cursor.at += ahead + 1
    cursor.skip("PLANNED", "REPORTED", "CURRENT")
    cursor.skip("UNIT", "PERIOD")
    cursor.remark(Message("“the year before” is taken as each year of the period"))
    return True


def year(cursor: Cursor, token: Token) -> Year:
    """Read what follows a year: «/2023 учебный год», «год», or nothing; `token` is the year itself.

    year = yyyy [ «год» ] | school-year
    e.g. a year: «2022»; «2022-2023 уч. г.»
    """
    if cursor.sees(YEAR_LINKS, YEAR_OR_NUMBER, "SCHOOL"):
        last = cursor.peek(1).value
        if last % 100 != (token.value + 1) % 100:
            raise cursor.fail(Message("a school year lasts from one year to the next"), cursor.peek(1))
        cursor.at += 3
        skip_year_word(cursor)
        return Year(token.value, school=True)
    skip_year_word(cursor)
    return Year(token.value)


def sees_school_year(cursor: Cursor) -> bool:
    """Say whether «2022/2023 учебного» stands ahead."""
    return cursor.sees("YEAR", YEAR_LINKS, YEAR_OR_NUMBER, "SCHOOL")


def sees_years_of_school(cursor: Cursor) -> bool:
    """Say whether «2024-2025», «2024/25» stands ahead: behind «учебный год» they are a school year."""
    two = cursor.sees("YEAR", YEAR_LINKS, YEAR_OR_NUMBER)
    return two and cursor.peek(2).value % 100 == (cursor.peek().value + 1) % 100


def year_of_school(cursor: Cursor) -> Year:
    """Read the school year that `sees_years_of_school` has seen, with what may follow it."""
    found = Year(cursor.next().value, school=True)
    cursor.at += 2
    cursor.skip("SCHOOL")
    skip_year_word(cursor)
    return found


def school_year(cursor: Cursor) -> int:
    """Read a school year and return the calendar year in which it begins.

    school-year = yyyy ( «/» | «–» ) ( yyyy | yy ) «учебного года»
    e.g. of a school year: «III четверть 2022-2023 учебного года»
    """
    return year(cursor, cursor.next()).year


def skip_year_word(cursor: Cursor) -> None:
    """Pass over «год», «г.», «г.г.»."""
    while cursor.sees_unit("year"):
        cursor.at += 1
