"""The summary: on one page for the head what falls due by quarter and by owner, what is continuous, what has no date.

Lists that would not fit on the page end with how much more there is and where it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby

from roadmapc.documents._owners import rows_by_owner
from roadmapc.documents._short_names import first_words
from roadmapc.documents._table import NO_TEXT
from roadmapc.documents._tasks import day_text, is_continuous, is_undated
from roadmapc.documents.output import File, OutputContext
from roadmapc.plan import Occurrence, Plan, Row

ORDER = 44
_MOST_LINES, _KEPT_LINES = 32, 12  # of all lists on the page; of what has no days, however many owners there are
_LETTERS_OF_OWNER, _LETTERS_OF_ROW, _LETTERS_OF_DEADLINE = 44, 56, 54  # a line; of deadlines two


@dataclass(frozen=True, slots=True)
class DueView:
    """How often something falls due, and its first and last days: «31.03.2022»; «» where nothing does.

    `days` are both in short: «05.10–31.12».
    """

    count: int
    first: str = ""
    last: str = ""
    days: str = ""


@dataclass(frozen=True, slots=True)
class YearDueView:
    """What falls due in a year, and in each of its quarters."""

    year: str
    quarters: tuple[DueView, ...]
    whole: DueView


@dataclass(frozen=True, slots=True)
class OwnerDueView:
    """What falls due for an owner; how many activities are continuous, and how many have no date."""

    owner: str
    due: DueView
    continuous: int
    undated: int


@dataclass(frozen=True, slots=True)
class ListedView:
    """Activities without days of their own: number, first words, words of the deadline; `more` are left out."""

    count: int
    rows: tuple[tuple[str, str, str], ...]
    more: int


@dataclass(frozen=True, slots=True)
class SummaryView:
    """The summary of a plan; `more_owners` are left out of `owners`, of whom those with most to do stand first."""

    activities: int
    due: DueView
    years: tuple[YearDueView, ...]
    owners: tuple[OwnerDueView, ...]
    more_owners: int
    continuous: ListedView
    undated: ListedView


def files(plan: Plan, context: OutputContext) -> Iterator[File]:
    """Return `summary.docx`."""
    yield from context.files(plan, "summary", "summary.html", {"summary": summary_view(plan)})


def summary_view(plan: Plan) -> SummaryView:
    """Return the summary of a plan."""
    rows = plan.dated_rows
    years = tuple(_years(rows))
    continuous = list(filter(is_continuous, rows))
    undated = list(filter(is_undated, rows))
    room = _MOST_LINES - len(years) - bool(continuous) - bool(undated)
    owners = sorted(_owners(plan, rows), key=lambda one: -one.due.count)
    lines = list(accumulate(1 + len(one.owner) // _LETTERS_OF_OWNER for one in owners))
    shown = sum(line <= room - min(len(continuous) + len(undated), _KEPT_LINES) for line in lines)
    room -= lines[shown - 1] if shown else 0
    last = _listed(undated, room - min(len(continuous), room // 2))
    return SummaryView(
        len({row.route for row in plan.dated_rows}),
        _due(_dated(rows)),
        years,
        tuple(owners[:shown]),
        len(owners) - shown,
        _listed(continuous, room - _lines(last)),
        last,
    )


def _dated(rows: Iterable[Row]) -> list[Occurrence]:
    found = (one for row in rows if not is_continuous(row) for one in row.occurrences)
    return sorted(found, key=lambda one: one.due)


def _due(occurrences: list[Occurrence]) -> DueView:
    if not occurrences:
        return DueView(0)
    first, last = occurrences[0].due, occurrences[-1].due
    days = [f"{day.day:02}.{day.month:02}" for day in dict.fromkeys((first, last))]
    return DueView(sum(one.times for one in occurrences), day_text(first), day_text(last), "–".join(days))


def _years(rows: Iterable[Row]) -> Iterator[YearDueView]:
    for year, found in groupby(_dated(rows), lambda one: one.due.year):
        inside = list(found)
        quarters = ([one for one in inside if (one.due.month - 1) // 3 == n] for n in range(4))
        yield YearDueView(str(year), tuple(map(_due, quarters)), _due(inside))


def _owners(plan: Plan, rows: Iterable[Row]) -> Iterator[OwnerDueView]:
    for owner, _, owned in rows_by_owner(plan):
        yield _owner(owner.text, owned)
    if nobody := [row for row in rows if not row.assignees]:
        yield _owner("Ответственный не указан", nobody)


def _owner(name: str, rows: Iterable[Row]) -> OwnerDueView:
    found = tuple(rows)
    return OwnerDueView(name, _due(_dated(found)), _count(is_continuous, found), _count(is_undated, found))


def _count(kind: Callable[[Row], bool], rows: Iterable[Row]) -> int:
    return sum(map(kind, rows))


def _listed(rows: list[Row], room: int) -> ListedView:
    """Return rows with their words as far as there is room for their lines."""
    found: list[tuple[str, str, str]] = []
    for row in rows:
        words = first_words(row.deadline_text or NO_TEXT, _LETTERS_OF_DEADLINE)
        room -= 2 if len(words) * 2 > _LETTERS_OF_DEADLINE else 1
        if room < 0:
            break
        found.append((row.number or NO_TEXT, first_words(row.text, _LETTERS_OF_ROW), " ".join(words.split())))
    return ListedView(len(rows), tuple(found), len(rows) - len(found))


def _lines(listed: ListedView) -> int:
    return sum(2 if len(words) * 2 > _LETTERS_OF_DEADLINE else 1 for _, _, words in listed.rows)
