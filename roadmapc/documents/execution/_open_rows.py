"""What is still open, for a letter: first what is late, the longest delays first, then what is at risk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from roadmapc.documents.execution._facts import Facts
from roadmapc.documents.execution._report import Report
from roadmapc.plan import Row
from roadmapc.plan.execution import PRINTED, RowState, Status
from roadmapc.plan.execution.rows import UnitState
from roadmapc.russian.numerals import working_days

_LATE = (Status.MISSED, Status.PARTLY)


@dataclass(frozen=True, slots=True)
class OpenView:
    """An activity that is still open: «пункт 4 «…»», its status, the term in force, the delay and the reason or «»."""

    item: str
    status: str
    term: str
    delay: str
    reason: str


def open_views(report: Report) -> tuple[OpenView, ...]:
    """Return what is still open on the day of a report; of recurring work each time that was missed."""
    found = [(state, one) for state in report.rows for one in state.units if one.state.status in _LATE]
    found.sort(key=lambda pair: -pair[1].state.delay)  # a stable order: the table's among equals
    risks = [(state, one) for state in report.rows for one in state.units if one.state.status is Status.AT_RISK]
    return tuple(_open_view(report, *pair) for pair in (*found, *risks))


def _open_view(report: Report, state: RowState, one: UnitState) -> OpenView:
    term = one.state.term
    return OpenView(
        item=item_words(state.row),
        status=PRINTED[one.state.status],
        term=f"{term:%d.%m.%Y}" if term else "",
        delay=working_days(one.state.delay) if one.state.delay else "",
        reason=" ".join(_reasons(report, state, one)).rstrip("."),
    )


def _reasons(report: Report, state: RowState, one: UnitState) -> Iterator[str]:
    yield from Facts(report, state).reasons_of(one)


def item_words(row: Row, noun: str = "пункт") -> str:
    """Return how a letter names a row: «пункт 2.4 «Разработка …»»."""
    number = row.number.rstrip(".")
    title = row.title.replace(" …", "\N{NO-BREAK SPACE}…")
    return f"{noun} {number} «{title}»" if number else f"«{title}»"
