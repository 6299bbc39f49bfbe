"""Two editions of the approved document, or of a further attachment → its changes, or that it is given anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from roadmapc.diagnostics import Message
from roadmapc.documents._table import TableView
from roadmapc.documents.amending._cells import formula
from roadmapc.documents.amending._grids import grid_changes, indicators_grid, passport_grid
from roadmapc.documents.amending._items import Change
from roadmapc.documents.amending._lines import Whole
from roadmapc.documents.amending._names import Names
from roadmapc.documents.amending._preface import preface_changes
from roadmapc.documents.amending._tables import TableChanges
from roadmapc.documents.attachment import AttachmentView, view_of
from roadmapc.plan.amending import Amendment
from roadmapc.plan.changes.comparing import paired_contents
from roadmapc.plan.changes.paired_tables import PairedTables
from roadmapc.plan.plan import Plan, PlanTable
from roadmapc.russian.normal_form import normal_form


@dataclass(frozen=True)
class ContentChanges:
    """What becomes of a document: changes one by one, or (with `whole`) that it is given in a new edition, and why.

    `old` and `new` are its places among the contents of both plans, 0 is the roadmap itself; None where it is not.
    """

    old: int | None
    new: int | None
    changes: tuple[Change, ...] = ()
    whole: Message | None = None

    @property
    def is_changed(self) -> bool:
        """Say whether anything becomes of it."""
        return bool(self.changes or self.whole or self.old is None or self.new is None)


def content_changes(amendment: Amendment, anew: frozenset[int] = frozenset()) -> list[ContentChanges]:
    """Return what becomes of each document; those whose old place is in `anew` are given in a new edition."""
    old, new = amendment.old, amendment.new
    new_of = dict(paired_contents(old, new))
    pairs: list[tuple[int | None, int | None]] = [(at, new_of.get(at)) for at in range(len(old.contents))]
    pairs += [(None, at) for at in range(len(new.contents)) if at not in new_of.values()]
    return [_content(amendment, was, now, anew) for was, now in pairs]


def _content(amendment: Amendment, was: int | None, now: int | None, anew: frozenset[int]) -> ContentChanges:
    if was is None:
        return ContentChanges(None, now, whole=Message("the attachment is new"))
    if now is None:
        return ContentChanges(was, None)
    before, after = view_of(amendment.old, was), view_of(amendment.new, now)
    if before == after:
        return ContentChanges(was, now)
    if was in anew:
        why = Message("the changes said one by one would not give the new text")
        return ContentChanges(was, now, whole=why)
    try:
        return ContentChanges(was, now, tuple(_changes(amendment, was, now, before, after)))
    except Whole as error:
        return ContentChanges(was, now, whole=error.why)


def _changes(
    amendment: Amendment, was: int, now: int, before: AttachmentView, after: AttachmentView
) -> Iterator[Change]:
    _require_same(before, after)
    if _plain(before.title) != _plain(after.title):
        yield _title(amendment, before.title, after.title)
    if before.parts != after.parts:
        yield from preface_changes(before.parts, after.parts, amendment.settings)
    yield from _grids(amendment, before, after)
    former, latter = _tables(amendment.old, was), _tables(amendment.new, now)
    if len(former) != len(latter):
        raise Whole(Message("the document has another number of tables"))
    for number, (one, other) in enumerate(zip(former, latter, strict=True), 1):
        names = Names(amendment.old, one, amendment.settings, number if len(former) > 1 else 0)
        tables = PairedTables(amendment.old, amendment.new, one, other)
        yield from TableChanges(tables, names, amendment.settings).changes()


def _require_same(before: AttachmentView, after: AttachmentView) -> None:
    """Raise Whole for parts that are said in no formula."""
    parts = (
        (before.signatures, after.signatures, Message("the signature below the document changes")),
        (before.approvals, after.approvals, Message("the approvals beside the first one change")),
        (_looks(before.tables), _looks(after.tables), Message("the table is laid out in another way")),
    )
    for one, other, why in parts:
        if one != other:
            raise Whole(why)


def _grids(amendment: Amendment, before: AttachmentView, after: AttachmentView) -> Iterator[Change]:
    """Yield the changes of the passport and of the indicators."""
    if before.passport != after.passport:
        why = Message("the passport changes")
        if not (before.passport and after.passport):
            raise Whole(why)
        was, now = passport_grid(before.passport), passport_grid(after.passport)
        yield from grid_changes(was, now, why, amendment.settings)
    if before.indicators != after.indicators:
        why = Message("the indicators change")
        if not (before.indicators and after.indicators):
            raise Whole(why)
        was, now = indicators_grid(before.indicators), indicators_grid(after.indicators)
        yield from grid_changes(was, now, why, amendment.settings)


def _looks(tables: tuple[TableView, ...]) -> list[tuple[bool, bool]]:
    return [(table.head, table.column_numbers) for table in tables]


def _title(amendment: Amendment, old: str, new: str) -> Change:
    found = formula(_plain(old), _plain(new), amendment.settings)
    if found is None or not old or not new:
        raise Whole(Message("the title cannot be quoted"))
    text = f"в наименовании {found.words}" if found.within else f"наименование {found.words}"
    return Change(text, found.why)


def _tables(plan: Plan, content: int) -> list[PlanTable]:
    return [table for table in plan.tables if table.content == content]


def _plain(text: str) -> str:
    return " ".join(normal_form(text).split())
