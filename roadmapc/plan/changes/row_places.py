"""Rows that came, went and moved between two tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from roadmapc.diagnostics import Route
from roadmapc.plan.changes.matching import out_of_order
from roadmapc.plan.changes.paired_tables import PairedTables
from roadmapc.plan.changes.values import Change, RowAdded, RowMoved, RowRemoved
from roadmapc.plan.plan import Row


def removed(tables: PairedTables) -> Iterator[Change]:
    """Yield the rows that are gone; what goes with a row or a section above it is not told by itself."""
    gone = {row.route for at, row in enumerate(tables.old_rows) if at not in tables.rows.new_of}
    gone |= {one.route for at, one in enumerate(tables.former.sections) if at not in tables.sections.new_of}
    for at, row in enumerate(tables.old_rows):
        if at not in tables.rows.new_of and row.level > 1 and row.route[:-2] not in gone:
            yield RowRemoved(field="row", old_route=row.route, new_route=None, old=row.text.strip(), number=row.number)


def added(tables: PairedTables) -> Iterator[Change]:
    """Yield the new rows, each with the place at which it is new."""
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


def moved(tables: PairedTables) -> Iterator[Change]:
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
