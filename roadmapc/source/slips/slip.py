"""A slip: a line that is not as it should be; and what lines are made of."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from roadmapc.diagnostics import Message

if TYPE_CHECKING:
    from roadmapc.source.model import Record


class Slip(NamedTuple):
    """What is wrong with a line (from 0), in which of its characters, and the line as it should be.

    `shown` is what the author is told to write where that is more than the line; a sequel goes with a slip that says
    the same. `others` are lines that are to change along with it.
    """

    line: int
    start: int
    end: int
    message: Message
    mended: str
    shown: str | None = None
    hint: Message | None = None
    is_sequel: bool = False
    others: tuple[tuple[int, str], ...] = ()

    @property
    def advice(self) -> Message:
        """Return what to do: a sentence, or the line as it should be."""
        return self.hint or write_so(self.mended if self.shown is None else self.shown)


HEAD = re.compile(
    r"(?P<indent>[ ]*+)(?P<dashes>(?:- ++)*+)(?:(?P<key>[A-Za-z_]++)[ ]*+:(?:[ ]++|$))?"
    r"(?P<value>(?:[ ]*+[^ ]++)*+)[ ]*+$"
)
"""A line: blanks, dashes, a key, and what stands behind it; every line fits."""

PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`](?:(?!: | #|:$).)*")
"""A text of one line that YAML reads as it stands, without quotes."""


def write_so(line: str) -> Message:
    """Return the advice to write a line, or lines, so."""
    return Message("write it so:\n{line}", line=line.rstrip())


def head(line: str) -> re.Match[str]:
    """Return the parts of a line."""
    found = HEAD.match(line)
    assert found is not None  # every part may be empty
    return found


def depth(line: str) -> int:
    """Return how many characters stand before the key or the text of a line, dashes included."""
    return head(line).start("key") if head(line)["key"] else head(line).start("value")


def quoted(text: str) -> str:
    """Return a text in single quotes, in which nothing else is a sign of YAML."""
    return "'" + text.replace("'", "''") + "'"


def as_value(text: str) -> str:
    """Return a text of one line as a value: in quotes where YAML would read something else."""
    text = " ".join(text.split())
    return text if PLAIN.fullmatch(text) and text not in {"~", "null"} else quoted(text)


@cache
def known_keys() -> frozenset[str]:
    """Return every key that a record of the format has."""
    return frozenset(name for record in _records() for name in _fields(record))


@cache
def list_keys() -> frozenset[str]:
    """Return the keys whose value may be a list."""
    found = {name for record in _records() for name, field in _fields(record).items() if "tuple[" in str(field)}
    return frozenset({*found, "owners"})


@cache
def record_keys() -> frozenset[str]:
    """Return the keys whose value is a record or rows, and never one text."""
    from roadmapc.source.model.samples import record_in, takes_text

    found = set()
    for record in _records():
        for name, field in _fields(record).items():
            inside = record_in(field.annotation)
            if inside is not None and not takes_text(inside):
                found.add(name)
    return frozenset(found)


def _fields(record: type[Record]) -> dict[str, Any]:
    from roadmapc.source.model.fields import fields_of

    return fields_of(record)


def _records() -> list[type[Record]]:
    from roadmapc.source import model  # needs pydantic, and is needed only where something is wrong

    kinds = [getattr(model, name) for name in model.__all__]
    return [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, model.Record)]
