"""What `due` needs of a plan: its rows with their days, light enough to be kept and to go from process to process."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from roadmapc.deadlines import Period
from roadmapc.diagnostics import Route
from roadmapc.plan.values import Assignee, Occurrence

if TYPE_CHECKING:  # what judges marks is loaded where there are some
    from roadmapc.plan.execution import State

_DAY, _date = date.toordinal, date.fromordinal


@dataclass(frozen=True, slots=True)
class DueTime:
    """An occurrence by the term in force; `printed` is the day of the plan where that was moved.

    `state` is what became of it: None for rows that are counted through those below them, and where nobody asked.
    """

    occurrence: Occurrence
    state: State | None = None
    printed: date | None = None


@dataclass(frozen=True, slots=True)
class DueRow:
    """An activity with its days; `section` is number and title of its section, behind attachment and table if several.

    `kind` is the kind of deadline; «date» where dates stand beside words that could not be dated.
    """

    route: Route
    id: str
    number: str
    text: str
    deadline_text: str
    kind: str
    is_continuous: bool
    assignees: tuple[Assignee, ...]
    owners_text: str
    result: str
    section: str
    section_title: str
    times: tuple[DueTime, ...]


@dataclass(frozen=True, slots=True)
class DuePlan:
    """A plan as it falls due: whose it is, its period, its rows once for each of their deadlines.

    `is_read` says that every deadline could be read; `reports` are those on it that the settings ask for, as rows of
    the kind «report».
    """

    id: str
    municipality: str
    period: Period | None
    is_read: bool
    dated_rows: tuple[DueRow, ...]
    reports: tuple[DueRow, ...]

    def __reduce_ex__(self, protocol: Any) -> Any:
        """Go to another process as lists, of which pickles are made far faster, where these hold all of it."""
        times = (time for rows in _rows_of(self) for row in rows for time in row.times)
        if all(time.state is None and time.printed is None for time in times):
            return from_json, (to_json(self),)
        return object.__reduce_ex__(self, protocol)


def to_json(plan: DuePlan) -> list[Any]:
    """Return a plan of which nobody asked what became, as lists that JSON can hold; days are ordinals."""
    return [
        plan.id,
        plan.municipality,
        [*map(_DAY, plan.period)] if plan.period else None,
        plan.is_read,
        *([[*_words(row), [_days(one.occurrence) for one in row.times]] for row in rows] for rows in _rows_of(plan)),
    ]


def _rows_of(plan: DuePlan) -> tuple[tuple[DueRow, ...], ...]:
    return plan.dated_rows, plan.reports


def _words(row: DueRow) -> Iterator[Any]:
    yield from (list(row.route), row.id, row.number, row.text, row.deadline_text, row.kind, row.is_continuous)
    yield from ([_owner(one) for one in row.assignees], row.owners_text, row.result, row.section, row.section_title)


def _owner(one: Assignee) -> list[str | None]:
    return [one.text, one.alias, one.person]


def _days(one: Occurrence) -> list[int]:
    return [_DAY(one.first), _DAY(one.due), _DAY(one.act_by), one.times]


def from_json(kept: Any) -> DuePlan:
    """Return the plan that `to_json` made lists of; raises ValueError, TypeError for others."""
    name, municipality, period, is_read, *rows = kept
    return DuePlan(
        name,
        municipality,
        Period(*map(date.fromordinal, period)) if period else None,
        is_read,
        *(tuple(map(_row_of, some)) for some in rows),
    )


def _row_of(kept: Any) -> DueRow:
    route, name, number, text, deadline, kind, is_continuous, owners, owners_text, result, section, title, times = kept
    assignees = tuple([_assignee_of(*one) for one in owners])
    about = (name, number, text, deadline, kind, is_continuous, assignees, owners_text, result, section, title)
    return DueRow(tuple(route), *about, tuple([_time_of(*one) for one in times]))


@lru_cache(8192, typed=True)  # the same days come again and again, and so do owners
def _time_of(first: int, due: int, act: int, times: int) -> DueTime:
    return DueTime(Occurrence(_date(first), _date(due), _date(act), times))


@lru_cache(8192, typed=True)
def _assignee_of(text: str, alias: str | None, person: str | None) -> Assignee:
    return Assignee(text, alias, person)
