"""Printed numbers of sections and activities: as written or, where the document computes them, in its own style."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmapc.plan.addresses import raised
from roadmapc.source.contents import TableSource
from roadmapc.source.model import Activity, Section


class Numbers:
    """Gives each row its number; computed ones end with a full stop unless the written ones do not."""

    def __init__(self, table: TableSource) -> None:
        self.computed = table.table.numbering == "computed"
        first = next(_written(table.sections), "1.1.")
        self.full_stop = "." if first.endswith(".") else ""

    def of_section(self, index: int, section: Section) -> str:
        """Return a section's number: «1.»."""
        return raised(section.number or "") or (f"{index + 1}." if self.computed and section.title else "")

    def of_activity(self, activity: Activity, path: tuple[int, ...]) -> str:
        """Return an activity's number from its place: (1, 2, 3) is «1.2.3.»."""
        if activity.number or not self.computed:
            return raised(activity.number or "")
        return ".".join(map(str, path)) + self.full_stop


def _written(sections: Sequence[Section]) -> Iterator[str]:
    def numbers(activities: tuple[Activity, ...]) -> Iterator[str]:
        for activity in activities:
            if activity.number:
                yield activity.number
            yield from numbers(activity.activities)

    for section in sections:
        yield from numbers(section.activities)
