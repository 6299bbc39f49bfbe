"""Rows of a plan by months, each activity once a month with all its days: what calendar plan and checklists print.

Nothing of a plan is left out: what has no dates stands at the end under a heading that says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import NamedTuple

from roadmapc.documents._short_names import ShortNames
from roadmapc.documents._table import NO_TEXT
from roadmapc.documents._tasks import (
    Tasks,
    TaskView,
    dated_tasks,
    day_text,
    is_continuous,
    is_undated,
    marks_of,
    undated_task,
)
from roadmapc.plan import Occurrence, Row
from roadmapc.russian.calendar import MONTHS

CONTINUOUS = "В течение всего периода"
UNDATED = "Без установленной даты"
_LEAST_RUN = 3  # days in a row that are written «1–5»

Dated = tuple[Occurrence, Row]


@dataclass(frozen=True, slots=True)
class LineView:
    """An activity once in a group: on which days it is due, what it is, by whom, what to hand in.

    `when` is one day («31.12.2020»), or several of the month («4, 11, 18, 25»; in a row «1–5»), or the words of the
    deadline; `dates` is the same with the month («4, 11, 18, 25 мая 2022 г.»). `act_by` are lines that tell when to act
    where that is another day. The activity is whole where it stands first, else its first words, and so are owners and
    result. `marks` are what to tick off one by one: the days, of «5 раз в год» the numbers 1 to 5; none where there is
    one thing to tick.
    """

    when: str
    act_by: tuple[str, ...]
    number: str
    activity: str
    owners: str
    result: str
    dates: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupView:
    """What stands under a heading: a month (`dated`) or what has none; `lines` by activities, `tasks` one by one."""

    heading: str
    tasks: Sequence[TaskView]
    lines: tuple[LineView, ...] = ()
    dated: bool = False


class Groups(NamedTuple):
    """Groups in their order; `shortened` tells that what comes again is named by first words."""

    groups: tuple[GroupView, ...]
    shortened: bool


def groups_of(rows: Sequence[Row]) -> Groups:
    """Return rows by month of the due date, then continuous work, then what has no date."""
    months = months_of(rows)
    continuous = list(filter(is_continuous, rows))
    undated = list(filter(is_undated, rows))
    names = ShortNames(rows)
    groups = [
        GroupView(_heading(year, month), Tasks(partial(dated_tasks, found)), _lines(found, names), dated=True)
        for (year, month), found in sorted(months.items())
    ]
    groups += [
        GroupView(heading, Tasks(partial(map, undated_task, found)), tuple(_line(row, [], names) for row in found))
        for heading, found in ((CONTINUOUS, continuous), (UNDATED, undated))
        if found
    ]
    return Groups(tuple(groups), names.shortened)


def months_of(rows: Iterable[Row]) -> dict[tuple[int, int], list[Dated]]:
    """Return what falls due by year and month of its due day."""
    months: dict[tuple[int, int], list[Dated]] = {}
    for row in rows:
        for occurrence in () if is_continuous(row) else row.occurrences:
            months.setdefault((occurrence.due.year, occurrence.due.month), []).append((occurrence, row))
    return months


def by_row(found: Iterable[Dated]) -> list[tuple[Row, list[Occurrence]]]:
    """Return what is due with all its times, by the first of them, then in the order of the table."""
    rows: dict[tuple[tuple[str | int, ...], str], tuple[Row, list[Occurrence]]] = {}
    for occurrence, row in sorted(found, key=lambda pair: (pair[0].due, pair[1].route)):
        rows.setdefault((row.route, row.deadline_key), (row, []))[1].append(occurrence)
    return list(rows.values())


def _heading(year: int, month: int) -> str:
    return f"{MONTHS[month - 1][0].capitalize()} {year} г."


def _lines(found: Iterable[Dated], names: ShortNames) -> tuple[LineView, ...]:
    return tuple(_line(row, occurrences, names) for row, occurrences in by_row(found))


def _line(row: Row, occurrences: list[Occurrence], names: ShortNames) -> LineView:
    days = sorted({one.due for one in occurrences})
    if len(days) > 1:
        when = days_text(day.day for day in days)
    else:
        when = day_text(days[0]) if days else row.deadline_text or NO_TEXT
    return LineView(
        when,
        tuple(_act_by(occurrences)),
        row.number or NO_TEXT,
        names.activity(row),
        names.owners(row),
        names.result(row),
        when if len(days) < 2 else f"{when} {MONTHS[days[0].month - 1][1]} {days[0].year} г.",
        tuple(_marks(occurrences)),
    )


def _marks(occurrences: list[Occurrence]) -> Iterator[str]:
    """Yield what to tick off: each day as often as it is due; of one day the numbers of its times."""
    if len(occurrences) == 1:
        yield from map(str, marks_of(occurrences[0]))
        return
    for one in occurrences:
        yield from [str(one.due.day)] * max(1, len(marks_of(one)))


def _act_by(occurrences: list[Occurrence]) -> Iterator[str]:
    """Yield when to act on what is due: «исполнить 30.12»; of several days «исполнить 5, 12» or «11: исполнить 10»."""
    moved = list(dict.fromkeys((_verb(one), one.due, one.act_by) for one in occurrences if one.act_by != one.due))
    if not moved:
        return
    verbs = {verb for verb, _, _ in moved}
    days = {one.due for one in occurrences}
    if len(days) == 1:
        yield from (f"{verb} {_in_year(day, due)}" for verb, due, day in moved)
    elif len(verbs) == 1 and len(moved) == len(days):
        yield f"{verbs.pop()} {', '.join(_in_month(day, due) for _, due, day in moved)}"
    else:
        words: dict[str, list[int]] = {}
        for verb, due, day in moved:
            words.setdefault(f"{verb} {_in_month(day, due)}", []).append(due.day)
        yield from (f"{days_text(found)}: {said}" for said, found in words.items())


def _verb(occurrence: Occurrence) -> str:
    return "подготовить" if occurrence.is_prepared else "исполнить"


def _in_year(day: date, due: date) -> str:
    """Return a day without the year that is that of the due day, too."""
    return day_text(day) if day.year != due.year else f"{day.day:02}.{day.month:02}"


def _in_month(day: date, due: date) -> str:
    return str(day.day) if (day.year, day.month) == (due.year, due.month) else _in_year(day, due)


def days_text(days: Iterable[int]) -> str:
    """Return days of a month, in their order: «4, 11, 18, 25»; three and more in a row are «1–5»."""
    runs: list[list[int]] = []
    for day in days:
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    parts = (f"{run[0]}–{run[-1]}" if len(run) >= _LEAST_RUN else ", ".join(map(str, run)) for run in runs)
    return ", ".join(parts) or NO_TEXT
