"""What falls due of a plan, made of it: every row with its days by the terms in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from roadmapc.plan.due_plan import DuePlan, DueRow, DueTime
from roadmapc.plan.execution import Execution, State, state_of
from roadmapc.plan.plan import Plan, Row
from roadmapc.plan.report_days import ReportDays, ReportDue, reports_due
from roadmapc.plan.values import Assignee, Occurrence


def due_plan(
    plan: Plan, execution: Execution | None = None, as_of: date = date.max, days: ReportDays | None = None
) -> DuePlan:
    """Return what falls due of a plan; `execution` tells what became of it by the end of a day."""
    reports = reports_due(days, plan.period, date.min, date.max) if days and plan.period else ()
    return DuePlan(
        plan.id,
        plan.municipality,
        plan.period,
        not any(row.deadline_error and not row.occurrences for row in plan.dated_rows),
        tuple(_row(plan, row, execution, as_of) for row in plan.dated_rows if not row.by_parts),
        tuple(_report(plan, one) for one in reports),
    )


def _report(plan: Plan, one: ReportDue) -> DueRow:
    """Return a report as a row: whoever controls the plan, else who signed its order, answers for it."""
    order = plan.roadmap.order
    person = (order.controller or order.signature) if order else None
    return DueRow(
        route=("report", one.words),
        id=f"report-{one.due}",
        number="",
        text=f"Отчет об исполнении за {one.words}",
        deadline_text="",
        kind="report",
        is_continuous=False,
        assignees=(Assignee(person.position, person=person.name),) if person else (),
        owners_text="",
        result="",
        section="",
        section_title="",
        times=(DueTime(Occurrence(one.due, one.due, plan.calendar.act_by(one.due))),),
    )


def _row(plan: Plan, row: Row, execution: Execution | None, as_of: date) -> DueRow:
    return DueRow(
        row.route,
        row.id,
        row.number,
        row.text_apart.strip(),
        row.deadline_text,
        row.dated.kind if row.dated and not row.has_dates else "date",
        row.is_continuous,
        tuple(Assignee(one.text, one.alias, one.person) for one in row.assignees),
        row.owners_text,
        row.result,
        _section(plan, row),
        plan.sections[row.section].title,
        tuple(_time(plan, row, one, execution, as_of) for one in row.occurrences),
    )


def _time(plan: Plan, row: Row, occurrence: Occurrence, execution: Execution | None, as_of: date) -> DueTime:
    unit = execution.unit_of(row, occurrence) if execution else None
    state = state_of(unit, as_of, plan.calendar) if unit else None
    held = in_force(plan, occurrence, state)
    return DueTime(held, state, occurrence.due if held is not occurrence else None)


def in_force(plan: Plan, occurrence: Occurrence, state: State | None) -> Occurrence:
    """Return an occurrence with the term to which it was moved, if it was."""
    if state is None or state.term is None or state.term == occurrence.due:
        return occurrence
    first = min(occurrence.first, state.term)
    return replace(occurrence, first=first, due=state.term, act_by=plan.calendar.act_by(state.term, first))


def _section(plan: Plan, row: Row) -> str:
    section = plan.sections[row.section]
    named = "" if section.own is row else f"{section.number} {section.title}".strip()
    if len(plan.tables) < 2:
        return named
    table = plan.tables[section.table]
    title = plan.contents[table.content].content.title if table.content else ""  # type: ignore[union-attr]
    parts = (title or "", table.source.table.heading or "", named)
    return ": ".join(" ".join(part.split()) for part in parts if part)
