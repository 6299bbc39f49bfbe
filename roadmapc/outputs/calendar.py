"""The calendar plan: every occurrence by month."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.outputs import File, Kit
from roadmapc.plan import Plan
from roadmapc.schedules import calendar_groups

ORDER = 3


def files(plan: Plan, kit: Kit) -> Iterator[File]:
    """Return `calendar.docx`."""
    values = {"groups": calendar_groups(plan), "results": any(row.result for row in plan.rows)}
    yield from kit.files(plan, "calendar", "calendar.html", values)
