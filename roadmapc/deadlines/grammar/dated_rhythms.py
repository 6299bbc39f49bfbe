"""Puts dates into the cycles of a rhythm: «2 раза в год (октябрь, апрель)»; years before either are its frame."""

from __future__ import annotations

from dataclasses import replace

from roadmapc.deadlines.grammar.cursor import Cursor
from roadmapc.deadlines.grammar.narrowing import APART
from roadmapc.deadlines.grammar.statement import Statement
from roadmapc.deadlines.values import (
    At,
    Dated,
    Every,
    From,
    FromTo,
    Month,
    Report,
    Until,
    Year,
    YearPart,
    lacks_year,
    limits_cycles,
    needs_month,
    parts_of,
)
from roadmapc.diagnostics import Message

_EVEN = {("year", 2), ("year", 3), ("year", 4), ("half", 2), ("month", 2)}
"""How often in what a range of months is parted: «2 раза в месяц с октября по май»."""
_HALF = 6  # the last month of the first half
MORE_DATES = Message("more dates are named than times")
_SEVERAL_TIMES = Message("several times in one stretch of time: name the days or the months")
_IN_A_YEAR = {"year": 1, "half": 2, "quarter": 4, "school_quarter": 4}


def with_rhythms(cursor: Cursor, said: Statement) -> Statement:
    """Return the statement with dates put into the cycles of a rhythm beside them; its items are what recurs too."""
    dated: list[Dated] = [item for item in said.items if isinstance(item, (At, FromTo, Until, From))]
    others = [item for item in said.items if not isinstance(item, (At, FromTo, Until, From))]
    years = all(isinstance(item, At) and isinstance(item.part, Year) for item in dated)
    if dated and not years and any(isinstance(item, Report) for item in others) and any(map(_may_limit, dated)):
        raise cursor.fail(APART, cursor.tokens[0])  # «с октября по май до 5 числа месяца, следующего за отчетным»
    if said.rhythms == (Every("day"),) and dated and all(map(_is_of_days, dated)):
        cursor.remark(Message("each day: taken as one range of days"))
        return said._replace(rhythms=())  # «ежедневно с 1 по 10 октября»
    if len(said.rhythms) == 1 and _names_all(said.rhythms[0], dated):
        cursor.remark(Message("dates with their years beside a rhythm: only they are taken"))
        return said._replace(rhythms=())
    if len(said.rhythms) == 1 and (monthly := _limited(said.rhythms[0], dated)):
        if not said.rhythms[0].items:
            _refuse_more_than_once(cursor, said.rhythms[0], list(monthly.items))
        return said._replace(items=(monthly, *others), rhythms=())
    if len(said.rhythms) == 1 and not said.rhythms[0].items and dated and not years:
        return said._replace(items=(_inside(cursor, said.rhythms[0], dated), *others))
    if years and dated and said.rhythms:
        if len(dated) > 1 and len(said.rhythms) > 1:
            raise cursor.fail(APART, cursor.tokens[0])
        said, rest = _framed(cursor, said, dated)
        return said._replace(items=(*rest, *said.rhythms, *others))
    if years and dated and others and not said.yearly and all(isinstance(item, Report) for item in others):
        said, rest = _framed(cursor, said, dated)  # «2025 год: ежеквартально до 10 числа месяца, следующего за …»
        return said._replace(items=(*rest, *others))
    if years and dated and said.yearly and not others:
        said, rest = _framed(cursor, said, dated)
        return said._replace(items=(*rest, Every("year")))
    said, rest = _framed_list(cursor, said, dated)
    return said._replace(items=(*rest, *said.rhythms, *others))


def _limited(every: Every, dated: list[Dated]) -> Every | None:
    """«ежемесячно до 5 числа, с октября по май»: days of each month, and which months are meant; None for all else."""
    days = [*every.items, *(item for item in dated if all(map(needs_month, parts_of(item))))]
    limits = tuple(item for item in dated if item not in days)
    ranges = all(
        isinstance(item, FromTo if len(limits) > 1 else (FromTo, From)) and _is_of_months(item) for item in limits
    )
    months = len(limits) > 1 and all(isinstance(item, At) and isinstance(item.part, Month) for item in limits)
    apart = [item in limits for item in dated]
    if apart not in (sorted(apart), sorted(apart, reverse=True)):
        return None  # «до 5 числа (октябрь), до 10 числа (ноябрь)»
    plain = every.unit == "month" and every.step == 1 and not (every.month or every.within)
    counted = every.times in {1, len(days)} and (not every.items or len(days) == len(every.items))
    if not (days and limits and plain and counted and (ranges or months)):
        return None
    return replace(every, times=1, items=tuple(days), within=limits)


def _may_limit(item: Dated) -> bool:
    """Say whether a time may be that in which reports are due, rather than another term beside them."""
    return isinstance(item, FromTo) or (isinstance(item, At) and isinstance(item.part, (Month, YearPart)))


def _is_of_months(item: Dated) -> bool:
    """Say whether both ends of a range lie in months that are named."""
    return all(getattr(part, "month", None) for part in parts_of(item))


def _framed(cursor: Cursor, said: Statement, dated: list[Dated]) -> tuple[Statement, list[Dated]]:
    """«2022 год, ежеквартально»: the year is the frame of the rhythm, and no date beside it."""
    years = [item.part for item in dated if isinstance(item, At) and isinstance(item.part, Year)]
    if found := _frame_of(years, said):
        return said._replace(frame=found), []
    raise cursor.fail(APART, cursor.tokens[0])


def _frame_of(years: list[Year], said: Statement) -> tuple[int, int] | None:
    """Return the years, one after another, as a frame; None where they are none."""
    named = [year.year for year in years]
    in_a_row = bool(named) and named == list(range(named[0], named[0] + len(named)))
    return (named[0], named[-1]) if in_a_row and said.frame is None and not any(year.school for year in years) else None


def _framed_list(cursor: Cursor, said: Statement, dated: list[Dated]) -> tuple[Statement, list[Dated]]:
    """«2022 год: март, май», «2022, 2023 гг.: до 1 мая»: years before dates without years are their frame."""
    years = [item.part for item in dated if isinstance(item, At) and isinstance(item.part, Year)]
    rest = [item for item in dated if not (isinstance(item, At) and isinstance(item.part, Year))]
    bare = all(lacks_year(part) for item in rest for part in parts_of(item))
    if not (years and rest and bare):
        return said, dated
    if found := _frame_of(years, said) if len(years) == 1 or rest == dated[len(years) :] else None:
        return said._replace(frame=found), rest
    if len(years) == 1:
        return said, dated
    raise cursor.fail(APART, cursor.tokens[0])


def _is_of_days(item: Dated) -> bool:
    """Say whether an item is a range of days, or a month."""
    if isinstance(item, FromTo):
        return all(getattr(part, "month", None) for part in parts_of(item))
    return isinstance(item, At) and isinstance(item.part, Month)


def _names_all(every: Every, dated: list[Dated]) -> bool:
    """«2 раза в год (октябрь 2026, апрель 2027)»: as many dates as times, each with its year."""
    counted = every.step == 1 and every.times * _IN_A_YEAR.get(every.unit, 0) == len(dated) > 1
    return counted and not any(lacks_year(part) or isinstance(part, Year) for item in dated for part in parts_of(item))


def _inside(cursor: Cursor, every: Every, dated: list[Dated]) -> Every:
    """Return a rhythm with the days inside its cycles, or with the ranges that limit it."""
    months = [all(getattr(part, "month", 1) is not None for part in parts_of(item)) for item in dated]
    yearless = all(lacks_year(part) for item in dated for part in parts_of(item))
    any_month = (every.unit, every.step) == ("month", 1) and every.times in {1, len(dated)} and not any(months)
    if any_month:  # «2 раза в месяц (1 и 15 числа)»: each of them once
        _refuse_more_than_once(cursor, every, dated)
        return replace(every, times=1, items=tuple(dated))
    if not all(months):
        raise cursor.fail(Message("which month of the cycle is meant is not said"), cursor.peek(-1))
    if every == Every("month") and len(dated) == 1 and isinstance(dated[0], At) and isinstance(dated[0].part, Month):
        raise cursor.fail(APART, cursor.tokens[0])  # «ежемесячно, отчет в мае»: one month is no rhythm
    limits = [limits_cycles(every.unit, item) for item in dated]
    times = every.times * _IN_A_YEAR.get(every.unit, len(dated))
    named = yearless and every.unit not in {"month", "week", "day"} and (len(dated) == times or not any(limits))
    if named:
        _refuse_miscounted(cursor, every, dated, times)
    listed = len(dated) > 1 and every.unit in {"month", "week"} and all(isinstance(item, At) for item in dated)
    even = every.times == 1 or (every.unit, every.times) in _EVEN
    if (every.unit, every.times) == ("year", 2) and all(limits) and not any(map(_touches_both_halves, dated)):
        raise cursor.fail(_SEVERAL_TIMES, cursor.peek(-1))  # «2 раза в год с марта по май»
    if named or (even and (all(limits) or (listed and every.times == 1)) and every.unit != "day"):
        return replace(every, items=tuple(dated))
    message = Message("a date beside a rhythm: write from which month to which it recurs, or the day in each cycle")
    raise cursor.fail(message, cursor.peek(-1))


def _touches_both_halves(item: Dated) -> bool:
    """Say whether a range lies in two halves, of a calendar year or a school year."""
    if not isinstance(item, FromTo):
        return True
    first, last = (getattr(part, "month", None) for part in parts_of(item))
    return not (first and last) or first > last or first <= _HALF < last


def _refuse_more_than_once(cursor: Cursor, every: Every, dated: list[Dated]) -> None:
    """«1 раз в месяц (5, 20 числа)»: more dates than times; «ежемесячно 5, 20 числа» counts none."""
    if every.times == 1 < len(dated) and any(token.kind == "ONCE" for token in cursor.tokens):
        raise cursor.fail(MORE_DATES, cursor.peek(-1))


def _refuse_miscounted(cursor: Cursor, every: Every, dated: list[Dated], times: int) -> None:
    """Refuse as many dates as there are no times: «ежеквартально до 20 декабря» leaves three quarters without a day."""
    if len(dated) > times:
        raise cursor.fail(MORE_DATES, cursor.peek(-1))
    size = 12 // _IN_A_YEAR.get(every.unit, 12)
    months = [getattr(parts_of(item)[-1], "month", None) for item in dated]
    in_them = all(isinstance(item, At) for item in dated)  # «до 15 января» may be of the half before it
    if every.times == 1 and every.unit in {"half", "quarter"} and in_them and all(months):
        cycles = {(month - 1) // size for month in months if month}
        if len(cycles) < len(dated):  # «1 раз в полугодие (октябрь, ноябрь)»
            raise cursor.fail(MORE_DATES, cursor.peek(-1))
    if len(dated) < times and every.step == 1:
        if len(dated) == 1:
            raise cursor.fail(Message("fewer dates are named than times: name all of them"), cursor.peek(-1))
        cursor.remark(Message("fewer dates are named than times: only they are taken"))
