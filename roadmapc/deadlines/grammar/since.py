"""Reads ranges in words: «с … по …», «с … до …», «с …», «не ранее … и не позднее …»."""

from __future__ import annotations

from roadmapc.deadlines.grammar.captions import WHICH_END
from roadmapc.deadlines.grammar.carried_over import Point, range_of, with_month
from roadmapc.deadlines.grammar.clauses import MAY_BE_FIRST, dated, refuse_neighbour, skip_than, until
from roadmapc.deadlines.grammar.conditions import event, sees_duration
from roadmapc.deadlines.grammar.cursor import DATES, NUMERALS, Cursor
from roadmapc.deadlines.grammar.frames import framed
from roadmapc.deadlines.grammar.lexer import Token
from roadmapc.deadlines.grammar.one_date import date, point, starts_date
from roadmapc.deadlines.grammar.recurrence import modified
from roadmapc.deadlines.grammar.rhythms import from_weekday, sees_count, times
from roadmapc.deadlines.grammar.statement import Statement
from roadmapc.deadlines.grammar.vocabulary import Kind
from roadmapc.deadlines.values import CalendarPart, Day, From, NthWeekday, Year, needs_month, parts_of
from roadmapc.diagnostics import Message

_SCHOOL_YEARS = Message("a range of school years is not understood; write the days")
_NOT_BOUNDS: frozenset[Kind] = frozenset({"LATER", "RARER", "EARLIER", "OFTENER"})
_AND_BUT_OR_COMMA: frozenset[Kind] = frozenset({"AND", "COMMA", "BUT"})


def since(cursor: Cursor, said: Statement) -> Statement:
    """Read «с … по …», «с … до …», «с …».

    since = weekday-range | [ «начиная» ] «с» date [ ( «по» | «до» | «–» ) date ] [ modifier ] [ caption ] | event
    e.g. from one to another, in words: «с 27 апреля по 1 мая 2022 года»; «с 01.11 до 10.11.2022»;
        «с 22 сентября 2022 года»
    """
    if not _is_of_each_month(said):
        refuse_neighbour(cursor)  # «ежемесячно до 5 числа с октября по май» is one thing
    if found := from_weekday(cursor):
        return found
    cursor.school_begins = None
    start = cursor.at
    cursor.at += 1
    if cursor.sees("MOMENT") or cursor.sees_unit("day"):
        return event(cursor, start)
    if cursor.sees("BLANK"):
        raise cursor.fail(Message("a blank is not filled in"))
    if not starts_date(cursor):
        raise cursor.unknown()
    begin = point(cursor)
    link = cursor.take("TO", "UNTIL", "DASH", "BUT")
    if link is None:
        return dated(cursor, said, [From(with_month(cursor, begin, None))])
    if link.kind == "DASH":
        cursor.take("TO")
        if sees_duration(cursor):
            raise cursor.fail(WHICH_END)
    if link.kind == "BUT":
        cursor.remark(Message("“но” is read as “по”"))
    cursor.take("AND")
    last = date(cursor)
    if isinstance(begin, Year) or isinstance(last, Year):
        return _range_of_years(cursor, said, begin, last, link)
    if link.kind == "UNTIL" and not isinstance(last, (Day, NthWeekday)):
        cursor.remark(MAY_BE_FIRST)
    return dated(cursor, said, [range_of(cursor, begin, last)])


def begin_and_end(cursor: Cursor) -> Statement | None:
    """Read a beginning and an end, each by its name; None where they do not stand here.

    begin-and-end = «начало» [ «–» | «:» ] date [ «,» | «;» | «и» | «–» ] «окончание» [ «–» | «:» ] date
    e.g. from one to another, by their names: «начало – 19 мая, окончание – 10 июня»
    """
    start, remarks = cursor.at, len(cursor.remarks)
    if not _take_edge(cursor, "start"):
        return None
    begin = point(cursor)
    cursor.take("COMMA", "SEMI", "AND", "DASH")
    if not _take_edge(cursor, "end"):
        cursor.at = start
        del cursor.remarks[remarks:]
        return None
    return Statement(items=(range_of(cursor, begin, date(cursor)),))


def _take_edge(cursor: Cursor, edge: str) -> bool:
    """Move over «начало –» before a day; False where none stands."""
    signed = cursor.peek(1).kind in {"DASH", "COLON"}
    ahead = 1 + signed
    dated = cursor.peek(ahead).kind in DATES or (
        cursor.peek(ahead).kind in NUMERALS and cursor.peek(ahead + 1).kind == "MONTH"
    )
    if not (cursor.sees("EDGE") and cursor.peek().value == edge and dated):
        return False
    cursor.at += ahead
    return True


def _is_of_each_month(said: Statement) -> bool:
    """Say whether the last days are of each month: «до 5 числа каждого месяца», «ежемесячно до 5 числа»."""
    days = [item for every in said.rhythms for item in every.items] + [*said.items[-1:]]
    return bool(said.rhythms and days) and all(map(needs_month, parts_of(days[-1])))


def _range_of_years(cursor: Cursor, said: Statement, begin: Point, last: CalendarPart, link: Token) -> Statement:
    """Read «с 2021 по 2024 годы», which is a frame."""
    if not (isinstance(begin, Year) and isinstance(last, Year)):
        raise cursor.fail(Message("a range from a year to something else is not understood"), cursor.peek(-1))
    if begin.school or last.school or cursor.sees("TO", "YEAR"):  # «с 2024-2025 по 2025-2026 учебный год»
        raise cursor.fail(_SCHOOL_YEARS, cursor.peek(-1))
    found = framed(cursor, said, begin.year, last.year)
    if link.kind == "UNTIL":
        cursor.remark(Message("the last year is taken whole"))
    return found


def starting(cursor: Cursor, said: Statement) -> Statement:
    """Read «начиная с …»."""
    cursor.at += 1
    if not cursor.sees("FROM"):
        raise cursor.unknown()
    return since(cursor, said)


def bound(cursor: Cursor, said: Statement) -> Statement:
    """Read what follows «не».

    bound = times | not-before | until | event
    """
    if cursor.sees("NOT") and cursor.peek(1).kind not in _NOT_BOUNDS:
        raise cursor.unknown()
    if cursor.sees("NOT", "RARER", "WORD") and cursor.peek(2).value == "чем" and not sees_count(cursor, 3):
        return event(cursor)
    dated = cursor.peek(3).kind in DATES or (cursor.peek(3).kind in NUMERALS and cursor.peek(4).kind == "MONTH")
    if cursor.sees("NOT", "EARLIER", "WORD") and cursor.peek(2).value == "чем" and not dated:
        return event(cursor)  # «не ранее чем за 90 дней и не позднее чем за 80 дней до …»
    if cursor.sees("NOT", "EARLIER"):
        return not_before(cursor, said)
    return times(cursor) or until(cursor, said)


def not_before(cursor: Cursor, said: Statement) -> Statement:
    """Read the first day on which something may be done; alone it has no end.

    not-before = «не ранее» [ «чем» ] date [ ( «и» | «,» | «но» ) «не позднее» [ «чем» ] date ]
    e.g. not before and not later than: «не ранее 1 сентября и не позднее 15 октября»
    """
    cursor.school_begins = None
    cursor.at += 2
    skip_than(cursor)
    begin = point(cursor)
    but = int(cursor.sees("COMMA", "BUT"))
    ends = cursor.peek(but).kind in _AND_BUT_OR_COMMA and cursor.peek(but + 1).kind == "NOT"
    if not (ends and cursor.peek(but + 2).kind == "LATER"):
        return modified(cursor, said, [From(with_month(cursor, begin, None))])
    cursor.at += 3 + but
    skip_than(cursor)
    return modified(cursor, said, [range_of(cursor, begin, date(cursor))])
