"""Reads «каждый …», and the words behind a date that make it recur or count it from a reporting cycle.

«до 25 числа каждого месяца», «до 20 числа последнего месяца квартала», «до 15 числа месяца, следующего за отчетным
кварталом», «до 15 июля (за I полугодие)».
"""

from __future__ import annotations

from collections.abc import Sequence

from roadmapc.deadlines.grammar.carried_over import BACKWARDS
from roadmapc.deadlines.grammar.cursor import NUMERALS, Cursor
from roadmapc.deadlines.grammar.date_lists import date_list
from roadmapc.deadlines.grammar.lexer import Token
from roadmapc.deadlines.grammar.one_date import date, point
from roadmapc.deadlines.grammar.rhythms import UNITS, rhythm, weekdays
from roadmapc.deadlines.grammar.statement import NOTHING, Statement, joined
from roadmapc.deadlines.grammar.vocabulary import Kind
from roadmapc.deadlines.grammar.years import year_behind
from roadmapc.deadlines.values import (
    At,
    Dated,
    Day,
    Every,
    From,
    FromTo,
    NthWeekday,
    Report,
    Until,
    needs_month,
    parts_of,
)
from roadmapc.diagnostics import Message

EACH_MONTH = Message("which month is not said: taken as each month")
_STARTS: frozenset[Kind] = frozenset({"ORD", "EACH", "UNIT", "COMMA", "NEXT", "LPAR", "FOR"})
_LINKS: frozenset[Kind] = frozenset({"AND", "COMMA"})
_CYCLE_WORDS: frozenset[Kind] = frozenset({"EACH", "REPORTED", "CURRENT"})
_THIS_YEAR: frozenset[Kind] = frozenset({"CURRENT", "REPORTED"})
_REPORT_UNITS = ("month", "year", "quarter", "half")
_MOST_STEPS = 100
_PARTS_OF_YEAR = ("half", "quarter", "school_quarter")


def each(cursor: Cursor, said: Statement) -> Statement:
    """Read what follows «каждый».

    each = «каждый» ( weekday | ordinal weekday [ «месяца» ] | number «числа» | month-name | [ number ] unit )
    e.g. each …: «каждую среду»; «каждый третий четверг месяца»; «каждые 3 месяца»
    """
    token = cursor.take("EACH")
    if cursor.sees("ORD", "WEEKDAY"):
        part = point(cursor)
        if not isinstance(part, NthWeekday):
            raise cursor.unknown(cursor.peek(-1))
        if not cursor.each_month:
            cursor.remark(EACH_MONTH)
        cursor.each_month = False
        return Statement(rhythms=(Every("month", items=(At(part),)),))
    if cursor.sees(NUMERALS, _LINKS, NUMERALS, "WEEKDAY"):
        return modified(cursor, said, date_list(cursor))
    if cursor.sees("WEEKDAY"):
        return weekdays(cursor)._replace(rhythms=(Every("week"),))
    if cursor.sees(NUMERALS, "DATE"):
        found = Statement(rhythms=(Every("month", items=(At(date(cursor)),)),))
        cursor.each_month = False
        return found
    if cursor.sees("MONTH"):
        return modified(cursor, said, [At(date(cursor))])._replace(yearly=True)
    return _each_unit(cursor, token)


def _each_unit(cursor: Cursor, each: Token | None) -> Statement:
    """Read «месяц», «3 месяца» behind «каждый»."""
    step = cursor.take("NUM", "CARD")
    if step is not None and not 1 <= step.value <= _MOST_STEPS:
        raise cursor.fail(Message("such a count is not understood"), step)
    if not cursor.sees_unit(*UNITS):
        raise cursor.unknown(each if cursor.peek().kind == "END" else None)
    unit = cursor.next().value
    if step is None:
        return Statement(yearly=True) if unit == "year" else Statement(rhythms=(Every(unit),))
    if (unit, step.value) == ("day", 10):
        return Statement(rhythms=(Every("ten_days"),))
    # «каждый 4 квартал» may be the fourth of each year, or one of four
    numbered = unit in _PARTS_OF_YEAR and each is not None and not each.text.lower().endswith(("ые", "ых"))
    if step.value > 1 and (unit in {"day", "ten_days", "school_quarter"} or numbered):
        raise cursor.fail(Message("such a count is not understood"), step)
    return Statement(rhythms=(Every(unit, step.value),))


def modified(cursor: Cursor, said: Statement, items: Sequence[Dated]) -> Statement:
    """Return what dates say with the words behind them that make them recur or count them from a cycle.

    modifier = per-unit | month-of-cycle | report | looking-back | rhythm
    """
    cursor.skip("INCLUSIVE")
    if any(isinstance(item, FromTo) and _runs_backwards(item) for item in items):
        raise cursor.fail(BACKWARDS, cursor.peek(-1))
    each_month, cursor.each_month = cursor.each_month, False
    if cursor.peek().kind in _STARTS:
        found = (
            month_of_cycle(cursor, items)
            or per_unit(cursor, items)
            or report(cursor, items)
            or looking_back(cursor, items)
        )
        if found:
            return found
    if each_month and not any(every.unit == "month" for every in said.rhythms):
        cursor.remark(EACH_MONTH)
        return Statement(rhythms=(Every("month", items=tuple(items)),))
    dated = Statement(items=tuple(items))
    return joined(rhythm(cursor), dated) if cursor.sees("RHYTHM") else dated


def _runs_backwards(item: FromTo) -> bool:
    """«с 25 по 5 число»: of one month."""
    first, last = item.first, item.last
    return isinstance(first, Day) and isinstance(last, Day) and not last.month and 0 < last.day < first.day


def month_of_cycle(cursor: Cursor, items: Sequence[Dated]) -> Statement | None:
    """Read a month of a quarter or half-year behind its day.

    month-of-cycle = ordinal «месяца» [ «каждого» ] ( «квартала» | «полугодия» )
    e.g. a day of each quarter: «до 20 числа последнего месяца квартала»
    """
    named = cursor.peek(2).kind in _CYCLE_WORDS
    if not (
        cursor.sees("ORD", "UNIT")
        and cursor.sees_unit("month", ahead=1)
        and cursor.sees_unit("quarter", "half", ahead=2 + named)
    ):
        return None
    if not all(isinstance(item, (At, Until)) and isinstance(item.part, Day) for item in items):
        return None
    month, unit = cursor.peek().value, cursor.peek(2 + named).value
    if month > (3 if unit == "quarter" else 6):
        raise cursor.fail(Message("there is no such number: {n}", n=month))
    cursor.at += 3 + named
    return Statement(rhythms=(Every(unit, items=tuple(items), month=month),))


def per_unit(cursor: Cursor, items: Sequence[Dated]) -> Statement | None:
    """Read a unit behind a day.

    per-unit = «каждого» ( «месяца» | «года» )
    e.g. a day of each month: «до 25 числа каждого месяца»
    """
    if not cursor.sees("EACH", "UNIT") or _follows(cursor, 2):
        return None
    unit = cursor.peek(1).value
    if unit not in _REPORT_UNITS:
        return None
    if unit != "year" and not (unit == "month" and all(all(map(needs_month, parts_of(item))) for item in items)):
        raise cursor.fail(Message("which month of the cycle is meant is not said"))
    cursor.at += 2
    if unit == "year":
        return Statement(items=tuple(items), yearly=True)
    return Statement(rhythms=(Every(unit, items=tuple(items)),))


def _follows(cursor: Cursor, ahead: int) -> bool:
    """Say whether «, следующего за …» stands ahead."""
    ahead += cursor.peek(ahead).kind == "COMMA"
    return cursor.peek(ahead).kind == "NEXT"


def report(cursor: Cursor, items: Sequence[Dated]) -> Statement | None:
    """Read the reporting cycle that a date is counted from.

    report = [ ordinal ] [ «месяца» | «года» ] [ «,» ] «следующего» ( unit | «за» [ «отчетным» ] ( unit | «периодом» ) )
    e.g. after a reporting period: «до 15 числа месяца, следующего за отчетным кварталом»
    """
    start = cursor.at
    months = 0
    unit: str | None = None
    cursor.take("EACH")
    if cursor.sees("ORD", "UNIT") and cursor.sees_unit("month", ahead=1):
        months = cursor.next().value - 1
    if cursor.sees_unit(*_REPORT_UNITS):
        unit = cursor.next().value
    cursor.take("COMMA")
    if not cursor.take("NEXT"):
        cursor.at = start
        return None
    cycle = _cycle(cursor, unit)
    if len(items) > 1 and not all(needs_month(part) for item in items for part in parts_of(item)):
        raise cursor.fail(Message("which of the dates are counted from the reporting cycle is not said"))
    if cursor.sees(_THIS_YEAR, "UNIT"):
        year_behind(cursor)  # «… кварталом текущего года» names no other year
    found = NOTHING
    for item in items:
        found = joined(found, _reported(cursor, item, cycle, months))
    return found


def _cycle(cursor: Cursor, unit: str | None) -> str | None:
    """Return the reporting cycle's unit.

    «rhythm» is a month whose cycle a rhythm may name, «period» a cycle that only a rhythm can name, «event» is none.
    """
    if cursor.sees_unit(*_REPORT_UNITS):
        unit = cursor.next().value
        return "rhythm" if unit == "month" else unit
    if not cursor.take("FOR", "AFTER"):
        raise cursor.unknown()
    reported = cursor.take("REPORTED", "CURRENT")
    if cursor.take("PERIOD"):
        return "period"
    if cursor.sees_unit(*_REPORT_UNITS):
        word = cursor.next()
        named: str = word.value
        # «года, следующего за отчетным (чем?)»: behind the genitive the unit itself is left out
        if reported is not None and word.text.lower() in {"месяца", "года", "квартала"}:
            return "rhythm" if named == "month" else named
        _pass_over_winners(cursor, reported is not None)
        return named
    if reported is not None:
        return "rhythm" if unit == "month" else unit
    if cursor.peek().kind in {"ORD", "WORD"}:
        return "event"
    raise cursor.unknown()


def _pass_over_winners(cursor: Cursor, reported: bool) -> None:
    """Pass over «, по итогам которого …» behind «следующего за годом»."""
    start = cursor.at
    if not reported and start < len(cursor.tokens):
        cursor.at = len(cursor.tokens)
        cursor.pass_over(start)


def _reported(cursor: Cursor, item: Dated, cycle: str | None, months: int) -> Statement:
    """Return what one date counted from a cycle says; `months` later than the cycle's end."""
    if cycle == "event":
        cursor.at = len(cursor.tokens)
        cursor.remark(Message("the day lies outside the plan or after an event"))
        return Statement(events=(cursor.rest(0),))
    if isinstance(item, (FromTo, From)):
        raise cursor.fail(Message("a range after a reporting cycle is not understood"), cursor.peek(-1))
    if months and isinstance(item, At):
        raise cursor.unknown(cursor.peek(-1))
    if cycle == "rhythm":
        return Statement(reports=(Report("month", item, months=months),))
    if cycle not in _REPORT_UNITS:
        return Statement(reports=(Report("year", item, months=months),))
    return Statement(items=(Report(cycle, item, months=months),))  # type: ignore[arg-type]  # one of _REPORT_UNITS


def looking_back(cursor: Cursor, items: Sequence[Dated]) -> Statement | None:
    """Read the year or half-year that a report is about.

    looking-back = [ «(» ] «за» [ ordinal «полугодие» ] [ «отчетного» ] [ «года» ] [ «)» ]
    e.g. about a half-year: «до 15 июля (за I полугодие отчетного года)»
    """
    start = cursor.at
    cursor.take("LPAR")
    if not cursor.take("FOR"):
        cursor.at = start
        return None
    half = 0
    if cursor.sees(NUMERALS, "UNIT") and cursor.sees_unit("half", ahead=1):
        half = cursor.peek().value
        if half not in {1, 2}:
            raise cursor.fail(Message("there is no such number: {n}", n=half))
        cursor.at += 2
    cursor.take("REPORTED", "PRECEDING", "CURRENT")
    if cursor.sees_unit("year"):
        cursor.at += 1
    elif not half:
        cursor.at = start
        return None
    cursor.take("RPAR")
    return Statement(items=tuple(_of_year(cursor, item, half, start) for item in items))


def _of_year(cursor: Cursor, item: Dated, half: int, start: int) -> Report:
    if not isinstance(item, (Until, At)) or not isinstance(item.part, Day):
        raise cursor.unknown(cursor.tokens[start])
    return Report("year", item, half=half)
