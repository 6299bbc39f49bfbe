"""The checklists: one document for each owner, with all that is expected of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from roadmapc.documents._owners import rows_by_owner
from roadmapc.documents._tasks import TaskView, dated_tasks, is_continuous, undated_task
from roadmapc.documents.output import File, OutputContext
from roadmapc.plan import Plan, Row

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
    for owned, checklist in zip(rows_by_owner(plan), checklists(plan), strict=True):
        yield from context.files(plan, f"checklist-{owned.name}", "checklist.html", {"checklist": checklist})


def checklists(plan: Plan) -> tuple[ChecklistView, ...]:
    """Return a checklist for each owner, in the order in which they appear."""
    return tuple(
        ChecklistView(owner.text, owner.person or "", owner.contacts or "", tuple(_tasks(rows)))
        for owner, _, rows in rows_by_owner(plan)
    )


def _tasks(rows: Sequence[Row]) -> Iterator[TaskView]:
    dated = [(o, row) for row in rows if not is_continuous(row) for o in row.occurrences]
    yield from dated_tasks(dated)
    for row in rows:
        if is_continuous(row) or not row.occurrences:
            yield undated_task(row)
