"""Views of the follow-up documents: the calendar plan by month and the checklists of owners.

Nothing of a plan is left out: what has no dates stands at the end under a heading that says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from roadmapc.calendars import MONTHS
from roadmapc.plan import Assignee, Occurrence, Plan, Row
from roadmapc.views import NO_TEXT

CONTINUOUS = "В течение всего периода"
UNDATED = "Без установленной даты"


@dataclass(frozen=True, slots=True)
class TaskView:
    """One thing to be done: when, until when to act where that differs, what, by whom, what to hand in."""

    due: str
    act_by: str
    number: str
    activity: str
    owners: str
    result: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """Tasks under a heading: a month, or what has no month."""

    heading: str
    tasks: tuple[TaskView, ...]


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """An owner with all that is expected of them."""

    owner: str
    person: str
    contacts: str
    tasks: tuple[TaskView, ...]


def calendar_groups(plan: Plan) -> tuple[GroupView, ...]:
    """Return the plan by month of the due date, then continuous work, then what has no date."""
    months: dict[tuple[int, int], list[tuple[Occurrence, Row]]] = {}
    continuous: list[Row] = []
    undated: list[Row] = []
    for row in plan.rows:
        if is_continuous(row):
            continuous.append(row)
        elif not row.occurrences:
            undated.append(row)
        else:
            for occurrence in row.occurrences:
                months.setdefault((occurrence.due.year, occurrence.due.month), []).append((occurrence, row))
    groups = [
        GroupView(f"{MONTHS[month - 1][0].capitalize()} {year} г.", tuple(_dated(found)))
        for (year, month), found in sorted(months.items())
    ]
    for heading, rows in ((CONTINUOUS, continuous), (UNDATED, undated)):
        if rows:
            groups.append(GroupView(heading, tuple(undated_task(row) for row in rows)))
    return tuple(groups)


def is_continuous(row: Row) -> bool:
    """Say whether a row's work goes on all the time rather than falls due."""
    return row.schedule is not None and row.schedule.kind == "continuous" and not row.has_dates


def _dated(found: Iterable[tuple[Occurrence, Row]]) -> Iterator[TaskView]:
    for occurrence, row in sorted(found, key=lambda pair: (pair[0].due, pair[1].route)):
        yield task(row, occurrence)


def task(row: Row, occurrence: Occurrence) -> TaskView:
    """Return one occurrence of a row."""
    same = occurrence.act_by == occurrence.due
    return TaskView(
        due=day_text(occurrence.due),
        act_by="" if same else day_text(occurrence.act_by),
        number=row.number or NO_TEXT,
        activity=row.text.strip(),
        owners=_owners(row),
        result=row.result or NO_TEXT,
    )


def undated_task(row: Row) -> TaskView:
    """Return a row with the words of its deadline in place of a day."""
    words = row.deadline_text or NO_TEXT
    return TaskView(words, "", row.number or NO_TEXT, row.text.strip(), _owners(row), row.result or NO_TEXT)


def _owners(row: Row) -> str:
    return "\n".join(assignee.text for assignee in row.assignees) or NO_TEXT


def day_text(day: date) -> str:
    """Return a date as documents print it: 05.06.2022."""
    return f"{day.day:02}.{day.month:02}.{day.year}"


def checklists(plan: Plan) -> tuple[ChecklistView, ...]:
    """Return a checklist for each owner, in the order in which they appear."""
    found: dict[str, tuple[Assignee, list[Row]]] = {}
    for row in plan.rows:
        for assignee in dict.fromkeys(row.assignees):
            key = assignee.alias or " ".join(assignee.text.casefold().split())
            found.setdefault(key, (assignee, []))[1].append(row)
    return tuple(
        ChecklistView(assignee.text, assignee.person or "", assignee.contacts or "", tuple(_tasks(rows)))
        for assignee, rows in found.values()
    )


def _tasks(rows: list[Row]) -> Iterator[TaskView]:
    dated = [(o, row) for row in rows if not is_continuous(row) for o in row.occurrences]
    yield from _dated(dated)
    for row in rows:
        if is_continuous(row) or not row.occurrences:
            yield undated_task(row)
