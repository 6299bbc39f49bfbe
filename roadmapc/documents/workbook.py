"""The workbook: the plan as it is printed, its calendar, and the sheet on which its execution is marked.

Of all that is built it alone reads marks, and only its sheet «Контроль». It is made where it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.documents.output import File, OutputContext, about
from roadmapc.plan import Plan

ORDER = 80


def files(plan: Plan, context: OutputContext) -> Iterator[File]:
    """Return `workbook.xlsx`, where the marks of the plan are given."""
    if context.control is None:
        return
    from roadmapc.documents._workbook.book import plan_workbook

    control = context.control
    title = about(plan, context.draft).title
    if context.draft:
        title = f"{context.draft}. {title}"
    data = plan_workbook(control.execution, control.as_of, title, by_owner=control.by_owner)
    yield File("workbook.xlsx", data)
