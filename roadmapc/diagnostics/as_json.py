"""Problems as plain data that JSON can hold, and back again: the same words in every language, the same places."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from roadmapc.diagnostics.diagnostic import Count, Diagnostic, Edit, Fix, Label, Message, Severity
from roadmapc.diagnostics.source import Source, Span

JsonObject = dict[str, Any]
"""What JSON can hold under names."""


SourceOf = Callable[[str | None], Source]
"""Gives the text of the file in question, or of another by its name; raises KeyError where it is not known."""


def to_json(problems: Iterable[Diagnostic], name: str) -> list[JsonObject]:
    """Return each problem as an object of texts, numbers and lists; what is left out is empty.

    `name` is the file in question: an object names its file where that is another one.
    """
    return [
        {key: value for key, value in _problem_to_json(problem, name).items() if value not in (None, [])}
        for problem in problems
    ]


def from_json(objects: Iterable[JsonObject], source_of: SourceOf) -> tuple[Diagnostic, ...]:
    """Return the problems that `to_json` made the objects of; raises KeyError, TypeError, ValueError for others."""
    return tuple(_problem_from_json(one, source_of) for one in objects)


def _problem_to_json(problem: Diagnostic, name: str) -> JsonObject:
    fix = problem.fix
    return {
        "file": problem.source.name if problem.source.name != name else None,
        "code": problem.code,
        "name": problem.name,
        "severity": problem.severity.value,
        "message": _message_to_json(problem.message),
        "span": list(problem.span),
        "labels": [
            [*label.span, _message_to_json(label.message), *([label.source.name] if label.source else [])]
            for label in problem.labels
        ],
        "hint": problem.hint and _message_to_json(problem.hint),
        "activity": problem.activity,
        "route": list(problem.route),
        "waived": problem.waived,
        "fix": fix and {"safe": fix.safe, "edits": [[*edit.span, edit.text] for edit in fix.edits]},
        "anchor": problem.anchor,
    }


def _problem_from_json(kept: JsonObject, source_of: SourceOf) -> Diagnostic:
    fix = kept.get("fix")
    return Diagnostic(
        code=kept["code"],
        name=kept["name"],
        severity=Severity(kept["severity"]),
        message=_message_from_json(kept["message"]),
        source=source_of(kept.get("file")),
        span=Span(*kept["span"]),
        labels=tuple(_label_from_json(source_of, *label) for label in kept.get("labels", ())),
        hint=_message_from_json(kept["hint"]) if "hint" in kept else None,
        activity=kept.get("activity"),
        route=tuple(kept.get("route", ())),
        waived=kept.get("waived"),
        fix=fix and Fix(tuple(Edit(Span(start, end), text) for start, end, text in fix["edits"]), fix["safe"]),
        anchor=kept["anchor"],
    )


def _label_from_json(source_of: SourceOf, start: int, end: int, words: JsonObject, *file: str) -> Label:
    return Label(Span(start, end), _message_from_json(words), *map(source_of, file))


def _message_to_json(message: Message) -> JsonObject:
    if isinstance(message, Count):
        return {"counted": True, "template": message.template, "values": {"many": message.many, "n": message.n}}
    return {
        "template": message.template,
        "values": {name: _value_to_json(value) for name, value in message.values.items()},
    }


def _message_from_json(kept: JsonObject) -> Message:
    kind = Count if "counted" in kept else Message
    return kind.filled(kept["template"], {name: _value_from_json(value) for name, value in kept["values"].items()})


def _value_from_json(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return date.fromisoformat(value["date"]) if "date" in value else _message_from_json(value)


def _value_to_json(value: object) -> object:
    if isinstance(value, Message):
        return _message_to_json(value)
    if isinstance(value, date):  # templates say how it is written
        return {"date": value.isoformat()}
    return value if isinstance(value, int | float) else str(value)
