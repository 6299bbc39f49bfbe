"""What is counted of a report, in both ways, with their denominators."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from roadmapc.plan.execution.rows import Outside, RowState
from roadmapc.plan.execution.statuses import Status
from roadmapc.plan.plan import Plan, PlanSection
from roadmapc.plan.values import Assignee


@dataclass(frozen=True, slots=True)
class Totals:
    """How many rows are counted with each status, and how many are outside the shares for each reason."""

    counted: Counter[Status]
    outside: Counter[Outside]
    from_before: int = 0

    @property
    def due(self) -> int:
        """Return the rows whose term has come: the denominator."""
        return self.counted.total()

    @property
    def done(self) -> int:
        """Return those that are done, late or in time (Рязанская обл., 522-Р: n of N)."""
        return self.in_time + self.late

    @property
    def in_time(self) -> int:
        """Return those done in time (the programmes of Самара)."""
        return self.counted[Status.DONE]

    @property
    def late(self) -> int:
        """Return those done after their term."""
        return self.counted[Status.DONE_LATE]

    @property
    def partly(self) -> int:
        """Return those of which a person says that they are partly done."""
        return self.counted[Status.PARTLY]

    @property
    def missed(self) -> int:
        """Return those not done."""
        return self.counted[Status.MISSED]

    @property
    def rows(self) -> int:
        """Return all rows but those that are counted through the rows below them."""
        return self.due + self.outside.total() - self.outside[Outside.PARENT]


def overall(rows: Iterable[RowState]) -> Totals:
    """Count rows."""
    found = [*rows]
    counted = Counter(row.status for row in found if row.outside is None and row.status)
    outside = Counter(row.outside for row in found if row.outside)
    return Totals(counted, outside, sum(row.from_before for row in found))


def by_section(plan: Plan, rows: Sequence[RowState]) -> list[tuple[PlanSection, Totals]]:
    """Count the rows of each section."""
    found: dict[int, list[RowState]] = {}
    for row in rows:
        found.setdefault(row.row.section, []).append(row)
    return [(plan.sections[at], overall(some)) for at, some in sorted(found.items())]


def by_owner(rows: Sequence[RowState]) -> list[tuple[Assignee, Totals]]:
    """Count the rows of each owner, in the order of the table: a row of several owners counts for each of them."""
    found: dict[str, tuple[Assignee, list[RowState]]] = {}
    for row in rows:
        for assignee in dict.fromkeys(row.row.assignees):
            found.setdefault(assignee.key, (assignee, []))[1].append(row)
    return [(owner, overall(some)) for owner, some in found.values()]


def shares(numbers: Sequence[int]) -> list[int]:
    """Return the shares of numbers in their sum, in tenths of a percent, so rounded that they make 100 % together.

    The largest remainders are rounded up (Hamilton's method); of nothing all shares are 0.
    """
    total = sum(numbers)
    if not total:
        return [0] * len(numbers)
    exact = [number * 1000 for number in numbers]
    found = [one // total for one in exact]
    by_rest = sorted(range(len(numbers)), key=lambda at: -(exact[at] % total))
    for at in by_rest[: 1000 - sum(found)]:
        found[at] += 1
    return found


def share(part: int, whole: int) -> int:
    """Return a share in tenths of a percent, rounded half up; 0 of nothing."""
    return (part * 2000 + whole) // (2 * whole) if whole else 0
