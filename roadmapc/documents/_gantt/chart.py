"""The rows of the picture: what stands in them in words, and the days that they show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from roadmapc.documents._events import events_of
from roadmapc.documents._gantt.svg import plain
from roadmapc.documents._tasks import is_continuous
from roadmapc.plan import Plan, PlanSection, PlanTable, Row
from roadmapc.rendering.prose import pieces

Kind = Literal["window", "day", "always"]


@dataclass(frozen=True, slots=True)
class Span:
    """Days of a row, inclusive: a window in which it is done, a day on which it is due, work all the time.

    `times` is how often it is due within these days.
    """

    first: date
    last: date
    kind: Kind
    times: int = 1


@dataclass(frozen=True, slots=True)
class ChartRow:
    """An activity: its number, depth and words; its days, and `words` in their place where there are none."""

    number: str
    level: int
    text: str
    deadline: str
    spans: tuple[Span, ...]
    words: str

    def is_in(self, first: date, last: date) -> bool:
        """Say whether there is something to show of it between two days: what has no day belongs to all times."""
        return not self.spans or any(span.first <= last and span.last >= first for span in self.spans)


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of a section; `headings` stand before them: of the table, where there are several, and its own."""

    headings: tuple[str, ...]
    rows: tuple[ChartRow, ...]


def groups_of(plan: Plan) -> tuple[Group, ...]:
    """Return the rows of all schedules of a plan by their sections."""
    tables = [table for table in plan.tables if table.is_schedule]
    return tuple(group for table in tables for group in _groups(plan, table, named=len(tables) > 1))


def _groups(plan: Plan, table: PlanTable, *, named: bool) -> Iterator[Group]:
    before = plain(table.source.table.heading or "") if named else ""
    for section in table.sections:
        rows = tuple(one for row in section.all_rows for one in _rows(plan, table, row))
        if rows:
            yield Group(tuple(filter(None, (before, _heading(section)))), rows)
            before = ""


def _heading(section: PlanSection) -> str:
    return "" if section.own else plain(f"{section.number} {section.title}")


def _rows(plan: Plan, table: PlanTable, row: Row) -> Iterator[ChartRow]:
    """Yield an activity, then the same for each further column of deadlines, by the name of the column."""
    text = _in_line(row.text)
    yield _row(plan, row, text)
    headings = {column.key: plain(column.heading or "") for column in table.source.columns}
    for later in row.later:
        yield _row(plan, later, f"то же: {headings.get(later.deadline_key) or text}")


def _in_line(text: str) -> str:
    """Return a text of paragraphs and list items in one line, in which no mark of an item stands alone."""
    found = ((plain(piece.mark), plain(piece.text)) for piece in pieces(text))
    return " ".join(f"{mark}\N{NO-BREAK SPACE}{words}" if mark else words for mark, words in found)


def _row(plan: Plan, row: Row, text: str) -> ChartRow:
    spans = tuple(sorted(set(_spans(plan, row)), key=lambda span: (span.first, span.last, span.times)))
    deadline = plain(row.deadline_text)
    return ChartRow(plain(row.number), row.level, text, deadline, spans, "" if spans else _words(row, deadline))


def _spans(plan: Plan, row: Row) -> Iterator[Span]:
    if is_continuous(row):
        yield from (Span(one.first, one.due, "always") for one in row.occurrences)
        return
    for event in events_of(plan, row):  # of «до 5 мая» calendars show the day alone, and so does the picture
        length = event.last - event.first
        for one in event.occurrences:
            yield Span(one.due - length, one.due, "window" if length else "day", one.times)


def _words(row: Row, deadline: str) -> str:
    """Return what stands in the place of days."""
    if not deadline:
        return "без срока"
    return f"срок не прочитан: {deadline}" if row.deadline_error else f"без срока: {deadline}"
