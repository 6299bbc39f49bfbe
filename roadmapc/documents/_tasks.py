"""Tasks of the follow-up documents: one time at which something is due, or what has no day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from roadmapc.documents._table import NO_TEXT
from roadmapc.plan import Occurrence, Row

_MOST_MARKS = 12
"""Times for which a checklist leaves room, a line each; for more a sheet of their own is kept."""


@dataclass(frozen=True, slots=True)
class TaskView:
    """One thing to be done: when, until when to act where that differs, what, by whom, what to hand in.

    An event on a day off keeps its day; `act_by` is then the day until which to prepare it (`is_prepared`). `marks` are
    the numbers of the times for which room is left: of «5 раз в год» there are five.
    """

    when: str
    act_by: str
    number: str
    activity: str
    owners: str
    result: str
    is_prepared: bool = False
    marks: tuple[int, ...] = ()

    @property
    def due(self) -> str:
        """Return `when`, by the name that templates of offices know it by."""
        return self.when


class Tasks(Sequence[TaskView]):
    """Tasks one by one, made when a template asks for them: those of the program print activities."""

    def __init__(self, made: Callable[[], Iterable[TaskView]]) -> None:
        self._made = made

    @cached_property
    def _all(self) -> tuple[TaskView, ...]:
        return tuple(self._made())

    def __getitem__(self, at: Any) -> Any:  # as that of a tuple, with a number or a slice
        return self._all[at]

    def __len__(self) -> int:
        return len(self._all)


def is_continuous(row: Row) -> bool:
    """Say whether a row's work goes on all the time rather than falls due."""
    return row.is_continuous


def is_undated(row: Row) -> bool:
    """Say whether a row has no date and does not go on all the time; one whose parts are due has theirs."""
    return not row.occurrences and not is_continuous(row) and not row.by_parts


def dated_tasks(found: Iterable[tuple[Occurrence, Row]]) -> Iterator[TaskView]:
    """Yield the occurrences of rows by due date, then in the order of the table."""
    for occurrence, row in sorted(found, key=lambda pair: (pair[0].due, pair[1].route)):
        yield task(row, occurrence)


def task(row: Row, occurrence: Occurrence) -> TaskView:
    """Return one occurrence of a row."""
    same = occurrence.act_by == occurrence.due
    return TaskView(
        when=day_text(occurrence.due),
        act_by="" if same else day_text(occurrence.act_by),
        number=row.number or NO_TEXT,
        activity=row.text_apart.strip(),
        owners=_owners(row),
        result=row.result or NO_TEXT,
        is_prepared=occurrence.is_prepared,
        marks=marks_of(occurrence),
    )


def marks_of(occurrence: Occurrence) -> tuple[int, ...]:
    """Return the numbers of the times for which room is left: none where there is one, or too many for a line each."""
    return tuple(range(1, occurrence.times + 1)) if 1 < occurrence.times <= _MOST_MARKS else ()


def undated_task(row: Row) -> TaskView:
    """Return a row with the words of its deadline in place of a day."""
    words = row.deadline_text or NO_TEXT
    return TaskView(words, "", row.number or NO_TEXT, row.text_apart.strip(), _owners(row), row.result or NO_TEXT)


def _owners(row: Row) -> str:
    return "\n".join(assignee.text for assignee in row.assignees) or NO_TEXT


def day_text(day: date) -> str:
    """Return a date as documents print it: 05.06.2022."""
    return f"{day.day:02}.{day.month:02}.{day.year}"
