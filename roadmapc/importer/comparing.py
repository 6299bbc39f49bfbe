"""What differs between a roadmap and Word files.

What a Word file shows is what an import reads of it. So that no habit of the reader is taken for a change, the
roadmap's own documents are built and read in the same way, and what they would show as different does not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
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
from roadmapc.plan import Plan, PlanTable
from roadmapc.plan.changes import Change, Changes, RowChange, RowMoved, changes
from roadmapc.plan.changes.comparing import row_pairs
from roadmapc.plan.changes.kinship import common_words
from roadmapc.plan.changes.words import plain
from roadmapc.source.contents import ContentSource
from roadmapc.source.model import Attachment, Roadmap

_LEAST_COMMON = 0.5
"""The share of the words of one plan's rows, below which there are two."""
_SHEETS = ("order.agreement", "order.acquaintance")
"""Lists of the order that print on sheets of their own."""


@dataclass(frozen=True)
class Compared:
    """A roadmap and Word files: what differs, what of the files has no place, whether every word of them was read.

    `absent` names what of the roadmap the files do not hold, so that it is not compared; `plans` is how many plans the
    files hold, of which the nearest one is compared.
    """

    plan: Plan
    word: NewRoadmap
    differences: tuple[Change, ...]
    left: tuple[Left, ...]
    proof: Proof
    absent: tuple[Message, ...]
    plans: int

    @property
    def remarks(self) -> tuple[Change, ...]:
        """Return the differences that were matched by likeness alone."""
        return tuple(one for one in self.differences if one.uncertain)


def compare(plan: Plan, files: Sequence[Read], context: OutputContext) -> Compared:
    """Return what differs between a roadmap and Word files; raises UserError where they are another plan's."""
    imported = import_files(files, plan.id, context)
    found = min((Comparison(plan, word, context) for word in imported.roadmaps), key=lambda one: len(one.raw(plan).all))
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
    differences, plans = found.differences(plan), len(imported.roadmaps)
    return Compared(plan, found.word, differences, found.left, imported.proof, tuple(found.absent), plans)


class Comparison:
    """A roadmap beside what was read of Word files."""

    def __init__(self, plan: Plan, word: NewRoadmap, context: OutputContext) -> None:
        self.plan, self.word, self.context = plan, word, context
        self.order = word.plan.roadmap.order is not None
        self.contents = [*_contents(plan, word.plan)]

    @property
    def is_another_plan(self) -> bool:
        """Say whether the words of the roadmap's rows are hardly any of those in the files."""
        rows = self.plan.rows if (0, 0) in self.contents else ()
        return common_words(rows, self.word.plan.rows) < _LEAST_COMMON

    @property
    def is_misread(self) -> bool:
        """Say whether columns without headings were taken for others than the roadmap's own document shows."""
        if all(table.source.table.head for table in self.plan.tables) or (own := self._own) is None:
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
        own = (self._own if plan is self.plan else self._reading(plan)) if found else None
        if own is None:
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

    @property
    def absent(self) -> Iterator[Message]:
        """Yield the names of what of the roadmap the files do not hold."""
        if self.plan.roadmap.order and not self.order:
            yield Message("the order")
        known = {old for old, _ in self.contents}
        for at, one in enumerate(self.plan.contents):
            if at not in known and _has_content(one):
                number = _number(one)
                yield Message("attachment {number}", number=number) if at else Message("the plan itself")

    @cached_property
    def _own(self) -> NewRoadmap | None:
        return self._reading(self.plan)

    def _reading(self, plan: Plan) -> NewRoadmap | None:
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
        known = {plain(one.text) for one in self._own.draft.left} if self._own else set()
        known |= {plain(one.text) for one in self.plan.roadmap.unplaced}
        return tuple(one for one in self.word.draft.left if plain(one.text) not in known)


def _kinds(table: PlanTable) -> list[str]:
    return [column.kind for column in table.source.columns if column.heading is not None]


def _key(change: Change) -> tuple[object, ...]:
    """Return what makes a difference the same one, seen twice."""
    return (type(change).__name__, change.field, change.old_route, plain(change.new))


def lasting(change: Change) -> tuple[object, ...]:
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
