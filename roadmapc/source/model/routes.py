"""Routes of keys and indices → the record that the format has there, read from the annotations of the fields."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from roadmapc.source.model.roadmap import Roadmap


def fields_at(route: tuple[str | int, ...], record: type[BaseModel] = Roadmap) -> tuple[str, ...]:
    """Return the keys that a file's format knows at a route, in its order; none where keys are the author's own."""
    return tuple(titles_at(route, record))


def titles_at(route: tuple[str | int, ...], record: type[BaseModel] = Roadmap) -> Mapping[str, str]:
    """Return the keys known at a route with their Russian titles."""
    return _titles(record, tuple(part for part in route if isinstance(part, str)))


@cache
def _titles(record: type[BaseModel], keys: tuple[str, ...]) -> Mapping[str, str]:
    model: type[BaseModel] | None = record
    named_freely = False
    for key in keys:
        if named_freely:
            named_freely = False
            continue
        info = model.model_fields.get(key) if model else None
        model = _model_in(info.annotation) if info else None
        named_freely = bool(info) and _has_mapping(info.annotation if info else None)
    return {name: info.title or "" for name, info in model.model_fields.items()} if model and not named_freely else {}


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _model_in(inner))), None)


def _has_mapping(annotation: Any) -> bool:
    return get_origin(annotation) is Mapping or any(_has_mapping(inner) for inner in get_args(annotation))
