"""The plan: numbers computed, owners resolved, deadlines dated. What every output and rule reads.

Nothing here complains: what could not be read is kept as a value for the rules (`Row.deadline_error`,
`Plan.period_error`; `Plan.form_fault`, which whoever reads files puts in, as `Plan.has_editions`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from roadmapc.deadlines import DatedDeadline, DeadlineError, Period
from roadmapc.diagnostics import Route
from roadmapc.plan.addresses import index_of
from roadmapc.plan.calendar_settings import SettingError
from roadmapc.plan.section_periods import SectionPeriod
from roadmapc.plan.values import Assignee, Occurrence
from roadmapc.russian.calendar import Calendar, parse_date
from roadmapc.russian.normal_form import compared_form
from roadmapc.source.basing.merged_tree import MergedTree, Removed, base_of
from roadmapc.source.contents import ContentSource, TableColumn, TableSource, contents_of
from roadmapc.source.form_names import FormFault
from roadmapc.source.model import Indicator, Owner, Roadmap
from roadmapc.source.printed_text import PrintedTexts
from roadmapc.source.shared_owners import Directory
from roadmapc.source.tree import Tree

if TYPE_CHECKING:  # what reads base plans is loaded where there is one
    from roadmapc.source.basing.base_plan import BasePlan


@dataclass(frozen=True, slots=True)
class Start:
    """What a column of starts says: its key, words and days, or why they could not be read."""

    key: str
    text: str
    days: tuple[date, ...]
    error: DeadlineError | None
    dated: DatedDeadline | None = None


_MOST_TITLE = 80  # letters


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table that is an activity.

    `id` is stable over edits of the number; `serves` is the id of the base plan's row that it carries out, empty where
    it serves none; `dated` is None where the words could not be read (`deadline_error` says
    why) or are missing; `level` is 1 for a section that is an activity, 2 for its rows, 3 for theirs. What a row below
    another leaves out it `inherits` («deadline», «owners»): its days and owners are those of the row above it, while
    its own cells have no words.

    `cells` are the words of the columns that not every table has, by key; `shared` names the columns whose cell is one
    with the cell above. A row with several columns of deadlines has each further one as a row in `later`: the same
    activity with another deadline; `deadline_key` and `owners_key` name the columns that are read. The rows below one
    that is `together` print in its row. One that is due `by_parts` has no deadline of its own: the rows below it have.
    `lead` are the words of the row above that lead this one in: «Провести:» of «опрос школ».
    """

    route: Route
    id: str
    number: str
    level: int
    table: int
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
    result: str
    shared: frozenset[str] = frozenset()
    inherits: frozenset[str] = frozenset()
    cells: Mapping[str, str] = field(default_factory=dict)
    start: Start | None = None
    serves: tuple[str, ...] = ()
    together: bool = False
    later: tuple[Row, ...] = ()
    deadline_key: str = "deadline"
    owners_key: str = "owners"
    by_parts: bool = False
    lead: str = ""

    @property
    def text_apart(self) -> str:
        """Return the text for where the row stands apart from that above it: «Провести: опрос школ»."""
        return f"{self.lead} {self.text.strip()}" if self.lead else self.text

    @property
    def title(self) -> str:
        """Return the first words of the text, at most 80 characters, to name the row."""
        words = self.text.strip().split("\n", 1)[0].rstrip(":;,. ")
        return words if len(words) <= _MOST_TITLE else words[:_MOST_TITLE].rsplit(" ", 1)[0] + " …"

    @property
    def title_apart(self) -> str:
        """Return the title for where the row stands apart from that above it: what leads it in, where there is room."""
        whole = f"{self.lead} {self.title}"
        return whole if self.lead and len(whole) <= _MOST_TITLE else self.title

    @property
    def is_continuous(self) -> bool:
        """Say whether its work goes on all the time rather than falls due."""
        return self.dated is not None and self.dated.kind == "continuous" and not self.has_dates

    @property
    def deadline_route(self) -> Route:
        """Return the place of the deadline in the source."""
        return (*self.route, self.deadline_key)

    @property
    def owners_route(self) -> Route:
        """Return the place of the owners in the source."""
        return (*self.route, self.owners_key)

    def words_of(self, column: TableColumn) -> str:
        """Return what the row has for a column; nothing where that is filled by hand."""
        if column.kind == "blank":
            return ""
        if column.key == self.deadline_key:
            return self.deadline_text
        if column.key == self.owners_key:
            return self.owners_text
        if column.kind == "activity":
            return self.text.strip()
        if column.kind in {"number", "result"}:
            return self.number if column.kind == "number" else self.result
        return self.cells.get(column.key, "")


@dataclass(frozen=True, slots=True)
class PlanSection:
    """A section with its rows; `own` is its row where it is an activity itself.

    `table` is the index of its table, `at` its own there; `period` the time that its deadlines are read in, where that
    is shorter than the table's.
    """

    route: Route
    number: str
    title: str
    task: str
    own: Row | None
    rows: tuple[Row, ...]
    table: int
    at: int
    period: SectionPeriod

    @property
    def all_rows(self) -> Iterator[Row]:
        """Return the section's own row, where it is one, and those below it."""
        if self.own:
            yield self.own
        yield from self.rows


@dataclass(frozen=True, slots=True)
class PlanTable:
    """A table: its source, the index of the document it stands in (0: the roadmap), its name among that one's tables.

    `period` is the time its deadlines are read in: its own, else the document's.
    """

    source: TableSource
    content: int
    name: str
    period: Period | None
    period_error: DeadlineError | None
    sections: tuple[PlanSection, ...]

    @property
    def is_schedule(self) -> bool:
        """Say whether it tells when or by whom something is done: a list of schools or of people does not."""
        kinds = {one.kind for one in self.source.columns if one.heading is not None}
        return bool(kinds & {"deadline", "owners"})

    @property
    def rows(self) -> Iterator[Row]:
        """Return the activities in their order."""
        for section in self.sections:
            yield from section.all_rows


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
    tables: tuple[PlanTable, ...]
    directory: Directory | None = None
    form_fault: FormFault | None = None
    form_has_letterhead: bool = False
    has_editions: bool = False

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

    @cached_property
    def by_words(self) -> Sequence[tuple[str, Row]]:
        """Return the rows with their words as those are compared, in the order of the words."""
        return sorted(((compared_form(row.text), row) for row in self.rows), key=lambda one: one[0])

    def row_at(self, route: Route) -> Row | None:
        """Return the innermost row to which a route leads."""
        for length in range(len(route), 1, -1):
            if row := self._by_route.get(route[:length]):
                return row
        return None

    @property
    def base(self) -> BasePlan | None:
        """Return the base plan that the roadmap extends, if it extends one."""
        return base_of(self.tree)

    @property
    def removed(self) -> tuple[Removed, ...]:
        """Return the rows and sections of the base plan that are not taken over, with the reasons."""
        return tuple(self.tree.removed) if isinstance(self.tree, MergedTree) else ()

    def forget(self) -> None:
        """Drop what can be computed again: of thousands of plans only what outputs need stays in memory."""
        for name in ("printed_texts", "by_address", "by_words", "contents"):
            self.__dict__.pop(name, None)

    @property
    def municipality(self) -> str:
        """Return the municipality's name."""
        return self.roadmap.municipality.name

    @cached_property
    def contents(self) -> tuple[ContentSource, ...]:
        """Return the roadmap itself and its further attachments, as they are written."""
        return contents_of(self.roadmap)

    @property
    def indicators(self) -> Iterator[tuple[Indicator, Route]]:
        """Yield the indicators of the roadmap and of its further attachments, with their places."""
        for content in self.contents:
            for table, route in content.indicators:
                yield from ((row, (*route, "rows", at)) for at, row in enumerate(table.rows))

    @cached_property
    def sections(self) -> tuple[PlanSection, ...]:
        """Return the sections of all tables in their order."""
        return tuple(section for table in self.tables for section in table.sections)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Return all activities in the order of the tables."""
        return tuple(row for section in self.sections for row in section.all_rows)

    @cached_property
    def dated_rows(self) -> tuple[Row, ...]:
        """Return the activities of all schedules once for each of their deadlines."""
        schedules = (table for table in self.tables if table.is_schedule)
        return tuple(one for table in schedules for row in table.rows for one in (row, *row.later))

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
    def keeps_numbers(self) -> bool:
        """Say whether its numbers are part of a signed text: from then on what is dropped leaves a gap."""
        return self.has_editions or self.revision > 0

    @property
    def revised(self) -> date | None:
        """Return the day from which the document is as it stands: of its last amendment, else of its approval."""
        amended = [day for one in self.roadmap.amendments if (day := parse_date(one.date))]
        return max([*amended, *([self.signed] if self.signed else [])], default=None)
