"""The plan: numbers computed, owners resolved, deadlines dated. What every output and rule reads.

Nothing here complains: what could not be read is kept as a value for the rules (`Row.deadline_error`,
`Plan.period_error`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from roadmapc.deadlines import DatedDeadline, DeadlineError, Period
from roadmapc.diagnostics import Route
from roadmapc.plan.addresses import index_of
from roadmapc.plan.calendar_settings import SettingError
from roadmapc.russian.calendar import Calendar, parse_date
from roadmapc.source.model import Owner, Roadmap
from roadmapc.source.printed_text import PrintedTexts
from roadmapc.source.shared_owners import Directory
from roadmapc.source.tree import Tree


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time at which an activity is due: its days, inclusive, and the working day on which to act.

    `times` is how often it is due within these days, where the words do not part them: «5 раз в год».
    """

    first: date
    due: date
    act_by: date
    times: int = 1

    @property
    def is_prepared(self) -> bool:
        """Say whether it is an event on days off, which keeps them: `act_by` is the last day to prepare it."""
        return self.act_by < self.first


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
    why) or are missing; `level` is 1 for a section that is an activity, 2 for its rows, 3 for theirs. What a row below
    another leaves out it `inherits` («deadline», «owners»): its days and owners are those of the row above it, while
    its own cells have no words.
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
    inherits: frozenset[str] = frozenset()

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
    def printed_texts(self) -> PrintedTexts:
        """Return every printed text where it stands in the source."""
        return PrintedTexts(self.tree)

    @cached_property
    def owners(self) -> Mapping[str, Owner]:
        """Return the owners' directory: the file's own entries over the shared ones."""
        shared = self.directory.owners if self.directory else {}
        return {**shared, **self.roadmap.owners}

    @cached_property
    def _by_route(self) -> dict[Route, Row]:
        return {row.route: row for row in self.rows}

    @cached_property
    def by_address(self) -> Mapping[str, tuple[Row, ...]]:
        """Return the rows that each address means."""
        return index_of(self)

    def row_at(self, route: Route) -> Row | None:
        """Return the innermost row to which a route leads."""
        for length in range(len(route), 1, -1):
            if row := self._by_route.get(route[:length]):
                return row
        return None

    def forget(self) -> None:
        """Drop what can be computed again: of thousands of plans only what outputs need stays in memory."""
        for name in ("printed_texts", "by_address"):
            self.__dict__.pop(name, None)

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

    @property
    def revision(self) -> int:
        """Return how many acts have amended the document since it was approved."""
        return len(self.roadmap.amendments)

    @property
    def revised(self) -> date | None:
        """Return the day from which the document is as it stands: of its last amendment, else of its approval."""
        amended = [day for one in self.roadmap.amendments if (day := parse_date(one.date))]
        return max([*amended, *([self.signed] if self.signed else [])], default=None)
