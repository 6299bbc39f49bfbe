"""Problems as plain data that JSON can hold, and back again: the same words in every language, the same places."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from roadmapc.diagnostics.diagnostic import Count, Diagnostic, Edit, Fix, Label, Message, Severity
from roadmapc.diagnostics.source import Source, Span

JsonObject = dict[str, Any]
"""What JSON can hold under names."""


def to_json(problems: Iterable[Diagnostic]) -> list[JsonObject]:
    """Return each problem as an object of texts, numbers and lists; what is left out is empty."""
    return [
        {key: value for key, value in _problem_to_json(problem).items() if value not in (None, [])}
        for problem in problems
    ]


def from_json(objects: Iterable[JsonObject], source: Source) -> tuple[Diagnostic, ...]:
    """Return the problems that `to_json` made the objects of; raises KeyError, TypeError, ValueError for others."""
    return tuple(_problem_from_json(one, source) for one in objects)


def _problem_to_json(problem: Diagnostic) -> JsonObject:
    fix = problem.fix
    return {
        "code": problem.code,
        "name": problem.name,
        "severity": problem.severity.value,
        "message": _message_to_json(problem.message),
        "span": list(problem.span),
        "labels": [[*label.span, _message_to_json(label.message)] for label in problem.labels],
        "hint": problem.hint and _message_to_json(problem.hint),
        "activity": problem.activity,
        "route": list(problem.route),
        "waived": problem.waived,
        "fix": fix and {"safe": fix.safe, "edits": [[*edit.span, edit.text] for edit in fix.edits]},
        "anchor": problem.anchor,
    }


def _problem_from_json(kept: JsonObject, source: Source) -> Diagnostic:
    fix = kept.get("fix")
    return Diagnostic(
        code=kept["code"],
        name=kept["name"],
        severity=Severity(kept["severity"]),
        message=_message_from_json(kept["message"]),
        source=source,
        span=Span(*kept["span"]),
        labels=tuple(
            Label(Span(start, end), _message_from_json(words)) for start, end, words in kept.get("labels", ())
        ),
        hint=_message_from_json(kept["hint"]) if "hint" in kept else None,
        activity=kept.get("activity"),
        route=tuple(kept.get("route", ())),
        waived=kept.get("waived"),
        fix=fix and Fix(tuple(Edit(Span(start, end), text) for start, end, text in fix["edits"]), fix["safe"]),
        anchor=kept["anchor"],
    )


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
