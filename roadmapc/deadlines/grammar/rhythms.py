"""Reads what comes again: «ежегодно», «1 раз в квартал», «по пятницам»."""

from __future__ import annotations

import re

from roadmapc.deadlines.grammar.cursor import DATES, NUMBERS, NUMERALS, Cursor
from roadmapc.deadlines.grammar.date_lists import date_list
from roadmapc.deadlines.grammar.one_date import starts_date
from roadmapc.deadlines.grammar.statement import NOTHING, Statement
from roadmapc.deadlines.grammar.vocabulary import Kind
from roadmapc.deadlines.values import WORKING_DAY, Day, Every, parts_of
from roadmapc.diagnostics import Message

_BETWEEN: frozenset[Kind] = frozenset({"COMMA", "AND"})
AT_MOST = Message("“at most” sets no deadline; write how often it is due")
_MOST_TIMES = 366
_MOST_STEPS = 100
_COUNTED_ORDINALS = re.compile(r"\d+-?(?:х|ти|ми)")
"""Numbers with an ending that count: «1 раз в 3-х месяца», «в 2-х недель»; «в 3-м квартале» names one."""
_LOCATIVES = {"квартале", "полугодии", "месяце", "году", "неделе", "декаде"}
_SINGULARS = {"квартал", "полугодие", "четверть"}
_UNSTEPPED = {"day", "ten_days", "school_quarter"}
UNITS = ("year", "half", "quarter", "school_quarter", "month", "ten_days", "week", "day")
"""Units in which something may recur."""


def rhythm(cursor: Cursor) -> Statement:
    """Read «ежегодно», «ежемесячно» and their like.

    rhythm = «ежегодно» | «ежеквартально» | «ежемесячно» | «ежедекадно» | «еженедельно» | «ежедневно» [ working-days ]
    e.g. how often: «ежегодно»; «ежедневно, кроме выходных»
    """
    unit = cursor.next().value
    if unit == "day":
        _pass_over_working_days(cursor)
    return Statement(yearly=True) if unit == "year" else Statement(rhythms=(Every(unit),))


def _pass_over_working_days(cursor: Cursor) -> None:
    """Pass over «, кроме выходных и праздничных дней», «по рабочим дням»: each day is one range of days as it is.

    working-days = [ «,» ] ( «кроме» «выходных» [ «и» «праздничных» ] | ( «в» | «по» ) «рабочие» ) [ «дни» ]
    """
    start = cursor.at
    cursor.take("COMMA")
    excepted, word = cursor.peek(), cursor.peek(1).text.lower()
    days_off = excepted.value in {"кроме", "исключая"} and word.startswith(("выходн", "праздничн"))
    if not days_off and not (excepted.kind in {"IN", "TO"} and word.startswith(("рабоч", "учебн"))):
        cursor.at = start
        return
    cursor.at += 2
    while (
        days_off and cursor.sees(_BETWEEN, "WORD") and cursor.peek(1).text.lower().startswith(("выходн", "праздничн"))
    ):
        cursor.at += 2
    if cursor.sees_unit("day"):
        cursor.at += 1


def times(cursor: Cursor) -> Statement | None:
    """Read «не реже 1 раза в квартал», «дважды в год», «раз в 3 года»; None where no count stands.

    times = [ «не реже» ] ( [ number ] «раз» | «дважды» | «трижды» ) «в» [ «течение» ] ( [ number ] unit | date-list )
    e.g. how often, counted: «1 раз в квартал»; «не реже 2 раз в год»; «один раз в два года»; «1 раз во II квартале»
    """
    ahead = 0
    if cursor.sees("NOT"):
        ahead = 2 + (cursor.peek(2).kind == "COMMA")
        ahead += cursor.peek(ahead).value == "чем"
        if cursor.sees("NOT", "OFTENER"):
            raise cursor.fail(AT_MOST)
    if not sees_count(cursor, ahead) or (cursor.sees("NOT") and cursor.peek(1).kind != "RARER"):
        return None
    number = cursor.peek(ahead)
    counted = cursor.peek(ahead + 1).kind == "ONCE" and number.kind != "ONCE"
    cursor.at += ahead + (2 if counted else 1)
    return _per(cursor, number.value if counted or number.kind == "TWICE" else 1)


def sees_count(cursor: Cursor, ahead: int) -> bool:
    """Say whether «раз», «2 раза» or «дважды» stands ahead."""
    counted = cursor.peek(ahead).kind in NUMBERS and cursor.peek(ahead + 1).kind == "ONCE"
    return counted or cursor.peek(ahead).kind in {"TWICE", "ONCE"}


def _per(cursor: Cursor, count: int) -> Statement:
    """Read «в квартал», «в два года» behind «… раз»; «в I квартале», «в мае» name the time."""
    if not cursor.take("IN", "FOR", "ON"):
        raise cursor.unknown()
    cursor.take("DURING")
    cursor.take("EACH")
    if _sees_named_time(cursor):
        if count > 1:
            raise cursor.fail(Message("several times in one stretch of time: name the days or the months"))
        return _at_named_time(cursor)
    step_token = cursor.take("NUM", "CARD", "ORD")
    step = step_token.value if step_token else 1
    cursor.take("SCHOOL", "PLAINYEAR")
    if not cursor.sees_unit(*UNITS):
        if cursor.sees_unit("trimester"):
            raise cursor.fail(Message("trimesters have no dates here; name the months"))
        raise cursor.unknown()
    if not (1 <= count <= _MOST_TIMES and 1 <= step <= _MOST_STEPS):
        raise cursor.fail(Message("such a count is not understood"), cursor.peek(-1))
    if count > 1 and step > 1:
        raise cursor.fail(Message("several times in several cycles is not understood"), cursor.peek(-1))
    unit = cursor.peek().value
    if (unit, step, count) == ("day", 10, 1):
        unit, step = "ten_days", 1
    if unit in _UNSTEPPED and step > 1:
        raise cursor.fail(Message("such a count is not understood"))
    cursor.at += 1
    if (unit, count, step) == ("year", 1, 1):
        return Statement(yearly=True)
    return Statement(rhythms=(Every(unit, step, count),))


def _at_named_time(cursor: Cursor) -> Statement:
    """Return the time that is named; «в первую неделю месяца» is one of each month."""
    found = tuple(date_list(cursor))
    each_month, cursor.each_month = cursor.each_month, False
    return Statement(rhythms=(Every("month", items=found),)) if each_month else Statement(items=found)


def _sees_named_time(cursor: Cursor) -> bool:
    """Say whether one quarter, half or month is named: «в III квартале», «в первом полугодии», «в мае»."""
    if cursor.sees("MONTH"):
        return True
    number, unit = cursor.peek(), cursor.peek(1)
    if number.kind == "ORD" and not _COUNTED_ORDINALS.fullmatch(number.text.lower()):
        return unit.kind in {"UNIT", "AND", "COMMA", "DASH"}
    if number.kind != "NUM" or unit.kind != "UNIT":
        return False
    text = unit.text.lower()
    if text == "кв" and number.value > 1:  # «1 раз в 3 кв.» is each third, or the third
        raise cursor.fail(Message("such a count is not understood"), number)
    return text in _LOCATIVES or (text in _SINGULARS and number.value > 1) or (text == "четверти" and number.value == 1)


def from_weekday(cursor: Cursor) -> Statement | None:
    """Read the days of a week from one to another, as one range in each; None where none stand.

    weekday-range = ( «с» weekday «по» | weekday «–» ) weekday
    e.g. some days of each week: «со вторника по субботу»
    """
    begins = cursor.at + cursor.sees("FROM")
    if not (cursor.sees("FROM", "WEEKDAY", "TO", "WEEKDAY") or cursor.sees("WEEKDAY", "DASH", "WEEKDAY")):
        return None
    first, last = cursor.tokens[begins].value, cursor.tokens[begins + 2].value
    if WORKING_DAY in {first, last} or first == last:
        raise cursor.unknown()
    cursor.at = begins + 3
    return Statement(rhythms=(Every("week", weekdays=(first, last), through=True),))


def weekdays(cursor: Cursor) -> Statement:
    """Read «пятницам», «понедельникам и четвергам» after «по» or «в».

    weekdays = «по» weekday { ( «,» | «и» ) weekday }
    e.g. on weekdays: «1 раз в две недели по четвергам»
    """
    found = [cursor.next().value]
    while cursor.sees(_BETWEEN, "WEEKDAY"):
        found.append(cursor.peek(1).value)
        cursor.at += 2
    return Statement(weekdays=tuple(found))


def pass_over_weekday(cursor: Cursor) -> bool:
    """Pass over the weekday before a date («в субботу, 5 сентября»), which is checked with the date; False for none."""
    ahead = 1 + cursor.sees("WEEKDAY", "COMMA")
    if cursor.peek().value == WORKING_DAY:
        return False
    dated = cursor.peek(ahead).kind in NUMERALS and cursor.peek(ahead + 1).kind == "MONTH"
    if not (dated or cursor.peek(ahead).kind in DATES):
        return False
    cursor.weekday = cursor.peek().value
    cursor.at += ahead
    return True


def bare_weekdays(cursor: Cursor, said: Statement) -> Statement:
    """Read «вторник, четверг» with nothing that says how often; «понедельник, 3 апреля» is that day."""
    if pass_over_weekday(cursor):
        return NOTHING
    if said.items and all(isinstance(part, Day) and part.month for item in said.items for part in parts_of(item)):
        raise cursor.fail(Message("which of these days of the week is meant is not said"))
    if found := from_weekday(cursor):
        if starts_date(cursor):
            raise cursor.fail(Message("which of these days of the week is meant is not said"))
        return found
    found = weekdays(cursor)
    if not any(every.unit == "week" for every in said.rhythms):
        cursor.remark(Message("a weekday alone: taken as each week"))
    return found
