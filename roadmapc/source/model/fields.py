"""How fields are declared: Russian titles for editors, texts of one line or many, short forms of records."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from roadmapc.russian.calendar import parse_date


class Mark(Enum):
    """What a field says of its texts besides their shape; it stands in the field's metadata, not in the JSON Schema."""

    UNPRINTED = "a setting or an id: it reaches no document"
    CONTENT = "says something of its own, so that a dash there is an omission"


def described(
    title: str,
    description: str,
    *examples: Any,
    default: Any = ...,
    printed: bool = True,
    content: bool = False,
    alias: str | None = None,
) -> Any:
    """Return a field whose Russian title, description and examples go into the JSON Schema; see `Mark` for the rest."""
    field = Field(default, title=title, description=description, examples=list(examples) or None, alias=alias)
    field.metadata += [mark for mark, holds in ((Mark.UNPRINTED, not printed), (Mark.CONTENT, content)) if holds]
    return field


_SEEN = re.compile(
    r"[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]"
)
"""A character that leaves ink on paper; the others are spaces, or shown as nothing at all."""


def _one_line(value: Any) -> Any:
    return _said(" ".join(value.split())) if isinstance(value, str) else value


def _block(value: Any) -> Any:
    """Take a list of strings as paragraphs; a string as it stands."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = "\n\n".join(value)
    return _said(value) if isinstance(value, str) else value


def _said(text: str) -> str:
    """Return a text, or none of it where nobody would see anything of it."""
    return text if _SEEN.search(text) else ""


_FLAGS = {"да": True, "true": True, "yes": True, "нет": False, "false": False, "no": False}


def is_yes(value: Any) -> bool:
    """Say whether a value, as it is written, means yes."""
    return isinstance(value, str) and _FLAGS.get(value.lower(), False)


def is_no(value: Any) -> bool:
    """Say whether a value, as it is written, means no."""
    return isinstance(value, str) and _FLAGS.get(value.lower()) is False


def _flag(value: Any) -> Any:
    if isinstance(value, str) and value.lower() in _FLAGS:
        return _FLAGS[value.lower()]
    raise PydanticCustomError("flag", "expected yes or no")


def _in_any_case(words: Iterable[str]) -> str:
    """Return the pattern of JSON Schema for words in any case of letters; it has no flags."""
    return f"^({'|'.join(''.join(f'[{sign}{sign.upper()}]' for sign in word) for word in words)})$"


_ONE = r"^(\+?0*1(\.0*)?([eE][-+]?0+)?|0[xo]0*1)$"
_DAY = r"(\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2}|«?\d{1,2}»?\s+[а-яёА-ЯЁ]+\s+\d{4})"
_DATE = rf"^\s*{_DAY}\s*([гГ]\.?|[гГ][оО][дД][аА])?\s*$"
"""What `parse_date` reads, but for days and months that there are not."""


def _version(value: Any) -> Any:
    """Take every way to write the number one: editors know it for the same."""
    return "1" if isinstance(value, str) and re.match(_ONE, value) else value


def _date_text(value: Any) -> Any:
    if isinstance(value, str) and parse_date(value) is None:
        raise PydanticCustomError("date_text", "not a date: {text}", {"text": value})
    return value


_ADDRESS = r"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@([A-Za-zА-Яа-яЁё0-9]([A-Za-zА-Яа-яЁё0-9-]{0,61}[A-Za-zА-Яа-яЁё0-9])?\.)+[A-Za-zА-Яа-яЁё][A-Za-zА-Яа-яЁё0-9-]{0,61}[A-Za-zА-Яа-яЁё0-9]$"  # noqa: E501
"""An address of RFC 5321, 4.1.2 (Dot-string alone), whose domain may be written in Russian letters."""


def _address(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(_ADDRESS, value):
        raise PydanticCustomError("address", "not an address: {text}", {"text": value})
    return value


_WIDTH = r"^\s*([5-9]|[1-9][0-9]|[1-3][0-9][0-9]|400)\s*(мм)?\s*$"


def _millimetres(value: Any) -> Any:
    match = re.match(_WIDTH, value) if isinstance(value, str) else None
    if match is None:
        raise PydanticCustomError("millimetres", "not a width")
    return int(match[1])


def _items(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


_LIST_OF_LINES = {"type": "array", "items": {"type": "string"}}

Line = Annotated[str, BeforeValidator(_one_line), Field(min_length=1)]
ProseText = Annotated[
    str,
    BeforeValidator(_block),
    Field(min_length=1),
    WithJsonSchema({"anyOf": [{"type": "string"}, _LIST_OF_LINES]}),
]
Flag = Annotated[
    bool,
    BeforeValidator(_flag),
    WithJsonSchema(
        {"anyOf": [{"type": "boolean"}, {"enum": [*_FLAGS]}, {"type": "string", "pattern": _in_any_case(_FLAGS)}]}
    ),
]
Version = Annotated[
    Literal["1"],
    BeforeValidator(_version),
    WithJsonSchema({"anyOf": [{"enum": [1, "1"]}, {"type": "string", "pattern": _ONE}]}),
]
Millimetres = Annotated[
    int,
    BeforeValidator(_millimetres),
    WithJsonSchema(
        {"anyOf": [{"type": "integer", "minimum": 5, "maximum": 400}, {"type": "string", "pattern": _WIDTH}]}
    ),
]
DateText = Annotated[str, BeforeValidator(_date_text), WithJsonSchema({"type": "string", "pattern": _DATE})]
Address = Annotated[str, BeforeValidator(_address), WithJsonSchema({"type": "string", "pattern": _ADDRESS})]
YearText = Annotated[str, BeforeValidator(_one_line), Field(pattern=r"^\d{4}$")]
Lines = Annotated[
    tuple[Line, ...],
    BeforeValidator(_items),
    WithJsonSchema({"anyOf": [{"type": "string"}, _LIST_OF_LINES]}),
]


def from_text(key: str) -> Any:
    """Return a schema for a record that may also be written as its one text."""

    def widen(schema: dict[str, Any]) -> None:
        record = {name: schema.pop(name) for name in list(schema) if name not in {"title", "description"}}
        schema["anyOf"] = [{"type": "string"}, *([_LIST_OF_LINES] if key in {"who", "text*"} else []), record]

    return widen


class Record(BaseModel):
    """Base of all records: frozen, and a key that the format does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def fields_of(record: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the fields of a record by the keys that files have for them: one that is a word of Python has an alias."""
    return {field.alias or name: field for name, field in record.model_fields.items()}


MAPPING, LIST = "<mapping>", "<list>"
"""The two ways to write what may be one record or several; pydantic names them in the places of errors."""


def form_of(value: Any) -> str:
    """Return which of the two ways a value is written in."""
    return LIST if isinstance(value, list | tuple) else MAPPING


def as_record(value: Any, key: str) -> Any:
    """Return a record for its short form: a text, or for owners a list; lines of owners are printed as they stand."""
    if isinstance(value, str) and key == "who":
        lines = [line for line in map(str.strip, value.splitlines()) if line]
        return {key: lines, "text": value} if len(lines) > 1 else {key: [value]}
    if key == "cell":
        return {"text" if isinstance(value, str) else "who": value} if isinstance(value, str | list) else value
    if isinstance(value, str) or (isinstance(value, list) and key in {"who", "text*"}):
        return {key.removesuffix("*"): value}
    return value
