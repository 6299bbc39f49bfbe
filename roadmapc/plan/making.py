"""Roadmap → plan: its tables and sections in order, the period of each, the rows that they have."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.deadlines import DeadlineError, Period
from roadmapc.deadlines.dating.periods import as_school_year, parse_period
from roadmapc.plan.calendar_settings import SettingError, configured
from roadmapc.plan.plan import Plan, PlanSection, PlanTable
from roadmapc.plan.row_cells import Setting
from roadmapc.plan.row_making import RowMaker
from roadmapc.plan.section_periods import period_of, within
from roadmapc.russian.calendar import DEFAULT_CALENDAR, Calendar
from roadmapc.russian.normal_form import normal_form
from roadmapc.source.contents import TableSource, contents_of
from roadmapc.source.model import Roadmap
from roadmapc.source.shared_owners import Directory
from roadmapc.source.tree import Tree


def make_plan(
    roadmap: Roadmap,
    tree: Tree,
    name: str,
    *,
    calendar: Calendar = DEFAULT_CALENDAR,
    directory: Directory | None = None,
) -> Plan:
    """Compute the plan of a roadmap; `name` is its id where the source gives none, `directory` what it shares."""
    period, period_error = _period(roadmap.document.period)
    calendar_error = None
    try:
        calendar = configured(calendar, roadmap.calendar)
    except SettingError as problem:
        calendar_error = problem
    owners = {**(directory.owners if directory else {}), **roadmap.owners}
    setting = Setting({normal_form(alias): (alias, owner) for alias, owner in owners.items()}, period, calendar)
    tables = tuple(_tables(roadmap, setting))
    known_as = normal_form(roadmap.id or name)
    return Plan(known_as, roadmap, tree, period, period_error, calendar, calendar_error, tables, directory)


def _period(text: str, whole: Period | None = None) -> tuple[Period | None, DeadlineError | None]:
    """Return a period, of what lies in a longer one, or why it cannot be read."""
    try:
        return within(parse_period(as_school_year(text) if whole else text), whole), None
    except DeadlineError as error:
        return None, error


def _tables(roadmap: Roadmap, setting: Setting) -> Iterator[PlanTable]:
    """Yield all tables; their sections are counted through."""
    tables = sections = 0
    for at, content in enumerate(contents_of(roadmap)):
        for number, source in enumerate(content.tables, 1):
            yield _table(source, setting, content=at, number=number, index=tables, first_section=sections)
            tables, sections = tables + 1, sections + len(source.sections)


def _table(
    source: TableSource, setting: Setting, *, content: int, number: int, index: int, first_section: int
) -> PlanTable:
    period, error = _period(source.table.period, setting.period) if source.table.period else (setting.period, None)
    maker = RowMaker(source, setting, period, index)
    sections = tuple(_sections(source, maker, period, index, first_section))
    return PlanTable(source, content, source.table.id or str(number), period, error, sections)


def _sections(
    source: TableSource, maker: RowMaker, whole: Period | None, table: int, first: int
) -> Iterator[PlanSection]:
    for at, section in enumerate(source.sections):
        route = (*source.sections_route, at)
        period = period_of(section, whole)
        number, own, rows = maker.section(section, route, at, first + at, period.days)
        yield PlanSection(route, number, section.title or "", section.task or "", own, rows, table, at, period)
