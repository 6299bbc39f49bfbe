"""The cyclogram (циклограмма): activities by months, a table for each year in which something happens.

Years come in their order; neighbours in which the same happens share a table. Nothing of a plan is left out: what has
no dates stands at the end of the last table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from roadmapc.documents._cells import MOST_REMEMBERED, field_cell, section_row, text_cell
from roadmapc.documents._table import NO_TEXT
from roadmapc.documents._tasks import TaskView, is_continuous, undated_task
from roadmapc.documents._years import Months, goes_by_school_years, months_in, year_of, years_name
from roadmapc.documents.output import File, OutputContext
from roadmapc.plan import Occurrence, Plan, Row
from roadmapc.rendering.blocks import Paragraph, Run, TableCell, TableRow
from roadmapc.rendering.prose import first_paragraph, tied
from roadmapc.russian.calendar import MONTHS

ORDER = 50

OPEN, OFTEN = "–", "●"
SIGNS = ("день", OPEN, "месяц", "часто")
_MOST_DAYS = 3  # that fit into the cell of a month
_LEAST_MONTHS = 4  # that the words of continuous work fit into


@dataclass(frozen=True, slots=True)
class MonthsView:
    """What happens in one month or, where `columns` is more than 1, in several: «» for nothing.

    «25», «10, 25» are due days, «–» is work towards a later day, «●» work all the time or on more than three days;
    over several months stand the words of continuous work. `due` tells that something is due.
    """

    text: str
    columns: int = 1
    due: bool = False


NOTHING = MonthsView("")


@dataclass(frozen=True, slots=True)
class CycleRowView:
    """An activity, of whose text the first paragraph, in the months of a year."""

    number: str
    activity: str
    months: tuple[MonthsView, ...]


@dataclass(frozen=True, slots=True)
class CycleGroupView:
    """The activities of a section that happen in the year; the heading may be empty."""

    heading: str
    rows: tuple[CycleRowView, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """A table: «2022 год», «2021–2023 годы» (neighbours that are alike) or «2022/2023 учебный год».

    `months` are their names; `parts` what stands over them: words and how many months they cover. `rows_name` is the
    name of its rows for `<rows of="…"/>`.
    """

    heading: str
    months: tuple[str, ...]
    parts: tuple[tuple[str, int], ...]
    groups: tuple[CycleGroupView, ...]
    rows_name: str = ""


@dataclass(frozen=True, slots=True)
class CyclogramView:
    """The cyclogram: its years, and what has no dates.

    `signs` are those that stand in the months, as a legend tells them: «день» for days, «–», and of «●» which it means,
    «месяц» (all the time) or «часто» (on more than three days).
    """

    years: tuple[YearView, ...]
    undated: tuple[TaskView, ...]
    signs: tuple[str, ...] = ()


def files(plan: Plan, context: OutputContext) -> Iterator[File]:
    """Return `cyclogram.docx`, unless the plan has nothing to show in it."""
    cyclogram = cyclogram_view(plan)
    if cyclogram.years or cyclogram.undated:
        last = cyclogram.years[-1] if cyclogram.years and cyclogram.undated else None
        rows = {year.rows_name: _rows(year, goes_on=year is last) for year in cyclogram.years}
        yield from context.files(plan, "cyclogram", "cyclogram.html", {"cyclogram": cyclogram}, rows)


def cyclogram_view(plan: Plan) -> CyclogramView:
    """Return the cyclogram of a plan; neighbouring years in which the same happens share a table."""
    school = goes_by_school_years(plan)
    years = sorted({year for row in plan.dated_rows for o in row.occurrences for year in _years_of(o, school)})
    found = [(year, _groups(plan, months_in(year, school))) for year in years]
    alike = [(groups, [year for year, _ in same]) for groups, same in groupby(found, lambda one: one[1])]
    used = {_sign(cell) for groups, _ in alike for group in groups for row in group.rows for cell in row.months}
    return CyclogramView(
        tuple(_year(same, groups, school) for groups, same in alike),
        tuple(undated_task(row) for row in plan.dated_rows if not row.occurrences),
        tuple(sign for sign in SIGNS if sign in used),
    )


def _sign(cell: MonthsView) -> str:
    """Return what a legend has to tell of a cell, «» for nothing."""
    if cell.text == OFTEN:
        return "часто" if cell.due else "месяц"
    return "день" if cell.due else OPEN if cell.text == OPEN else ""


def _years_of(occurrence: Occurrence, school: bool) -> range:
    """Return the years that an occurrence touches; a school year is named by its first."""
    first, last = (year_of(day.year, day.month, school) for day in (occurrence.first, occurrence.due))
    return range(first, last + 1)


def _groups(plan: Plan, months: Months) -> tuple[CycleGroupView, ...]:
    groups = []
    for section in plan.sections:
        rows = (one for row in section.all_rows for one in (row, *row.later))
        found = tuple(view for row in rows if (view := _row(row, months)))
        heading = "" if section.own else f"{section.number} {section.title}".strip()
        if found:
            groups.append(CycleGroupView(heading, found))
    return tuple(groups)


def _year(years: list[int], groups: tuple[CycleGroupView, ...], school: bool) -> YearView:
    months = months_in(years[0], school)
    heading = years_name(years, school)
    parts = [(heading, 12)]
    if school and len(years) == 1:
        parts = [(f"{year} год", len(list(inside))) for year, inside in groupby(year for year, _ in months)]
    names = tuple(MONTHS[month - 1][0] for _, month in months)
    return YearView(heading, names, tuple(parts), groups, f"months-{years[0]}")


def _rows(year: YearView, *, goes_on: bool) -> tuple[TableRow, ...]:
    """Return the rows of a year; the last one is kept with what goes on below them."""
    rows: list[TableRow] = []
    for group in year.groups:
        if group.heading:
            rows.append(section_row(group.heading, 14))
        for row in group.rows:
            cells = (text_cell(row.number or NO_TEXT, "TableNumber"), field_cell(row.activity))
            rows.append(TableRow((*cells, *(_month_cell(one.text, one.columns, one.due) for one in row.months))))
    if goes_on:
        rows[-1] = TableRow(rows[-1].cells, "keep")
    return tuple(rows)


@lru_cache(MOST_REMEMBERED)
def _month_cell(text: str, columns: int, due: bool) -> TableCell:
    if not text:
        return text_cell("")
    words = tied(" ".join(text.split()))
    return TableCell((Paragraph((Run(words, bold=True) if due else words,), "TableText"),), columns, 1, "center", True)


def _row(row: Row, months: Months) -> CycleRowView | None:
    """Return a row in the months of a year, or None where nothing happens in them."""
    spans = [((o.first.year, o.first.month), (o.due.year, o.due.month), o.due.day) for o in row.occurrences]
    here = [span for span in spans if span[0] <= months[-1] and span[1] >= months[0]]
    if not here:
        return None
    at_work = {month for first, last, _ in here for month in months if first <= month <= last}
    cells: Iterable[MonthsView]
    if is_continuous(row):
        always = MonthsView(OFTEN)
        cells = _merged([always if month in at_work else NOTHING for month in months], row.deadline_text)
    else:
        days: dict[tuple[int, int], set[int]] = {}
        for _, last, day in here:
            days.setdefault(last, set()).add(day)
        cells = (_month(frozenset(days.get(month, ()))) if month in at_work else NOTHING for month in months)
    return CycleRowView(row.number, first_paragraph(row.text_apart)[0].rstrip(":"), tuple(cells))


@lru_cache(MOST_REMEMBERED)
def _month(days: frozenset[int]) -> MonthsView:
    """Return a month in which something is done, and due on these days."""
    if not days:
        return MonthsView(OPEN)
    return MonthsView(OFTEN if len(days) > _MOST_DAYS else ", ".join(map(str, sorted(days))), due=True)


def _merged(cells: list[MonthsView], words: str) -> Iterator[MonthsView]:
    """Yield the months of continuous work as one cell with its words, where they have room."""
    for cell, same in groupby(cells):
        count = len(list(same))
        if cell.text and words and count >= _LEAST_MONTHS:
            yield MonthsView(" ".join(words.split()), count)
        else:
            yield from [cell] * count
