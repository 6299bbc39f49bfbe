"""What differs between the rows of a table: words of cells, numbers, rows that came, went and moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from roadmapc.plan.changes.cell_words import CellWords
from roadmapc.plan.changes.layout import hidden, layout, together, yes
from roadmapc.plan.changes.paired_tables import PairedTables
from roadmapc.plan.changes.row_places import added, moved, removed
from roadmapc.plan.changes.values import CellChanged, Change, OwnersChanged, RowRenumbered
from roadmapc.plan.changes.words import difference, plain
from roadmapc.plan.plan import PlanSection, Row
from roadmapc.plan.values import Assignee
from roadmapc.source.contents import TableColumn

Words = list[tuple[str, bool]]
"""The words of a row's cells by column, and whether each is one with that above."""


def row_changes(tables: PairedTables) -> Iterator[Change]:
    """Yield what differs: cells and numbers, rows that are gone, new ones, those that moved."""
    words = CellWords(tables.former), CellWords(tables.latter)
    before = [words[0].of(row, [old for old, _ in tables.columns]) for row in tables.old_rows]
    after = [words[1].of(row, [new for _, new in tables.columns]) for row in tables.new_rows]
    printed = {one.kind for pair in tables.columns for one in pair if one}
    for at, row in enumerate(tables.old_rows):
        other = tables.rows.new_of.get(at)
        if other is not None:
            uncertain = at in tables.rows.uncertain
            yield from _cells(tables, row, tables.new_rows[other], before[at], after[other], uncertain)
            yield from renumbered(tables, row, tables.new_rows[other])
            if tables.everything:
                yield from together(row, tables.new_rows[other])
                yield from hidden(row, tables.new_rows[other], printed)
    yield from _own_cells(tables, before, after)
    yield from removed(tables)
    yield from added(tables)
    yield from moved(tables)


def renumbered(tables: PairedTables, old: PlanSection | Row, new: PlanSection | Row) -> Iterator[Change]:
    """Yield the change of a printed number; that of a section which is no row stands with its title."""
    is_title = isinstance(old, PlanSection) and not old.own
    if (tables.is_numbered or is_title) and old.number != new.number:
        yield RowRenumbered(
            field="number",
            old_route=(*old.route, "number"),
            new_route=(*new.route, "number"),
            old=old.number,
            new=new.number,
            number=old.number,
            row=new if isinstance(new, Row) else None,
        )


def _cells(tables: PairedTables, old: Row, new: Row, before: Words, after: Words, uncertain: bool) -> Iterator[Change]:
    for (column, other), (was, old_shared), (now, new_shared) in zip(tables.columns, before, after, strict=True):
        if column is None or other is None or column.kind == other.kind == "number" or (old_shared and new_shared):
            continue
        differs = difference(was, now, exactly=tables.exactly)
        if not differs:
            if tables.everything and old_shared != new_shared:
                yield _joined(old, new, column, other, shared=new_shared)
            continue
        key = "title" if column.kind == "activity" and old.level == 1 else column.key
        common: dict[str, Any] = {
            "field": key,
            "old_route": (*old.route, key),
            "new_route": (*new.route, other.key),
            "old": was,
            "new": now,
            "number": old.number,
            "row": new,
            "heading": column.heading or "",
            "uncertain": uncertain,
            **differs,
        }
        if column.kind == "owners":
            yield OwnersChanged(**common, **_gains(old.assignees, _assignees(new, other, now)))
        else:
            yield CellChanged(**common)


def _joined(old: Row, new: Row, column: TableColumn, other: TableColumn, *, shared: bool) -> Change:
    """Return the change of a cell that is, or was, one with that above."""
    routes = (*old.route, column.key, "same_as_above"), (*new.route, other.key, "same_as_above")
    return layout("cell.same_as_above", *routes, *(yes(one) for one in (not shared, shared)))


def _own_cells(tables: PairedTables, before: list[Words], after: list[Words]) -> Iterator[Change]:
    """Yield the cells of sections that have become activities, or are none any longer; their titles stay."""
    olds = {row.route: at for at, row in enumerate(tables.old_rows) if row.level == 1}
    news = {row.route: at for at, row in enumerate(tables.new_rows) if row.level == 1}
    for a, b in sorted(tables.sections.new_of.items()):
        sections = tables.former.sections[a], tables.latter.sections[b]
        was, now = (side.get(one.route) for side, one in zip((olds, news), sections, strict=True))
        if (was is None) == (now is None):
            continue
        nothing: Words = [("", False)] * len(tables.columns)
        words = before[was] if was is not None else nothing, after[now] if now is not None else nothing
        row = tables.old_rows[was] if was is not None else tables.new_rows[now or 0]
        for (old, new), (one, _), (other, _) in zip(tables.columns, *words, strict=True):
            key = (old or new).key  # type: ignore[union-attr]
            if {old and old.kind, new and new.kind} & {"number", "activity"} or not (
                differs := difference(one, other, exactly=tables.exactly)
            ):
                continue
            yield CellChanged(
                field=key,
                old_route=(*sections[0].route, key),
                new_route=(*sections[1].route, key),
                old=one,
                new=other,
                number=sections[0].number,
                row=row if was is None else None,
                heading=(old or new).heading or "",  # type: ignore[union-attr]
                **differs,
            )


def _assignees(row: Row, column: TableColumn, words: str) -> tuple[Assignee, ...]:
    """Return whom a cell names; of a column that was not understood to be one of owners, its lines."""
    if column.key == row.owners_key:
        return row.assignees
    return tuple(Assignee(line) for line in words.split("\n") if line.strip())


def _gains(old: Sequence[Assignee], new: Sequence[Assignee]) -> dict[str, Any]:
    before, after = {plain(one.text): one.text for one in old}, {plain(one.text): one.text for one in new}
    return {
        "gained": tuple(text for key, text in after.items() if key not in before),
        "lost": tuple(text for key, text in before.items() if key not in after),
        "now": tuple(one.text for one in new),
    }
