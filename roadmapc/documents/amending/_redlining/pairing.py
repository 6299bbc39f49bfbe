"""Which tables and rows of two printed editions are one: those of a plan as the plan says, others by their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from roadmapc.diagnostics import Route
from roadmapc.documents.amending._redlining.rows import row_steps
from roadmapc.documents.amending._redlining.tables import marked_table
from roadmapc.plan import Plan
from roadmapc.plan.changes.paired_tables import PairedTables, match_tables
from roadmapc.plan.plan import PlanTable
from roadmapc.rendering.blocks import Document, TableBlock, TableRow


class Given(NamedTuple):
    """A row that a template was given, the number of its table, the place of what it is of, and which row of that."""

    row: TableRow
    table: int
    route: Route
    part: int


@dataclass(frozen=True)
class Edition:
    """A document as one edition prints it, its tables, and the rows they were given, by their ids."""

    document: Document
    tables: tuple[PlanTable, ...] = ()
    given: Mapping[int, Given] | None = None

    def known(self, table: TableBlock) -> Iterator[tuple[int, Given]]:
        """Yield the rows of a printed table that the plan has, by their places."""
        given = self.given or {}
        return ((at, given[id(row)]) for at, row in enumerate(table.rows) if id(row) in given)


@dataclass(frozen=True)
class Pairing:
    """Two editions of one document."""

    plans: tuple[Plan, Plan]
    old: Edition
    new: Edition

    @cached_property
    def tables(self) -> list[PairedTables]:
        """Return the tables of the plans that are one."""
        pairs = match_tables(self.old.tables, self.new.tables)
        return [PairedTables(*self.plans, former, latter) for former, latter in pairs if former and latter]

    @cached_property
    def _names(self) -> tuple[dict[int, str], dict[int, str]]:
        """Return the names of both editions' tables by their numbers: of two that are one the same."""
        pairs = [*enumerate(self.tables)]
        former = {self.old.tables.index(one.former): f"table {at}" for at, one in pairs}
        return former, {self.new.tables.index(one.latter): f"table {at}" for at, one in pairs}

    def name(self, table: TableBlock, *, is_old: bool) -> str:
        """Return the name of a printed table: only those of as many columns are one."""
        edition, names = (self.old, self._names[0]) if is_old else (self.new, self._names[1])
        _, first = next(edition.known(table), (0, None))
        name = names.get(first.table, f"{is_old} {first.table}") if first else f"grid: {table.grid}"
        return f"{name}, {len(table.widths)} columns"

    def marked(self, old: TableBlock, new: TableBlock) -> TableBlock:
        """Return two tables of one name as one with marks."""
        return marked_table(old, new, row_steps(old, new, self._same(old, new)))

    def _same(self, old: TableBlock, new: TableBlock) -> dict[int, int]:
        """Return the rows of the plans that are one, by their places in the printed tables."""
        latter = {(one.route, one.part): at for at, one in self.new.known(new)}
        found: dict[int, int] = {}
        for at, one in self.old.known(old):
            route = self._route_of.get(one.route)
            other = latter.get((route, one.part)) if route else None
            if other is not None:
                found[at] = other
        return found

    @cached_property
    def _route_of(self) -> dict[Route, Route]:
        """Return where the rows and sections of the old plan stand in the new one."""
        found: dict[Route, Route] = {}
        for one in self.tables:
            sections, rows = one.former.sections, one.old_rows
            found |= {sections[a].route: one.latter.sections[b].route for a, b in one.sections.new_of.items()}
            found |= {rows[a].route: one.new_rows[b].route for a, b in one.rows.new_of.items()}
        return found
