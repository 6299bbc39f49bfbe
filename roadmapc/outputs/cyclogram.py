"""The cyclogram (циклограмма): activities by months, a table for each year."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.cyclograms import cyclogram_view
from roadmapc.outputs import File, Kit
from roadmapc.plan import Plan

ORDER = 4


def files(plan: Plan, kit: Kit) -> Iterator[File]:
    """Return `cyclogram.docx`, unless the plan has nothing to show in it."""
    cyclogram = cyclogram_view(plan)
    if cyclogram.years or cyclogram.undated:
        yield from kit.files(plan, "cyclogram", "cyclogram.html", {"cyclogram": cyclogram})
