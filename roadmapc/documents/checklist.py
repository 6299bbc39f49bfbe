"""The checklists: one document for each owner, with all that is expected of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from roadmapc.documents._tasks import TaskView, dated_tasks, is_continuous, undated_task
from roadmapc.documents.output import File, OutputContext
from roadmapc.plan import Assignee, Plan, Row
from roadmapc.russian.normal_form import compared_form
from roadmapc.russian.transliteration import distinct, slug

ORDER = 60


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """An owner with all that is expected of them."""

    owner: str
    person: str
    contacts: str
    tasks: tuple[TaskView, ...]


def files(plan: Plan, context: OutputContext) -> Iterator[File]:
    """Return `checklist-<owner>.docx` for each owner, named by the owner in Latin letters."""
    found = checklists(plan)
    names = distinct([f"checklist-{slug(checklist.owner)}" for checklist in found])
    for name, checklist in zip(names, found, strict=True):
        yield from context.files(plan, name, "checklist.html", {"checklist": checklist})


def checklists(plan: Plan) -> tuple[ChecklistView, ...]:
    """Return a checklist for each owner, in the order in which they appear."""
    found: dict[str, tuple[Assignee, list[Row]]] = {}
    for row in plan.rows:
        for assignee in dict.fromkeys(row.assignees):
            key = assignee.alias or compared_form(assignee.text)
            found.setdefault(key, (assignee, []))[1].append(row)
    return tuple(
        ChecklistView(assignee.text, assignee.person or "", assignee.contacts or "", tuple(_tasks(rows)))
        for assignee, rows in found.values()
    )


def _tasks(rows: list[Row]) -> Iterator[TaskView]:
    dated = [(o, row) for row in rows if not is_continuous(row) for o in row.occurrences]
    yield from dated_tasks(dated)
    for row in rows:
        if is_continuous(row) or not row.occurrences:
            yield undated_task(row)
