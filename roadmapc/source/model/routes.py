"""Routes of keys and indices → what the format has there, read from the fields of the records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from roadmapc.diagnostics import Route
from roadmapc.source.model.fields import Mark, fields_of
from roadmapc.source.model.roadmap import Roadmap
from roadmapc.source.model.samples import records_in
from roadmapc.source.model.table import Cell

_ITEM = None
_KEPT = 1024
"""Routes whose answer is remembered: a file has fewer, though aliases of owners are among their keys."""


def fields_at(route: Route, record: type[BaseModel] = Roadmap) -> tuple[str, ...]:
    """Return the keys that a file's format knows at a route, in its order; none where keys are the author's own."""
    return tuple(titles_at(route, record))


def titles_at(route: Route, record: type[BaseModel] = Roadmap) -> Mapping[str, str]:
    """Return the keys known at a route with their Russian titles."""
    return _titles(record, _keys(route))


def field_at(route: Route, record: type[BaseModel] = Roadmap) -> FieldInfo | None:
    """Return the field to which the last key of a route leads; none where the format has no such key."""
    *_, last = _steps(record, _keys(route))
    return last.field


def is_printed(route: Route) -> bool:
    """Say whether a text at a route of a roadmap reaches a document; one that the format does not know does."""
    return _is_printed(_keys(route))


def is_content(route: Route) -> bool:
    """Say whether a text at a route of a roadmap is to say something of its own, which a dash does not."""
    return _is_content(_keys(route))


def is_own_column(route: Route) -> bool:
    """Say whether a route of a roadmap leads into a cell of a column of one's own."""
    return _is_own_column(_keys(route))


class _Step(NamedTuple):
    """A key of a route: its field, the record found there, and whether the next key is the author's own word.

    `item` is the record of an item, where the field may be written as a list, too.
    """

    field: FieldInfo | None
    record: type[BaseModel] | None
    is_free: bool = False
    item: type[BaseModel] | None = None


_NOWHERE = _Step(None, None)


def _keys(route: Route) -> tuple[str | None, ...]:
    """Return a route without the numbers of its items, of which all have one format."""
    return tuple([part if isinstance(part, str) else _ITEM for part in route])


@cache
def _titles(record: type[BaseModel], keys: tuple[str | None, ...]) -> Mapping[str, str]:
    *_, last = _steps(record, keys)
    known = fields_of(last.record) if last.record and not last.is_free else {}
    return {name: field.title or "" for name, field in known.items()}


@lru_cache(_KEPT)
def _is_printed(keys: tuple[str | None, ...]) -> bool:
    return not any(step.field and Mark.UNPRINTED in step.field.metadata for step in _steps(Roadmap, keys))


@lru_cache(_KEPT)
def _is_own_column(keys: tuple[str | None, ...]) -> bool:
    return any(step.field is None and step.record is Cell for step in _steps(Roadmap, keys))


@lru_cache(_KEPT)
def _is_content(keys: tuple[str | None, ...]) -> bool:
    *_, last = _steps(Roadmap, keys)
    return last.field is not None and Mark.CONTENT in last.field.metadata


def _steps(record: type[BaseModel], keys: tuple[str | None, ...]) -> Iterator[_Step]:
    """Yield the root, then each key; an alias stands for the field of its directory, what is unknown for no field."""
    step = _Step(None, record)
    yield step
    for key in keys:
        if key is _ITEM:
            step = step._replace(record=step.item or step.record)
        elif step.is_free:
            step = _Step(step.field, step.record)
        else:
            step = _steps_from(step.record).get(key) or _own_column(step.record) if step.record else _NOWHERE
        yield step


def _own_column(record: type[BaseModel]) -> _Step:
    """Return the step to a key that a record does not know: a cell of a column of one's own, or nowhere."""
    return _Step(None, Cell) if record.model_config.get("extra") == "allow" else _NOWHERE


@cache
def _steps_from(record: type[BaseModel]) -> dict[str, _Step]:
    """Return the step to each field of a record."""
    return {
        key: _Step(
            field,
            next(iter(records_in(field.annotation)), None),
            _has_mapping(field.annotation),
            next(iter(records_in(field.annotation, in_list=True)), None),
        )
        for key, field in fields_of(record).items()
    }


def _has_mapping(annotation: Any) -> bool:
    return get_origin(annotation) is Mapping or any(_has_mapping(inner) for inner in get_args(annotation))
