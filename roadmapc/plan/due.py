"""What falls due, for whom: the occurrences of plans inside a range of days, by the term in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from roadmapc.deadlines import Period
from roadmapc.plan.execution import Execution, State, state_of
from roadmapc.plan.plan import Assignee, Occurrence, Plan, Row
from roadmapc.plan.report_days import ReportDays, ReportDue, reports_due
from roadmapc.russian.calendar import month_end
from roadmapc.russian.normal_form import searched_form

Status = Literal["due", "open", "continuous"]
_ORDER: dict[Status, int] = {"due": 0, "open": 1, "continuous": 2}


@dataclass(frozen=True, slots=True)
class DueEntry:
    """One occurrence of one activity: due in the range, open in it, or continuous work; or a report that is due.

    `occurrence` has the term in force; `printed` is the day of the plan where that was moved. `state` is what became of
    it, None for rows that are counted through those below them and for reports.
    """

    plan: Plan
    row: Row
    occurrence: Occurrence
    status: Status
    state: State | None = None
    printed: date | None = None
    is_report: bool = False

    @property
    def kind(self) -> str:
        """Return the kind of deadline; «date» where dates stand beside words that could not be dated."""
        if self.is_report:
            return "report"
        return self.row.dated.kind if self.row.dated and not self.row.has_dates else "date"


def section_of(entry: DueEntry) -> str:
    """Return number and title of the row's section, behind attachment and table where there are several."""
    if entry.is_report:
        return ""
    plan, section = entry.plan, entry.plan.sections[entry.row.section]
    named = "" if section.own is entry.row else f"{section.number} {section.title}".strip()
    if len(plan.tables) < 2:
        return named
    table = plan.tables[section.table]
    title = plan.contents[table.content].content.title if table.content else ""  # type: ignore[union-attr]
    parts = (title or "", table.source.table.heading or "", named)
    return ": ".join(" ".join(part.split()) for part in parts if part)


def entries(
    plan: Plan,
    first: date,
    last: date,
    *,
    owner: str = "",
    execution: Execution | None = None,
    as_of: date = date.max,
) -> Iterator[DueEntry]:
    """Return what is due, open or continuous between two days, inclusive, in the order of the table.

    `owner` keeps the rows of one owner, as `rows_of` finds them; `execution` tells what became of them by a day.
    """
    for row in rows_of(plan, owner):
        for occurrence in row.occurrences:
            unit = execution.unit_of(row, occurrence) if execution else None
            state = state_of(unit, as_of, plan.calendar) if unit else None
            held = in_force(plan, occurrence, state)
            status = _status(row, held, first, last)
            if status:
                yield DueEntry(plan, row, held, status, state, occurrence.due if held is not occurrence else None)


def in_force(plan: Plan, occurrence: Occurrence, state: State | None) -> Occurrence:
    """Return an occurrence with the term to which it was moved, if it was."""
    if state is None or state.term is None or state.term == occurrence.due:
        return occurrence
    first = min(occurrence.first, state.term)
    return replace(occurrence, first=first, due=state.term, act_by=plan.calendar.act_by(state.term, first))


def reports(plan: Plan, days: ReportDays, first: date, last: date) -> Iterator[DueEntry]:
    """Return the reports on a plan that are due between two days, by the settings."""
    if plan.period is None:
        return
    for one in reports_due(days, plan.period, first, last):
        occurrence = Occurrence(one.due, one.due, plan.calendar.act_by(one.due))
        yield DueEntry(plan, _report_row(plan, one, occurrence), occurrence, "due", is_report=True)


def _report_row(plan: Plan, one: ReportDue, occurrence: Occurrence) -> Row:
    """Return a report as a row: whoever controls the plan, else who signed its order, answers for it."""
    order = plan.roadmap.order
    person = (order.controller or order.signature) if order else None
    owner = (Assignee(person.position, person=person.name),) if person else ()
    return Row(
        route=("report", one.words),
        id=f"report-{one.due}",
        number="",
        level=1,
        table=-1,
        section=-1,
        text=f"Отчет об исполнении за {one.words}",
        deadline_text="",
        dated=None,
        deadline_error=None,
        dates_error=None,
        occurrences=(occurrence,),
        has_dates=True,
        assignees=owner,
        owners_text="",
        result="",
    )


def rows_of(plan: Plan, owner: str = "") -> Iterator[Row]:
    """Return the rows of an owner: alias, post or person contains the words, in any case of letters; all without."""
    wanted = searched_form(owner)
    for row in plan.dated_rows:
        if not wanted or any(wanted in words for words in _owner_words(row)):
            yield row


def ordered(found: Iterable[DueEntry]) -> list[DueEntry]:
    """Return entries as they are listed: due first, then open, then continuous; by date, then municipality."""
    return sorted(
        found,
        key=lambda entry: (
            _ORDER[entry.status],
            entry.occurrence.due,
            entry.plan.municipality,
            entry.plan.id,
            entry.row.route,
        ),
    )


def _status(row: Row, occurrence: Occurrence, first: date, last: date) -> Status | None:
    if occurrence.due < first or occurrence.first > last:
        return None
    if row.is_continuous:
        return "continuous"
    return "due" if occurrence.due <= last else "open"


def _owner_words(row: Row) -> Iterator[str]:
    for assignee in row.assignees:
        yield searched_form(assignee.text)
        if assignee.alias:
            yield searched_form(assignee.alias)
        if assignee.person:
            yield searched_form(assignee.person)
    yield searched_form(row.owners_text)


def month_in(period: Period, month: int, today: date) -> tuple[int, bool] | None:
    """Return the year of the nearest such month from today within a period, and whether that month is past.

    Where the period is over it is the last such month; None where the period has no such month.
    """
    years = [
        year
        for year in range(period.first.year, period.last.year + 1)
        if date(year, month, 1) <= period.last and month_end(year, month) >= period.first
    ]
    if not years:
        return None
    coming = [year for year in years if month_end(year, month) >= today]
    return (coming[0], False) if coming else (years[-1], True)
