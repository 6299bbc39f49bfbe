"""The calendar plan: by month of the due date, every activity once a month with all its days."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.documents._groups import Groups, groups_of
from roadmapc.documents.output import File, OutputContext
from roadmapc.plan import Plan

ORDER = 40


def files(plan: Plan, context: OutputContext) -> Iterator[File]:
    """Return `calendar.docx`."""
    groups, shortened = calendar_groups(plan)
    results = any(row.result for row in plan.dated_rows)
    values = {"groups": groups, "results": results, "shortened": shortened}
    yield from context.files(plan, "calendar", "calendar.html", values)


def calendar_groups(plan: Plan) -> Groups:
    """Return the plan by month of the due date, then continuous work, then what has no date."""
    return groups_of(plan.dated_rows)
