"""All that two plans differ in, as people and programs are told of it: in the order of the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from roadmapc.diagnostics import Route
from roadmapc.plan.changes.comparing import changes, row_pairs, section_pairs
from roadmapc.plan.changes.consequences import Consequences, consequences
from roadmapc.plan.changes.kinship import are_two_plans
from roadmapc.plan.changes.paired_tables import RowPair
from roadmapc.plan.changes.values import Change, RowChange
from roadmapc.plan.plan import Plan


@dataclass(frozen=True)
class Comparison:
    """Two plans, what differs between them, and what follows from it in days and work.

    `words` are changes of what is printed, `typography` those in spaces, dashes and dots of lists alone.
    """

    old: Plan
    new: Plan
    words: tuple[Change, ...]
    typography: tuple[Change, ...]
    consequences: Consequences

    @property
    def uncertain(self) -> int:
        """Return how many changes stand between two rows that were taken for one by likeness alone."""
        return sum(one.uncertain for one in self.words)

    @property
    def follows(self) -> bool:
        """Say whether anything follows, be it that no word differs: from dates beside words, from a calendar."""
        return bool(self.consequences.deadlines or self.consequences.owners)

    @property
    def is_nothing(self) -> bool:
        """Say whether nothing differs at all."""
        return not (self.words or self.typography or self.follows)

    @cached_property
    def is_of_two_plans(self) -> bool:
        """Say whether the rows have hardly a word in common, so that these are no two editions of one plan."""
        return are_two_plans(self.old, self.new)


def compare(old: Plan, new: Plan) -> Comparison:
    """Return all that differs between two plans."""
    pairs = row_pairs(old, new)
    places = _Places(old, new, pairs)
    found = [*_in_order(places, changes(old, new, typography=True, everything=True).all)]
    return Comparison(
        old,
        new,
        tuple(one for one in found if not one.typography),
        tuple(one for one in found if one.typography),
        consequences(old, new, pairs),
    )


def _in_order(places: _Places, found: Sequence[Change]) -> Iterator[Change]:
    """Yield changes as the document goes: of rows and sections by their places, what is gone where it stood."""
    for is_row, run in groupby(found, key=_is_of_row):
        some = [*run]
        yield from sorted(some, key=places.of) if is_row else some


def _is_of_row(change: Change) -> bool:
    return isinstance(change, RowChange) or change.field.startswith(("section.", "row.", "cell."))


class _Places:
    """Where each row and section of two plans stands among all of them, by the new plan's order."""

    def __init__(self, old: Plan, new: Plan, pairs: Sequence[RowPair]) -> None:
        self.new = {route: (at, 0) for at, route in enumerate(_routes(new))}
        known = {one.route: other.route for one, other in section_pairs(old, new)}
        known |= {pair.old.route: pair.new.route for pair in pairs if pair.old and pair.new}
        self.old: dict[Route, tuple[int, int]] = {}
        last = -1
        for behind, route in enumerate(_routes(old)):
            last = self.new[known[route]][0] if route in known else last
            self.old[route] = (last, 0 if route in known else behind + 1)

    def of(self, change: Change) -> tuple[int, int]:
        """Return the place: that of the new row; of a row that is gone, behind the one before it."""
        if change.new_route is not None:
            return self._innermost(self.new, change.new_route)
        return self._innermost(self.old, change.old_route or ())

    @staticmethod
    def _innermost(places: dict[Route, tuple[int, int]], route: Route) -> tuple[int, int]:
        found = (places.get(route[:length]) for length in range(len(route), 0, -1))
        return next((place for place in found if place), (-1, 0))


def _routes(plan: Plan) -> Iterator[Route]:
    """Yield the routes of sections and of the rows below each, in their order."""
    for section in plan.sections:
        yield section.route
        yield from (row.route for row in section.rows)
