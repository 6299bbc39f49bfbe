"""The plan: numbers computed, owners resolved, deadlines dated. What every output and rule reads.

Nothing here complains: what could not be read is kept as a value for the rules (`Row.deadline_error`,
`Plan.period_error`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from roadmapc.deadlines import DatedDeadline, DateRange, DeadlineError, Period, read
from roadmapc.deadlines.dating.periods import parse_period, parse_window
from roadmapc.diagnostics import Route
from roadmapc.plan.calendar_settings import SettingError, configured
from roadmapc.plan.numbering import Numbers
from roadmapc.russian.calendar import DEFAULT_CALENDAR, Calendar, parse_date
from roadmapc.source.model import Activity, Deadline, Owner, Roadmap, Section
from roadmapc.source.printed_text import Passages
from roadmapc.source.shared_owners import Directory
from roadmapc.source.tree import Tree


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time at which an activity is due: its days, inclusive, and the working day on which to act."""

    first: date
    due: date
    act_by: date


@dataclass(frozen=True, slots=True)
class Assignee:
    """Who answers for an activity: the printed words and, from the directory, the person and contacts."""

    text: str
    alias: str | None = None
    person: str | None = None
    contacts: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table that is an activity.

    `id` is stable over edits of the number; `dated` is None where the words could not be read (`deadline_error` says
    why) or are missing; `level` is 1 for a section that is an activity, 2 for its rows, 3 for theirs.
    """

    route: Route
    id: str
    number: str
    level: int
    section: int
    text: str
    deadline_text: str
    dated: DatedDeadline | None
    deadline_error: DeadlineError | None
    dates_error: tuple[int, DeadlineError] | None
    occurrences: tuple[Occurrence, ...]
    has_dates: bool
    assignees: tuple[Assignee, ...]
    owners_text: str
    owners_shared: bool
    result: str

    @property
    def title(self) -> str:
        """Return the first words of the text, at most 80 characters, to name the row."""
        words = self.text.strip().split("\n", 1)[0].rstrip(":;,. ")
        return words if len(words) <= 80 else words[:80].rsplit(" ", 1)[0] + " …"


@dataclass(frozen=True, slots=True)
class PlanSection:
    """A section with its rows; `own` is its row where it is an activity itself."""

    route: Route
    number: str
    title: str
    task: str
    own: Row | None
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Plan:
    """Everything about one roadmap that outputs and rules need."""

    id: str
    roadmap: Roadmap
    tree: Tree
    period: Period | None
    period_error: DeadlineError | None
    calendar: Calendar
    calendar_error: SettingError | None
    sections: tuple[PlanSection, ...]
    directory: Directory | None = None

    @cached_property
    def passages(self) -> Passages:
        """Return every printed text where it stands in the source."""
        return Passages(self.tree)

    @cached_property
    def owners(self) -> Mapping[str, Owner]:
        """Return the owners' directory: the file's own entries over the shared ones."""
        shared = self.directory.owners if self.directory else {}
        return {**shared, **self.roadmap.owners}

    @cached_property
    def _by_route(self) -> dict[Route, Row]:
        return {row.route: row for row in self.rows}

    def row_at(self, route: Route) -> Row | None:
        """Return the innermost row to which a route leads."""
        for length in range(len(route), 1, -1):
            if row := self._by_route.get(route[:length]):
                return row
        return None

    def forget(self) -> None:
        """Drop what can be computed again: of thousands of plans only what outputs need stays in memory."""
        self.__dict__.pop("passages", None)

    @property
    def municipality(self) -> str:
        """Return the municipality's name."""
        return self.roadmap.municipality.name

    @property
    def rows(self) -> Iterator[Row]:
        """Return all activities in the order of the table."""
        for section in self.sections:
            if section.own:
                yield section.own
            yield from section.rows

    @property
    def signed(self) -> date | None:
        """Return the day on which the document was approved: the order's date, else the approval's."""
        order, approval = self.roadmap.order, self.roadmap.approval
        text = (order.date if order else None) or (approval.date if approval else None)
        return parse_date(text) if text else None


def make_plan(
    roadmap: Roadmap,
    tree: Tree,
    name: str,
    *,
    calendar: Calendar = DEFAULT_CALENDAR,
    directory: Directory | None = None,
) -> Plan:
    """Compute the plan of a roadmap; `name` is its id where the source gives none, `directory` what it shares."""
    period, period_error = None, None
    try:
        period = parse_period(roadmap.document.period)
    except DeadlineError as error:
        period_error = error
    calendar_error = None
    try:
        calendar = configured(calendar, roadmap.calendar)
    except SettingError as problem:
        calendar_error = problem
    maker = _Maker(roadmap, period, calendar, directory)
    sections = tuple(maker.section(index, section) for index, section in enumerate(roadmap.sections))
    return Plan(roadmap.id or name, roadmap, tree, period, period_error, calendar, calendar_error, sections, directory)


@lru_cache(maxsize=4096)
def _read(text: str, period: Period, calendar: Calendar) -> DatedDeadline:
    """Read a deadline; the plans of one region say the same words again and again."""
    return read(text, period, calendar=calendar)


class _Maker:
    """Walks the sections in order, remembering ids and the owners of the row above."""

    def __init__(
        self, roadmap: Roadmap, period: Period | None, calendar: Calendar, directory: Directory | None
    ) -> None:
        self.roadmap = roadmap
        self.owners = {**(directory.owners if directory else {}), **roadmap.owners}
        self.period = period
        self.calendar = calendar
        self.numbers = Numbers(roadmap)
        self.ids: dict[str, int] = {}
        self.above: tuple[Assignee, ...] = ()

    def section(self, index: int, section: Section) -> PlanSection:
        route: Route = ("sections", index)
        own = None
        number = self.numbers.of_section(index, section)
        if section.deadline or section.owners or section.result:
            own = self._row(route, section, section.title or "", number, index, 1)
        rows = tuple(self._rows(route, section.activities, index, 2, (index + 1,)))
        return PlanSection(route, number, section.title or "", section.task or "", own, rows)

    def _rows(
        self, route: Route, activities: tuple[Activity, ...], section: int, level: int, above: tuple[int, ...]
    ) -> Iterator[Row]:
        for at, activity in enumerate(activities):
            here = (*above, at + 1)
            where = (*route, "activities", at)
            number = self.numbers.of_activity(activity, here)
            yield self._row(where, activity, activity.activity, number, section, level)
            yield from self._rows(where, activity.activities, section, level + 1, here)

    def _row(self, route: Route, item: Activity | Section, text: str, number: str, section: int, level: int) -> Row:
        dated, error = self._dated(item.deadline)
        given, dates_error = _given(item.deadline)
        windows = given or (dated.windows if dated else ())
        assignees = self._assignees(item)
        self.above = assignees
        owners = item.owners
        return Row(
            route=route,
            id=item.id or self._id(text, section),
            number=number,
            level=level,
            section=section,
            text=text,
            deadline_text=(item.deadline.text or "").strip() if item.deadline else "",
            dated=dated,
            deadline_error=error,
            dates_error=dates_error,
            occurrences=tuple(
                Occurrence(*window, self.calendar.act_by(window.last, window.first)) for window in windows
            ),
            has_dates=bool(given),
            assignees=assignees,
            owners_text=(owners.text or self._joined(assignees)).strip() if owners else "",
            owners_shared=bool(owners and owners.same_as_above),
            result=(item.result or "").strip(),
        )

    def _dated(self, deadline: Deadline | None) -> tuple[DatedDeadline | None, DeadlineError | None]:
        if deadline is None or not deadline.text or self.period is None:
            return None, None
        try:
            return _read(deadline.text, self.period, self.calendar), None
        except DeadlineError as error:
            return None, error

    def _assignees(self, item: Activity | Section) -> tuple[Assignee, ...]:
        if item.owners is None:
            return ()
        if item.owners.same_as_above:
            return self.above
        found = tuple(self._assignee(who) for who in item.owners.who)
        return found or ((Assignee(item.owners.text.strip()),) if item.owners.text else ())

    def _assignee(self, who: str) -> Assignee:
        owner = self.owners.get(who)
        return Assignee(owner.post, who, owner.name, owner.contacts) if owner else Assignee(who)

    def _joined(self, assignees: tuple[Assignee, ...]) -> str:
        texts = [assignee.text for assignee in assignees]
        style = self.roadmap.table.owners
        if style == "list":
            return "\n".join(f"- {text}" for text in [*(f"{text};" for text in texts[:-1]), *texts[-1:]])
        return (", " if style == "comma" else "\n").join(texts)

    def _id(self, text: str, section: int) -> str:
        """Return an id from the words, so that it outlives renumbering; repeated words are counted."""
        title = self.roadmap.sections[section].title or ""
        words = " ".join(f"{title} {text}".lower().split())
        digest = hashlib.sha256(words.encode()).hexdigest()[:12]
        self.ids[digest] = self.ids.get(digest, 0) + 1
        return digest if self.ids[digest] == 1 else f"{digest}-{self.ids[digest]}"


def _given(deadline: Deadline | None) -> tuple[tuple[DateRange, ...], tuple[int, DeadlineError] | None]:
    """Return the windows of the dates beside the words, and the first that cannot be read with its index."""
    windows = []
    for at, text in enumerate(deadline.dates if deadline else ()):
        try:
            windows.append(parse_window(text))
        except DeadlineError as error:
            return (), (at, error)
    return tuple(sorted(set(windows))), None
