"""What stands in the months of a network chart: planned days, and what became of them, in figures and letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from roadmapc.deadlines import Period
from roadmapc.documents._years import Months, goes_by_school_years, months_in, year_of, years_name
from roadmapc.documents.execution._report import Report
from roadmapc.plan.execution import RowState, Status
from roadmapc.plan.execution.mark_days import day_of
from roadmapc.plan.execution.rows import UnitState
from roadmapc.plan.execution.statuses import progress_of

Month = tuple[int, int]
MOST_MONTHS = 12
_MOST_DAYS = 3  # that fit into the cell of a month
LATE, MISSED, PARTLY, RISK, REMOVED, MOVED, GOES_ON, ALL_THE_TIME, AHEAD = (
    *("оп", "н", "ч", "р", "с", "пер", "в", "●", "–"),
)
PLANNED = {
    "день": "число – последний день срока",
    AHEAD: "«–» – работа начата, срок позже",
    ALL_THE_TIME: "«●» – работа идет весь месяц или чаще трех раз в месяц",
    MOVED: "«пер» – день, на который срок перенесен",
}
"""What the signs of the line «П» mean, in the order in which a legend tells them."""
DONE = {
    "день": "число – день исполнения",
    "из": "«2 из 4» – сколько раз исполнено за месяц",
    LATE: "«оп» – с опозданием",
    MISSED: "«н» – не исполнено",
    PARTLY: "«ч» – исполнено частично",
    RISK: "«р» – есть риск неисполнения",
    REMOVED: "«с» – снято с контроля",
    GOES_ON: "«в» – выполнялось, сведения есть",
}
"""What the signs of the line «Ф» mean."""
_STATUS_SIGNS = {
    Status.MISSED: MISSED,
    Status.PARTLY: PARTLY,
    Status.AT_RISK: RISK,
    Status.REMOVED: REMOVED,
}


@dataclass(frozen=True, slots=True)
class MonthsSpan:
    """The months of one table, with the words over it; `parts` are years and how many of its months lie in each."""

    heading: str
    months: Months
    parts: tuple[tuple[str, int], ...]


def spans(report: Report) -> tuple[MonthsSpan, ...]:
    """Return the months of a chart in tables of at most twelve: those of a long time by its years."""
    days = _days(report)
    if days is None:
        return ()
    months = tuple(_months(days))
    if len(months) <= MOST_MONTHS:
        heading = report.period.words if report.period else ""
        return (MonthsSpan(heading, months, _parts(months)),)
    school = goes_by_school_years(report.plan)
    years = sorted({year_of(*month, school) for month in months})
    found = ((year, tuple(m for m in months_in(year, school) if m in set(months))) for year in years)
    return tuple(MonthsSpan(years_name([year], school), some, _parts(some)) for year, some in found)


def _days(report: Report) -> Period | None:
    if report.period:
        return report.period.days
    if report.plan.period:
        return report.plan.period
    dues = [one.state.due for state in report.rows for one in state.units if one.state.due]
    return Period(min(dues), max(dues)) if dues else None


def _months(days: Period) -> Iterator[Month]:
    month = (days.first.year, days.first.month)
    while month <= (days.last.year, days.last.month):
        yield month
        month = (month[0] + month[1] // 12, month[1] % 12 + 1)


def _parts(months: Months) -> tuple[tuple[str, int], ...]:
    years = [year for year, _month in months]
    return tuple((f"{year} год", years.count(year)) for year in dict.fromkeys(years))


def touches(one: UnitState, span: MonthsSpan) -> bool:
    """Say whether a time is due, or done, in the months of a table."""
    days = (one.state.due, one.state.term, one.state.done)
    return any(day and _month_of(day) in span.months for day in days)


def planned(state: RowState, month: Month) -> str:
    """Return what the plan has for a month: days, work towards a later one, decisions that move a term."""
    if state.row.is_continuous:
        return ALL_THE_TIME if any(_touches(one, month) for one in state.units) else ""
    days = [one.state.due for one in state.units if one.state.due and _month_of(one.state.due) == month]
    moved = [one.state.term for one in state.units if one.state.moves and one.state.term]
    parts = [str(day.day) for day in days] if len(days) <= _MOST_DAYS else [ALL_THE_TIME]
    parts += [f"{day.day} {MOVED}" for day in moved if _month_of(day) == month]
    if not parts and any(_touches(one, month) for one in state.units):
        return AHEAD
    return ", ".join(parts)


def _touches(one: UnitState, month: Month) -> bool:
    occurrence = one.unit.occurrence
    return occurrence is not None and _month_of(occurrence.first) <= month <= _month_of(occurrence.due)


def _month_of(day: date) -> Month:
    return day.year, day.month


def done(state: RowState, month: Month, as_of: date) -> str:
    """Return what became of a row in a month, as far as is known on a day."""
    if state.row.is_continuous and _is_told(state.units, month, as_of):
        return GOES_ON
    times = [one for one in state.units if one.state.term and _month_of(one.state.term) == month]
    if len(times) > _MOST_DAYS and any(one.state.term and one.state.term <= as_of for one in times):
        return f"{sum(min(*one.state.times) for one in times)} из {sum(one.state.times[1] for one in times)}"
    return ", ".join(_signs(state.units, month, as_of))


def _signs(units: Iterable[UnitState], month: Month, as_of: date) -> Iterator[str]:
    for one in units:
        state = one.state
        for day in _done_days(one, as_of):
            if _month_of(day) == month:
                yield f"{day.day} {LATE}" if state.term and day > state.term else str(day.day)
        if state.term and _month_of(state.term) == month and state.status in _STATUS_SIGNS:
            yield _STATUS_SIGNS[state.status]


def _done_days(one: UnitState, as_of: date) -> Iterator[date]:
    for placed in one.unit.marks:
        if placed.mark.done and (day := day_of(placed.mark.done)) <= as_of:
            yield day


def _is_told(units: Sequence[UnitState], month: Month, as_of: date) -> bool:
    intervals = (one for unit in units for one in progress_of(unit.unit, as_of))
    return any(_month_of(first) <= month <= _month_of(last) and month <= _month_of(as_of) for first, last in intervals)


def signs_in(texts: Iterable[str], known: dict[str, str]) -> tuple[str, ...]:
    """Return what a legend has to tell of cells: the meanings of the signs that stand in them."""
    words = {word.strip(",") for text in texts for word in text.split()}
    figures = any(word.isdigit() for word in words)
    return tuple(known[key] for key in known if (key == "день" and figures) or key in words)
