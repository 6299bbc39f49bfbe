"""The way back from Word on one screen: a roadmap and Word files → what differs → the roadmap with it put in.

What a Word file shows is what an import reads of it. So that no habit of the reader is taken for a change, the
roadmap's own documents are built and read in the same way, and what they would show as different does not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from roadmapc.diagnostics import Message, UserError
from roadmapc.documents import attachment, order
from roadmapc.documents.output import OutputContext
from roadmapc.importer import NewRoadmap, Read, import_files
from roadmapc.importing.counting import counted
from roadmapc.importing.proof import Proof
from roadmapc.importing.reading.from_word import read_word
from roadmapc.importing.understanding.draft import MARK, Left
from roadmapc.plan import Plan, PlanTable, Row
from roadmapc.plan.changes import Change, Changes, RowAdded, RowChange, RowMoved, RowRemoved, RowRenumbered, changes
from roadmapc.plan.changes.comparing import row_pairs
from roadmapc.plan.changes.words import plain
from roadmapc.plan.splicing import ChangeEdits, spliced
from roadmapc.plan.splicing.yaml_edits import Refused
from roadmapc.source.basing.merged_tree import own_tree
from roadmapc.source.contents import ContentSource
from roadmapc.source.formatting.gaps import LayoutError, comments_and_dashes
from roadmapc.source.model import Attachment, Roadmap

Again = Callable[[str], Plan | None]
"""Reads a text as the roadmap was read; None where it can no longer be read."""
_ROUNDS = 3
_FEWEST = 3
_LEAST_COMMON = 0.5
"""Rows from which on plans can be told apart; the share of the words of one, below which they are two."""
_SHEETS = ("order.agreement", "order.acquaintance")
"""Lists of the order that print on sheets of their own."""


@dataclass(frozen=True)
class Compared:
    """A roadmap and Word files: what differs, what of the files has no place, whether every word of them was read."""

    plan: Plan
    word: NewRoadmap
    differences: tuple[Change, ...]
    left: tuple[Left, ...]
    proof: Proof

    @property
    def remarks(self) -> tuple[Change, ...]:
        """Return the differences that were matched by likeness alone."""
        return tuple(one for one in self.differences if one.uncertain)


@dataclass(frozen=True)
class Applied:
    """What came of it: the text of the file, differences put in, those left to a person, those of a base."""

    text: str
    made: int
    by_hand: tuple[Change, ...]
    in_base: tuple[Change, ...]
    plan: Plan


def compare(plan: Plan, files: Sequence[Read], context: OutputContext) -> Compared:
    """Return what differs between a roadmap and Word files; raises UserError where they are another plan's."""
    imported = import_files(files, plan.id, context)
    found = min(
        (_Comparison(plan, word, context) for word in imported.roadmaps), key=lambda one: len(one.raw(plan).all)
    )
    if found.is_another_plan:
        raise UserError(
            Message("hardly a word of the roadmap's rows is in the file: it seems to be another plan"),
            Message("to make a new roadmap of it, leave out --into"),
        )
    if found.is_misread:
        raise UserError(
            Message("the table has no head, and its columns cannot be told from their words"),
            Message("put a row of headings above it, as the roadmap names its columns"),
        )
    return Compared(plan, found.word, found.differences(plan), found.left, imported.proof)


def apply(compared: Compared, again: Again, context: OutputContext) -> Applied:
    """Return the roadmap with the differences put in, but those that do not prove themselves."""
    return _Application(_Comparison(compared.plan, compared.word, context), again).run(compared)


class _Comparison:
    """A roadmap beside what was read of Word files."""

    def __init__(self, plan: Plan, word: NewRoadmap, context: OutputContext) -> None:
        self.plan, self.word, self.context = plan, word, context
        self.order = word.plan.roadmap.order is not None
        self.contents = [*_contents(plan, word.plan)]

    @property
    def is_another_plan(self) -> bool:
        """Say whether the words of the roadmap's rows are hardly any of those in the files."""
        rows = self.plan.rows if (0, 0) in self.contents else ()
        if len(rows) < _FEWEST:
            return False
        mine, theirs = ({word for row in plan.rows for word in _row_words(row)} for plan in (self.plan, self.word.plan))
        return len(mine & theirs) < _LEAST_COMMON * max(1, min(len(mine), len(theirs)))

    @property
    def is_misread(self) -> bool:
        """Say whether columns without headings were taken for others than the roadmap's own document shows."""
        if all(table.source.table.head for table in self.plan.tables) or (own := self._own_reading(self.plan)) is None:
            return False
        return any(
            not former.source.table.head and _kinds(former) != _kinds(latter)
            for former, latter in zip(own.plan.tables, self.word.plan.tables, strict=False)
        )

    def raw(self, plan: Plan) -> Changes:
        """Return all that differs, the habits of the reader included."""
        return changes(plan, self.word.plan, contents=self.contents, order=self.order)

    def differences(self, plan: Plan) -> tuple[Change, ...]:
        """Return what differs between a roadmap and the Word files, and is to be told."""
        found = [one for one in self.raw(plan).all if self._counts(one)]
        if not found or (own := self._own_reading(plan)) is None:
            return tuple(found)
        habits = Counter(map(_key, changes(plan, own.plan, contents=self.contents, order=self.order).all))
        told = []
        for one in found:
            if habits[_key(one)] > 0:
                habits[_key(one)] -= 1
            elif not isinstance(one, RowMoved):
                told.append(one)
        hidden = [one for one in changes(own.plan, self.word.plan, order=self.order).all if self._counts(one)]
        told += self._moved(plan, own.plan, hidden)
        return tuple(told or hidden)  # two readings that differ are never told to be the same

    @staticmethod
    def _moved(plan: Plan, own: Plan, found: Sequence[Change]) -> Iterator[Change]:
        """Yield the rows that have moved between two readings, at their places in the roadmap.

        The reader may put all rows of a section below another one, and so hide which of them have really moved.
        """
        places = {pair.new.route: pair.old.route for pair in row_pairs(plan, own) if pair.old and pair.new}
        moved = (one for one in found if isinstance(one, RowMoved))
        yield from (replace(one, old_route=places[one.old_route]) for one in moved if one.old_route in places)

    def _counts(self, change: Change) -> bool:
        """Say whether a difference is one of what the files print."""
        if MARK in change.new:
            return False
        if change.field == "period":
            doubted = any(one.route == ("document", "period") for one in self.word.draft.doubts)
            return (0, 0) in self.contents and not doubted
        order = self.word.plan.roadmap.order
        if change.field in _SHEETS and order:
            return bool(getattr(order, change.field.removeprefix("order.")))
        return True

    def _own_reading(self, plan: Plan) -> NewRoadmap | None:
        """Return what an import reads of the roadmap's own documents, of those that the files are."""
        built = [*order.files(plan, self.context)] if self.order else []
        attachments = [*attachment.files(plan, self.context)]
        built += [attachments[old] for old, _ in self.contents if old < len(attachments)]
        if not built:
            return None
        read = [Read("", read_word(file.data), counted(file.data)) for file in built]
        found = import_files(read, plan.id, self.context).roadmaps
        return found[0] if len(found) == 1 else None

    @cached_property
    def left(self) -> tuple[Left, ...]:
        """Return what of the files has no place, but what the roadmap's own documents would leave, and what waits."""
        own = self._own_reading(self.plan)
        known = {plain(one.text) for one in own.draft.left} if own else set()
        known |= {plain(one.text) for one in self.plan.roadmap.unplaced}
        return tuple(one for one in self.word.draft.left if plain(one.text) not in known)


def _kinds(table: PlanTable) -> list[str]:
    return [column.kind for column in table.source.columns if column.heading is not None]


def _row_words(row: Row) -> list[str]:
    """Return the words of a row, whichever column the reader took them for."""
    return plain(f"{row.text} {row.result} {row.owners_text} {' '.join(row.cells.values())}").casefold().split()


def _key(change: Change) -> tuple[object, ...]:
    """Return what makes a difference the same one, seen twice."""
    return (type(change).__name__, change.field, change.old_route, plain(change.new))


def _lasting(change: Change) -> tuple[object, ...]:
    """Return what a difference is known by while edits move the routes of others."""
    row = change.row if isinstance(change, RowChange) else None
    words = plain(row.text) if row else ""
    return (type(change).__name__, change.field, plain(change.old), plain(change.new), words)


def _contents(old: Plan, new: Plan) -> Iterator[tuple[int, int]]:
    """Yield which attachment of a roadmap each attachment in the files is: their marks tell."""
    approval = old.roadmap.approval
    main = _digits(approval.attachment if approval else "") or ("1" if old.roadmap.attachments else "")
    numbers = {one.plain_number: at for at, one in enumerate(old.roadmap.attachments, 1)} | {main: 0}
    taken: set[int] = set()
    for at, content in enumerate(new.contents):
        if not _has_content(content):
            continue
        number = _number(content)
        place = numbers.get(number) if number else 0
        if place is None and at == 0:
            place = 0
        if place is not None and place not in taken:
            taken.add(place)
            yield place, at


def _number(content: ContentSource) -> str:
    one = content.content
    if isinstance(one, Attachment):
        return one.plain_number
    return _digits(one.approval.attachment if isinstance(one, Roadmap) and one.approval else "")


def _digits(mark: str | None) -> str:
    return "".join(sign for sign in mark or "" if sign.isdigit())


def _has_content(content: ContentSource) -> bool:
    one = content.content
    rows = any(table.sections for table in content.tables)
    approval = isinstance(one, Roadmap) and one.approval is not None
    return bool(rows or one.preface or one.passport or one.indicators or approval or isinstance(one, Attachment))


@dataclass(frozen=True)
class _State:
    """A text of the roadmap with the plan that it is."""

    text: str
    plan: Plan


class _Application:
    """Puts differences in: all at once where that proves itself, else half by half, so that a bad one is left out."""

    def __init__(self, comparison: _Comparison, again: Again) -> None:
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
            chosen = [one for one in open_ones if not edits.is_in_base(one) and _lasting(one) not in self.refused]
            if attempt == 0 or _has_rows(open_ones):
                chosen = [one for one in chosen if not _follows(edits, one)]
            chosen = [one for group in edits.groups(chosen) if self._can(edits, group) for one in group]
            after = self._proved(state, [_lasting(one) for one in chosen])
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
            self.refused |= {_lasting(one) for one in group}
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
            if rest[_lasting(one)] > 0:
                rest[_lasting(one)] -= 1
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
            Counter(map(_lasting, _lasting_ones(self.comparison.raw(one.plan)))) for one in (before, after)
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
