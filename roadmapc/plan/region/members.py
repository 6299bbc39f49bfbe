"""Who is in a roll-up: roadmaps with what became of them, and those that could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from roadmapc.plan.execution import Execution, ReportPeriod, RowState, row_states
from roadmapc.plan.execution.mark_days import day_of, is_known
from roadmapc.russian.normal_form import compared_form
from roadmapc.source.model.marks import ExecutionMark

if TYPE_CHECKING:  # what reads base plans is loaded where there is one
    from roadmapc.source.basing.base_plan import BasePlan


@dataclass(frozen=True)
class Member:
    """A roadmap of a roll-up; `name` is its municipality's, told apart where that has several.

    `base` is the regional plan that its source extends: an edition in force holds its rows, but names it no more.
    """

    name: str
    execution: Execution
    base: BasePlan | None = None

    def marks(self, as_of: date) -> Iterator[ExecutionMark]:
        """Yield the marks whose content was known on a day, those of dropped rows too."""
        execution = self.execution
        marks = (*(one.mark for one in execution.placed), *(mark for _index, mark in execution.excluded))
        return (mark for mark in marks if is_known(mark, as_of))

    def has_data(self, as_of: date) -> bool:
        """Say whether anything was told of its execution by a day."""
        return next(self.marks(as_of), None) is not None

    def last_word(self, as_of: date) -> date | None:
        """Return the latest day on which, by its marks, something was done or told."""
        days = (text for mark in self.marks(as_of) for text in (mark.done, mark.reported) if text)
        return max(map(day_of, days), default=None)


@dataclass(frozen=True, slots=True)
class Unread:
    """A roadmap that cannot be read, or whose marks cannot: its file, and its municipality where that is known."""

    file: str
    municipality: str = ""

    @property
    def name(self) -> str:
        """Return what a table calls it."""
        return f"{self.municipality} ({self.file})" if self.municipality else self.file


@dataclass(frozen=True)
class Region:
    """All that is rolled up: roadmaps in the order of their municipalities, on a day, in a period or from the start."""

    members: tuple[Member, ...]
    unread: tuple[Unread, ...]
    as_of: date
    period: ReportPeriod | None = None

    @property
    def size(self) -> int:
        """Return how many roadmaps there are, read or not: the denominator."""
        return len(self.members) + len(self.unread)

    @cached_property
    def reporting(self) -> tuple[Member, ...]:
        """Return those of whose execution something is told."""
        return tuple(one for one in self.members if one.has_data(self.as_of))

    @cached_property
    def states(self) -> tuple[tuple[RowState, ...], ...]:
        """Return the rows of each member as they stand on the day, in the order of the members."""
        days = self.period.days if self.period else None
        return tuple(row_states(one.execution, self.as_of, days) for one in self.members)

    @cached_property
    def bases(self) -> tuple[BasePlan, ...]:
        """Return the regional plans that are extended, each content once, in the order of the members."""
        return tuple({one.base.digest: one.base for one in self.members if one.base}.values())


def roll_up(
    executions: Sequence[tuple[Execution, BasePlan | None]],
    unread: Iterable[Unread],
    as_of: date,
    period: ReportPeriod | None = None,
) -> Region:
    """Return the roll-up of some roadmaps, in the order of their municipalities' names whatever order they come in."""
    plans = [execution.plan for execution, _base in executions]
    several = Counter(compared_form(plan.municipality) for plan in plans)
    found = []
    for execution, base in executions:
        plan = execution.plan
        name = " ".join(plan.municipality.split())
        if several[compared_form(name)] > 1:
            name = f"{name}: {' '.join((plan.roadmap.document.title or plan.id).split())}"
        found.append(((compared_form(name), plan.id), Member(name, execution, base)))
    members = tuple(member for _key, member in sorted(found, key=lambda one: one[0]))
    lost = tuple(sorted(unread, key=lambda one: (compared_form(one.name), one.file)))
    return Region(members, lost, as_of, period)
