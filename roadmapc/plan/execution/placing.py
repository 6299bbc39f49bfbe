"""Marks → the rows and days that they mean. What means none, or several, is told and never guessed."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from roadmapc.diagnostics import Message, Route
from roadmapc.plan.addresses import find, short_address
from roadmapc.plan.plan import Plan, Row
from roadmapc.plan.values import Occurrence
from roadmapc.russian.calendar import parse_date
from roadmapc.russian.normal_form import compared_form
from roadmapc.source.marks_file import MarksFile
from roadmapc.source.model.marks import ExecutionMark

_MOST_DAYS = 6
"""Days that are named as those a mark could mean."""
NAMES = frozenset({"at", "activity", "due"})
"""Keys that say which row a mark is of."""
OF_ALL_TIMES = frozenset({"by", "reported", "progress", "removed", "excluded"})
"""Keys that may be said of all the times of a row at once; the others say something of one of them."""


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark at its row: `index` is its place in the file, `named_by_id` whether it names the row by its id.

    `due` is the day of the row that stands, in this edition, for the one that the mark names.
    """

    index: int
    mark: ExecutionMark
    row: Row
    named_by_id: bool
    due: date | None = None

    @property
    def route(self) -> Route:
        """Return its place in the marks file."""
        return ("marks", self.index)


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A mark that means no row or day, or more than one: its place in the file, why, and what to do."""

    index: int
    key: str
    message: Message
    hint: Message | None = None

    @property
    def route(self) -> Route:
        """Return the place of the value that does not fit."""
        return ("marks", self.index, self.key)


@dataclass(frozen=True, slots=True)
class Unit:
    """What is done or not: one time at which a row is due, or a row without a day of its own (`occurrence` is None).

    `marks` are those of this time, then those of the whole row.
    """

    row: Row
    occurrence: Occurrence | None
    marks: tuple[PlacedMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Dropped:
    """A row that an amending act has dropped from the plan, as it was: kind, day and number of the act."""

    row: Row
    act: str
    day: date
    number: str = ""


@dataclass(frozen=True)
class Execution:
    """A plan and what became of it; without a file nothing is known to be done.

    `units` are those of rows that have none below them, in the order of the tables; `parents` are the routes of the
    others. `excluded` are marks of rows that an amending act has dropped, `dropped` the rows that editions show to be;
    `misplaced` count for nothing.
    """

    plan: Plan
    file: MarksFile | None = None
    units: tuple[Unit, ...] = ()
    parents: frozenset[Route] = frozenset()
    placed: tuple[PlacedMark, ...] = ()
    excluded: tuple[tuple[int, ExecutionMark], ...] = ()
    misplaced: tuple[Misplaced, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    @cached_property
    def by_route(self) -> dict[Route, tuple[Unit, ...]]:
        """Return the units of each row that is counted."""
        found: dict[Route, list[Unit]] = defaultdict(list)
        for unit in self.units:
            found[unit.row.route].append(unit)
        return {route: tuple(units) for route, units in found.items()}

    def unit_of(self, row: Row, occurrence: Occurrence) -> Unit | None:
        """Return the unit of a time at which a row is due; none where the row is counted through those below it."""
        units = self.by_route.get(row.route, ())
        return next((one for one in units if one.row is row and one.occurrence is occurrence), None)


class Meant(NamedTuple):
    """What a mark means by another edition: its row in this one, and the day that stands for the one it names."""

    row: Row
    due: date | None = None


_NONE: Mapping[int, Meant] = {}


def execution_of(
    plan: Plan,
    file: MarksFile | None = None,
    *,
    dropped: tuple[Dropped, ...] = (),
    meant: Mapping[int, Meant] = _NONE,
    elsewhere: frozenset[int] = frozenset(),
) -> Execution:
    """Set the marks of a file at the rows of its plan.

    `meant` are rows of marks, by their indices, that another edition of the plan tells; marks `elsewhere` are of that
    alone, and neither placed nor misplaced here.
    """
    parents = _parents(plan)
    placed: list[PlacedMark] = []
    misplaced: list[Misplaced] = []
    excluded: list[tuple[int, ExecutionMark]] = []
    for index, mark in enumerate(file.marks.marks if file and file.marks else ()):
        if index in elsewhere:
            continue
        told = meant.get(index)
        found = PlacedMark(index, mark, told.row, False, told.due) if told else _placed(plan, index, mark)
        if isinstance(found, PlacedMark):
            placed.append(found)
        elif mark.excluded and _is_gone(plan, mark):
            excluded.append((index, mark))
        else:
            misplaced.append(found)
    return replace(_Units(plan, parents, placed, misplaced).execution(file, tuple(excluded)), dropped=dropped)


def _parents(plan: Plan) -> frozenset[Route]:
    """Return the routes of the rows that have others below them."""
    routes = {row.route for row in plan.dated_rows}
    return frozenset(route[:end] for route in routes for end in range(2, len(route)) if route[:end] in routes)


def _placed(plan: Plan, index: int, mark: ExecutionMark) -> PlacedMark | Misplaced:
    rows = find(plan, mark.at)
    if not rows:
        message = Message("the roadmap has no row “{address}”", address=mark.at)
        hint = Message("if an amending order has dropped it, say so: “excluded: {{act: …, date: …, number: …}}”")
        return Misplaced(index, "at", message, _row_of_words(plan, mark) or hint)
    meant = [row for row in rows if not mark.activity or begins_with(row, mark.activity)]
    if not meant:
        row = rows[0]
        message = Message("the row {address} is another one now: “{words}”", address=mark.at, words=row.title)
        hint = _row_of_words(plan, mark) or Message("correct the number, or the first words of the activity")
        return Misplaced(index, "activity", message, hint)
    if len(meant) > 1:
        names = ", ".join(short_address(plan, row) for row in meant)
        message = Message("“{address}” may be any of several rows", address=mark.at)
        return Misplaced(index, "at", message, Message("name one of them: {names}", names=names))
    row = meant[0]
    return PlacedMark(index, mark, row, mark.at == row.id and (*row.route, "id") in plan.tree.values)


def _is_gone(plan: Plan, mark: ExecutionMark) -> bool:
    """Say whether the row of a mark is in the plan no more, though its number may be that of the next one now."""
    rows = find(plan, mark.at)
    is_another = bool(mark.activity) and not any(begins_with(row, mark.activity or "") for row in rows)
    return (not rows or is_another) and _row_of_words(plan, mark) is None


def begins_with(row: Row, words: str) -> bool:
    """Say whether a row's activity begins with some words, however they are spaced; «…» may end them."""
    wanted = _compared(words)
    return any(compared_form(text).startswith(wanted) for text in (row.text, row.text_apart))


def _compared(words: str) -> str:
    return compared_form(words.strip().rstrip("…. "))


def _row_of_words(plan: Plan, mark: ExecutionMark) -> Message | None:
    """Return where the row is that a mark's words tell, if they tell one."""
    if not mark.activity:
        return None
    wanted = _compared(mark.activity)
    at = bisect_left(plan.by_words, wanted, key=lambda one: one[0])
    rows = [row for words, row in plan.by_words[at : at + 2] if words.startswith(wanted)]
    if len(rows) != 1:
        return None
    return Message("the row that begins so is {address}", address=short_address(plan, rows[0]))


class _Units:
    """Parts the marks of each row among the times at which it is due."""

    def __init__(
        self, plan: Plan, parents: frozenset[Route], placed: Sequence[PlacedMark], misplaced: list[Misplaced]
    ) -> None:
        self.plan, self.parents, self.placed, self.misplaced = plan, parents, placed, misplaced
        self.marks: dict[Route, list[PlacedMark]] = defaultdict(list)
        for one in placed:
            self.marks[one.row.route].append(one)

    def execution(self, file: MarksFile | None, excluded: tuple[tuple[int, ExecutionMark], ...]) -> Execution:
        tables = (table for table in self.plan.tables if table.is_schedule)
        rows = {row.route: row for table in tables for row in table.rows}
        units = tuple(unit for row in rows.values() for unit in self._of_row(row))
        for route, marks in self.marks.items():
            if route not in rows or route in self.parents:
                self.misplaced += [_not_counted(one, in_schedule=route in rows) for one in marks]
        lost = {one.index for one in self.misplaced}
        kept = tuple(one for one in self.placed if one.index not in lost)
        order = tuple(sorted(self.misplaced, key=lambda one: one.index))
        return Execution(self.plan, file, units, self.parents, kept, excluded, order)

    def _of_row(self, row: Row) -> Iterator[Unit]:
        if row.route in self.parents:
            return
        marks = self.marks.get(row.route, [])
        times = [(one, occurrence) for one in (row, *row.later) for occurrence in one.occurrences]
        if not times:
            yield Unit(row, None, tuple(one for one in marks if self._is_undated(one)))
            return
        if not marks:
            yield from (Unit(one, occurrence) for one, occurrence in times)
            return
        at_time: dict[int, list[PlacedMark]] = defaultdict(list)
        whole: list[PlacedMark] = []
        for mark in marks:
            found = self._time_of(mark, times)
            if found is None:
                whole.append(mark)
            elif found >= 0:
                at_time[found].append(mark)
        for at, (one, occurrence) in enumerate(times):
            yield Unit(one, occurrence, (*self._at_one_time(at_time[at], occurrence), *whole))

    def _is_undated(self, placed: PlacedMark) -> bool:
        """Say whether a mark names no day of a row that has none."""
        if placed.mark.due is None:
            return True
        message = Message("the row has no day on which it is due")
        self.misplaced.append(Misplaced(placed.index, "due", message, Message("take “due” away")))
        return False

    def _time_of(self, placed: PlacedMark, times: Sequence[tuple[Row, Occurrence]]) -> int | None:
        """Return which of several times a mark means: None where all of them, -1 where that cannot be told."""
        mark = placed.mark
        if mark.due is None:
            if len(times) == 1:
                return 0
            if mark.model_fields_set <= NAMES | OF_ALL_TIMES:
                return None
            message = Message("the row is due several times: which of them is meant?")
            hint = Message("add “due:” with one of its days: {days}", days=named_days(times))
            self.misplaced.append(Misplaced(placed.index, "at", message, hint))
            return -1
        day = placed.due or parse_date(mark.due)
        for at, (_row, occurrence) in enumerate(times):
            if occurrence.due == day:
                return at
        message = Message("the row is not due on {day}", day=mark.due)
        self.misplaced.append(
            Misplaced(placed.index, "due", message, Message("its days: {days}", days=named_days(times)))
        )
        return -1

    def _at_one_time(self, marks: list[PlacedMark], occurrence: Occurrence) -> list[PlacedMark]:
        """Return the marks of one time; more of them than it has times contradict each other, and none is taken."""
        if len(marks) <= occurrence.times:
            return marks
        first = marks[0]
        for one in marks[1:]:
            message = Message("a second mark for the same day: the first is of row {address}", address=first.mark.at)
            hint = Message("write all of it in one mark, several moves as a list")
            self.misplaced.append(Misplaced(one.index, "at", message, hint))
        message = Message("there is a second mark for the same day")
        self.misplaced.append(Misplaced(first.index, "at", message))
        return []


def _not_counted(placed: PlacedMark, *, in_schedule: bool) -> Misplaced:
    if not in_schedule:
        message = Message("this table has neither deadlines nor owners: nothing in it is marked")
        return Misplaced(placed.index, "at", message)
    message = Message("the row has rows below it, and is done when those are")
    return Misplaced(placed.index, "at", message, Message("mark those: they have numbers or ids of their own"))


def named_days(times: Sequence[tuple[Row, Occurrence]]) -> str:
    """Return the days of a row, for messages: not more than a few of them."""
    days = [f"{occurrence.due:%d.%m.%Y}" for _row, occurrence in times]
    return ", ".join(days[:_MOST_DAYS]) + (f", … ({len(days)})" if len(days) > _MOST_DAYS else "")
