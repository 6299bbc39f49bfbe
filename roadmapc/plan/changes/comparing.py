"""Two plans → what differs between them, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from roadmapc.plan.changes import printed, printed_order
from roadmapc.plan.changes.layout import aside_changes, layout_changes, of_content
from roadmapc.plan.changes.matching import Pair, in_order
from roadmapc.plan.changes.paired_tables import PairedTables, RowPair, match_tables
from roadmapc.plan.changes.preface import preface_changes
from roadmapc.plan.changes.printed import Item, Text
from roadmapc.plan.changes.row_matching import match_sections
from roadmapc.plan.changes.tables import table_changes
from roadmapc.plan.changes.values import (
    AsideChanged,
    AttachmentAdded,
    AttachmentRemoved,
    Change,
    Changes,
    FieldChanged,
    ItemAdded,
    ItemRemoved,
    TableAdded,
    TableRemoved,
)
from roadmapc.plan.changes.words import difference
from roadmapc.plan.columns import printed_columns
from roadmapc.plan.plan import Plan, PlanSection, PlanTable
from roadmapc.source.contents import ContentSource
from roadmapc.source.model import Attachment

Contents = Sequence[tuple[int, int]]
"""Which old attachment is which new one, by their indices; 0 is the roadmap itself."""


def changes(
    old: Plan,
    new: Plan,
    *,
    typography: bool = False,
    everything: bool = False,
    contents: Contents | None = None,
    order: bool = True,
) -> Changes:
    """Return what differs; with `typography` also what differs in spaces and dashes alone, which each change tells.

    With `everything` also what changes no word of the signed text: how it is laid out, whose it is, who the owners are.
    `contents` and, where it is false, `order` leave out what the new plan is known not to hold.
    """
    return _Comparison(old, new, typography, contents, order, everything).changes()


def row_pairs(old: Plan, new: Plan) -> list[RowPair]:
    """Return all rows of both plans, each with what it was and what it is."""
    comparison = _Comparison(old, new, False, None, True)
    return [pair for former, latter in comparison.tables() for pair in comparison.row_pairs(former, latter)]


def table_pairs(old: Plan, new: Plan) -> list[tuple[PlanTable | None, PlanTable | None]]:
    """Return all tables, those of each document with what they are in the other plan; None where there is none."""
    return [*_Comparison(old, new, False, None, True).tables()]


def section_pairs(old: Plan, new: Plan) -> list[tuple[PlanSection, PlanSection]]:
    """Return the sections that both plans have, each with what it is."""
    comparison = _Comparison(old, new, False, None, True)
    found = []
    for former, latter in comparison.tables():
        if former and latter:
            pairs = match_sections(old, new, former, latter).new_of.items()
            found += [(former.sections[a], latter.sections[b]) for a, b in pairs]
    return found


class _Comparison:
    """Two plans at work."""

    def __init__(
        self, old: Plan, new: Plan, exactly: bool, contents: Contents | None, order: bool, everything: bool = False
    ) -> None:
        self.old, self.new, self.exactly, self.order, self.everything = old, new, exactly, order, everything
        self.all_contents = contents is None
        self.contents = paired_contents(old, new) if contents is None else contents

    def changes(self) -> Changes:
        found: list[Change] = []
        if self.everything:
            found += aside_changes(self.old, self.new)
        if self.order:
            found += self._order()
        if (0, 0) in self.contents:
            found += self._texts(
                printed_order.approval_texts(self.old.roadmap), printed_order.approval_texts(self.new.roadmap)
            )
        for old, new in self.contents:
            found += self._content(self.old.contents[old], self.new.contents[new])
        for lone in self._removed if self.all_contents else ():
            found.append(AttachmentRemoved(field="attachment", old_route=lone.route, new_route=None, old=_named(lone)))
        for lone in self._added:
            found.append(AttachmentAdded(field="attachment", old_route=None, new_route=lone.route, new=_named(lone)))
        return Changes(tuple(found))

    @property
    def _removed(self) -> list[ContentSource]:
        known = {old for old, _ in self.contents}
        return [one for at, one in enumerate(self.old.contents) if at and at not in known]

    @property
    def _added(self) -> list[ContentSource]:
        known = {new for _, new in self.contents}
        return [one for at, one in enumerate(self.new.contents) if at and at not in known]

    def _order(self) -> Iterator[Change]:
        old, new = self.old.roadmap.order, self.new.roadmap.order
        yield from self._texts(
            printed_order.order_texts(old) if old else (), printed_order.order_texts(new) if new else ()
        )
        before, after = (printed_order.order_items(one) if one else {} for one in (old, new))
        for field in before | after:
            yield from self._items(field, before.get(field, []), after.get(field, []))

    def _content(self, old: ContentSource, new: ContentSource) -> Iterator[Change]:
        yield from self._texts(printed.texts_of(self.old, old), printed.texts_of(self.new, new))
        before, after = printed.items_of(old), printed.items_of(new)
        preface = before.pop("preface"), after.pop("preface")
        yield from preface_changes(*preface, exactly=self.exactly)
        signature = before.pop("signature"), after.pop("signature")
        for field in before | after:
            yield from self._items(field, before.get(field, []), after.get(field, []))
        if self.everything:
            yield from layout_changes(of_content(old), of_content(new))
        for former, latter in match_tables(_tables(self.old, old), _tables(self.new, new)):
            yield from self._table(former, latter)
        yield from self._items("signature", *signature)

    def _table(self, former: PlanTable | None, latter: PlanTable | None) -> Iterator[Change]:
        if former and latter:
            yield from table_changes(self._pair(former, latter))
        elif former:
            route = former.source.route
            yield TableRemoved(field="table", old_route=route, new_route=None, old=_table_name(former))
        elif latter:
            route = latter.source.route
            yield TableAdded(field="table", old_route=None, new_route=route, new=_table_name(latter))

    def _pair(self, former: PlanTable, latter: PlanTable) -> PairedTables:
        return PairedTables(self.old, self.new, former, latter, self.exactly, self.everything)

    def tables(self) -> Iterator[tuple[PlanTable | None, PlanTable | None]]:
        """Yield all tables, each with what it is on the other side; None where there is none."""
        for old, new in self.contents:
            tables = _tables(self.old, self.old.contents[old]), _tables(self.new, self.new.contents[new])
            yield from match_tables(*tables)
        yield from ((table, None) for one in self._removed for table in _tables(self.old, one))
        yield from ((None, table) for one in self._added for table in _tables(self.new, one))

    def row_pairs(self, former: PlanTable | None, latter: PlanTable | None) -> Iterator[RowPair]:
        """Yield the rows of a table; those of one that only one side has have no other side."""
        if former and latter:
            yield from self._pair(former, latter).pairs
        else:
            yield from (RowPair(row, None) for row in (former.rows if former else ()))
            yield from (RowPair(None, row) for row in (latter.rows if latter else ()))

    def _texts(self, old: Any, new: Any) -> Iterator[Change]:
        before: dict[str, Text] = {one.field: one for one in old}
        after: dict[str, Text] = {one.field: one for one in new}
        for field in dict.fromkeys([*before, *after]):
            was, now = before.get(field), after.get(field)
            yield from self._text(field, was, now)

    def _text(self, field: str, was: Text | None, now: Text | None) -> Iterator[Change]:
        words = (was.words.strip() if was else "", now.words.strip() if now else "")
        if differs := difference(*words, exactly=self.exactly):
            is_aside = any(one and one.is_aside for one in (was, now))
            yield (AsideChanged if is_aside else FieldChanged)(
                field=field,
                old_route=was.route if was else None,
                new_route=now.route if now else None,
                old=words[0],
                new=words[1],
                **differs,
            )

    def _items(self, field: str, old: Sequence[Item], new: Sequence[Item]) -> Iterator[Change]:
        behind: Item | None = None
        for pair in in_order([one.words for one in old], [one.words for one in new]):
            was = old[pair.old] if pair.old is not None else None
            now = new[pair.new] if pair.new is not None else None
            if was and now:
                yield from self._item(field, was, now, pair)
            elif now:
                yield ItemAdded(
                    field=field,
                    old_route=None,
                    new_route=now.route,
                    new=now.words,
                    behind=behind.route if behind else None,
                )
            elif was:
                yield ItemRemoved(field=field, old_route=was.route, new_route=None, old=was.words)
            behind = was or behind

    def _item(self, field: str, was: Item, now: Item, pair: Pair) -> Iterator[Change]:
        if differs := difference(was.words, now.words, exactly=self.exactly):
            yield FieldChanged(
                field=field,
                old_route=was.route,
                new_route=now.route,
                old=was.words,
                new=now.words,
                uncertain=pair.uncertain,
                **differs,
            )
        yield from self._inner(field, was, now)

    def _inner(self, field: str, was: Item, now: Item) -> Iterator[Change]:
        yield from self._texts(
            printed.inner_texts(self.old, field, was.route), printed.inner_texts(self.new, field, now.route)
        )


def _tables(plan: Plan, content: ContentSource) -> list[PlanTable]:
    routes = {one.route for one in content.tables}
    return [table for table in plan.tables if table.source.route in routes]


def _named(content: ContentSource) -> str:
    one = content.content
    return f"{one.number}: {' '.join((one.title or '').split())}" if isinstance(one, Attachment) else ""


def _table_name(table: PlanTable) -> str:
    """Return the heading of a table, or its first row with the headings of its columns."""
    if heading := " ".join((table.source.table.heading or "").split()):
        return heading
    row = next((row.text for row in table.rows), "")
    columns = "; ".join(" ".join(one.heading.split()) for one in printed_columns(table) if one.heading)
    return f"{row} ({columns})" if columns else row


def paired_contents(old: Plan, new: Plan) -> list[tuple[int, int]]:
    """Return the roadmaps themselves, and the further attachments of the same number."""
    numbers = {one.plain_number: at for at, one in enumerate(new.roadmap.attachments, 1)}
    others = ((at, numbers.get(one.plain_number)) for at, one in enumerate(old.roadmap.attachments, 1))
    return [(0, 0), *((at, other) for at, other in others if other is not None)]
