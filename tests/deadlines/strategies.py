"""Hypothesis strategies: every value that the grammar can produce, and texts that look like deadlines."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import assume
from hypothesis import strategies as st

from roadmapc.deadlines.grammar.carried_over import from_to, runs_backwards
from roadmapc.deadlines.values import (
    LAST,
    WORKING_DAY,
    At,
    CalendarPart,
    Dated,
    Day,
    Deadline,
    Every,
    From,
    Month,
    MonthPart,
    NthWeekday,
    Report,
    Until,
    Year,
    YearEdge,
    YearPart,
    parts_of,
)
from roadmapc.russian.calendar import make_date

years = st.integers(2000, 2090)
maybe_year = st.none() | years
months = st.integers(1, 12)


def _is_day(day: Day) -> bool:
    if day.day == LAST:
        return day.weekday is None
    return make_date(day.year or 2024, day.month or 1, day.day) is not None


days = st.builds(Day, st.integers(1, 31) | st.just(LAST), months, maybe_year, st.none() | st.integers(0, 6)).filter(
    _is_day
)
whole_months = st.builds(Month, months, maybe_year)
parts = st.one_of(
    st.builds(MonthPart, st.just("ten_days"), st.integers(1, 3), months, maybe_year),
    st.builds(MonthPart, st.just("week"), st.sampled_from([1, 2, 3, 4, 5, LAST]), months, maybe_year),
    st.builds(MonthPart, st.just("half"), st.integers(1, 2), months, maybe_year),
    st.builds(MonthPart, st.sampled_from(["start", "middle", "end"]), st.just(1), months, maybe_year),
)
weekdays = st.one_of(
    st.builds(NthWeekday, st.sampled_from([1, 2, 3, 4, 5, LAST]), st.integers(0, 6), months, maybe_year),
    st.builds(NthWeekday, st.integers(1, 15) | st.just(LAST), st.just(WORKING_DAY), months, maybe_year),
)
year_units = ["quarter", "school_quarter", "season", "school_break"]
year_parts = st.one_of(
    st.builds(YearPart, st.sampled_from(year_units), st.integers(1, 4), maybe_year),
    st.builds(YearPart, st.just("half"), st.integers(1, 2), maybe_year),
)
edges = st.builds(YearEdge, st.sampled_from(["start", "end"]), maybe_year, st.booleans())
calendar_parts: st.SearchStrategy[CalendarPart] = st.one_of(days, whole_months, parts, weekdays, year_parts, edges)


def _with_year(part: CalendarPart, year: int | None) -> CalendarPart:
    if isinstance(part, Day):
        day = Day(part.day, part.month, year, part.weekday)
        return day if _is_day(day) else Day(28, part.month, year, part.weekday)
    return replace(part, year=year)  # type: ignore[arg-type]  # of parts without a year none is left here


@st.composite
def ranges(draw: st.DrawFn) -> Dated:
    """Ranges whose ends both have a year or both have none."""
    first, last = draw(calendar_parts), draw(calendar_parts)
    year = draw(maybe_year)
    later = year + draw(st.integers(0, 3)) if year else None
    start, end = _with_year(first, year), _with_year(last, later)
    assume(not runs_backwards(start, end))
    return from_to(start, end)


dated_lists = st.one_of(
    st.lists(st.builds(At, calendar_parts), min_size=1, max_size=3, unique=True),
    st.lists(st.builds(Until, calendar_parts | st.builds(Year, years)), min_size=1, max_size=3, unique=True),
    st.lists(ranges(), min_size=1, max_size=3, unique=True),
    st.lists(st.builds(From, calendar_parts), min_size=1, max_size=1),
).map(tuple)

units = ["year", "half", "quarter", "school_quarter", "month", "week"]
rhythms = st.one_of(
    st.builds(Every, st.sampled_from([unit for unit in units if unit != "school_quarter"]), st.integers(1, 12)),
    st.just(Every("school_quarter")),
    st.just(Every("day")),
    st.just(Every("ten_days")),
    st.lists(st.integers(0, 6), min_size=2, max_size=2, unique=True).map(
        lambda days: Every("week", weekdays=tuple(days), through=True)
    ),
    st.builds(Every, st.sampled_from(["half", "quarter", "month", "year"]), st.just(1), st.integers(2, 9)),
    st.builds(
        Every,
        st.just("week"),
        st.integers(1, 4),
        weekdays=st.lists(st.integers(0, 6), min_size=1, unique=True).map(sorted).map(tuple),
    ),
)
month_days = st.builds(Day, st.integers(1, 31))
monthly = st.builds(
    Every,
    st.just("month"),
    items=st.lists(
        st.builds(Until, month_days)
        | st.builds(At, month_days | st.builds(NthWeekday, st.integers(1, 4), st.integers(0, 7))),
        min_size=1,
        max_size=2,
        unique=True,
    ).map(tuple),
)
within_months = st.builds(
    lambda every, first, last: replace(every, within=(from_to(Day(1, first), Day(LAST if last == 2 else 28, last)),)),
    monthly,
    months,
    months,
)
in_quarter = st.builds(
    Every,
    st.just("quarter"),
    items=st.builds(Until, month_days).map(lambda item: (item,)),
    month=st.sampled_from([1, 2, 3, LAST]),
)
reports = st.one_of(
    st.builds(
        Report,
        st.sampled_from(["month", "quarter", "half", "year"]),
        st.builds(Until, month_days),
        months=st.integers(0, 2),
    ),
    st.builds(Report, st.just("year"), st.builds(Until, st.builds(Day, st.integers(1, 28), months))),
    st.builds(
        Report, st.just("year"), st.builds(Until, st.builds(Day, st.integers(1, 28), months)), half=st.integers(1, 2)
    ),
    st.builds(Report, st.just("year"), st.builds(At, st.builds(YearPart, st.just("quarter"), st.integers(1, 4)))),
)


@st.composite
def deadlines(draw: st.DrawFn) -> Deadline:
    """Whole deadlines, of every kind that has dates."""
    frame = draw(
        st.none() | st.tuples(st.integers(2000, 2040), st.integers(0, 9)).map(lambda p: (p[0], p[0] + p[1] + 1))
    )
    kind = draw(st.sampled_from(["dated", "rhythm", "one", "report", "year", "whole", "frame"]))
    if kind == "dated":
        items = draw(dated_lists)
        yearless = all(getattr(part, "year", None) is None for item in items for part in parts_of(item))
        return Deadline(items, frame if yearless else None, yearly=yearless and draw(st.booleans()))
    if kind == "rhythm":
        found = tuple(draw(st.lists(rhythms, min_size=1, max_size=2, unique=True)))
        through = [every for every in found if every.through]  # it says all that another rhythm of weeks says
        return (
            Deadline(found if Every("year") not in found else (Every("year"),), frame)
            if not through
            else Deadline(tuple(through[:1]), frame)
        )
    if kind == "one":
        return Deadline((draw(monthly | in_quarter | within_months),), frame)
    if kind == "report":
        return Deadline(tuple(draw(st.lists(reports, min_size=1, max_size=2, unique=True))))
    if kind == "year":
        return Deadline((At(draw(st.builds(Year, years, st.booleans()))),))
    return Deadline(whole=True) if kind == "whole" else Deadline(frame=frame or (2021, 2024))


_WORDS = """
до с по к в на за и не раз раза ежегодно ежеквартально каждый месяц месяца год года квартал I II III IV первый третий
последняя неделя декада мая март июнь января понедельник пятницам 5 12 31 2022 2021-2024 30.08 01.05.2022 10.00 ч.
следующего отчетным периодом числа каждого конец начало половина учебного уч.г. график по мере (май) – - , ; . … № от
в течение в срок
рабочий день дней декаду прием заявок уточняется состоянию кроме выходных (десятого)
не позднее не реже 1 раза в квартал постоянно весь период каникулы этап
"""
words = st.sampled_from(_WORDS.split())
texts = st.one_of(
    st.lists(words, max_size=14).map(" ".join),
    st.text(max_size=60),
    st.text(alphabet="абвгдеёжзиймнопрстуя0123456789IVX .,-–—()/\n\t\u00a0\u0000", max_size=80),
)
