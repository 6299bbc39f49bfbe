"""What differs between two tables of activities: what stands around them, their columns, their sections, their rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from roadmapc.diagnostics import Route
from roadmapc.plan.changes.layout import aside, layout_changes, of_table
from roadmapc.plan.changes.matching import out_of_order
from roadmapc.plan.changes.paired_tables import PairedTables
from roadmapc.plan.changes.row_changes import renumbered, row_changes
from roadmapc.plan.changes.values import (
    Change,
    ColumnAdded,
    ColumnRemoved,
    FieldChanged,
    RowMoved,
    SectionAdded,
    SectionRemoved,
)
from roadmapc.plan.changes.words import difference
from roadmapc.plan.plan import PlanSection


def table_changes(tables: PairedTables) -> Iterator[Change]:
    """Yield what differs: settings that print, columns, sections, rows, cells."""
    yield from _settings(tables)
    yield from _columns(tables)
    yield from _sections(tables)
    yield from row_changes(tables)


def _text(
    tables: PairedTables, field: str, places: tuple[Route, Route], words: tuple[str, str], **more: Any
) -> Iterator[Change]:
    """Yield a change of words that are printed once."""
    if differs := difference(*words, exactly=tables.exactly):
        yield FieldChanged(
            field=field, old_route=places[0], new_route=places[1], old=words[0], new=words[1], **differs, **more
        )


def _settings(tables: PairedTables) -> Iterator[Change]:
    for key in ("heading", "notes"):
        sides = [table.source for table in (tables.former, tables.latter)]
        words = [getattr(one.table, key) or "" for one in sides]
        places = ((*sides[0].route, key), (*sides[1].route, key))
        yield from _text(tables, f"table.{key}", places, (words[0].strip(), words[1].strip()))
    if tables.everything:
        yield from layout_changes(of_table(tables.former), of_table(tables.latter))


def _columns(tables: PairedTables) -> Iterator[Change]:
    heads = tables.former.source.table.head and tables.latter.source.table.head
    for old, new in tables.columns:
        if old and new:
            words = (old.heading or "", new.heading or "")
            if heads:
                yield from _text(tables, f"column.{old.key}", (old.route, new.route), words)
            elif tables.everything and words[0] != words[1]:  # calendars name the work by it
                yield aside(f"column.{old.key}", old.route, new.route, *words)
        elif old:
            yield ColumnRemoved(field=f"column.{old.key}", old_route=old.route, new_route=None, old=old.heading or "")
        elif new:
            yield ColumnAdded(field=f"column.{new.key}", old_route=None, new_route=new.route, new=new.heading or "")


def _sections(tables: PairedTables) -> Iterator[Change]:
    old_of = tables.sections.old_of
    for at, section in enumerate(tables.former.sections):
        other = tables.sections.new_of.get(at)
        if other is None:
            yield SectionRemoved(
                field="section",
                old_route=section.route,
                new_route=None,
                old=section.title or section.task,
                number=section.number,
            )
        else:
            yield from _section(tables, section, tables.latter.sections[other], at in tables.sections.uncertain)
    behind: Route | None = None
    follows: Route | None = None
    for at, section in enumerate(tables.latter.sections):
        if at in old_of:
            behind, follows = tables.former.sections[old_of[at]].route, None
            continue
        yield SectionAdded(
            field="section",
            old_route=None,
            new_route=section.route,
            new=section.title or section.task,
            number=section.number,
            behind=behind,
            within=tables.former.source.sections_route,
            follows=follows,
        )
        follows = section.route
    yield from _moved_sections(tables)


def _moved_sections(tables: PairedTables) -> Iterator[Change]:
    pairs = sorted(tables.sections.new_of.items())
    for at in sorted(out_of_order([new for _, new in pairs])):
        old, new = (table.sections[one] for table, one in zip((tables.former, tables.latter), pairs[at], strict=True))
        yield RowMoved(
            field="section",
            old_route=old.route,
            new_route=new.route,
            old=old.title,
            new=new.title,
            number=new.number,
        )


def _section(tables: PairedTables, old: PlanSection, new: PlanSection, uncertain: bool) -> Iterator[Change]:
    """Yield what differs in the words of a section; those of a row of its own are cells."""
    titles = f"{old.number} {old.title}", f"{new.number} {new.title}"
    renamed = not old.own and bool(difference(*titles, exactly=tables.exactly))
    for key in ("title", "task") if renamed else ("task",):
        places = ((*old.route, key), (*new.route, key))
        words = (getattr(old, key).strip(), getattr(new, key).strip())
        yield from _text(tables, f"section.{key}", places, words, uncertain=uncertain and renamed)
    if renamed:
        yield from renumbered(tables, old, new)
