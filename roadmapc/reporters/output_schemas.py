"""JSON Schemas of what commands print for other programs."""

from __future__ import annotations

from typing import Any

from roadmapc.plan.execution import Status
from roadmapc.reporters._changes import kinds
from roadmapc.source.schema import DRAFT


def diagnostics_schema() -> dict[str, Any]:
    """Return the schema of `check --format json`."""
    text, number = {"type": "string"}, {"type": "integer", "minimum": 1}
    maybe = {"type": ["string", "null"]}
    fields: dict[str, Any] = {
        "code": {"type": "string", "pattern": "^RM\\d{3}$"},
        "name": text,
        "severity": {"enum": ["error", "warning", "note"]},
        "message": text,
        "hint": maybe,
        "file": text,
        **dict.fromkeys(("line", "column", "end_line", "end_column"), number),
        "activity": maybe,
        "waived": {"type": "boolean"},
        "reason": maybe,
        "baseline": {"type": "boolean"},
        "fixable": {"enum": ["no", "safe", "unsafe"]},
        "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
    }
    return _list_of("roadmapc check --format json", fields)


def due_schema() -> dict[str, Any]:
    """Return the schema of `due --format json`."""
    text, day = {"type": "string"}, {"type": "string", "format": "date"}
    maybe = {"type": ["string", "null"]}
    fields: dict[str, Any] = {
        **dict.fromkeys(("municipality", "roadmap", "id"), text),
        "section": maybe,
        "number": maybe,
        "activity": text,
        "deadline": maybe,
        **dict.fromkeys(("first", "due", "act_by"), day),
        "remind": {**day, "deprecated": True, "description": "the old name of act_by"},
        "kind": {"enum": ["date", "window", "recurring", "continuous", "conditional", "relative", "report"]},
        "owners": {"type": "array", "items": text},
        "result": maybe,
        "status": {"enum": ["due", "open", "continuous"]},
        "state": {"enum": [*map(str, Status), None]},
        "done": {"type": ["string", "null"], "format": "date"},
        "delay": {"type": "integer", "minimum": 0, "description": "working days"},
        "moved_from": {"type": ["string", "null"], "format": "date"},
    }
    return _list_of("roadmapc due --format json", fields)


def status_schema() -> dict[str, Any]:
    """Return the schema of `status --format json`."""
    text, count = {"type": "string"}, {"type": "integer", "minimum": 0}
    maybe, day = {"type": ["string", "null"]}, {"type": ["string", "null"], "format": "date"}
    fields: dict[str, Any] = {
        **dict.fromkeys(("municipality", "roadmap", "id", "address"), text),
        **dict.fromkeys(("section", "number"), maybe),
        "activity": text,
        "deadline": maybe,
        "due": {**day, "description": "the day of the plan"},
        "term": {**day, "description": "the day in force"},
        "group": {"enum": ["late", "coming", "other"]},
        "state": {"enum": [*map(str, Status)]},
        "done": day,
        **dict.fromkeys(("done_times", "times"), count),
        "delay": {**count, "description": "working days"},
        "owners": {"type": "array", "items": text},
        **dict.fromkeys(("result", "reason"), maybe),
    }
    return _list_of("roadmapc status --format json", fields)


def changes_schema() -> dict[str, Any]:
    """Return the schema of `compare --format json`."""
    text, maybe, flag = {"type": "string"}, {"type": ["string", "null"]}, {"type": "boolean"}
    count, day = {"type": "integer"}, {"type": "string", "format": "date"}
    side = _object({"file": text, "revision": maybe, "municipality": text, "id": text})
    at = _object({"file": text, "line": {"type": "integer", "minimum": 1}})
    place = {**at, "type": ["object", "null"], "description": "null where nothing stands on this side"}
    row = {"row": text, "number": maybe, "address": text, "activity": text}
    change = {
        "kind": {"enum": kinds()},
        "field": {**text, "description": "in words of the format: title, order.items, deadline"},
        **dict.fromkeys(("heading", "row", "number", "address", "column"), maybe),
        **dict.fromkeys(("old", "new"), text),
        **dict.fromkeys(("owners_gained", "owners_lost"), _list(text)),
        **dict.fromkeys(("old_place", "new_place"), place),
        "uncertain": {**flag, "description": "both sides were taken for one by likeness alone"},
        "typography": {**flag, "description": "nothing but spaces, dashes or dots of lists differs"},
    }
    days = {**_list(count), "description": "by how many days each moved; empty where there are more or fewer of them"}
    deadline = {**row, **dict.fromkeys(("old_due", "new_due"), _list(day)), "days": days}
    owner = {"owner": text, **dict.fromkeys(("gained", "lost"), _list(_object(row)))}
    fields = {"old": side, "new": side, "changes": _list(_object(change))}
    fields |= {"deadlines": _list(_object(deadline)), "owners": _list(_object(owner))}
    return {"$schema": DRAFT, "title": "roadmapc compare --format json", **_object(fields)}


def import_schema() -> dict[str, Any]:
    """Return the schema of `import --report`."""
    text, count = {"type": "string"}, {"type": "integer", "minimum": 0}
    maybe, share = {"type": ["string", "null"]}, {"type": "number", "minimum": 0, "maximum": 1}
    place = {
        "type": "object",
        "properties": {**dict.fromkeys(("paragraph", "table", "row", "cell"), count), "part": text},
        "additionalProperties": False,
    }
    left = _list(_object({"kind": text, "text": text, "place": place}))
    roadmap = {
        "file": maybe,
        "kind": text,
        "title": maybe,
        "period": text,
        "order": maybe,
        "approval": maybe,
        **dict.fromkeys(("passport", "attachments", "sections", "rows"), count),
        "columns": _list(_object({"is": text, "heading": text})),
        "owners": count,
        "deadlines": _object(dict.fromkeys(("read", "doubtful", "not_understood", "missing"), count)),
        "doubts": _list(_object({"at": text, "message": text})),
        "decisions": _list(_object({"what": text, "value": text, "confidence": share, "place": place})),
    }
    words = _object(dict.fromkeys(("source", "placed", "left", "repeated", "missing", "added"), count))
    fields: dict[str, Any] = {"files": _list(text), "words": words}
    fields |= {"left": left, "repeated": left, "removed": left, "roadmaps": _list(_object(roadmap))}
    return _list_of("roadmapc import --report", fields)


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _object(fields: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def _list_of(title: str, fields: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": DRAFT, "title": title, **_list(_object(fields))}


OUTPUT_SCHEMAS = {
    "changes.schema.json": changes_schema,
    "diagnostics.schema.json": diagnostics_schema,
    "due.schema.json": due_schema,
    "import.schema.json": import_schema,
    "status.schema.json": status_schema,
}
