"""Reads «весь период», «в течение учебного года», «в период реализации программы»."""

from __future__ import annotations

from roadmapc.deadlines.grammar.conditions import event, pass_over_words, sees_named_period
from roadmapc.deadlines.grammar.cursor import Cursor
from roadmapc.deadlines.grammar.frames import named_years
from roadmapc.deadlines.grammar.one_date import date
from roadmapc.deadlines.grammar.statement import NOTHING, Statement
from roadmapc.deadlines.grammar.vocabulary import Kind
from roadmapc.deadlines.values import At
from roadmapc.diagnostics import Message

_IN_PERIOD: frozenset[Kind] = frozenset({"FROM", "UNTIL", "SEASONAL", "YEAR", "DMY", "DM", "MONTH"})
_WHOSE = ("муниципальн", "государственн", "национальн", "региональн", "настоящ", "данн", "комплексн")
_CARRIED_OUT = (*("програм", "подпрограм", "план", "проект", "дорожн", "карт", "мероприят", "договор", "контракт"),)
"""What «в период реализации …» may be about so that it means the whole period of the document."""


def whole(cursor: Cursor, said: Statement) -> Statement:
    """Read the whole period of the document.

    whole = event | «весь» ( «период» | «срок» | «год» | «учебный год» ) ( named-years | words )
    e.g. the whole period: «весь период»
    """
    if sees_named_period(cursor):
        return event(cursor)
    start = cursor.at
    cursor.skip("WHOLE", "SCHOOL", "PLAINYEAR", "CURRENT")
    if not (cursor.take("PERIOD", "DEADLINE_WORD") or cursor.sees_unit("year")):
        raise cursor.unknown()
    if cursor.sees_unit("year"):
        cursor.at += 1
    return _whole_or_years(cursor, said, start)


def _whole_or_years(cursor: Cursor, said: Statement, start: int) -> Statement:
    """«весь период», or «весь период 2022-2024 годов», which are those years."""
    if found := named_years(cursor, said, start):
        return found
    pass_over_words(cursor)
    return Statement(whole=True)


def whole_year(cursor: Cursor, said: Statement, start: int) -> Statement:
    """Read a year or period in the course of which something is done; `start` is the token of its first word.

    whole-year = [ «всего» | «каждого» ] [ «текущего» | «учебного» ] ( «года» | «периода» [ named-years ] | year )
        | event
    e.g. in the course of a year or period: «В течение всего периода»; «в течение учебного года»
    """
    cursor.skip("IN", "DURING")
    cursor.skip("WHOLE")
    each_one = cursor.take("EACH")
    named = cursor.take("CURRENT", "REPORTED")
    cursor.skip("PLAINYEAR", "SCHOOL", "WHOLE")
    if cursor.sees_unit("year"):
        cursor.at += 1
        if named is not None:
            cursor.remark(Message("“the current year” is taken as the whole period"))
        if each_one is None and (found := named_years(cursor, said, start)):
            return found
        return Statement(yearly=each_one is not None, whole=each_one is None)
    if cursor.take("PERIOD", "DEADLINE_WORD"):
        return _whole_or_years(cursor, said, start)
    if cursor.sees("YEAR"):
        return Statement(items=(At(date(cursor)),))
    return event(cursor, start)


def in_period(cursor: Cursor, start: int) -> Statement:
    """Read «в период с … по …», «в период летних каникул», «на период до …»; `start` is the token of its first word.

    in-period = ( «в» | «на» ) «период» ( clause | «реализации» words | event )
    e.g. in a period that has its own words: «в период реализации программы»
    """
    cursor.at += 1
    ranged = cursor.sees("NUM", "DASH", "NUM", "MONTH")
    if cursor.sees(_IN_PERIOD) or cursor.sees("NUM", "MONTH") or ranged:
        return NOTHING  # the next clause says it all
    if _carried_out(cursor):
        pass_over_words(cursor)
        return Statement(whole=True)
    return event(cursor, start)


def _carried_out(cursor: Cursor) -> bool:
    """«в период реализации (программы)», but not «в период действия режима …»."""
    first, second = cursor.peek().text.lower(), cursor.peek(1)
    if second.text.lower().startswith(_WHOSE):
        second = cursor.peek(2)
    known = second.kind == "END" or second.text.lower().startswith(_CARRIED_OUT)
    return first in {"реализации", "действия"} and known
