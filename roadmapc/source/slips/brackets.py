"""Brackets that are not closed, commas that are missing between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from roadmapc.diagnostics import Message
from roadmapc.source.slips.slip import Slip, head, known_keys, list_keys

_CLOSING = {"[": "]", "{": "}"}
_ALIASES = re.compile(r"\[[\w\s,-]*")
_NEXT_KEY = re.compile(r"(?<=[^,{\s])[;]?[ ]+(?=([a-z_]+):(?: |$))")


def not_closed(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find a list in «[ ]» or a record in «{ }» whose end is missing."""
    found = head(lines[at])
    value, start = found["value"], found.start("value")
    if not value or value[0] not in _CLOSING or not _is_meant(found["key"], value):
        return
    closing = _CLOSING[value[0]]
    message = Message("the bracket “{sign}” that opens here is not closed", sign=value[0])
    if closing not in value:
        yield Slip(at, start, start + 1, message, lines[at].rstrip().rstrip(",") + closing)
    other = {"]": ")}", "}": ")]"}[closing]
    if value[-1] in other:
        wrong = Message("the bracket “{sign}” is closed by “{other}”", sign=value[0], other=value[-1])
        end = start + len(value)
        yield Slip(at, end - 1, end, wrong, lines[at].rstrip()[:-1] + closing)


def no_comma(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find keys in «{ }» without a comma between them."""
    line = lines[at]
    if "{" not in line:
        return
    for found in _NEXT_KEY.finditer(line, line.index("{")):
        if found[1] in known_keys():
            message = Message("a comma is missing before “{key}”", key=found[1])
            yield Slip(at, *found.span(1), message, f"{line[: found.start()]}, {line[found.end() :]}")


def _is_meant(key: str | None, value: str) -> bool:
    """Say whether a bracket begins a list or a record rather than a text."""
    if value[0] == "{":
        return re.match(r"\{\s*[a-z_]+:", value) is not None
    return key is None or key in list_keys() or _ALIASES.fullmatch(value) is None
