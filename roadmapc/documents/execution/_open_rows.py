"""What is still open, for a letter: first what is late, the longest delays first, then what may become so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from roadmapc.documents.execution._report import Report
from roadmapc.documents.execution._said import Said
from roadmapc.plan import Row
from roadmapc.plan.execution import PRINTED, RowState, State, Status
from roadmapc.plan.execution.rows import UnitState
from roadmapc.russian.numerals import working_days

_MOST_ROWS = 20
"""Rows that a letter tells one by one: it is to be read, the report has all of them."""


@dataclass(frozen=True, slots=True)
class OpenView:
    """An activity that is still open: «пункт 4 «…»», its status, the term in force, the delay and the reason or «».

    Of recurring work `times` is how often it was missed, if more than once; term and delay are those of the first time.
    """

    item: str
    status: str
    term: str
    delay: str
    reason: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class OpenRowsView:
    """What is still open, the longest delays first; `more` is how many rows are not told."""

    rows: tuple[OpenView, ...]
    more: int = 0


def open_rows(report: Report) -> OpenRowsView:
    """Return what is still open on the day of a report."""
    found = [(state, some) for state in report.rows if (some := _units(state, _is_late))]
    found.sort(key=lambda pair: -max(one.state.delay for one in pair[1]))  # stable: the table's order among equals
    found += [(state, some) for state in report.rows if (some := _units(state, _is_in_doubt))]
    told = tuple(_open_view(report, *pair) for pair in found[:_MOST_ROWS])
    return OpenRowsView(told, len(found) - len(told))


def _units(state: RowState, which: Callable[[State], bool]) -> list[UnitState]:
    return [one for one in state.units if which(one.state)]


def _is_late(state: State) -> bool:
    return state.is_late


def _is_in_doubt(state: State) -> bool:
    """Say whether a person has said that it may not be done, or not whole, and its term has not passed."""
    return state.status in {Status.AT_RISK, Status.PARTLY} and not state.is_late


def _open_view(report: Report, state: RowState, units: Sequence[UnitState]) -> OpenView:
    first = units[0].state
    reasons = dict.fromkeys(text for one in units for text in Said(report, state).reasons_of(one))
    return OpenView(
        item=item_words(state.row),
        status=PRINTED[first.status],
        term=f"{first.term:%d.%m.%Y}" if first.term else "",
        delay=working_days(first.delay) if first.delay and not state.row.is_continuous else "",
        reason=" ".join(reasons).rstrip("."),
        times=len(units),
    )


def item_words(row: Row, noun: str = "пункт") -> str:
    """Return how a letter names a row: «пункт 2.4 «Разработка …»»."""
    number = row.number.rstrip(".")
    title = row.title.replace(" …", "\N{NO-BREAK SPACE}…")
    return f"{noun} {number} «{title}»" if number else f"«{title}»"
