"""Reads single parts of the calendar: days, months and their parts, edges; those of years are read beside."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from roadmapc.deadlines.errors import DeadlineError
from roadmapc.deadlines.grammar.carried_over import AUGUST, HOW_MANY, Bare, Point, check_day, day_number, with_month
from roadmapc.deadlines.grammar.cursor import END, NUMBERS, NUMERALS, Cursor
from roadmapc.deadlines.grammar.lexer import Token
from roadmapc.deadlines.grammar.vocabulary import Kind
from roadmapc.deadlines.grammar.year_parts import YEAR_UNITS, season, year_part
from roadmapc.deadlines.grammar.years import school_year, sees_school_year, skip_year_word, year, year_behind
from roadmapc.deadlines.values import (
    LAST,
    WORKING_DAY,
    CalendarPart,
    Day,
    Month,
    MonthPart,
    NthWeekday,
    YearEdge,
    YearPart,
)
from roadmapc.diagnostics import Message
from roadmapc.russian.calendar import MONTHS

_PartOfMonth = TypeVar("_PartOfMonth", Day, MonthPart, NthWeekday)
_PLURAL = ("ые", "ых", "ым", "ыми", "ие", "их", "-е", "-х")  # «первые числа мая», «в 20-х числах»
_STARTS: frozenset[Kind] = NUMBERS | {"DMY", "DM", "MY", "BADDATE", "MONTH", "YEAR", "SEASON", "SEASONAL", "EDGE"}
_SHORT = 2  # letters of «пн», which is never counted
_LINKS: frozenset[Kind] = frozenset({"AND", "COMMA"})
_YEAR_WORDS: frozenset[Kind] = frozenset({"YEAR", "SCHOOL", "CURRENT"})
_EDGE_OF_YEAR: frozenset[Kind] = _YEAR_WORDS | {"PLAINYEAR"}
_COUNTED_WEEKDAY: frozenset[Kind] = frozenset({"UNIT", "MONTH", "EACH"})


def starts_date(cursor: Cursor, ahead: int = 0) -> bool:
    """Say whether a date may begin at a token ahead."""
    return cursor.peek(ahead).kind in _STARTS


def date(cursor: Cursor) -> CalendarPart:
    """Read one date that must not be a bare number («5» of «5, 6 апреля»)."""
    return with_month(cursor, point(cursor), None)


def point(cursor: Cursor) -> Point:
    """Read one date, month, part of a month or year, or a bare number.

    date = day | month | month-part | weekday-of-month | year-part | year | edge
    """
    token = cursor.peek()
    if token.kind in {"DMY", "DM", "MY", "BADDATE"}:
        return _in_digits(cursor)
    if token.kind in NUMBERS:
        return _numbered(cursor)
    if token.kind == "MONTH":
        return part_behind(cursor, month(cursor))
    if token.kind == "YEAR":
        cursor.at += 1
        return year(cursor, token)
    if token.kind in {"SEASON", "SEASONAL", "SCHOOL_BREAK"}:
        return season(cursor)
    if token.kind == "EDGE":
        return edge(cursor)
    if token.kind == "HALFPART":
        raise cursor.fail(Message("which half? write “first” or “second”"))
    raise cursor.unknown()


def month(cursor: Cursor) -> Month:
    """Read a month with its year, if it has one.

    month = month-name [ [ «,» ] year-behind ] [ part-behind ]
    e.g. a month: «Январь 2022»; «Декабрь, 2022»
    """
    token = cursor.next()
    if cursor.peek() is END:
        return Month(token.value)
    if cursor.sees_unit("month") and cursor.peek(1).kind not in {"NEXT", "COMMA"}:
        cursor.at += 1  # «в октябре месяце»
    _refuse_short_year(cursor, token)
    if sees_school_year(cursor) and token.value != AUGUST:  # «октябрь 2026/2027 учебного года»
        cursor.school_begins = school_year(cursor)
        return Month(token.value, cursor.school_begins + (token.value < AUGUST))
    return Month(token.value, year_behind(cursor, comma=True))


def part_behind(cursor: Cursor, of: Month) -> Month | MonthPart:
    """Read a part of a month that stands behind it, if one does.

    part-behind = [ «,» ] ordinal ( «декада» | «неделя» )
    e.g. a part of a month behind it: «февраль, II декада»; «октябрь, 3-я неделя»
    """
    comma = int(cursor.sees("COMMA"))
    if comma and cursor.peek(-2).kind in _LINKS | {"DASH"} and cursor.peek(-3).kind == "MONTH":
        return of  # «октябрь и декабрь, II декада»: of each of them
    if not (cursor.peek(comma).kind in NUMBERS and cursor.sees_unit("ten_days", "week", ahead=comma + 1)):
        return of
    unit = cursor.peek(comma + 1)
    counted = cursor.peek(comma).kind in {"NUM", "CARD"} and unit.text.lower() in {
        "недели",
        "недель",
        "декады",
        "декад",
    }
    if counted or cursor.peek(comma + 2).kind == "MONTH":
        return of
    cursor.at += comma
    n = cursor.next()
    part = numbered_part(cursor, n.value, n)
    assert isinstance(part, MonthPart)  # of these two units
    return part if part.month else replace(part, month=of.month, year=of.year)


def _refuse_short_year(cursor: Cursor, month: Token) -> None:
    """Refuse «окт-25», «окт.25» as spreadsheets write them: a day as well as a year; offer the year in full."""
    ahead = 1 if cursor.sees("DASH", "NUM") else 0
    year = cursor.peek(ahead)
    if year.kind != "NUM":
        return
    touches = (
        cursor.text[month.end : year.start] in {".", "-", "–"}
        and len(year.text) == 2
        and not cursor.sees_unit("year", ahead=ahead + 1)
    )
    if not touches:
        return
    before = cursor.peek(-3)
    days = cursor.peek(-2).kind == "DASH" and before.kind == "NUM" and month.start - before.end == 1
    start = before.start if days else month.start
    case = 1 if cursor.peek(-2).kind in {"UNTIL", "FROM"} else 0
    written = f"{before.text} {MONTHS[month.value - 1][1]}" if days else MONTHS[month.value - 1][case]
    message = Message("a month and two digits, as spreadsheets write a year: write it in full")
    error = DeadlineError(message, start, year.end)
    error.suggestion = f"{cursor.text[:start]}{written} 20{year.text}{cursor.text[year.end :]}"
    raise error


def _in_digits(cursor: Cursor) -> CalendarPart:
    """Read «15.05.2022», «15.05», «05.2022»."""
    token = cursor.next()
    if token.kind == "BADDATE":
        raise cursor.fail(Message("there is no such date: {text}", text=token.text), token)
    if token.kind == "MY":
        skip_year_word(cursor)
        return Month(*token.value)
    day_of_month, number, *year_named = token.value
    skip_year_word(cursor)
    return day(cursor, day_of_month, number, year_named[0] if year_named else year_behind(cursor), token)


def day(cursor: Cursor, number: int, month: int, year: int | None, token: Token) -> Day:
    """Read what may follow a day and its month, which have been read: a weekday, the year behind it.

    day = ( number month-name [ year-behind ] | dd.mm[.yyyy] ) [ weekday ] | number «числа»
    e.g. a day: «5 мая 2022 г.»; «26.09.2022 (пн.)»
    """
    weekday = _weekday(cursor)
    check_day(cursor, number, month, year, token)
    if cursor.peek() is END:
        return Day(number, month, year, weekday)
    return Day(number, month, year if year is not None else year_behind(cursor), weekday)


def _weekday(cursor: Cursor) -> int | None:
    """Read «пятница», «, пятница», «(пятница)» behind a day, or take the one before it: it is checked, not used."""
    if cursor.weekday is not None:
        before_date, cursor.weekday = cursor.weekday, None
        return before_date
    if cursor.sees("WEEKDAY"):
        before, length = 0, 1
    elif cursor.sees("COMMA", "WEEKDAY"):
        before, length = 1, 2
    elif cursor.sees("LPAR", "WEEKDAY", "RPAR"):
        before, length = 1, 3
    else:
        return None
    value: int = cursor.peek(before).value
    cursor.at += length
    return value


def _numbered(cursor: Cursor) -> Point:
    """Read what begins with a number: «15 мая», «15 числа», «третий четверг», «вторая половина», «II квартал»."""
    token = cursor.next()
    n: int = token.value
    following = cursor.peek()
    if following.kind == "MONTH":
        cursor.at += 1
        words = cursor.text[token.start : following.end]
        named = Token(token.kind, n, token.start, token.end, words)  # what is told where there is no such day
        return day(cursor, n, following.value, year_behind(cursor), named)
    if following.kind == "DATE":
        return _day_of_any_month(cursor, n, token)
    if cursor.sees("LPAR", "WEEKDAY", "RPAR", "MONTH"):  # «5 (пятница) октября»
        cursor.weekday = cursor.peek(1).value
        cursor.at += 4
        return day(cursor, n, cursor.peek(-1).value, year_behind(cursor), token)
    if (
        following.kind == "WEEKDAY"
        and n <= _most(following)
        and (token.kind == "ORD" or following.value == WORKING_DAY or cursor.peek(1).kind in _COUNTED_WEEKDAY)
    ):
        return weekday_of_month(cursor, n)
    if following.kind == "HALFPART":
        cursor.at += 1
        return _half(cursor, n)
    if following.kind == "UNIT":
        return numbered_part(cursor, n, token)
    if n == LAST:
        raise cursor.unknown()
    listed = cursor.peek(-2).kind in _LINKS and cursor.peek(-3).kind in NUMERALS
    if listed and following.kind == "WEEKDAY" and n <= _most(following):  # «1 и 3 вторник»
        return weekday_of_month(cursor, n)
    if (
        following.kind == "WEEKDAY" and n <= _most(following) and len(following.text) > _SHORT
    ):  # «2 пятница» is a day, or one of the month's Fridays
        raise cursor.fail(
            Message("the number may be a day or count the days of the week: write “2-я пятница” or “2 числа”"), token
        )
    return Bare(n, token, _weekday(cursor))


def _most(weekday: Token) -> int:
    """Return how many of these a month may have."""
    return 23 if weekday.value == WORKING_DAY else 5


def _day_of_any_month(cursor: Cursor, n: int, token: Token) -> Day | MonthPart:
    """«15 числа», «15 числа месяца», «15 числа мая 2022 г.»; «первые числа мая» are its beginning."""
    cursor.at += 1
    if token.kind == "ORD" and token.text.lower().endswith(_PLURAL) and cursor.peek(-1).text.lower() != "число":
        if n not in {1, LAST}:
            raise cursor.fail(Message("some days of a month are no date; name the day"), token)
        return _of_month(cursor, MonthPart("start" if n == 1 else "end", 1))
    found = _of_month(cursor, Day(LAST if n == LAST else day_number(cursor, n, token)))
    if found.month and n != LAST:
        check_day(cursor, found.day, found.month, found.year, token)
    return found


def weekday_of_month(cursor: Cursor, n: int) -> NthWeekday:
    """Read the weekday behind its number, and the month.

    weekday-of-month = ordinal ( weekday | «рабочий день» ) [ month-name [ year-behind ] | «месяца» ]
    e.g. a weekday of a month: «в последнюю субботу мая»; «последний рабочий день месяца»
    """
    return _of_month(cursor, NthWeekday(n, cursor.next().value))


def numbered_part(cursor: Cursor, n: int, token: Token) -> Point:
    """Read «II квартал», «первая декада мая», «последний день месяца»; a length of time is refused.

    month-part = ordinal ( «декада» | «неделя» | «половина» | «день» ) [ month-name | «месяца» ]
    e.g. a part of a month: «первая декада мая»; «2-я неделя мая»
    """
    unit = cursor.peek().value
    if unit == "day" and n == LAST:
        cursor.at += 1
        return _of_month(cursor, Day(LAST))
    if unit not in HOW_MANY or (unit in YEAR_UNITS and n == LAST):
        raise cursor.fail(Message("a duration without a beginning: from which day is it counted?"), token)
    if token.kind == "CARD":  # «две недели»
        raise cursor.fail(Message("a duration without a beginning: from which day is it counted?"), token)
    if n > HOW_MANY[unit] or n == 0:
        raise cursor.fail(Message("there is no such number: {n}", n=n), token)
    cursor.at += 1
    if unit in YEAR_UNITS:
        return year_part(cursor, unit, n)
    n = 3 if unit == "ten_days" and n == LAST else n  # the last ten days are the third, the last week may be the fifth
    return _of_month(cursor, MonthPart(unit, n))


def _half(cursor: Cursor, n: int) -> CalendarPart:
    """«вторая половина 2022 года» is a half of the year, «вторая половина мая» one of the month."""
    if n not in {1, 2}:
        raise cursor.fail(Message("there is no such number: {n}", n=n), cursor.peek(-2))
    if cursor.sees_unit("year") or cursor.sees(_YEAR_WORDS):
        return YearPart("half", n, year_behind(cursor))
    return _of_month(cursor, MonthPart("half", n))


def _of_month(cursor: Cursor, part: _PartOfMonth) -> _PartOfMonth:
    """Read the month a part belongs to: «мая 2022 г.», «месяца», or nothing."""
    if token := cursor.take("MONTH"):
        return replace(part, month=token.value, year=year_behind(cursor))
    follows = cursor.peek(1).kind == "NEXT" or (cursor.peek(1).kind, cursor.peek(2).kind) == ("COMMA", "NEXT")
    if cursor.sees_unit("month") and not follows:
        cursor.at += 1
        cursor.each_month = True
    return part


def edge(cursor: Cursor) -> CalendarPart:
    """Read the beginning, middle or end of a month or year.

    edge = ( «начало» | «середина» | «конец» ) ( month-name | «месяца» | year-behind | school-year )
    e.g. the beginning or end of a month or year: «в конце апреля – начале мая»; «до конца года»
    """
    token = cursor.next()
    if cursor.sees("MONTH") or cursor.sees_unit("month"):
        return _of_month(cursor, MonthPart(token.value, 1))
    if cursor.sees("EACH", "UNIT") and cursor.sees_unit("month", ahead=1):
        return MonthPart(token.value, 1)  # «в конце каждого месяца»: what recurs is read behind it
    if sees_school_year(cursor):
        return YearEdge(token.value, school_year(cursor), school=True)
    if cursor.sees_unit("year") or cursor.sees(_EDGE_OF_YEAR):
        school = cursor.peek().kind == "SCHOOL" or cursor.peek(1).kind == "SCHOOL"
        if token.value == "middle":
            raise cursor.fail(Message("the middle of a year is no date"), token)
        return YearEdge(token.value, year_behind(cursor), school)
    raise cursor.unknown()
