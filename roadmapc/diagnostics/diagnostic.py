"""Problems as values: what is wrong, how badly, where, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import PurePath
from typing import Any, NamedTuple, Self

from roadmapc.diagnostics.source import Source, Span
from roadmapc.diagnostics.visible import visible, visible_lines

Translate = Callable[[str], str]
"""What gives a sentence in the reader's language."""
Route = tuple[str | int, ...]
"""Keys and indices that lead to a value of a source: («sections», 0, «activities», 2, «deadline»)."""


class Message(str):
    """A sentence in English that keeps its template and values, so that it can be shown in another language."""

    template: str
    values: Mapping[str, Any]

    def __new__(cls, template: str, /, **values: Any) -> Self:
        """Make the sentence; `values` fill the braces of `template`."""
        self = super().__new__(cls, template.format(**values))
        self.template, self.values = template, values
        return self

    @classmethod
    def filled(cls, template: str, values: Mapping[str, Any]) -> Self:
        """Make a sentence again of the template and the values that one had."""
        return cls(template, **values)

    def __reduce__(self) -> tuple[Any, ...]:
        """Let it go to another process as what it was made of: its words may have braces in them."""
        return type(self).filled, (self.template, self.values)

    def text(self, translate: Callable[[str], str]) -> str:
        """Return the sentence in the language of `translate`; values that are messages are translated too.

        Values are quoted within a line: what is not seen in them, line breaks too, is shown as escapes. Only `line` may
        be several: a piece of a file that stands below the words.
        """
        values = {name: _shown(name, value, translate) for name, value in self.values.items()}
        return translate(self.template).format(**values)


def _shown(name: str, value: Any, translate: Callable[[str], str]) -> Any:
    if isinstance(value, Message):
        return value.text(translate)
    if not isinstance(value, str | PurePath):
        return value
    return visible_lines(value) if name == "line" and isinstance(value, str) else visible(str(value))


class Count(Message):
    """A number with its noun, in the form that each language wants: «1 ошибка», «2 ошибки», «5 ошибок»."""

    many: str
    n: int

    @classmethod
    def of(cls, one: str, many: str, n: int) -> Self:
        """Make the words; `{n}` in both forms is the number."""
        self = cls(one if n == 1 else many, n=n)
        self.template, self.many, self.n = one, many, n
        return self

    @classmethod
    def filled(cls, template: str, values: Mapping[str, Any]) -> Self:
        """Make the words again: `values` are the form for many and the number."""
        return cls.of(template, values["many"], values["n"])

    def text(self, translate: Callable[[str], str]) -> str:
        """Return the words in the language of `translate`, which tells forms apart if it has `plural(one, many, n)`."""
        plural = getattr(translate, "plural", None)
        return str(plural(self.template, self.many, self.n)).format(n=self.n) if plural else str(self)


class Severity(StrEnum):
    """How bad: an error stops a build, a warning fails a check, a note does neither."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Label(NamedTuple):
    """A second place that explains the first; `source` is its file where that is another one."""

    span: Span
    message: Message
    source: Source | None = None


class Edit(NamedTuple):
    """Characters of the source to replace."""

    span: Span
    text: str


class Fix(NamedTuple):
    """What would cure a problem; a safe one changes neither what is meant nor what is due."""

    edits: tuple[Edit, ...]
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem at its place.

    `code` is stable («RM201»), `name` says the fault so that a waiver reads well, `activity` is the printed number
    of the row concerned, `waived` the reason for which the author lets it stand; `anchor` names the place by words
    that outlive renumbering.
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
    route: Route = ()
    waived: str | None = None
    fix: Fix | None = None
    anchor: str = ""
    in_baseline: bool = False

    @property
    def is_suppressed(self) -> bool:
        """Say whether it does not count: waived by its author, or known since the baseline."""
        return self.waived is not None or self.in_baseline

    @property
    def fingerprint(self) -> str:
        """Return a name of the problem that holds while lines move and rows are renumbered: 32 hexadecimal digits."""
        from hashlib import sha256  # loads a library of C that most runs do without

        place = self.anchor or f"{self.source.name}/{self.source.text[self.span.start : self.span.end]}"
        content = f"{self.code}/{place}"
        return sha256(content.encode(errors="replace")).hexdigest()[:32]

    def with_waiver(self, reason: str) -> Diagnostic:
        """Return the same problem as one that its author lets stand."""
        return replace(self, waived=reason)

    def without_waiver(self) -> Diagnostic:
        """Return the same problem as one that counts."""
        return replace(self, waived=None)

    @property
    def sort_key(self) -> tuple[str, int, str, int]:
        """Order of a listing: by file, then place, then code."""
        return (self.source.name, self.span.start, self.code, self.span.end)


class UserError(Exception):
    """An error of the environment: no such file, no room, no right. Caught at the edge alone: exit code 2."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[Any, ...]:
        """Let it go to another process with its words, not with their text alone."""
        return type(self), (self.message, self.hint)
