"""Problems as values: what is wrong, how badly, where, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, NamedTuple

from roadmapc.source import Source, Span


class Message(str):
    """A sentence in English that keeps its template and values, so that it can be shown in another language."""

    template: str
    values: Mapping[str, Any]

    def __new__(cls, template: str, /, **values: Any) -> Message:
        """Make the sentence; `values` fill the braces of `template`."""
        self = super().__new__(cls, template.format(**values))
        self.template, self.values = template, values
        return self

    def text(self, translate: Callable[[str], str]) -> str:
        """Return the sentence in the language of `translate`; values that are messages are translated too."""
        values = {
            name: value.text(translate) if isinstance(value, Message) else value for name, value in self.values.items()
        }
        return translate(self.template).format(**values)


class Severity(StrEnum):
    """How bad: an error stops a build, a warning fails a check, a note does neither."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Label(NamedTuple):
    """A second place that explains the first."""

    span: Span
    message: Message


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem at its place.

    `code` is stable («RM201»), `name` says the fault so that a waiver reads well, `activity` is the printed number
    of the row concerned, `waived` the reason for which the author lets it stand.
    """

    code: str
    name: str
    severity: Severity
    message: Message
    source: Source = field(repr=False)
    span: Span
    labels: tuple[Label, ...] = ()
    hint: Message | None = None
    activity: str | None = None
    route: tuple[str | int, ...] = ()
    waived: str | None = None

    def waive(self, reason: str) -> Diagnostic:
        """Return the same problem as one that its author lets stand."""
        return replace(self, waived=reason)

    @property
    def sort_key(self) -> tuple[str, int, str, int]:
        """Order of a listing: by file, then place, then code."""
        return (self.source.name, self.span.start, self.code, self.span.end)


class UserError(Exception):
    """What the surroundings spoil: no such file, no room, no right. Caught at the edge alone: exit code 2."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.hint = hint
