"""The rows of a table: numbers computed, owners resolved, deadlines dated, cells one with that above filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Any

from roadmapc.deadlines import DatedDeadline, DateRange, DeadlineError, Period, read
from roadmapc.deadlines.dating.periods import parse_window
from roadmapc.diagnostics import Route
from roadmapc.plan.numbering import Numbers
from roadmapc.plan.plan import Assignee, Occurrence, Row, Start
from roadmapc.plan.section_periods import dated_within
from roadmapc.russian.calendar import Calendar
from roadmapc.russian.normal_form import normal_form
from roadmapc.source.contents import TableColumn, TableSource
from roadmapc.source.model import Activity, Cell, DeadlineCell, Owner, Owners, Section


@dataclass(frozen=True)
class Setting:
    """What all rows of a plan are read by: owners by alias in normal form, period, calendar; and the ids given."""

    owners: Mapping[str, tuple[str, Owner]]
    period: Period | None
    calendar: Calendar
    ids: dict[str, int] = field(default_factory=dict)


@lru_cache(maxsize=4096)
def _read(text: str, period: Period, calendar: Calendar) -> DatedDeadline:
    """Read a deadline; the plans of one region say the same words again and again."""
    return read(text, period, calendar=calendar)


@dataclass(frozen=True, slots=True)
class _Due:
    """What a cell says of when: its words, how they were understood, the days given beside them."""

    text: str
    dated: DatedDeadline | None
    error: DeadlineError | None
    dates_error: tuple[int, DeadlineError] | None
    occurrences: tuple[Occurrence, ...]
    has_dates: bool


class RowMaker:
    """Walks the rows of one table in order, remembering what each column had in the row above."""

    def __init__(self, source: TableSource, setting: Setting, period: Period | None, index: int) -> None:
        self.source = source
        self.setting = setting
        self.whole = period
        self.period = period
        self.index = index
        self.numbers = Numbers(source)
        self.above: dict[str, Any] = {}
        columns = source.columns
        self.deadlines = _named(columns, "deadline")
        self.owners = _named(columns, "owners")
        self.starts = _named(columns, "start")[:1]
        self.texts = [one.key for one in columns if one.kind == "text"]

    def section(
        self, section: Section, route: Route, at: int, index: int, period: Period | None
    ) -> tuple[str, Row | None, tuple[Row, ...]]:
        """Return a section's number, its own row where it is an activity, and its rows; `index` counts all tables'."""
        self.period = period or self.whole
        number = self.numbers.of_section(at, section)
        own = None
        if section.deadline or section.owners or section.result or section.model_extra:
            own = self._row(route, section, section, number, index, 1)
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
            row = _inheriting(row, parent) if parent else row
            yield row
            above_next = dict(self.above) if activity.together else self.above
            yield from self._rows(where, section, activity.activities, index, level + 1, here, row)
            self.above = above_next  # what prints in the row is not above the next one

    def _row(
        self, route: Route, section: Section, item: Activity | Section, number: str, index: int, level: int
    ) -> Row:
        text = item.activity if isinstance(item, Activity) else item.title or ""
        shared: set[str] = set()
        key, *more = self.deadlines or ["deadline"]
        due = self._due(item, key, shared)
        start = self._start(item, shared)
        if start:
            due = replace(due, occurrences=_from_start(due.occurrences, start))
        owners_key, *others = self.owners or ["owners"]
        assignees, owners_text = self._assignees(item, owners_key, shared)
        cells = self._texts(item, shared) if item.model_extra else {}
        if start:
            cells[start.key] = start.text
        for other in others:
            also, cells[other] = self._assignees(item, other, shared)
            assignees = tuple(dict.fromkeys((*assignees, *also)))
        row = Row(
            route=route,
            id=item.id or self._id(section.title or "", text),
            number=number,
            level=level,
            table=self.index,
            section=index,
            text=text,
            deadline_text=due.text,
            dated=due.dated,
            deadline_error=due.error,
            dates_error=due.dates_error,
            occurrences=due.occurrences,
            has_dates=due.has_dates,
            assignees=assignees,
            owners_text=owners_text,
            result=self._result(item, shared),
            shared=frozenset(shared),
            inherits=frozenset({"deadline"} if key in shared else ()),
            cells=cells,
            start=start,
            serves=item.serves,
            together=isinstance(item, Activity) and item.together,
            deadline_key=key,
            owners_key=owners_key,
        )
        return replace(row, later=tuple(self._later(row, item, more, shared))) if more else row

    def _later(self, row: Row, item: Activity | Section, keys: list[str], shared: set[str]) -> Iterator[Row]:
        """Yield the row once more for each further deadline that it has; the heading tells which."""
        headings = {one.key: one.heading or "" for one in self.source.columns}
        for key in keys:
            due = self._due(item, key, shared)
            row.cells[key] = due.text  # type: ignore[index]
            if not (due.text or due.has_dates or due.dates_error):
                continue
            yield replace(
                row,
                text=f"{row.text.strip().rstrip('.;')} ({_lower(headings[key])})",
                deadline_text=due.text,
                dated=due.dated,
                deadline_error=due.error,
                dates_error=due.dates_error,
                occurrences=due.occurrences,
                has_dates=due.has_dates,
                inherits=frozenset({"deadline"} if key in shared else ()),
                deadline_key=key,
            )

    def _due(self, item: Activity | Section, key: str, shared: set[str]) -> _Due:
        cell = _deadline_cell(item, key)
        if cell and cell.same_as_above and key in self.above:
            shared.add(key)
            return self.above[key]  # type: ignore[no-any-return]
        dated, error = self._dated(cell)
        given, dates_error = _given(cell)
        windows = given or (dated.windows if dated else ())
        found = _Due(
            (cell.text or "").strip() if cell else "",
            dated,
            error,
            dates_error,
            tuple(self._occurrence(window, dated, given=bool(given)) for window in windows),
            bool(given),
        )
        self.above[key] = found
        return found

    def _occurrence(self, window: DateRange, dated: DatedDeadline | None, *, given: bool) -> Occurrence:
        """Return one time; `given` says that its days stand beside the words, which then only tell what they are."""
        is_event = not (dated and dated.is_limit) if given else dated is not None and window in dated.events
        times = dated.times if dated and not given else 1
        is_day_limit = given and not is_event and window.first == window.last  # «до 10 октября», and that day beside it
        first = date.min if is_day_limit else window.first
        act_by = self.setting.calendar.act_by(window.last, first, is_event=is_event)
        return Occurrence(min(window.first, act_by) if is_day_limit else window.first, window.last, act_by, times)

    def _dated(self, cell: DeadlineCell | None) -> tuple[DatedDeadline | None, DeadlineError | None]:
        if cell is None or not cell.text or self.period is None:
            return None, None
        text, calendar = cell.text, self.setting.calendar
        try:
            if self.whole is None or self.period == self.whole:
                return _read(text, self.period, calendar), None
            return dated_within(lambda period: _read(text, period, calendar), self.period, self.whole), None
        except DeadlineError as error:
            return None, error

    def _assignees(self, item: Activity | Section, key: str, shared: set[str]) -> tuple[tuple[Assignee, ...], str]:
        """Return who answers by a column of owners, and its words."""
        owners = _owners_cell(item, key)
        if owners and owners.same_as_above and key in self.above:
            shared.add(key)
            found = self.above[key]
        else:
            found = tuple(self._assignee(who) for who in owners.who) if owners else ()
            if owners and owners.text and not found:
                found = (Assignee(owners.text.strip()),)
        self.above[key] = found
        return found, (owners.text or self._joined(found)).strip() if owners else ""

    def _assignee(self, who: str) -> Assignee:
        alias, owner = self.setting.owners.get(normal_form(who), (who, None))
        return Assignee(owner.post, alias, owner.name, owner.contacts) if owner else Assignee(who)

    def _joined(self, assignees: tuple[Assignee, ...]) -> str:
        texts = [assignee.text for assignee in assignees]
        style = self.source.table.owners
        if style == "list":
            return "\n".join(f"- {text}" for text in [*(f"{text};" for text in texts[:-1]), *texts[-1:]])
        return (", " if style == "comma" else "\n").join(texts)

    def _result(self, item: Activity | Section, shared: set[str]) -> str:
        cell = item.result
        if cell and cell.same_as_above and "result" in self.above:
            shared.add("result")
        else:
            self.above["result"] = (cell.text or "").strip() if cell else ""
        return self.above["result"] if cell else ""

    def _texts(self, item: Activity | Section, shared: set[str]) -> dict[str, str]:
        """Return the words of the row's columns of text."""
        found = {}
        for key in self.texts:
            cell: Cell | None = (item.model_extra or {}).get(key)
            if cell and cell.same_as_above and key in self.above:
                shared.add(key)
            else:
                self.above[key] = _words(cell)
            found[key] = self.above[key] if cell else ""
        return found

    def _start(self, item: Activity | Section, shared: set[str]) -> Start | None:
        """Return what the column of starts says, where the table has one."""
        if not self.starts:
            return None
        due = self._due(item, self.starts[0], shared)
        return Start(self.starts[0], due.text, tuple(one.first for one in due.occurrences), due.error, due.dated)

    def _id(self, title: str, text: str) -> str:
        """Return an id from the words, so that it outlives renumbering; repeated words are counted."""
        from hashlib import sha256  # loads a library of C that explaining a rule does without

        words = " ".join(f"{title} {text}".lower().split())
        digest = sha256(words.encode()).hexdigest()[:12]
        ids = self.setting.ids
        ids[digest] = ids.get(digest, 0) + 1
        return digest if ids[digest] == 1 else f"{digest}-{ids[digest]}"


def _named(columns: tuple[TableColumn, ...], kind: str) -> list[str]:
    """Return the keys of the columns of a kind; the one that is called like it comes first."""
    return sorted((one.key for one in columns if one.kind == kind), key=lambda key: key != kind)


def _words(cell: Cell | None) -> str:
    return (cell.text or "\n\n".join(cell.who)).strip() if cell else ""


def _deadline_cell(item: Activity | Section, key: str) -> DeadlineCell | None:
    if key == "deadline":
        return item.deadline
    cell: Cell | None = (item.model_extra or {}).get(key)
    if cell is None:
        return None
    return DeadlineCell.model_construct(text=_words(cell) or None, dates=cell.dates, same_as_above=cell.same_as_above)


def _owners_cell(item: Activity | Section, key: str) -> Owners | None:
    if key == "owners":
        return item.owners
    cell: Cell | None = (item.model_extra or {}).get(key)
    if cell is None:
        return None
    lines = tuple(line for line in map(str.strip, (cell.text or "").splitlines()) if line)
    text = cell.text if cell.who or len(lines) > 1 else None
    return Owners.model_construct(who=cell.who or lines, text=text, same_as_above=cell.same_as_above)


def _from_start(occurrences: tuple[Occurrence, ...], start: Start) -> tuple[Occurrence, ...]:
    """Return times that begin on the days of the column «Начало», where it has one for each; else a rule tells."""
    if len(start.days) != len(occurrences):
        return occurrences
    spans = zip(start.days, occurrences, strict=True)
    return tuple(replace(one, first=first) if first <= one.due else one for first, one in spans)


def _lower(heading: str) -> str:
    """Return a heading as it stands inside a sentence; an abbreviation keeps its letters."""
    return heading[:1].lower() + heading[1:] if heading[1:2].islower() else heading


def _inheriting(row: Row, parent: Row) -> Row:
    """Return a row with the days and the owners of the row above it where it has none of its own."""
    changed: dict[str, Any] = {}
    if not (row.deadline_text or row.has_dates or row.dates_error) and (parent.occurrences or parent.dated):
        changed |= {"dated": parent.dated, "occurrences": parent.occurrences, "has_dates": parent.has_dates}
    inherits = {"deadline"} if changed else set()
    if not row.assignees and not row.owners_text and parent.assignees:
        changed["assignees"] = parent.assignees
        inherits.add("owners")
    return replace(row, **changed, inherits=row.inherits | inherits) if changed else row


def _given(deadline: DeadlineCell | None) -> tuple[tuple[DateRange, ...], tuple[int, DeadlineError] | None]:
    """Return the windows of the dates beside the words, and the first that cannot be read with its index."""
    windows = []
    for at, text in enumerate(deadline.dates if deadline else ()):
        try:
            windows.append(parse_window(text))
        except DeadlineError as error:
            return (), (at, error)
    return tuple(sorted(set(windows))), None
