"""What a key with its value looks like, for advice and manuals: the examples of the fields, put together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from roadmapc.source.model.fields import fields_of
from roadmapc.source.slips.slip import as_value

_NO_EXAMPLE = "…"
_INDENT = "  "


def sample(key: str, field: FieldInfo) -> list[str]:
    """Return the lines that show a key with a value: an example of its own, or the keys that its record must have."""
    if field.examples:
        return _with_value(key, field.examples[0])
    if isinstance(field.default, bool):
        return [f"{key}: {'да' if field.default else 'нет'}"]
    if isinstance(field.default, str):
        return _with_value(key, field.default)
    record = record_in(field.annotation)
    if record is None or takes_text(record):
        return [f"{key}:", f"{_INDENT}- {_NO_EXAMPLE}"] if is_list(field.annotation) else [f"{key}: {_NO_EXAMPLE}"]
    lines = _of_record(record)
    if is_list(field.annotation):
        return [f"{key}:", f"{_INDENT}- {lines[0]}", *(f"{_INDENT * 2}{line}" for line in lines[1:])]
    return [f"{key}:", *(_INDENT + line for line in lines)]


def record_in(annotation: Any) -> type[BaseModel] | None:
    """Return the record that a field holds, alone, in a list or under names; none where it holds texts."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(iter(records_in(annotation)), None)


def records_in(annotation: Any, *, in_list: bool = False) -> list[type[BaseModel]]:
    """Return the records that a field may hold, several where it can be written in several forms; those of lists."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [] if in_list else [annotation]
    inside = in_list and get_origin(annotation) is not tuple
    found = [record for inner in get_args(annotation) for record in records_in(inner, in_list=inside)]
    return list(dict.fromkeys(found))


def takes_text(record: type[BaseModel]) -> bool:
    """Say whether a record may be written as its one text."""
    return record.model_config.get("json_schema_extra") is not None


def is_list(annotation: Any) -> bool:
    """Say whether a field holds a list, and nothing but one."""
    if get_origin(annotation) is tuple:
        return True
    inside = get_args(annotation)
    return any(is_list(inner) for inner in inside) and not any(_is_record(inner) for inner in inside)


def _is_record(annotation: Any) -> bool:
    """Say whether a form of a value is a record alone."""
    if get_origin(annotation) is Annotated:
        return _is_record(get_args(annotation)[0])
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _of_record(record: type[BaseModel]) -> list[str]:
    """Return the lines of a record with the keys that it must have; with its title and rows where it must none."""
    wanted = {key: field for key, field in fields_of(record).items() if field.is_required()}
    if not wanted:
        known = fields_of(record)
        shown: list[str] = [key for key in ("title", "activities") if key in known]
        wanted = {key: known[key] for key in shown or [*known][:1]}
    return [line for key, field in wanted.items() for line in sample(key, field)]


def _with_value(key: str, value: Any) -> list[str]:
    if isinstance(value, Mapping):
        return [f"{key}:", *(f"{_INDENT}{name}: {as_value(str(text))}" for name, text in value.items())]
    if isinstance(value, list):
        return [f"{key}: [{', '.join(as_value(str(one)) for one in value)}]"]
    return [f"{key}: {as_value(str(value))}"]
