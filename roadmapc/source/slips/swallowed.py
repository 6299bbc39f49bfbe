"""Lines that YAML takes for a part of the text above, for they stand deeper: a row of a list, a key of the record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from roadmapc.diagnostics import Message
from roadmapc.source.slips.slip import Slip, depth, head, known_keys, list_keys, record_keys

_BULLETS = re.compile(r"[ ]*[-•*][ ]+(?=\S)")
_DASH_ROW = re.compile(r"[ ]*–[ ]+(?=[А-ЯЁ«])")
_SIGN_OR_SENTENCE = re.compile(r"[ ]*-[ ]+(?:[>|][+-]?[ ]*$|[A-ZА-ЯЁ«\"'])")
_ENDS = re.compile(r"[.;:!?][»)\"]?\s*$")


def swallowed(lines: Sequence[str], first: int, last: int, style: str, key: str | None) -> Iterator[Slip]:
    """Find such lines in a text that begins on one line and ends before another, both from 0.

    A text under «|» may hold a list of its own, and in one under «>» a line may begin with a hyphen by chance: there it
    is a row where a new sentence begins. `key` is the text's own, None where it is a row of a list itself; behind a key
    that wants rows its first line is the one that is wrong.
    """
    if key in record_keys() or key in list_keys():
        return
    in_list = key is None
    for at in range(first + 1, min(last, len(lines))):
        line = lines[at]
        found = head(line)
        if found["key"] in known_keys() and style in {"|", ">"}:
            yield from _key(lines, first, at)
        elif style != "|" and _is_row(lines, at, style, in_list=in_list):
            yield _row(lines, first, at, in_list=in_list)


def _is_row(lines: Sequence[str], at: int, style: str, *, in_list: bool) -> bool:
    if style == ">":
        is_new = _ENDS.search(lines[at - 1]) or re.search(r"[>|][+-]?[ ]*$", lines[at])
        return bool(_SIGN_OR_SENTENCE.match(lines[at]) and is_new)
    return bool(_BULLETS.match(lines[at]) or (in_list and _DASH_ROW.match(lines[at])))


def _key(lines: Sequence[str], first: int, at: int) -> Iterator[Slip]:
    found = head(lines[at])
    message = Message("“{key}:” stands so deep that it is taken for words of the text above", key=found["key"])
    mended = " " * depth(lines[first]) + lines[at].lstrip()
    yield Slip(at, *found.span("key"), message, mended)


def _row(lines: Sequence[str], first: int, at: int, *, in_list: bool) -> Slip:
    line = lines[at]
    start = len(line) - len(line.lstrip())
    message = Message("a line that begins a row of a list is taken for words of the text above: it stands too deep")
    if in_list:
        words = re.sub(r"^[-•*–][ ]+", "", line.lstrip())
        mended = f"{head(lines[first])['indent']}- {words}"
        return Slip(at, start, start + 1, message, mended)
    hint = Message("write the text under “|” if the list belongs to it; a dash in a sentence is “–”")
    return Slip(at, start, start + 1, message, line, hint=hint)
