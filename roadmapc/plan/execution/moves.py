"""Decisions that move a term, one after another: which of them count, and from which term each moves it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from roadmapc.diagnostics import Route
from roadmapc.plan.execution.mark_days import day_of
from roadmapc.plan.execution.placing import Unit
from roadmapc.source.model.marks import Moved


class Unfit(StrEnum):
    """Why a decision does not count."""

    TOO_LATE = "too-late"
    NO_LATER = "no-later"


@dataclass(frozen=True, slots=True)
class FollowedMove:
    """A decision at its place in the marks file, the term in force when it was made, why it does not count or None."""

    route: Route
    move: Moved
    term: date
    unfit: Unfit | None

    @property
    def to(self) -> date:
        """Return the new term."""
        return day_of(self.move.to)


def followed_moves(unit: Unit, as_of: date = date.max) -> Iterator[FollowedMove]:
    """Yield the decisions made by a day, in the order of their days; none where nothing is due.

    A decision counts where it was made before its term has passed, and where the new term is a later one.
    """
    if unit.occurrence is None:
        return
    term = unit.occurrence.due
    for route, move in placed_moves(unit):
        if day_of(move.date) > as_of:
            return
        one = FollowedMove(route, move, term, _unfit(move, term))
        yield one
        term = term if one.unfit else one.to


def placed_moves(unit: Unit) -> list[tuple[Route, Moved]]:
    """Return the decisions that move the term of a unit with their places, in the order of their days."""
    found = [((*one.route, "moved", at), move) for one in unit.marks for at, move in enumerate(one.mark.moved)]
    return sorted(found, key=lambda one: day_of(one[1].date))


def _unfit(move: Moved, term: date) -> Unfit | None:
    if day_of(move.date) > term:
        return Unfit.TOO_LATE
    return None if day_of(move.to) > term else Unfit.NO_LATER


def act_words(move: Moved) -> str:
    """Return the deciding act without its date: «приказ № 01-05/51»."""
    return f"{move.act} № {move.number}" if move.number else move.act
