"""What pydantic cannot know of tables: none at all, both forms at once, a key in a row that is no column.

Pydantic takes any further key of a row for a column's. Here the source is read as it stands, so that a slip in a key is
told beside everything else that is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from roadmapc.diagnostics import Route
from roadmapc.source.model import COLUMN_NAMES, Activity, Section
from roadmapc.source.model.fields import fields_of

_SECTION = frozenset(fields_of(Section))
_ACTIVITY = frozenset(fields_of(Activity))


def table_errors(data: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield errors as pydantic tells them: type, loc, input, ctx; those of keys have the table's own columns in ctx."""
    table = data.get("table")
    if not ({"sections", "tables"} & data.keys() or (isinstance(table, dict) and "sections" in table)):
        yield {"type": "missing", "loc": ("sections",), "input": data}
    for content, route in _contents(data):
        if "tables" in content and {"table", "sections"} & content.keys():
            yield {"type": "two_forms", "loc": (*route, "tables"), "input": content["tables"]}
    for at, own in _unknown_cells(data):
        yield {"type": "extra_forbidden", "loc": at, "input": None, "ctx": {"columns": own}}


def _unknown_cells(data: Mapping[str, Any]) -> Iterator[tuple[Route, frozenset[str]]]:
    for route, table, sections in _tables(data):
        own = own_keys(table.get("columns"))
        for section, at in _records(sections, route):
            for cell in _unknown(section, at, _SECTION, own):
                yield cell, own


def own_keys(columns: Any) -> frozenset[str]:
    """Return the keys of the columns in a list of columns, as it is written, that rows fill and no other table has."""
    keys = set()
    for column in columns if isinstance(columns, list) else ():
        key = column if isinstance(column, str) else None
        if isinstance(column, dict) and column.get("is") != "blank":
            key = column.get("key") or column.get("is")
        keys.add(" ".join(key.split()) if isinstance(key, str) else "")
    return frozenset(keys) - {*COLUMN_NAMES, "", "blank"}


def _tables(data: Mapping[str, Any]) -> Iterator[tuple[Route, Mapping[str, Any], Any]]:
    """Yield the tables of the roadmap and of its attachments: place of the sections, settings, sections."""
    for content, route in _contents(data):
        table = content.get("table")
        table = table if isinstance(table, dict) else {}
        yield (*route, "sections"), table, content.get("sections")
        yield (*route, "table", "sections"), table, table.get("sections")
        for one, at in _records(content.get("tables"), (*route, "tables")):
            yield (*at, "sections"), one, one.get("sections")


def _contents(data: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], Route]]:
    yield data, ()
    yield from _records(data.get("attachments"), ("attachments",))


def _records(value: Any, route: Route) -> Iterator[tuple[Any, Route]]:
    for at, one in enumerate(value if isinstance(value, list) else ()):
        if isinstance(one, dict):
            yield one, (*route, at)


def _unknown(row: Mapping[str, Any], route: Route, known: frozenset[str], own: frozenset[str]) -> Iterator[Route]:
    for key in row:
        if key not in known and key not in own:
            yield (*route, key)
    for below, at in _records(row.get("activities"), (*route, "activities")):
        yield from _unknown(below, at, _ACTIVITY, own)
