"""The checklists: one document for each owner."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.names import distinct, slug
from roadmapc.outputs import File, Kit
from roadmapc.plan import Plan
from roadmapc.schedules import checklists

ORDER = 5


def files(plan: Plan, kit: Kit) -> Iterator[File]:
    """Return `checklist-<owner>.docx` for each owner, named by the owner in Latin letters."""
    found = checklists(plan)
    names = distinct([f"checklist-{slug(checklist.owner)}" for checklist in found])
    for name, checklist in zip(names, found, strict=True):
        yield from kit.files(plan, name, "checklist.html", {"checklist": checklist})
