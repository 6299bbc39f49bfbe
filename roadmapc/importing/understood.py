"""What an import has understood, in figures: what is shown of a new roadmap."""

from __future__ import annotations

from typing import NamedTuple

from roadmapc.plan import Plan
from roadmapc.plan.columns import printed_columns


class Deadlines(NamedTuple):
    """How many deadlines were read, read with a doubt, not understood; how many rows have none."""

    read: int
    doubtful: int
    not_understood: int
    missing: int


class Understood(NamedTuple):
    """Figures and names of a plan; `order` and `approval` in words, `columns` are kind and heading of each table."""

    title: str
    order: str
    approval: str
    passport: int
    attachments: int
    sections: int
    rows: int
    columns: tuple[tuple[str, str], ...]
    owners: int
    deadlines: Deadlines


def understood(plan: Plan) -> Understood:
    """Return what is told of a plan."""
    roadmap = plan.roadmap
    order, approval = roadmap.order, roadmap.approval
    signed = approval.by if approval else None
    rows = [*plan.rows]
    columns = tuple((one.kind, one.heading or "") for table in plan.tables[:1] for one in printed_columns(table))
    return Understood(
        title=" ".join((roadmap.document.title or "").split()),
        order=f"{order.date or '—'} № {order.number or '—'}: {order.subject}" if order else "",
        approval=f"{signed.position}, {signed.name}"
        if signed
        else " ".join((approval.act or "").split())
        if approval
        else "",
        passport=len(roadmap.passport.rows) if roadmap.passport else 0,
        attachments=len(roadmap.attachments),
        sections=sum(bool(section.title) for section in plan.sections),
        rows=len(rows),
        columns=columns,
        owners=len({assignee.text for row in rows for assignee in row.assignees}),
        deadlines=_deadlines(plan),
    )


def _deadlines(plan: Plan) -> Deadlines:
    read = doubtful = wrong = missing = 0
    for row in plan.dated_rows:
        if row.deadline_error:
            wrong += 1
        elif not row.deadline_text and not row.has_dates:
            missing += 1
        elif row.dated and row.dated.doubts:
            doubtful += 1
        else:
            read += 1
    return Deadlines(read, doubtful, wrong, missing)
