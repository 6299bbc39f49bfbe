"""Lines that stand too far left or right, and rows without their hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from roadmapc.diagnostics import Message
from roadmapc.source.slips.slip import Slip, depth, head, record_keys

_FIRST_KEYS = frozenset({"activity", "title", "name", "text", "heading", "rule", "id", "number", "position"})
"""Keys with which a row of a list begins."""


def text_before_rows(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find a text behind a key that has rows or keys of its own below it."""
    found = head(lines[at])
    below = next((line for line in lines[at + 1 :] if line.strip()), "")
    if found["key"] in record_keys() and found["value"] and len(head(below)["indent"]) > len(found["indent"]):
        message = Message("behind “{key}:” stands a text, and below it rows: it has one or the other", key=found["key"])
        yield Slip(at, *found.span("value"), message, lines[at][: found.start("value")].rstrip())


def no_dash(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find a row of a list without the hyphen before its first key."""
    found = head(lines[at])
    if found["key"] not in _FIRST_KEYS or found["dashes"]:
        return
    indent = len(found["indent"])
    message = Message("a new row of a list begins with a hyphen and a space")
    for before in dict.fromkeys((indent - 2, indent)):
        if before >= 0:
            mended = " " * before + "- " + lines[at].lstrip()
            yield Slip(at, found.start("key"), found.end("key"), message, mended)


def key_indent(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find a line whose indent is not that of its neighbours."""
    found = head(lines[at])
    if not (found["key"] or found["dashes"]):
        return
    here = depth(lines[at])
    below = lines[at + 1] if at + 1 < len(lines) else ""
    if not found["value"] and below.strip() and not head(below)["key"] and depth(below) == here:
        return  # its value stands below it, and not deep enough
    for other in _neighbours(lines, at):
        indent = len(found["indent"]) + other - here
        if indent >= 0 and other != here:
            message = Message(
                "the indent is wrong: spaces before this line: {n}, its neighbours would have {other}",
                n=len(found["indent"]),
                other=indent,
            )
            start, end = found.span("key" if found["key"] else "dashes")
            yield Slip(at, start, end, message, " " * indent + lines[at].lstrip())


def text_indent(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find a line of text that continues the one above, but stands no deeper than its key."""
    found = head(lines[at])
    text = found["value"]
    if found["key"] or found["dashes"] or at == 0 or not re.match(r"(?![\w-]+:(?: |$))[\w«(№]", text):
        return
    above = next((line for line in reversed(lines[:at]) if line.strip()), "")
    own = head(above)
    indent = depth(above) + 2 if own["key"] or own["dashes"] else len(own["indent"])
    message = Message(
        "a colon is missing after the key, or the indent is: "
        "a text that continues the line above stands deeper than its key"
    )
    if own["value"][:1] in {"'", '"'} and own["value"][-1:] == own["value"][:1]:
        message = Message("a line of text without a key: it stands behind the closing quote of the line above")
    start = len(found["indent"])
    rest = [(at, text)]
    for number, line in enumerate(lines[at + 1 :], start=at + 1):
        below = head(line)
        if below["key"] or below["dashes"] or len(below["indent"]) != start or not re.match(r"[\w«(№]", below["value"]):
            break
        rest.append((number, below["value"]))
    mended = [(number, " " * indent + value) for number, value in rest]
    shown = "\n".join(line for _, line in mended)
    yield Slip(at, start, start + len(text), message, mended[0][1], shown, others=tuple(mended[1:]))


def _neighbours(lines: Sequence[str], at: int) -> list[int]:
    """Return how deep the keys nearby stand: those on both sides first, then by how little they differ."""
    above = [depth(line) for line in reversed(lines[max(at - 12, 0) : at]) if head(line)["key"]]
    below = [depth(line) for line in lines[at + 1 : at + 4] if head(line)["key"] and line.lstrip()[0] != "-"]
    here = depth(lines[at])
    first = [one for one in (above[:1] + below[:1]) if one == (above[:1] or below[:1])[0]]
    return list(dict.fromkeys([*first, *sorted({*above, *below}, key=lambda one: abs(one - here))]))
