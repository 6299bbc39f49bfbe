"""The cells of one row: words, days and owners of each column, a cell shared with the row above filled in.

A reader goes through the rows of a table in order and remembers what each column had last.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Any

from roadmapc.deadlines import DatedDeadline, DateRange, DeadlineError, Period, read
from roadmapc.deadlines.dating.headings import days_of, is_mark, time_of
from roadmapc.deadlines.dating.periods import parse_window
from roadmapc.plan.plan import Start
from roadmapc.plan.section_periods import dated_within
from roadmapc.plan.values import Assignee, Occurrence
from roadmapc.russian.calendar import Calendar
from roadmapc.russian.normal_form import normal_form
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
class Due:
    """What a cell says of when: its words, how they were understood, the days given beside them."""

    text: str
    dated: DatedDeadline | None
    error: DeadlineError | None
    dates_error: tuple[int, DeadlineError] | None
    occurrences: tuple[Occurrence, ...]
    has_dates: bool


class CellReader:
    """Reads the cells of a table: `whole` is its period, `period` that of the section at work, `above` what was last.

    `style` is how owners are joined: «comma», «lines» or «list». `headings` are those of columns of deadlines, `month`
    the days of the month that a column of its own names for the row at work.
    """

    def __init__(self, setting: Setting, whole: Period | None, style: str, headings: Mapping[str, str]) -> None:
        self.setting = setting
        self.headings = headings
        self.whole = whole
        self.period = whole
        self.month: Period | None = None
        self.style = style
        self.above: dict[str, Any] = {}

    def row(self, item: Activity | Section) -> RowCells:
        """Return the cells of the next row."""
        return RowCells(self, item)

    def dated(self, cell: DeadlineCell | None, key: str) -> tuple[DatedDeadline | None, DeadlineError | None]:
        """Return how the words of a cell are understood, or why they are not; neither where it has none."""
        if cell is None or not cell.text or self.period is None:
            return None, None
        text, calendar = cell.text, self.setting.calendar
        heading = self.headings.get(key, "")
        period = days_of(heading, self.period, calendar) if heading else None
        if period and is_mark(text):
            text = time_of(heading)
        period = period or self.month or self.period
        try:
            if self.whole is None or period == self.whole:
                found = _read(text, period, calendar)
            else:
                found = dated_within(lambda period: _read(text, period, calendar), period, self.whole)
        except DeadlineError as error:
            return None, error
        return (replace(found, kind="window") if self._is_bounded(found, period) else found), None

    def _is_bounded(self, found: DatedDeadline, period: Period) -> bool:
        """Say whether work that goes on ends before the plan does, or is that of a section: it falls due then."""
        if found.kind != "continuous" or self.whole is None or not found.windows:
            return False
        ends = found.windows[-1].last
        return ends < self.whole.last or (period != self.whole and found.windows[0].first > self.whole.first)

    def occurrence(self, window: DateRange, dated: DatedDeadline | None, *, given: bool) -> Occurrence:
        """Return one time; `given` says that its days stand beside the words, which then only tell what they are."""
        is_event = not (dated and dated.is_limit) if given else dated is not None and window in dated.events
        times = dated.times if dated and not given else 1
        is_day_limit = given and not is_event and window.first == window.last  # «до 10 октября», and that day beside it
        first = date.min if is_day_limit else window.first
        act_by = self.setting.calendar.act_by(window.last, first, is_event=is_event)
        return Occurrence(min(window.first, act_by) if is_day_limit else window.first, window.last, act_by, times)

    def assignee(self, who: str) -> Assignee:
        """Return whom an entry means: an alias brings post, person and contacts, other words stand for themselves."""
        alias, owner = self.setting.owners.get(normal_form(who), (who, None))
        return Assignee(owner.post, alias, owner.name, owner.contacts, owner.email) if owner else Assignee(who)

    def joined(self, assignees: tuple[Assignee, ...]) -> str:
        """Return owners as the table prints them."""
        texts = [assignee.text for assignee in assignees]
        if self.style == "list":
            return "\n".join(f"- {text}" for text in [*(f"{text};" for text in texts[:-1]), *texts[-1:]])
        return (", " if self.style == "comma" else "\n").join(texts)


class RowCells:
    """The cells of a row, by the keys of their columns; `shared` names those that are one with the cell above."""

    def __init__(self, reader: CellReader, item: Activity | Section) -> None:
        self.reader = reader
        self.item = item
        self.shared: set[str] = set()

    def due(self, key: str) -> Due:
        """Return what a column of deadlines or of starts says."""
        cell = self._deadline(key)
        if self._is_shared(cell, key):
            return self.reader.above[key]  # type: ignore[no-any-return]
        dated, error = self.reader.dated(cell, key)
        given, dates_error = _given(cell)
        windows = given or (dated.windows if dated else ())
        found = Due(
            (cell.text or "").strip() if cell else "",
            dated,
            error,
            dates_error,
            tuple(self.reader.occurrence(window, dated, given=bool(given)) for window in windows),
            bool(given),
        )
        self.reader.above[key] = found
        return found

    def start(self, key: str) -> Start:
        """Return what a column of starts says."""
        due = self.due(key)
        return Start(key, due.text, tuple(one.first for one in due.occurrences), due.error, due.dated)

    def assignees(self, key: str) -> tuple[tuple[Assignee, ...], str]:
        """Return who answers by a column of owners, and its words."""
        owners = self._owners(key)
        if self._is_shared(owners, key):
            return self.reader.above[key]  # type: ignore[no-any-return]
        who = tuple(self.reader.assignee(one) for one in owners.who) if owners else ()
        if owners and owners.text and not who:
            who = (Assignee(owners.text.strip()),)
        found = who, (owners.text or self.reader.joined(who)).strip() if owners else ""
        self.reader.above[key] = found
        return found

    def result(self) -> str:
        """Return the words of the result."""
        cell = self.item.result
        return self._text("result", cell, (cell.text or "").strip() if cell else "")

    def text(self, key: str) -> str:
        """Return the words of a column of text."""
        cell = self._own(key)
        return self._text(key, cell, _words(cell))

    def _text(self, key: str, cell: Any, words: str) -> str:
        if not self._is_shared(cell, key):
            self.reader.above[key] = words
        return self.reader.above[key] if cell else ""

    def _is_shared(self, cell: Any, key: str) -> bool:
        """Say whether a cell is one with that above, and remember it; the first row has none above it."""
        is_shared = bool(cell and cell.same_as_above and key in self.reader.above)
        if is_shared:
            self.shared.add(key)
        return is_shared

    def _own(self, key: str) -> Cell | None:
        return (self.item.model_extra or {}).get(key)

    def _deadline(self, key: str) -> DeadlineCell | None:
        if key == "deadline":
            return self.item.deadline
        if (own := self._own(key)) is None:
            return None
        return DeadlineCell.model_construct(text=_words(own) or None, dates=own.dates, same_as_above=own.same_as_above)

    def _owners(self, key: str) -> Owners | None:
        if key == "owners":
            return self.item.owners
        if (own := self._own(key)) is None:
            return None
        lines = tuple(line for line in map(str.strip, (own.text or "").splitlines()) if line)
        text = own.text if own.who or len(lines) > 1 else None
        return Owners.model_construct(who=own.who or lines, text=text, same_as_above=own.same_as_above)


def _words(cell: Cell | None) -> str:
    return (cell.text or "\n\n".join(cell.who)).strip() if cell else ""


def _given(deadline: DeadlineCell | None) -> tuple[tuple[DateRange, ...], tuple[int, DeadlineError] | None]:
    """Return the windows of the dates beside the words, and the first that cannot be read with its index."""
    windows = []
    for at, text in enumerate(deadline.dates if deadline else ()):
        try:
            windows.append(parse_window(text))
        except DeadlineError as error:
            return (), (at, error)
    return tuple(sorted(set(windows))), None
