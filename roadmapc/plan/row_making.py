"""The rows of a table: walked in order, numbered, named, made of their cells; what rows below others inherit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from roadmapc.deadlines import Period
from roadmapc.diagnostics import Route
from roadmapc.plan.numbering import Numbers
from roadmapc.plan.plan import Row, Start
from roadmapc.plan.row_cells import CellReader, Due, RowCells, Setting
from roadmapc.plan.values import Occurrence
from roadmapc.source.contents import TableColumn, TableSource
from roadmapc.source.model import Activity, Section

_IS_PART = re.compile(r"(?:[-–—•]\s+|\w{1,2}[.)]\s+)?[а-яё]")
"""How a text begins that goes on with a sentence."""


class RowMaker:
    """Walks the rows of one table in order."""

    def __init__(self, source: TableSource, setting: Setting, period: Period | None, index: int) -> None:
        self.source = source
        self.ids = setting.ids
        self.index = index
        self.numbers = Numbers(source)
        columns = source.columns
        headings = {one.key: one.heading for one in columns if one.kind == "deadline" and one.heading}
        self.cells = CellReader(setting, period, source.table.owners, headings)
        self.deadlines = _named(columns, "deadline") or ["deadline"]
        months = (key for key, heading in headings.items() if heading.casefold().startswith("месяц"))
        self.month = next(months, None) if len(self.deadlines) > 1 else None
        self.owners, *self.others = _named(columns, "owners") or ["owners"]
        self.starts = _named(columns, "start")[:1]
        self.texts = [one.key for one in columns if one.kind == "text"]

    def section(
        self, section: Section, route: Route, at: int, index: int, period: Period | None
    ) -> tuple[str, Row | None, tuple[Row, ...]]:
        """Return a section's number, its own row where it is an activity, and its rows; `index` counts all tables'."""
        self.cells.period = period or self.cells.whole
        number = self.numbers.of_section(at, section)
        own = None
        if section.deadline or section.owners or section.result or section.model_extra:
            own = _due_by_parts(self._row(route, section, section, number, index, 1), section)
        return number, own, tuple(self._rows(route, section, section.activities, index, 2, (at + 1,)))

    def _rows(
        self,
        route: Route,
        section: Section,
        activities: tuple[Activity, ...],
        index: int,
        level: int,
        above: tuple[int, ...],
        parent: Row | None = None,
    ) -> Iterator[Row]:
        for at, activity in enumerate(activities):
            here = (*above, at + 1)
            where = (*route, "activities", at)
            row = self._row(where, section, activity, self.numbers.of_activity(activity, here), index, level)
            if parent:
                row = _led_in(_inheriting(row, parent), parent)
            row = _due_by_parts(row, activity)
            yield row
            above_next = dict(self.cells.above) if activity.together else self.cells.above
            yield from self._rows(where, section, activity.activities, index, level + 1, here, row)
            self.cells.above = above_next  # what prints in the row is not above the next one

    def _row(
        self, route: Route, section: Section, item: Activity | Section, number: str, index: int, level: int
    ) -> Row:
        text = item.activity if isinstance(item, Activity) else item.title or ""
        read = self.cells.row(item)
        dues = self._dues(read)
        main = next((key for key, due in dues.items() if _is_filled(due)), self.deadlines[0])
        due = dues.pop(main)
        assignees, owners_text = read.assignees(self.owners)
        cells = {key: read.text(key) for key in self.texts}
        start = read.start(self.starts[0]) if self.starts else None
        if start:
            due = replace(due, occurrences=_from_start(due.occurrences, start))
            cells[start.key] = start.text
        for other in self.others:
            also, cells[other] = read.assignees(other)
            assignees = tuple(dict.fromkeys((*assignees, *also)))
        result = read.result()
        row = Row(
            route=route,
            id=item.id or self._id(section.title or "", text),
            number=number,
            level=level,
            table=self.index,
            section=index,
            text=text,
            **_dated(due),
            assignees=assignees,
            owners_text=owners_text,
            result=result,
            shared=frozenset(read.shared),
            inherits=_inherited(main, read),
            cells=cells | {key: more.text for key, more in dues.items()},
            start=start,
            serves=item.serves,
            together=isinstance(item, Activity) and item.together,
            deadline_key=main,
            owners_key=self.owners,
        )
        if self.month and main != self.month:
            dues.pop(self.month)  # it says in which month the others are
        return replace(row, later=tuple(self._later(row, dues, read))) if dues else row

    def _dues(self, read: RowCells) -> dict[str, Due]:
        """Return what the columns of deadlines say; «Месяц» beside others says in which month their days are."""
        if self.month is None:
            return {key: read.due(key) for key in self.deadlines}
        month = read.due(self.month)
        if len(month.occurrences) == 1:
            self.cells.month = Period(month.occurrences[0].first, month.occurrences[0].due)
        found = {key: read.due(key) for key in self.deadlines if key != self.month}
        self.cells.month = None
        return found | {self.month: month}

    def _later(self, row: Row, later: dict[str, Due], read: RowCells) -> Iterator[Row]:
        """Yield the row once more for each further deadline that it has; the heading of the column tells which."""
        headings = {one.key: one.heading or "" for one in self.source.columns}
        for key, due in later.items():
            if _is_filled(due):
                text = f"{headings[key]}: {row.text.strip()}"
                yield replace(row, text=text, **_dated(due), inherits=_inherited(key, read), deadline_key=key)

    def _id(self, title: str, text: str) -> str:
        """Return an id from the words, so that it outlives renumbering; repeated words are counted."""
        from hashlib import sha256  # loads a library of C that explaining a rule does without

        words = " ".join(f"{title} {text}".lower().split())
        digest = sha256(words.encode()).hexdigest()[:12]
        self.ids[digest] = self.ids.get(digest, 0) + 1
        return digest if self.ids[digest] == 1 else f"{digest}-{self.ids[digest]}"


def _named(columns: tuple[TableColumn, ...], kind: str) -> list[str]:
    """Return the keys of the columns of a kind; the one that is called like it comes first."""
    return sorted((one.key for one in columns if one.kind == kind), key=lambda key: key != kind)


def _led_in(row: Row, parent: Row) -> Row:
    """Return a row with the words above that lead it in, where it is no sentence without them."""
    above = parent.text_apart.strip()
    if not (above.endswith(":") and _IS_PART.match(row.text.strip())):
        return row
    lead, own = above.rpartition("\n")[2], row.text.strip()
    later = (replace(one, text=f"{one.text.removesuffix(own)}{lead} {own}") for one in row.later)
    return replace(row, lead=lead, later=tuple(later))


def _is_filled(due: Due) -> bool:
    return bool(due.text or due.has_dates or due.dates_error)


def _dated(due: Due) -> dict[str, Any]:
    """Return the fields of a row that tell when."""
    return {
        "deadline_text": due.text,
        "dated": due.dated,
        "deadline_error": due.error,
        "dates_error": due.dates_error,
        "occurrences": due.occurrences,
        "has_dates": due.has_dates,
    }


def _inherited(key: str, read: RowCells) -> frozenset[str]:
    """Return that the deadline has been looked at in the row above, where it is shared with that."""
    return frozenset({"deadline"} if key in read.shared else ())


def _from_start(occurrences: tuple[Occurrence, ...], start: Start) -> tuple[Occurrence, ...]:
    """Return times that begin on the days of the column «Начало», where it has one for each; else a rule tells."""
    if len(start.days) != len(occurrences):
        return occurrences
    spans = zip(start.days, occurrences, strict=True)
    return tuple(replace(one, first=first) if first <= one.due else one for first, one in spans)


def _due_by_parts(row: Row, item: Activity | Section) -> Row:
    """Return a row that says whether the rows below it are due instead of it: it has no deadline, good or bad."""
    has_one = row.deadline_text or row.has_dates or row.dates_error or row.occurrences or row.dated
    return row if has_one or not item.activities else replace(row, by_parts=True)


def _inheriting(row: Row, parent: Row) -> Row:
    """Return a row with the days and the owners of the row above it where it has none of its own."""
    changed: dict[str, Any] = {}
    if not (row.deadline_text or row.has_dates or row.dates_error) and (parent.occurrences or parent.dated):
        changed |= {"dated": parent.dated, "occurrences": parent.occurrences, "has_dates": parent.has_dates}
    inherits = {"deadline"} if changed else set()
    if not row.assignees and not row.owners_text and parent.assignees:
        changed["assignees"] = parent.assignees
        inherits.add("owners")
        later = [replace(one, assignees=parent.assignees, inherits=one.inherits | {"owners"}) for one in row.later]
        changed["later"] = tuple(later)
    return replace(row, **changed, inherits=row.inherits | inherits) if changed else row
