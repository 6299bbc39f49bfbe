"""Routes of keys and indices → what the format has there, read from the fields of the records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from roadmapc.diagnostics import Route
from roadmapc.source.model.fields import Mark
from roadmapc.source.model.roadmap import Roadmap
from roadmapc.source.model.samples import record_in

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


class _Step(NamedTuple):
    """A key of a route: its field, the record found there, and whether the next key is the author's own word."""

    field: FieldInfo | None
    record: type[BaseModel] | None
    is_free: bool = False


_NOWHERE = _Step(None, None)


def _keys(route: Route) -> tuple[str, ...]:
    return tuple([part for part in route if isinstance(part, str)])


@cache
def _titles(record: type[BaseModel], keys: tuple[str, ...]) -> Mapping[str, str]:
    *_, last = _steps(record, keys)
    known = last.record.model_fields if last.record and not last.is_free else {}
    return {name: field.title or "" for name, field in known.items()}


@lru_cache(_KEPT)
def _is_printed(keys: tuple[str, ...]) -> bool:
    return not any(step.field and Mark.UNPRINTED in step.field.metadata for step in _steps(Roadmap, keys))


@lru_cache(_KEPT)
def _is_content(keys: tuple[str, ...]) -> bool:
    *_, last = _steps(Roadmap, keys)
    return last.field is not None and Mark.CONTENT in last.field.metadata


def _steps(record: type[BaseModel], keys: tuple[str, ...]) -> Iterator[_Step]:
    """Yield the root, then each key; an alias stands for the field of its directory, what is unknown for no field."""
    step = _Step(None, record)
    yield step
    for key in keys:
        if step.is_free:
            step = _Step(step.field, step.record)
        else:
            step = _steps_from(step.record).get(key, _NOWHERE) if step.record else _NOWHERE
        yield step


@cache
def _steps_from(record: type[BaseModel]) -> dict[str, _Step]:
    """Return the step to each field of a record."""
    return {
        key: _Step(field, record_in(field.annotation), _has_mapping(field.annotation))
        for key, field in record.model_fields.items()
    }


def _has_mapping(annotation: Any) -> bool:
    return get_origin(annotation) is Mapping or any(_has_mapping(inner) for inner in get_args(annotation))
