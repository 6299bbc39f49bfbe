"""Differences put into the source of a roadmap, comments kept; those that do not prove themselves are left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from roadmapc.documents.output import OutputContext
from roadmapc.importer.comparing import Compared, Comparison, lasting
from roadmapc.plan import Plan
from roadmapc.plan.changes import Change, Changes, RowAdded, RowMoved, RowRemoved, RowRenumbered
from roadmapc.plan.splicing.change_edits import ChangeEdits
from roadmapc.plan.splicing.splices import Refused, spliced
from roadmapc.source.basing.merged_tree import own_tree
from roadmapc.source.formatting.gaps import LayoutError, comments_and_dashes

Again = Callable[[str], Plan | None]
"""Reads a text as the roadmap was read; None where it can no longer be read."""
_ROUNDS = 3


@dataclass(frozen=True)
class Applied:
    """What came of it: the text of the file, differences put in, those left to a person, those of a base."""

    text: str
    made: int
    by_hand: tuple[Change, ...]
    in_base: tuple[Change, ...]
    plan: Plan


def apply(compared: Compared, again: Again, context: OutputContext) -> Applied:
    """Return the roadmap with the differences put in, but those that do not prove themselves."""
    return _Application(Comparison(compared.plan, compared.word, context), again).run(compared)


@dataclass(frozen=True)
class _State:
    """A text of the roadmap with the plan that it is."""

    text: str
    plan: Plan


class _Application:
    """Puts differences in: all at once where that proves itself, else half by half, so that a bad one is left out."""

    def __init__(self, comparison: Comparison, again: Again) -> None:
        self.comparison = comparison
        self.again = again
        self.refused: set[tuple[object, ...]] = set()

    def run(self, compared: Compared) -> Applied:
        """Return the text with all that proved itself."""
        state = _State(own_tree(compared.plan.tree).source.text, compared.plan)
        open_ones = compared.differences
        for attempt in range(_ROUNDS):
            edits = self._edits(state.plan, open_ones)
            if edits is None:
                break
            chosen = [one for one in open_ones if not edits.is_in_base(one) and lasting(one) not in self.refused]
            if attempt == 0 or _has_rows(open_ones):
                chosen = [one for one in chosen if not _follows(edits, one)]
            chosen = [one for group in edits.groups(chosen) if self._can(edits, group) for one in group]
            after = self._proved(state, [lasting(one) for one in chosen])
            if after is state and attempt:
                break
            state = after
            open_ones = self.comparison.differences(state.plan)
            if not open_ones:
                break
        return self._result(state, open_ones, len(compared.differences))

    def _result(self, state: _State, left: Sequence[Change], total: int) -> Applied:
        made = max(0, total - len(left))
        edits = self._edits(state.plan, left) if left else None
        if edits and _has_rows(left):  # numbers follow once a person has put the rows where they belong
            left = [one for one in left if not (isinstance(one, RowRenumbered) and _follows(edits, one))]
        in_base = tuple(one for one in left if edits and edits.is_in_base(one))
        by_hand = tuple(one for one in left if one not in in_base)
        return Applied(state.text, made, by_hand, in_base, state.plan)

    def _edits(self, plan: Plan, found: Sequence[Change]) -> ChangeEdits | None:
        try:
            return ChangeEdits(plan, self.comparison.word.plan, found)
        except LayoutError:
            return None

    def _can(self, edits: ChangeEdits, group: Sequence[Change]) -> bool:
        try:
            edits.of(group)
        except Refused:
            self.refused |= {lasting(one) for one in group}
            return False
        return True

    def _proved(self, state: _State, wanted: Sequence[tuple[object, ...]]) -> _State:
        if not wanted:
            return state
        after = self._made(state, Counter(wanted))
        if after is not None and self._is_proved(state, after, Counter(wanted)):
            return after
        if len(wanted) == 1:
            self.refused.add(wanted[0])
            return state
        middle = len(wanted) // 2
        return self._proved(self._proved(state, wanted[:middle]), wanted[middle:])

    def _made(self, state: _State, wanted: Counter[tuple[object, ...]]) -> _State | None:
        """Return the state with the wanted differences put in; None where it is no roadmap any more."""
        found = self.comparison.raw(state.plan).all
        chosen = []
        rest = Counter(wanted)
        for one in found:
            if rest[lasting(one)] > 0:
                rest[lasting(one)] -= 1
                chosen.append(one)
        try:
            edits = ChangeEdits(state.plan, self.comparison.word.plan, chosen)
            text = spliced(state.text, [splice for group in edits.groups(chosen) for splice in edits.of(group)])
        except (Refused, LayoutError):
            return None
        plan = self.again(text)
        return _State(text, plan) if plan else None

    def _is_proved(self, before: _State, after: _State, wanted: Counter[tuple[object, ...]]) -> bool:
        """Say whether the wanted differences are gone, no other has come, and every comment is there."""
        if _comments(before.plan) - _comments(after.plan):
            return False
        former, latter = (
            Counter(map(lasting, _lasting_ones(self.comparison.raw(one.plan)))) for one in (before, after)
        )
        return not latter - former and not any(latter[one] > former[one] - wanted[one] for one in wanted if former[one])


def _lasting_ones(found: Changes) -> list[Change]:
    """Return the changes that edits of others do not make: numbers follow where rows come and go."""
    return [one for one in found.all if not isinstance(one, RowRenumbered)]


def _has_rows(found: Sequence[Change]) -> bool:
    """Say whether rows or sections are still to come, to go or to move."""
    return any(isinstance(one, RowAdded | RowMoved | RowRemoved) for one in found)


def _follows(edits: ChangeEdits, change: Change) -> bool:
    """Say whether a difference may be gone once others are put in: a number that is computed, a date of the order."""
    follows = isinstance(change, RowRenumbered) or change.field.startswith("approval.")
    return follows and change.old_route is not None and change.old_route not in edits.old.tree.values


def _comments(plan: Plan) -> Counter[str]:
    comments, _ = comments_and_dashes(own_tree(plan.tree))
    return Counter(one.text for one in comments)
