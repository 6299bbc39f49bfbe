"""Reads what «по» makes of the words behind it: weekdays, a last day, results of a cycle."""

from __future__ import annotations

from roadmapc.deadlines.grammar.captions import starts_phrase
from roadmapc.deadlines.grammar.conditions import condition, event
from roadmapc.deadlines.grammar.cursor import NUMERALS, Cursor
from roadmapc.deadlines.grammar.one_date import date, starts_date
from roadmapc.deadlines.grammar.rhythms import weekdays
from roadmapc.deadlines.grammar.statement import NOTHING, Statement
from roadmapc.deadlines.grammar.vocabulary import Kind
from roadmapc.deadlines.values import Every, Until
from roadmapc.diagnostics import Message

_IN_EACH = {"кварталам", "полугодиям", "четвертям", "месяцам", "неделям", "декадам"}
_AS_OF = "по состоянию на"
_FULL_DATES: frozenset[Kind] = frozenset({"DMY", "DM", "YEAR"})
_DUE: frozenset[Kind] = frozenset({"UNTIL", "NOT", "BY"})


def along(cursor: Cursor) -> Statement:
    """Read what follows «по»: weekdays, a date, a condition, results of a year.

    along = «по» ( weekdays | unit | «состоянию на» date | date | «итогам» results | condition | event )
    """
    start = cursor.at
    if cursor.sees("TO", "WEEKDAY"):
        cursor.at += 1
        return weekdays(cursor)
    if cursor.sees("TO", "RESULTS"):
        return results(cursor)
    if starts_phrase(cursor):
        return condition(cursor)
    if cursor.words_ahead().startswith(_AS_OF) and starts_date(cursor, 3):
        cursor.at += 3
        cursor.remark(Message("the day of which the state is told: it may be due later"))
        return NOTHING
    if cursor.sees("TO", "UNIT") and cursor.peek(1).text.lower() in _IN_EACH:
        cursor.at += 1
        return Statement(rhythms=(Every(cursor.next().value),))
    if cursor.sees("TO", _FULL_DATES) or cursor.sees("TO", NUMERALS, "MONTH"):
        cursor.at += 1
        found = Statement(items=(Until(date(cursor)),))
        cursor.remark(Message("the beginning is not said"))
        return found
    if cursor.words_ahead().startswith(("по окончани", "по завершени", "по истечени", "по результат")):
        return event(cursor)
    raise cursor.unknown(cursor.tokens[min(start + 1, len(cursor.tokens) - 1)])


def results(cursor: Cursor) -> Statement:
    """Read the cycle whose results are reported: with a date behind it, it says nothing more.

    results = «по итогам» [ «отчетного» ] unit [ «–» ] ( until | words )
    e.g. by the results of a year: «по итогам года – до 31 марта следующего года»
    """
    start = cursor.at
    cursor.at += 2
    cursor.skip("CURRENT", "REPORTED", "SCHOOL", "PLAINYEAR")
    if cursor.sees_unit("year", "half", "quarter", "month"):
        unit = cursor.next().value
        cursor.skip("DASH", "COMMA")
        if cursor.sees(_DUE):
            ahead = {token.kind for token in cursor.tokens[cursor.at :]}
            if unit != "year" and "NEXT" in ahead:
                return Statement(rhythms=(Every(unit),))  # it names the cycle of the report behind it
            if unit == "year" and not ahead & {"NEXT", "YEAR", "DMY", "REPORTED"}:
                cursor.remark(Message("of which year the results are is not said"))
            return NOTHING
    cursor.at = start
    found = event(cursor)
    cursor.remark(Message("to which day it is due is not said"))
    return found
