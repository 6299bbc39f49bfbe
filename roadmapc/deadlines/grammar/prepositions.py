"""Reads what «в», «на», «за», «в течение», «по» make of the words behind them."""

from __future__ import annotations

from collections.abc import Callable

from roadmapc.deadlines.grammar.captions import WHICH_END, starts_phrase
from roadmapc.deadlines.grammar.clauses import dates, frame, framed, since
from roadmapc.deadlines.grammar.conditions import (
    condition,
    event,
    pass_over_words,
    phrase,
    sees_day_term,
    sees_duration,
    sees_named_period,
)
from roadmapc.deadlines.grammar.cursor import NUMBERS, NUMERALS, YEAR_LINKS, Cursor
from roadmapc.deadlines.grammar.one_date import date, starts_date
from roadmapc.deadlines.grammar.recurrence import each
from roadmapc.deadlines.grammar.rhythms import pass_over_weekday, weekdays
from roadmapc.deadlines.grammar.statement import NOTHING, Statement
from roadmapc.deadlines.grammar.vocabulary import Kind
from roadmapc.deadlines.grammar.years import sees_years_of_school, year_of_school
from roadmapc.deadlines.values import At, Every, From, MonthPart, Until
from roadmapc.diagnostics import Message

_IN_ON_OR_TO: frozenset[Kind] = frozenset({"IN", "ON", "TO"})
_WORD_OR_UNIT: frozenset[Kind] = frozenset({"WORD", "UNIT"})
_COMMA_OR_COLON: frozenset[Kind] = frozenset({"COMMA", "COLON"})
_DUE_OR_FROM: frozenset[Kind] = frozenset({"UNTIL", "NOT", "BY", "FROM"})
_DUE: frozenset[Kind] = frozenset({"UNTIL", "NOT", "BY"})
_IN_PERIOD: frozenset[Kind] = frozenset({"FROM", "UNTIL", "SEASONAL", "YEAR", "DMY", "DM", "MONTH"})
_WHOLE_OF: frozenset[Kind] = frozenset(
    {"WHOLE", "PERIOD", "DEADLINE_WORD", "SCHOOL", "CURRENT", "PLAINYEAR", "REPORTED", "EACH"}
)
_THIS_OR_EACH: frozenset[Kind] = frozenset({"CURRENT", "EACH"})
_BUDGET: frozenset[Kind] = frozenset({"YEAR", "UNIT", "AND", "PLANNED", "PERIOD", "COMMA"})
_IN_EACH = {"кварталам", "полугодиям", "четвертям", "месяцам", "неделям", "декадам"}
_AS_OF = "по состоянию на"
_FULL_DATES: frozenset[Kind] = frozenset({"DMY", "DM", "YEAR"})
_WHOSE = ("муниципальн", "государственн", "национальн", "региональн", "настоящ", "данн", "комплексн")
_CARRIED_OUT = (*("програм", "подпрограм", "план", "проект", "дорожн", "карт", "мероприят", "договор", "контракт"),)
"""What «в период реализации …» may be about so that it means the whole period of the document."""


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


def _about_a_time(cursor: Cursor, start: int) -> Statement:
    """«за отчетный период» names no time; «за 5 дней до …» counts from an event."""
    before = sees_duration(cursor) and any(cursor.peek(n).kind == "UNTIL" for n in range(1, 5))
    if before or cursor.sees("UNIT", "UNTIL"):
        return event(cursor, start)
    raise cursor.fail(Message("which period is meant is not said"), cursor.tokens[start])


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


_INSIDE: dict[Kind, Callable[[Cursor, Statement, int], Statement]] = {
    "CURRENT": whole_year,
    "PLAINYEAR": whole_year,
    "SCHOOL": whole_year,
    "EACH": lambda cursor, said, _: each(cursor, said),
    "WEEKDAY": lambda cursor, said, _: dates(cursor, said) if pass_over_weekday(cursor) else weekdays(cursor),
    "WHOLE": lambda cursor, said, _: whole(cursor, said),
}
