"""Problems as plain data that JSON can hold, and back again: the same words in every language, the same places."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from roadmapc.diagnostics.diagnostic import Count, Diagnostic, Edit, Fix, Label, Message, Severity
from roadmapc.diagnostics.source import Source, Span

Record = dict[str, Any]


def recorded(problems: Iterable[Diagnostic]) -> list[Record]:
    """Return each problem as an object of texts, numbers and lists; what is left out is empty."""
    return [{key: value for key, value in _record(problem).items() if value not in (None, [])} for problem in problems]


def recalled(records: Iterable[Record], source: Source) -> tuple[Diagnostic, ...]:
    """Return the problems that `recorded` made the objects of; raises KeyError, TypeError, ValueError for others."""
    return tuple(_problem(record, source) for record in records)


def _record(problem: Diagnostic) -> Record:
    fix = problem.fix
    return {
        "code": problem.code,
        "name": problem.name,
        "severity": problem.severity.value,
        "message": _words(problem.message),
        "span": list(problem.span),
        "labels": [[*label.span, _words(label.message)] for label in problem.labels],
        "hint": problem.hint and _words(problem.hint),
        "activity": problem.activity,
        "route": list(problem.route),
        "waived": problem.waived,
        "fix": fix and {"safe": fix.safe, "edits": [[*edit.span, edit.text] for edit in fix.edits]},
        "anchor": problem.anchor,
    }


def _problem(record: Record, source: Source) -> Diagnostic:
    fix = record.get("fix")
    return Diagnostic(
        code=record["code"],
        name=record["name"],
        severity=Severity(record["severity"]),
        message=_message(record["message"]),
        source=source,
        span=Span(*record["span"]),
        labels=tuple(Label(Span(start, end), _message(words)) for start, end, words in record.get("labels", ())),
        hint=_message(record["hint"]) if "hint" in record else None,
        activity=record.get("activity"),
        route=tuple(record.get("route", ())),
        waived=record.get("waived"),
        fix=fix and Fix(tuple(Edit(Span(start, end), text) for start, end, text in fix["edits"]), fix["safe"]),
        anchor=record["anchor"],
    )


def _words(message: Message) -> Record:
    if isinstance(message, Count):
        return {"counted": True, "template": message.template, "values": {"many": message.many, "n": message.n}}
    return {"template": message.template, "values": {name: _value(value) for name, value in message.values.items()}}


def _message(record: Record) -> Message:
    kind = Count if "counted" in record else Message
    return kind.filled(record["template"], {name: _recalled(value) for name, value in record["values"].items()})


def _recalled(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return date.fromisoformat(value["date"]) if "date" in value else _message(value)


def _value(value: object) -> object:
    if isinstance(value, Message):
        return _words(value)
    if isinstance(value, date):  # templates say how it is written
        return {"date": value.isoformat()}
    return value if isinstance(value, int | float) else str(value)
