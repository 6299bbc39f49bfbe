"""What differs between the rows of a table: words of cells, numbers, rows that came, went and moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from roadmapc.diagnostics import Route
from roadmapc.plan.changes.cell_words import CellWords
from roadmapc.plan.changes.matching import out_of_order
from roadmapc.plan.changes.paired_tables import PairedTables
from roadmapc.plan.changes.values import (
    CellChanged,
    Change,
    OwnersChanged,
    RowAdded,
    RowMoved,
    RowRemoved,
    RowRenumbered,
)
from roadmapc.plan.changes.words import difference, plain
from roadmapc.plan.plan import Assignee, PlanSection, Row
from roadmapc.source.contents import TableColumn

Words = list[tuple[str, bool]]
"""The words of a row's cells by column, and whether each is one with that above."""


def row_changes(tables: PairedTables) -> Iterator[Change]:
    """Yield what differs: cells and numbers, rows that are gone, new ones, those that moved."""
    words = CellWords(tables.former), CellWords(tables.latter)
    before = [words[0].of(row, [old for old, _ in tables.columns]) for row in tables.old_rows]
    after = [words[1].of(row, [new for _, new in tables.columns]) for row in tables.new_rows]
    for at, row in enumerate(tables.old_rows):
        other = tables.rows.new_of.get(at)
        if other is not None:
            uncertain = at in tables.rows.uncertain
            yield from _cells(tables, row, tables.new_rows[other], before[at], after[other], uncertain)
            yield from renumbered(tables, row, tables.new_rows[other])
    yield from _removed(tables)
    yield from _added(tables)
    yield from _moved(tables)


def renumbered(tables: PairedTables, old: PlanSection | Row, new: PlanSection | Row) -> Iterator[Change]:
    """Yield the change of a printed number."""
    if tables.is_numbered and old.number != new.number:
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
        if column is None or other is None or column.kind in ("number", "blank") or (old_shared and new_shared):
            continue
        differs = difference(was, now, exactly=tables.exactly)
        if not differs:
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


def _removed(tables: PairedTables) -> Iterator[Change]:
    gone = {row.route for at, row in enumerate(tables.old_rows) if at not in tables.rows.new_of}
    gone |= {one.route for at, one in enumerate(tables.former.sections) if at not in tables.sections.new_of}
    for at, row in enumerate(tables.old_rows):
        if at not in tables.rows.new_of and row.level > 1 and row.route[:-2] not in gone:
            yield RowRemoved(field="row", old_route=row.route, new_route=None, old=row.text.strip(), number=row.number)


def _added(tables: PairedTables) -> Iterator[Change]:
    old_of = tables.rows.old_of
    places = {new.route: tables.old_rows[old_of[at]].route for at, new in enumerate(tables.new_rows) if at in old_of}
    sections = tables.sections.old_of
    places |= {
        one.route: tables.former.sections[sections[at]].route
        for at, one in enumerate(tables.latter.sections)
        if at in sections
    }
    last: dict[Route, tuple[Route | None, Route | None]] = defaultdict(lambda: (None, None))
    for at, row in enumerate(tables.new_rows):
        if row.level == 1:
            continue
        within = places.get(row.route[:-2])
        if at in old_of:
            old = places[row.route]
            if within == old[:-2]:
                last[row.route[:-2]] = (old, None)
            continue
        behind, follows = last[row.route[:-2]]
        yield RowAdded(
            field="row",
            old_route=None,
            new_route=row.route,
            new=row.text.strip(),
            number=row.number,
            row=row,
            behind=behind,
            within=within,
            follows=follows,
        )
        last[row.route[:-2]] = (behind, row.route)


def _moved(tables: PairedTables) -> Iterator[Change]:
    """Yield rows that stand below another one, or in another order."""
    sections = {
        tables.former.sections[a].route: tables.latter.sections[b].route for a, b in tables.sections.new_of.items()
    }
    places = sections | {tables.old_rows[a].route: tables.new_rows[b].route for a, b in tables.rows.new_of.items()}
    siblings: dict[Route, list[tuple[Row, Row]]] = defaultdict(list)
    for at, other in sorted(tables.rows.new_of.items()):
        old, new = tables.old_rows[at], tables.new_rows[other]
        if old.level == 1 and new.level == 1:
            continue
        if places.get(old.route[:-2]) == new.route[:-2]:
            siblings[old.route[:-2]].append((old, new))
        else:
            yield _has_moved(old, new)
    for pairs in siblings.values():
        for at in sorted(out_of_order([new.route[-1] for _, new in pairs])):  # type: ignore[misc]
            yield _has_moved(*pairs[at])


def _has_moved(old: Row, new: Row) -> RowMoved:
    return RowMoved(
        field="row",
        old_route=old.route,
        new_route=new.route,
        old=old.text.strip(),
        new=new.text.strip(),
        number=new.number,
        row=new,
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
