"""What rules about marks share: marks and documents with their places, days, what became of each unit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from roadmapc.diagnostics import Route
from roadmapc.plan.execution import Execution, PlacedMark, State, Unit, state_of
from roadmapc.plan.execution.mark_days import day_of
from roadmapc.source.model.marks import ExecutionMark, ProvingDocument


class DatedPlace(NamedTuple):
    """A day that a mark names, with its place."""

    route: Route
    day: date


def all_marks(execution: Execution) -> Iterator[tuple[Route, ExecutionMark]]:
    """Yield every mark of the file with its place, those too that mean no row."""
    marks = execution.file.marks.marks if execution.file and execution.file.marks else ()
    yield from ((("marks", at), mark) for at, mark in enumerate(marks))


def marked_units(execution: Execution) -> Iterator[tuple[Unit, PlacedMark]]:
    """Yield each mark with the time at which its row is due; one of a whole row with all of its times."""
    yield from ((unit, placed) for unit in execution.units for placed in unit.marks)


def states(execution: Execution, as_of: date) -> Iterator[tuple[Unit, State]]:
    """Yield what became of each time at which a row is due by the end of a day."""
    yield from ((unit, state_of(unit, as_of, execution.plan.calendar)) for unit in execution.units)


def decisions(route: Route, mark: ExecutionMark) -> Iterator[DatedPlace]:
    """Yield the days on which something was decided of a row: moves, taking off control, an amending act."""
    for at, move in enumerate(mark.moved):
        yield DatedPlace((*route, "moved", at, "date"), day_of(move.date))
    if mark.removed:
        yield DatedPlace((*route, "removed", "date"), day_of(mark.removed.date))
    if mark.excluded:
        yield DatedPlace((*route, "excluded", "date"), day_of(mark.excluded.date))


def proofs(route: Route, mark: ExecutionMark) -> Iterator[tuple[Route, ProvingDocument]]:
    """Yield the documents of a mark, those of its work that goes on behind the others."""
    yield from (((*route, "documents", at), one) for at, one in enumerate(mark.documents))
    for n, progress in enumerate(mark.progress):
        yield from (((*route, "progress", n, "documents", at), one) for at, one in enumerate(progress.documents))


def has_words(text: str | None) -> bool:
    """Say whether a text says something: a dash does not."""
    return any(letter.isalpha() for letter in text or "")
