"""What falls due, for whom: the occurrences of plans inside a range of days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from roadmapc.deadlines import Period
from roadmapc.plan.plan import Occurrence, Plan, Row
from roadmapc.russian.calendar import month_end
from roadmapc.russian.normal_form import searched_form

Status = Literal["due", "open", "continuous"]
_ORDER: dict[Status, int] = {"due": 0, "open": 1, "continuous": 2}


@dataclass(frozen=True, slots=True)
class DueEntry:
    """One occurrence of one activity: due in the range, open in it, or continuous work."""

    plan: Plan
    row: Row
    occurrence: Occurrence
    status: Status

    @property
    def kind(self) -> str:
        """Return the kind of deadline; «date» where dates stand beside words that could not be dated."""
        return self.row.dated.kind if self.row.dated and not self.row.has_dates else "date"


def section_of(entry: DueEntry) -> str:
    """Return number and title of the row's section, behind attachment and table where there are several."""
    plan, section = entry.plan, entry.plan.sections[entry.row.section]
    named = "" if section.own is entry.row else f"{section.number} {section.title}".strip()
    if len(plan.tables) < 2:
        return named
    table = plan.tables[section.table]
    title = plan.contents[table.content].content.title if table.content else ""  # type: ignore[union-attr]
    parts = (title or "", table.source.table.heading or "", named)
    return ": ".join(" ".join(part.split()) for part in parts if part)


def entries(plan: Plan, first: date, last: date, *, owner: str = "") -> Iterator[DueEntry]:
    """Return what is due, open or continuous between two days, inclusive, in the order of the table.

    `owner` keeps the rows of one owner, as `rows_of` finds them.
    """
    for row in rows_of(plan, owner):
        for occurrence in row.occurrences:
            status = _status(row, occurrence, first, last)
            if status:
                yield DueEntry(plan, row, occurrence, status)


def rows_of(plan: Plan, owner: str = "") -> Iterator[Row]:
    """Return the rows of an owner: alias, post or person contains the words, in any case of letters; all without."""
    wanted = searched_form(owner)
    for row in plan.dated_rows:
        if not wanted or any(wanted in words for words in _owner_words(row)):
            yield row


def ordered(found: Iterable[DueEntry]) -> list[DueEntry]:
    """Return entries as they are listed: due first, then open, then continuous; by date, then municipality."""
    return sorted(
        found,
        key=lambda entry: (
            _ORDER[entry.status],
            entry.occurrence.due,
            entry.plan.municipality,
            entry.plan.id,
            entry.row.route,
        ),
    )


def _status(row: Row, occurrence: Occurrence, first: date, last: date) -> Status | None:
    if occurrence.due < first or occurrence.first > last:
        return None
    if row.is_continuous:
        return "continuous"
    return "due" if occurrence.due <= last else "open"


def _owner_words(row: Row) -> Iterator[str]:
    for assignee in row.assignees:
        yield searched_form(assignee.text)
        if assignee.alias:
            yield searched_form(assignee.alias)
        if assignee.person:
            yield searched_form(assignee.person)
    yield searched_form(row.owners_text)


def month_in(period: Period, month: int, today: date) -> tuple[int, bool] | None:
    """Return the year of the nearest such month from today within a period, and whether that month is past.

    Where the period is over it is the last such month; None where the period has no such month.
    """
    years = [
        year
        for year in range(period.first.year, period.last.year + 1)
        if date(year, month, 1) <= period.last and month_end(year, month) >= period.first
    ]
    if not years:
        return None
    coming = [year for year in years if month_end(year, month) >= today]
    return (coming[0], False) if coming else (years[-1], True)
