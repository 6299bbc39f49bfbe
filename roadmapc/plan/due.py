"""What falls due, for whom: the occurrences of plans inside a range of days, by the term in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar

from roadmapc.deadlines import Period
from roadmapc.plan.due_plan import DuePlan, DueRow, DueTime
from roadmapc.plan.values import Assignee, Occurrence
from roadmapc.russian.calendar import month_end
from roadmapc.russian.normal_form import searched_form

if TYPE_CHECKING:
    from roadmapc.plan.execution import State

Status = Literal["due", "open", "continuous"]
_ORDER: dict[Status, int] = {"due": 0, "open": 1, "continuous": 2}


@dataclass(frozen=True, slots=True)
class DueEntry:
    """One occurrence of one activity: due in the range, open in it, or continuous work; or a report that is due.

    `roadmap` is the id of the roadmap.
    """

    municipality: str
    roadmap: str
    row: DueRow
    time: DueTime
    status: Status

    @property
    def occurrence(self) -> Occurrence:
        """Return its days, by the term in force."""
        return self.time.occurrence

    @property
    def state(self) -> State | None:
        """Return what became of it, where that is known."""
        return self.time.state

    @property
    def is_report(self) -> bool:
        """Say whether it is a report on the plan."""
        return self.row.kind == "report"


def entries(plan: DuePlan, first: date, last: date, *, owner: str = "") -> Iterator[DueEntry]:
    """Return what is due, open or continuous between two days, inclusive, in the order of the table.

    `owner` keeps the rows of one owner, as `rows_of` finds them.
    """
    for row in rows_of(plan.dated_rows, owner):
        for time in row.times:
            status = _status(row, time.occurrence, first, last)
            if status:
                yield DueEntry(plan.municipality, plan.id, row, time, status)


def reports(plan: DuePlan, first: date, last: date) -> Iterator[DueEntry]:
    """Return the reports on a plan that are due between two days, by the settings."""
    for row in plan.reports:
        for time in row.times:
            if first <= time.occurrence.due <= last:
                yield DueEntry(plan.municipality, plan.id, row, time, "due")


class _Owned(Protocol):
    """A row with its owners."""

    @property
    def assignees(self) -> tuple[Assignee, ...]:
        """Return its owners."""

    @property
    def owners_text(self) -> str:
        """Return the words of its cell."""


OwnedRow = TypeVar("OwnedRow", bound=_Owned)


def rows_of(rows: Iterable[OwnedRow], owner: str = "") -> Iterator[OwnedRow]:
    """Return the rows of an owner: alias, post or person contains the words, in any case of letters; all without."""
    wanted = searched_form(owner)
    for row in rows:
        if not wanted or any(wanted in words for words in _owner_words(row)):
            yield row


def ordered(found: Iterable[DueEntry]) -> list[DueEntry]:
    """Return entries as they are listed: due first, then open, then continuous; by date, then municipality."""
    return sorted(
        found,
        key=lambda entry: (
            _ORDER[entry.status],
            entry.occurrence.due,
            entry.municipality,
            entry.roadmap,
            entry.row.route,
        ),
    )


def _status(row: DueRow, occurrence: Occurrence, first: date, last: date) -> Status | None:
    if occurrence.due < first or occurrence.first > last:
        return None
    if row.is_continuous:
        return "continuous"
    return "due" if occurrence.due <= last else "open"


def _owner_words(row: _Owned) -> Iterator[str]:
    for assignee in row.assignees:
        yield searched_form(assignee.text)
        if assignee.alias:
            yield searched_form(assignee.alias)
        if assignee.person:
            yield searched_form(assignee.person)
    yield searched_form(row.owners_text)


def month_in(period: Period, month: int, today: date) -> tuple[int, bool] | None:
    """Return the year of the nearest such month from today within a period, and whether that month is past.

    Where the period is over it is the last such month; None where the period has no such month.
    """
    years = [
        year
        for year in range(period.first.year, period.last.year + 1)
        if date(year, month, 1) <= period.last and month_end(year, month) >= period.first
    ]
    if not years:
        return None
    coming = [year for year in years if month_end(year, month) >= today]
    return (coming[0], False) if coming else (years[-1], True)
