"""JSON Schemas of the source format, from the model."""

from __future__ import annotations

import copy
from typing import Any

from roadmapc.source.model import Base, Edition, Marks, Record, Roadmap, SharedDirectory
from roadmapc.source.model.criteria import Criteria

DRAFT = "https://json-schema.org/draft/2020-12/schema"
"""The dialect: JSON Schema 2020-12, §8.1.1."""


def roadmap_schema() -> dict[str, Any]:
    """Return the schema of a source file, with Russian titles and descriptions for editors.

    In a roadmap that extends a base plan, rows and the document may leave out what that says; rows have keys of their
    own only where their table lists its columns, so that an editor tells of a slip elsewhere.
    """
    schema = _source_schema(Roadmap, "Дорожная карта (roadmapc)")
    defs = schema["$defs"]
    _add_plain_rows(defs)
    plain = {key: schema["properties"][key] for key in ("document", "sections")}
    schema["properties"] |= _loosened(plain)
    schema["required"] = [key for key in schema["required"] if key != "document"]
    defs |= {f"{name}OfBase": _overriding(defs[name]) for name in _OVERRIDDEN}
    whole = {"properties": plain, "required": ["document"], "anyOf": _SOME_TABLE}
    schema["allOf"] = [
        {"if": {"required": ["extends"]}, "else": whole},
        _rows_by_columns(_TABLE_LISTED, "PlainSectionOfBase"),
        _ONE_FORM,
    ]
    defs["Attachment"]["allOf"] = [_rows_by_columns(_TABLE_LISTED), _ONE_FORM]
    return schema


_LISTED = {"properties": {"columns": {"type": "array"}}, "required": ["columns"]}
_TABLE_LISTED = {"properties": {"table": _LISTED}, "required": ["table"]}
_ONE_FORM = {"not": {"required": ["tables"], "anyOf": [{"required": ["table"]}, {"required": ["sections"]}]}}
_SOME_TABLE = [
    {"required": ["sections"]},
    {"required": ["tables"]},
    {"properties": {"table": {"required": ["sections"]}}, "required": ["table"]},
]
_OVERRIDDEN = ("About", "Section", "Activity", "PlainSection", "PlainActivity")
"""Records of which a roadmap that extends a base plan writes the keys that differ."""


def _add_plain_rows(defs: dict[str, Any]) -> None:
    """Add the sections and activities of tables that list no columns, which have no keys of their own."""
    for name in ("Activity", "Section"):
        closed = copy.deepcopy(defs[name]) | {"additionalProperties": False}
        closed["properties"]["activities"]["items"] = {"$ref": "#/$defs/PlainActivity"}
        defs[f"Plain{name}"] = closed
    defs["Table"] |= _rows_by_columns(_LISTED)


def _rows_by_columns(condition: dict[str, Any], section: str = "PlainSection") -> dict[str, Any]:
    plain = {"properties": {"sections": {"items": {"$ref": f"#/$defs/{section}"}}}}
    return {"if": condition, "else": plain}


def _overriding(record: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a record that may leave out what the base plan says; a row of it is named by its id."""
    loose = {key: value for key, value in _loosened(record).items() if key != "required"}
    wanted = record.get("required", [])
    return loose | ({"anyOf": [{"required": ["id"]}, {"required": wanted}]} if "id" in record["properties"] else {})


def _loosened(node: Any) -> Any:
    """Return a part of a schema whose references lead to the records that may leave out what the base says."""
    if isinstance(node, dict):
        return {key: _loosened(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_loosened(value) for value in node]
    names = [f"#/$defs/{name}" for name in _OVERRIDDEN]
    return f"{node}OfBase" if node in names else node


def base_schema() -> dict[str, Any]:
    """Return the schema of a base plan, which roadmaps extend."""
    schema = _source_schema(Base, "Базовый план (roadmapc)")
    _add_plain_rows(schema["$defs"])
    return schema | _rows_by_columns(_TABLE_LISTED)


def owners_schema() -> dict[str, Any]:
    """Return the schema of `owners.yaml`, the directory that roadmaps share."""
    return _source_schema(SharedDirectory, "Общий справочник (roadmapc)")


def marks_schema() -> dict[str, Any]:
    """Return the schema of marks, which lie beside roadmaps."""
    schema = _source_schema(Marks, "Отметки об исполнении (roadmapc)")
    schema["properties"]["marks"] = {"anyOf": [schema["properties"]["marks"], {"type": "null"}]}
    return schema


def criteria_schema() -> dict[str, Any]:
    """Return the schema of criteria, by which a region judges municipalities."""
    return _source_schema(Criteria, "Критерии оценивания (roadmapc)")


def edition_schema() -> dict[str, Any]:
    """Return the schema of an edition, the signed text of a roadmap: it extends nothing and lacks nothing."""
    schema = _source_schema(Edition, "Редакция дорожной карты (roadmapc)")
    _add_plain_rows(schema["$defs"])
    for key in ("extends", "roles"):
        del schema["properties"][key]
    del schema["$defs"]["Extends"]
    schema["allOf"] = [_rows_by_columns(_TABLE_LISTED), {"anyOf": _SOME_TABLE}, _ONE_FORM]
    schema["$defs"]["Attachment"]["allOf"] = [_rows_by_columns(_TABLE_LISTED), _ONE_FORM]
    return schema


def _source_schema(root: type[Record], title: str) -> dict[str, Any]:
    schema = root.model_json_schema()
    for record in schema.get("$defs", {}).values():
        record.pop("title", None)  # the names and docstrings of classes are English; fields carry Russian ones
        record.pop("description", None)
    return {"$schema": DRAFT, "title": title, **_tidy(schema)}


def _tidy(node: Any) -> Any:
    """Drop what only pydantic needs: English class titles, docstrings, null defaults."""
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _tidy(value) for key, value in node.items() if not (key == "default" and value is None)}
    if "properties" in kept:
        kept.pop("title", None)
        kept.pop("description", None)
    if isinstance(kept.get("description"), str):
        kept["markdownDescription"] = kept["description"]
    if kept.get("type") == "string" and not kept.keys() & {"enum", "const", "pattern"}:
        # What an editor takes for a number («1.1», «2021») or a truth value is text here; a text without words is none.
        kept["type"] = ["string", "number", "boolean"]
        kept |= {"pattern": r"\S"} if kept.pop("minLength", 0) else {"minLength": 1}
    return kept


SCHEMAS = {
    "roadmap.schema.json": roadmap_schema,
    "base.schema.json": base_schema,
    "owners.schema.json": owners_schema,
    "marks.schema.json": marks_schema,
    "criteria.schema.json": criteria_schema,
    "edition.schema.json": edition_schema,
}
