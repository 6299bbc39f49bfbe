"""What the page shows of plans: rows with their days and states, sums, what could not be read.

Contacts, addresses of mail, reasons, waivers and diagnostics are there in an internal page alone (152-ФЗ, ст. 6): the
usual one is made for a public site.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from roadmapc.deadlines import Period
from roadmapc.deadlines.wording import wording
from roadmapc.documents._events import first_days
from roadmapc.documents._tasks import is_continuous
from roadmapc.documents.web_page.contacts import without_contacts
from roadmapc.documents.web_page.words import PARENT, UNDATED, UNKNOWN
from roadmapc.plan.due_making import in_force
from roadmapc.plan.execution import Execution, RowState, Status, Totals, overall, row_states
from roadmapc.plan.execution.mark_days import is_known
from roadmapc.plan.execution.rows import UnitState
from roadmapc.plan.plan import Plan, Row
from roadmapc.russian.calendar import Calendar

NO_TEXT = "–"


@dataclass(frozen=True, slots=True)
class Link:
    """A file beside the page: its name and where it is, below the page."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A roadmap that could not be read: its name, and (in an internal page) why."""

    name: str
    messages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A plan with what became of it, the documents built of it, and (internal) what is wrong with its rows."""

    execution: Execution
    files: tuple[Link, ...] = ()
    problems: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By the id of the row; those of no row by «»."""


@dataclass(frozen=True, slots=True)
class PageUnit:
    """One time at which a row is due: its days, state, and the day on which it was done."""

    first: date
    due: date
    state: str
    done: date | None = None


@dataclass(frozen=True, slots=True)
class PageRow:
    """A row as the page shows it; `more` are pairs of a name and words that an internal page has besides."""

    id: str
    number: str
    section: str
    activity: str
    deadline: str
    kind: str
    owners: tuple[str, ...]
    state: str
    units: tuple[PageUnit, ...]
    understood: str
    result: str
    more: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PagePlan:
    """A plan as the page shows it; without marks nobody has told what is done.

    It holds nothing of the plan itself: of thousands only what is shown stays in memory.
    """

    id: str
    municipality: str
    period: Period | None
    calendar: Calendar
    title: str
    rows: tuple[PageRow, ...]
    totals: Totals
    has_marks: bool
    files: tuple[Link, ...]
    problems: tuple[str, ...]


def page_plan(source: Source, as_of: date, *, internal: bool, states: tuple[RowState, ...] | None = None) -> PagePlan:
    """Return what the page shows of a plan on a day; `states` are its rows on that day, where they are known."""
    execution, plan = source.execution, source.execution.plan
    states = row_states(execution, as_of) if states is None else states
    several = len({row.row.table for row in states}) > 1
    rows = tuple(_row(source, one, as_of, several=several, internal=internal) for one in states)
    title = " ".join((plan.roadmap.document.title or plan.municipality).split())
    problems = source.problems.get("", ()) if internal else ()
    about = (plan.id, plan.municipality, plan.period, plan.calendar, title)
    return PagePlan(*about, rows, overall(states), execution.file is not None, source.files, problems)


def _row(source: Source, state: RowState, as_of: date, *, several: bool, internal: bool) -> PageRow:
    execution, row = source.execution, state.row
    plan = execution.plan
    has_marks = execution.file is not None
    shown = _first_days(plan, row)
    units = tuple(unit for one in state.units if (unit := _unit(plan, one, shown, has_marks=has_marks)))
    plain = _as_written if internal else without_contacts
    words = dict.fromkeys(" ".join(one.deadline_text.split()) for one in (row, *row.later) if one.deadline_text)
    own = "; ".join(words) or (_above(plan, row) if "deadline" in row.inherits else "")
    return PageRow(
        id=row.id,
        number=row.number,
        section=_section(plan, row, several=several),
        activity=plain(row.text_apart),
        deadline=plain(own),
        kind=_kind(row),
        owners=tuple(dict.fromkeys(plain(one.text) for one in row.assignees)),
        state=_state(state, units, has_marks=has_marks),
        units=units,
        understood=_understood(row),
        result=plain(" ".join(dict.fromkeys(_said(state, as_of, "result")))),
        more=tuple(_more(state, as_of)) if internal else (),
        problems=source.problems.get(row.id, ()) if internal else (),
    )


def _above(plan: Plan, row: Row) -> str:
    above = plan.row_at(row.route[:-2])
    return " ".join(above.deadline_text.split()) if above else ""


def _section(plan: Plan, row: Row, *, several: bool) -> str:
    """Return the section of a row, behind the heading of its table where there are several."""
    section = plan.sections[row.section]
    heading = plan.tables[row.table].source.table.heading if several else ""
    parts = (heading or "", f"{section.number} {section.title}")
    return ": ".join(text for part in parts if (text := " ".join(part.split())))


def _kind(row: Row) -> str:
    if row.has_dates or (row.dated is None and row.occurrences):
        return "date"
    if row.dated is None:
        return "unread" if row.deadline_error else "undated"
    return row.dated.kind


def _as_written(text: str) -> str:
    return " ".join(text.split())


def _first_days(plan: Plan, row: Row) -> dict[int, date]:
    """Return the first day that is shown of each occurrence, by its identity: as calendars and pictures show it."""
    found: dict[int, date] = {}
    for one in (row, *row.later):
        days = [each.first for each in one.occurrences] if is_continuous(one) else first_days(plan, one)
        found |= {id(occurrence): day for occurrence, day in zip(one.occurrences, days, strict=True)}
    return found


def _unit(plan: Plan, one: UnitState, shown: Mapping[int, date], *, has_marks: bool) -> PageUnit | None:
    occurrence, state = one.unit.occurrence, one.state
    if occurrence is None:
        return None
    held = in_force(plan, occurrence, state)
    first = shown.get(id(occurrence), held.first)
    is_a_day = first == occurrence.due  # until which it is due: so it is where the term was moved
    status = UNKNOWN if not has_marks and state.is_over else state.status.value
    return PageUnit(held.due if is_a_day else min(first, held.due), held.due, status, state.done)


def _state(state: RowState, units: Sequence[PageUnit], *, has_marks: bool) -> str:
    """Return the state of a row: without a day it is never under way; without marks a time that is over goes first.

    Work that goes on counts as done in the shares of a period of which something is told: it is still under way.
    """
    if state.status is None:
        return PARENT
    if state.row.is_continuous and state.status is Status.DONE and units:
        return units[0].state
    if not units and state.status is Status.OPEN:
        return UNDATED
    if has_marks or not units:
        return state.status.value
    found = {unit.state for unit in units}
    return next((one for one in (UNKNOWN, Status.OPEN.value, Status.AHEAD.value) if one in found), units[0].state)


def _understood(row: Row) -> str:
    words = (wording(one.dated.deadline) for one in (row, *row.later) if one.dated)
    return "; ".join(dict.fromkeys(words))


def _said(state: RowState, as_of: date, key: str) -> Iterator[str]:
    for unit in state.units:
        for placed in unit.unit.marks:
            text = getattr(placed.mark, key) if is_known(placed.mark, as_of) else None
            if text:
                yield " ".join(text.split())


def _more(state: RowState, as_of: date) -> Iterator[tuple[str, str]]:
    """Yield what is for the office alone: why it is late, what is done about it, how to reach who answers for it."""
    for key, name in (("reason", "Причина"), ("measures", "Принятые меры")):
        if words := " ".join(dict.fromkeys(_said(state, as_of, key))):
            yield name, words
    for one in state.row.assignees:
        reach = ", ".join(text for text in (one.person, one.contacts, one.email) if text)
        if reach:
            yield one.text, reach
