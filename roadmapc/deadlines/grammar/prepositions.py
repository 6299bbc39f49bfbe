"""Reads what «в», «на», «за», «в течение» make of the words behind them."""

from __future__ import annotations

from collections.abc import Callable

from roadmapc.deadlines.grammar.captions import WHICH_END
from roadmapc.deadlines.grammar.clauses import dates
from roadmapc.deadlines.grammar.conditions import (
    condition,
    event,
    pass_over_words,
    phrase,
    sees_day_term,
    sees_duration,
)
from roadmapc.deadlines.grammar.cursor import NUMBERS, Cursor
from roadmapc.deadlines.grammar.frames import budget_years, frame
from roadmapc.deadlines.grammar.one_date import starts_date
from roadmapc.deadlines.grammar.recurrence import each
from roadmapc.deadlines.grammar.rhythms import pass_over_weekday, weekdays
from roadmapc.deadlines.grammar.since import since
from roadmapc.deadlines.grammar.statement import NOTHING, Statement
from roadmapc.deadlines.grammar.vocabulary import Kind
from roadmapc.deadlines.grammar.whole_periods import in_period, whole, whole_year
from roadmapc.deadlines.values import At, From, MonthPart
from roadmapc.diagnostics import Message

_IN_ON_OR_TO: frozenset[Kind] = frozenset({"IN", "ON", "TO"})
_WORD_OR_UNIT: frozenset[Kind] = frozenset({"WORD", "UNIT"})
_COMMA_OR_COLON: frozenset[Kind] = frozenset({"COMMA", "COLON"})
_DUE_OR_FROM: frozenset[Kind] = frozenset({"UNTIL", "NOT", "BY", "FROM"})
_WHOLE_OF: frozenset[Kind] = frozenset(
    {"WHOLE", "PERIOD", "DEADLINE_WORD", "SCHOOL", "CURRENT", "PLAINYEAR", "REPORTED", "EACH"}
)
_THIS_OR_EACH: frozenset[Kind] = frozenset({"CURRENT", "EACH"})


def inside(cursor: Cursor, said: Statement) -> Statement:
    """Read what follows «в», «на», «за», «в течение».

    inside = ( «в» | «на» | «за» ) ( dates | during | in-period | budget-years | each | weekdays | whole | condition
        | event )
    """
    start = cursor.at
    if sees_day_term(cursor):
        return event(cursor)
    if cursor.sees("IN", _WORD_OR_UNIT, "SEASONAL", "SCHOOL_BREAK") and cursor.peek(1).text.lower() in {"время", "дни"}:
        cursor.at += 2
        return dates(cursor, said)
    word = cursor.next()
    if word.kind == "DURING" or cursor.take("DURING"):
        return during(cursor, said, start)
    if cursor.sees("DEADLINE_WORD"):
        return _in_due_time(cursor, start)
    if cursor.sees("NEXT"):
        return event(cursor, start)
    if cursor.sees("PERIOD"):
        return in_period(cursor, start)
    if word.kind == "FOR":
        return _about_a_time(cursor, start)
    if word.kind == "ON" and cursor.sees("YEAR", "UNIT", "AND", "PLANNED", "PERIOD", "YEAR"):
        return budget_years(cursor, said)
    if starts_date(cursor) and not sees_duration(cursor):
        return dates(cursor, said)
    if word.kind == "ON" and cursor.sees(NUMBERS, "UNIT", "FROM") and cursor.sees_unit("year", "month", ahead=1):
        cursor.at += 2
        range_of_years = since(cursor, said)  # «на четыре года с 2017 по 2020 годы»: the range says it all
        if any(isinstance(item, From) for item in range_of_years.items):
            raise cursor.fail(WHICH_END, cursor.tokens[start])
        return range_of_years
    production = _INSIDE.get(cursor.peek().kind, _phrase_from)
    return production(cursor, said, start)


def for_each(cursor: Cursor, said: Statement) -> Statement | None:
    """Pass over «в каждом классе», «по каждому объекту» behind a time: where, not when; None where none stands."""
    beside = said.items or said.rhythms or said.yearly or said.whole
    if not beside or not cursor.sees(_IN_ON_OR_TO, "EACH", "WORD"):
        return None
    start = cursor.at
    cursor.at += 3
    pass_over_words(cursor)
    cursor.pass_over(start)
    return NOTHING


def _in_due_time(cursor: Cursor, start: int) -> Statement:
    """«в срок до …» is said by the next clause; «в сроки, установленные …» is a condition."""
    signs = int(cursor.sees("DEADLINE_WORD", _COMMA_OR_COLON))
    dated = starts_date(cursor, 1 + signs) and not cursor.sees("DEADLINE_WORD", "COMMA")
    if cursor.peek(1 + signs).kind in _DUE_OR_FROM or dated:
        cursor.at += 1 + signs
        return NOTHING
    if cursor.peek(1).kind == "END":
        raise cursor.unknown(cursor.tokens[start + 1])
    cursor.at = start
    return condition(cursor)


def _phrase_from(cursor: Cursor, said: Statement, start: int) -> Statement:
    """Read the condition or event that the preposition begins; it is the token numbered `start`."""
    cursor.at = start
    found = phrase(cursor, said)
    if found is None:
        raise cursor.unknown(cursor.tokens[min(start + 1, len(cursor.tokens) - 1)])
    return found


def during(cursor: Cursor, said: Statement, start: int) -> Statement:
    """Read «в течение года / периода / мая / I квартала / 10 дней …»; `start` is the token of its first word.

    during = «в течение» ( frame | whole-year | «месяца» | dates | duration words )
    e.g. in the course of a month: «в течение мая 2022 г.»
    """
    if found := frame(cursor, said):
        return found
    if sees_duration(cursor):
        if said.items and isinstance(said.items[-1], From):
            raise cursor.fail(WHICH_END, cursor.tokens[start])  # «с 15 октября в течение 5 дней»
        return event(cursor, start)
    if cursor.sees_unit("week", "quarter", "half", "day", "school_quarter"):
        found = event(cursor, start)
        cursor.remark(Message("from which day it is counted is not said"))
        return found
    if cursor.sees_unit("month") and cursor.peek(1).kind in {"AFTER", "FROM", "UNTIL"}:
        return event(cursor, start)
    if cursor.sees_unit("month") or (cursor.sees(_THIS_OR_EACH) and cursor.sees_unit("month", ahead=1)):
        cursor.take("CURRENT", "EACH")
        cursor.at += 1
        return Statement(items=(At(MonthPart("whole", 1)),))  # of a plan for one month
    if cursor.sees(_WHOLE_OF) or cursor.sees_unit("year"):
        return whole_year(cursor, said, start)
    if starts_date(cursor):
        return dates(cursor, said)
    return event(cursor, start)


def _about_a_time(cursor: Cursor, start: int) -> Statement:
    """«за отчетный период» names no time; «за 5 дней до …» counts from an event."""
    before = sees_duration(cursor) and any(cursor.peek(n).kind == "UNTIL" for n in range(1, 5))
    if before or cursor.sees("UNIT", "UNTIL"):
        return event(cursor, start)
    raise cursor.fail(Message("which period is meant is not said"), cursor.tokens[start])


_INSIDE: dict[Kind, Callable[[Cursor, Statement, int], Statement]] = {
    "CURRENT": whole_year,
    "PLAINYEAR": whole_year,
    "SCHOOL": whole_year,
    "EACH": lambda cursor, said, _: each(cursor, said),
    "WEEKDAY": lambda cursor, said, _: dates(cursor, said) if pass_over_weekday(cursor) else weekdays(cursor),
    "WHOLE": lambda cursor, said, _: whole(cursor, said),
}
