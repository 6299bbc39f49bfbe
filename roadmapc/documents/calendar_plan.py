"""The calendar plan: every occurrence by month of its due date.

Nothing of a plan is left out: what has no dates stands at the end under a heading that says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from roadmapc.documents._tasks import TaskView, dated_tasks, is_continuous, undated_task
from roadmapc.documents.output import File, OutputContext
from roadmapc.plan import Occurrence, Plan, Row
from roadmapc.russian.calendar import MONTHS

ORDER = 40
CONTINUOUS = "В течение всего периода"
UNDATED = "Без установленной даты"


@dataclass(frozen=True, slots=True)
class GroupView:
    """Tasks under a heading: a month, or what has no month."""

    heading: str
    tasks: tuple[TaskView, ...]


def files(plan: Plan, context: OutputContext) -> Iterator[File]:
    """Return `calendar.docx`."""
    values = {"groups": calendar_groups(plan), "results": any(row.result for row in plan.dated_rows)}
    yield from context.files(plan, "calendar", "calendar.html", values)


def calendar_groups(plan: Plan) -> tuple[GroupView, ...]:
    """Return the plan by month of the due date, then continuous work, then what has no date."""
    months: dict[tuple[int, int], list[tuple[Occurrence, Row]]] = {}
    continuous: list[Row] = []
    undated: list[Row] = []
    for row in plan.dated_rows:
        if is_continuous(row):
            continuous.append(row)
        elif not row.occurrences:
            undated.append(row)
        else:
            for occurrence in row.occurrences:
                months.setdefault((occurrence.due.year, occurrence.due.month), []).append((occurrence, row))
    groups = [
        GroupView(f"{MONTHS[month - 1][0].capitalize()} {year} г.", tuple(dated_tasks(found)))
        for (year, month), found in sorted(months.items())
    ]
    for heading, rows in ((CONTINUOUS, continuous), (UNDATED, undated)):
        if rows:
            groups.append(GroupView(heading, tuple(undated_task(row) for row in rows)))
    return tuple(groups)
