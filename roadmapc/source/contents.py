"""What a document is made of: the roadmap itself and each further attachment, with their tables and columns.

A table is written in a short form (`table:` and `sections:`) or as one of several (`tables:`); columns as headings of
the usual ones or as a list. Here both forms are one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from roadmapc.diagnostics import Route
from roadmapc.source.model import COLUMN_NAMES, Attachment, Column, Columns, Indicators, Roadmap, Section, Table

_KINDS_AS_KEYS = frozenset({*COLUMN_NAMES, "start", "blank"})
_ONE_KEY = frozenset({"number", "activity", "result"})
"""The kinds of which a table has one column, whose cells rows know by no other key."""
_HEADINGS = {name: field.default for name, field in Columns.model_fields.items()} | {"start": "Начало", "blank": ""}


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: the key of its cells in rows, what is in it, heading (None: not printed), millimetres, place."""

    key: str
    kind: str
    heading: str | None
    width: int | None
    route: Route


@dataclass(frozen=True)
class TableSource:
    """A table with the places of its settings and of its sections."""

    table: Table
    route: Route
    sections: Sequence[Section]
    sections_route: Route

    @cached_property
    def columns(self) -> tuple[TableColumn, ...]:
        """Return the columns in their order, those without a heading too."""
        columns, route = self.table.columns, (*self.route, "columns")
        if isinstance(columns, Columns):
            return tuple(TableColumn(key, key, getattr(columns, key), None, (*route, key)) for key in COLUMN_NAMES)
        return tuple(_column(column, (*route, at)) for at, column in enumerate(columns))

    @property
    def is_listed(self) -> bool:
        """Say whether the source lists the columns itself."""
        return not isinstance(self.table.columns, Columns)


@dataclass(frozen=True)
class ContentSource:
    """The roadmap itself, or a further attachment: its place and its tables."""

    content: Roadmap | Attachment
    route: Route

    @cached_property
    def tables(self) -> tuple[TableSource, ...]:
        """Return the tables; a further attachment may have none."""
        one, route = self.content, self.route
        if one.tables:
            places = [(table, (*route, "tables", at)) for at, table in enumerate(one.tables)]
            return tuple(TableSource(table, here, table.sections, (*here, "sections")) for table, here in places)
        here = (*route, "table")
        if one.table.sections and not one.sections:
            return (TableSource(one.table, here, one.table.sections, (*here, "sections")),)
        if isinstance(one, Roadmap) or one.sections or "table" in one.model_fields_set:
            return (TableSource(one.table, here, one.sections, (*route, "sections")),)
        return ()

    @property
    def indicators(self) -> Iterator[tuple[Indicators, Route]]:
        """Yield the tables of indicators with their places: those in rows of the passport, then the one behind it."""
        one = self.content
        for at, row in enumerate(one.passport.rows if one.passport else ()):
            if row.indicators:
                yield row.indicators, (*self.route, "passport", "rows", at, "indicators")
        if one.indicators:
            yield one.indicators, (*self.route, "indicators")


def contents_of(roadmap: Roadmap) -> tuple[ContentSource, ...]:
    """Return the roadmap itself, then its further attachments."""
    others = (ContentSource(one, ("attachments", at)) for at, one in enumerate(roadmap.attachments))
    return (ContentSource(roadmap, ()), *others)


def _column(column: Column, route: Route) -> TableColumn:
    kind = column.is_ or (column.key if column.key in _KINDS_AS_KEYS else "text")
    key = kind if kind in _ONE_KEY else column.key or kind
    return TableColumn(key, kind, column.heading or _HEADINGS.get(kind, column.key or ""), column.width, route)
