"""A name cannot be used for a folder.

The document's `id` names its folder in `build/`; an activity's `id` stands in calendars and waivers. Letters, digits
and hyphens are safe; a path like `../x` is not.

Bad:
    id: ../prikaz

Good:
    id: prikaz-2022
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan
from roadmapc.russian.transliteration import is_safe

CODE = "RM408"
SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Finding]:
    """Report ids that are no plain names, and activity ids given twice."""
    if not is_safe(plan.id):
        where = ("id",) if plan.roadmap.id else ()
        message = Message("“{id}” is no name for a folder: use letters, digits and hyphens", id=plan.id)
        yield Finding(where, message, Message("set “id:” in the file"))
    seen = set()
    for row in plan.rows:
        if (*row.route, "id") in plan.tree.values:
            if not is_safe(row.id):
                message = Message("“{id}” is no plain name: use letters, digits and hyphens", id=row.id)
                yield Finding((*row.route, "id"), message, row=row)
            if row.id in seen:
                yield Finding((*row.route, "id"), Message("the id “{id}” is given twice", id=row.id), row=row)
            seen.add(row.id)
