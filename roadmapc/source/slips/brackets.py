"""Brackets that are not closed, commas that are missing between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from roadmapc.diagnostics import Message
from roadmapc.source.slips.slip import Slip, head, known_keys, list_keys

CLOSING = {"[": "]", "{": "}"}
"""What closes each bracket."""
_DOUBLED = re.compile(r",(?:[ ]*+,)+")
_NEXT_KEY = re.compile(r"(?<=[^,{\s])[;]?[ ]+(?=([a-z_]+):(?: |$))")


def trailing_comma(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find a comma, or a full stop, behind the bracket that ends a value."""
    line = lines[at].rstrip()
    found = re.search(r"[\]}]([,;.]+)$", line)
    if found and head(line)["value"][:1] in CLOSING:
        message = Message("behind the closing bracket stands nothing: here is “{sign}”", sign=found[1])
        yield Slip(at, *found.span(1), message, line[: found.start(1)])


def doubled_comma(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find two commas in a row in a list or a record, between which nothing stands."""
    found = head(lines[at])
    value, start = found["value"], found.start("value")
    doubled = _DOUBLED.search(value) if value[:1] in CLOSING and _is_meant(found["key"], value) else None
    if doubled:
        message = Message("two commas in a row: nothing stands between them")
        mended = lines[at][:start] + _DOUBLED.sub(",", value) + lines[at][start + len(value) :]
        yield Slip(at, start + doubled.start(), start + doubled.end(), message, mended)


def closed_twice(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find a bracket that closes what is closed already."""
    found = head(lines[at])
    value, end = found["value"], found.end("value")
    if value[:1] in CLOSING and _is_meant(found["key"], value) and value[-1] in CLOSING.values():
        message = Message("a bracket too many: “{sign}” closes nothing", sign=value[-1])
        yield Slip(at, end - 1, end, message, lines[at][: end - 1].rstrip())


def not_closed(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find a list in «[ ]» or a record in «{ }» whose end is missing."""
    found = head(lines[at])
    value, start = found["value"], found.start("value")
    if not value or value[0] not in CLOSING or not _is_meant(found["key"], value):
        return
    if opened := _open_brackets(value):
        column, sign = opened[-1]
        message = Message("a bracket is not closed: “{sign}” opens here", sign=sign)
        closing = "".join(CLOSING[sign] for _, sign in reversed(opened))
        if (last := _last_line(lines, at)) == at:
            mended = lines[at].rstrip().rstrip(",") + closing
            yield Slip(at, start + column, start + column + 1, message, mended)
        else:
            end = len(lines[last].rstrip())
            message = Message("a bracket is not closed: “{sign}” opens in line {line}", sign=sign, line=at + 1)
            yield Slip(last, end - 1, end, message, lines[last].rstrip().rstrip(",") + closing)
    closing = CLOSING[value[0]]
    other = {"]": ")}", "}": ")]"}[closing]
    if value[-1] in other:
        wrong = Message("the bracket “{sign}” is closed by “{other}”", sign=value[0], other=value[-1])
        end = start + len(value)
        yield Slip(at, end - 1, end, wrong, lines[at].rstrip()[:-1] + closing)


def _last_line(lines: Sequence[str], at: int) -> int:
    """Return the last of the lines that go on with a value: they stand deeper and have no key of their own."""
    indent = len(head(lines[at])["indent"])
    last = at
    while last + 1 < len(lines) and lines[last + 1].strip():
        below = head(lines[last + 1])
        if below["key"] or below["dashes"] or len(below["indent"]) <= indent:
            break
        last += 1
    return last


def _open_brackets(value: str) -> list[tuple[int, str]]:
    """Return the brackets of a value that nothing closes, with their places."""
    opened: list[tuple[int, str]] = []
    for column, sign in enumerate(value):
        if sign in CLOSING:
            opened.append((column, sign))
        elif opened and sign == CLOSING[opened[-1][1]]:
            opened.pop()
    return opened


def no_comma(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find keys in «{ }» without a comma between them."""
    line = lines[at]
    if "{" not in line:
        return
    below = lines[at + 1] if at + 1 < len(lines) else ""
    if _open_brackets(line) and head(below)["key"] and len(head(below)["indent"]) > len(head(line)["indent"]):
        end = len(line.rstrip())
        message = Message("a comma is missing before “{key}”", key=head(below)["key"])
        yield Slip(at, end - 1, end, message, f"{line.rstrip()},")
    for found in _NEXT_KEY.finditer(line, line.index("{")):
        if found[1] in known_keys():
            message = Message("a comma is missing before “{key}”", key=found[1])
            yield Slip(at, *found.span(1), message, f"{line[: found.start()]}, {line[found.end() :]}")


def _is_meant(key: str | None, value: str) -> bool:
    """Say whether a bracket begins a list or a record rather than a text."""
    if value[0] == "{":
        return re.match(r"\{\s*[a-z_]+:", value) is not None
    return key is None or key in list_keys() or "," in value
