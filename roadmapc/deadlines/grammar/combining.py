"""Makes one value of what the clauses of a wording say.

Each step takes the statement and returns it changed; what the sum makes doubtful is remarked on the cursor.
"""

from __future__ import annotations

from dataclasses import replace

from roadmapc.deadlines.grammar.carried_over import AUGUST, range_of
from roadmapc.deadlines.grammar.cursor import Cursor
from roadmapc.deadlines.grammar.dated_rhythms import MORE_DATES, with_rhythms
from roadmapc.deadlines.grammar.exceptions import without_months
from roadmapc.deadlines.grammar.narrowing import APART, narrowed, with_months
from roadmapc.deadlines.grammar.statement import NOTHING, Statement
from roadmapc.deadlines.grammar.stretches import days_in_month
from roadmapc.deadlines.values import (
    At,
    CalendarPart,
    Day,
    Deadline,
    Every,
    From,
    FromTo,
    Item,
    Month,
    MonthPart,
    NthWeekday,
    Report,
    Until,
    Year,
    lacks_year,
    parts_of,
)
from roadmapc.diagnostics import Message

_NOTHING_BESIDE = NOTHING[1:]  # what a statement that has nothing but items has in its other fields
_REPORT_UNITS = ("year", "half", "quarter", "month")


def combined(cursor: Cursor, said: Statement) -> Deadline:
    """Return the deadline that the clauses say together."""
    if len(said.items) == 1 and said[1:] == _NOTHING_BESIDE and not cursor.each_year:
        return Deadline(items=said.items, remarks=tuple(cursor.remarks))  # most wordings are one date or range
    said = said._replace(yearly=said.yearly or cursor.each_year, items=with_months(cursor, said))
    said = without_months(cursor, said)
    said = _ended(cursor, _of_school_year(_from_a_year_on(cursor, said)))
    _refuse_unclear_sums(cursor, said)
    said = _with_weekdays(cursor, _without_repeated(_both_rhythms(said)))
    said = _with_rhythm_of_reports(cursor, said)
    said = with_rhythms(cursor, said)
    if not cursor.bracketed:  # brackets have said what they are about
        said = said._replace(items=narrowed(cursor, said.items))
    return _deadline(cursor, said)


def _deadline(cursor: Cursor, said: Statement) -> Deadline:
    """Return the value of a statement whose rhythms are among its items."""
    items, whole = said.items, said.whole
    every_item_recurs = bool(items) and all(isinstance(item, Every) for item in items)
    yearly = said.yearly and not every_item_recurs and not any(isinstance(item, Report) for item in items)
    if said.events:
        return _event(cursor, said)
    if yearly and not items and not whole:
        items, yearly = (Every("year"),), False
    if whole and yearly and not items:
        items, yearly, whole = (Every("year"),), False, False
        cursor.remark(Message("“each year” and “during the year”: it may mean the whole period"))
    if whole and items:
        whole = False
        cursor.remark(Message("“the whole period” beside dates: the dates are taken"))
    return Deadline(
        items=_once(items),
        frame=said.frame,
        yearly=yearly,
        whole=whole and not said.frame,
        condition="; ".join(said.conditions),
        remarks=tuple(cursor.remarks),
    )


def _from_a_year_on(cursor: Cursor, said: Statement) -> Statement:
    """«2022 год и далее ежегодно»: each year from that one on."""
    if not said.onwards:
        return said
    only = said.items[0] if len(said.items) == 1 else None
    if not (isinstance(only, At) and isinstance(only.part, Year) and not only.part.school):
        raise cursor.fail(Message("from when on is not said; name the year"), cursor.peek(-1))
    return said._replace(items=(From(only.part),), yearly=True)


def _ended(cursor: Cursor, said: Statement) -> Statement:
    """«с 19 мая, но не позднее 22 мая»: both ends of one range."""
    if len(said.items) != 2 or said.rhythms or said.yearly or all(token.kind != "LATER" for token in cursor.tokens):
        return said  # «с 1 мая, до 5 июня» may be two terms
    first, last = said.items
    if not (isinstance(first, From) and isinstance(last, Until)):
        return said
    days = all(isinstance(part, Day) and part.month for part in (first.part, last.part))
    return said._replace(items=(range_of(cursor, first.part, last.part),)) if days else said


def _of_school_year(said: Statement) -> Statement:
    """«2026/2027 учебный год: октябрь, март»: the months in the years in which that school year has them."""
    first, *rest = said.items or (None,)
    if not (isinstance(first, At) and isinstance(first.part, Year) and first.part.school and rest):
        return said
    begins = first.part.year
    parts = [part for item in rest for part in parts_of(item)]
    months = [getattr(part, "month", None) for part in parts]
    if said.rhythms or said.reports or not all(map(lacks_year, parts)) or not all(months) or AUGUST in months:
        return said

    def dated(part: CalendarPart) -> CalendarPart:
        assert isinstance(part, (Day, Month, MonthPart, NthWeekday))  # no other has a month
        return replace(part, year=begins + ((part.month or 0) < AUGUST))

    found = (
        FromTo(dated(item.first), dated(item.last))
        if isinstance(item, FromTo)
        else replace(item, part=dated(item.part))
        for item in rest
        if isinstance(item, (At, FromTo, Until, From))
    )
    return said._replace(items=tuple(found))


def _refuse_unclear_sums(cursor: Cursor, said: Statement) -> None:
    """Refuse what would be taken for a union though one statement limits the other."""
    together = len(said.items) + len(said.rhythms) + bool(said.weekdays)
    opened = any(isinstance(item, From) for item in said.items) and not _begins_a_rhythm(said)
    years = [item.part for item in said.items if isinstance(item, At) and isinstance(item.part, Year)]
    school = any(year.school for year in years)
    not_all_at = not all(isinstance(item, At) for item in said.items)
    until_year = any(isinstance(item, Until) and isinstance(item.part, Year) for item in said.items)
    if said.yearly and len(said.items) > 1 and any(token.kind == "ONCE" for token in cursor.tokens):
        raise cursor.fail(MORE_DATES, cursor.peek(-1))  # «1 раз в год (март, апрель)»
    if _names_a_day_twice(said.items):
        raise cursor.fail(APART, cursor.tokens[0])  # «первая суббота октября: 4 октября»
    if (
        ((opened or school) and together > 1)
        or (years and said.frame)
        or (until_year and (said.rhythms or said.weekdays))
        or (said.yearly and any(map(_begins_in_a_year, said.items)) and (len(said.items) == 1 or not_all_at))
    ):
        raise cursor.fail(APART, cursor.tokens[0])
    if said.rhythms and said.yearly:
        cursor.remark(Message("“each year” beside another rhythm: it may be due yearly as well"))


def _begins_in_a_year(item: Item) -> bool:
    """«ежегодно начиная с сентября 2025 года», «ежегодно до 1 марта 2025 года»: when in each year is not said."""
    if not isinstance(item, (At, From, Until)):
        return False
    return not isinstance(item.part, Year) and not lacks_year(item.part)


def _names_a_day_twice(items: tuple[Item, ...]) -> bool:
    """Say whether a day may be that which another item names by its weekday: is it that one or a further one."""
    parts = [item.part for item in items if isinstance(item, At)]
    days = {(part.month, part.day) for part in parts if isinstance(part, Day)}
    weekdays = {part for part in parts if isinstance(part, NthWeekday) and part.month}
    named = ((part.month, range(first, last + 1)) for part in weekdays for first, last in (days_in_month(part),))
    return any((month, day) in days for month, span in named for day in span)


def _begins_a_rhythm(said: Statement) -> bool:
    """«ежемесячно с октября», «по пятницам с 1 октября»: each month or week from that day on."""
    begins = len(said.items) == 1 and all(getattr(part, "month", None) for part in parts_of(said.items[0]))
    every = {every.unit for every in said.rhythms} | ({"week"} if said.weekdays else set())
    return begins and len(every) == 1 and every <= {"month", "week"}


def _both_rhythms(said: Statement) -> Statement:
    """«1 раз в год / 1 раз в 3 года»: both, where nothing else is said that could recur yearly."""
    if not (said.yearly and said.rhythms) or said.items or said.reports or said.weekdays:
        return said
    return said._replace(rhythms=(Every("year"), *said.rhythms), yearly=False)


def _event(cursor: Cursor, said: Statement) -> Deadline:
    words = "; ".join(said.events)
    if said.items:
        cursor.remark(Message("it also counts from an event: {words}", words=words))
        return Deadline(items=_once(said.items), frame=said.frame, remarks=tuple(cursor.remarks))
    if said.yearly or said.frame or said.conditions:
        cursor.remark(Message("it also recurs, but the event has no date"))
    return Deadline(event=words, remarks=tuple(cursor.remarks))


def _once(items: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(dict.fromkeys(items))


def _without_repeated(said: Statement) -> Statement:
    """«ежемесячно, до 5 числа каждого месяца»: the rhythm is said twice."""
    full = {every.unit for every in said.rhythms if (every.items and not every.month) or every.weekdays}
    if any(every.through for every in said.rhythms):
        full.add("day")  # «ежедневно с понедельника по пятницу»
    if not full:
        return said
    kept = (every for every in said.rhythms if every != Every(every.unit) or every.unit not in full)
    return said._replace(rhythms=tuple(kept))


def _with_weekdays(cursor: Cursor, said: Statement) -> Statement:
    """«еженедельно по пятницам», «1 раз в две недели по четвергам», «2 раза в неделю (вт, чт)», «по вторникам»."""
    if not said.weekdays:
        return said
    weekly = [every for every in said.rhythms if every.unit == "week" and not (every.items or every.through)]
    others = [every for every in said.rhythms if every not in weekly]
    if any(every.unit not in {"week", "day"} and not every.items for every in others):
        raise cursor.fail(Message("which of these days of the week is meant is not said"), cursor.peek(-1))
    days = tuple(sorted({*said.weekdays, *(day for every in weekly for day in every.weekdays)}))
    told = {replace(every, weekdays=()) for every in weekly} - {Every("week")}
    if len(told) > 1:
        raise cursor.fail(APART, cursor.tokens[0])
    rhythm = next(iter(told), Every("week"))
    if rhythm.times not in {1, len(days)}:
        raise cursor.fail(Message("as many days as times are expected: {n}", n=rhythm.times), cursor.peek(-1))
    return said._replace(rhythms=(replace(rhythm, times=1, weekdays=days), *others), weekdays=())


def _with_rhythm_of_reports(cursor: Cursor, said: Statement) -> Statement:
    """«ежеквартально, до 10 числа месяца, следующего за отчетным периодом»: the rhythm names the cycle."""
    if not said.reports and not any(isinstance(item, Report) for item in said.items):
        return said
    rhythm = next((every for every in said.rhythms if every.times == 1 and not every.items), None)
    unit = rhythm.unit if rhythm else "year" if said.yearly else None
    if unit not in _REPORT_UNITS and any(report.unit == "month" for report in said.reports):
        unit = "month"  # «месяца, следующего за отчетным» with no rhythm beside it
    if said.reports and unit not in _REPORT_UNITS:
        cursor.at = len(cursor.tokens)
        cursor.remark(Message("how long the reporting period is, is not said"))
        return said._replace(reports=(), events=(*said.events, cursor.rest(0)))
    step = rhythm.step if rhythm else 1
    cycled = (replace(report, unit=unit, step=step) for report in said.reports)  # type: ignore[arg-type]  # checked above
    said = said._replace(items=(*said.items, *cycled), reports=())
    if rhythm is None:
        return said
    rhythms = list(said.rhythms)
    rhythms.remove(rhythm)
    items = (
        replace(item, step=rhythm.step) if isinstance(item, Report) and item.unit == rhythm.unit else item
        for item in said.items
    )
    return said._replace(items=tuple(items), rhythms=tuple(rhythms))
