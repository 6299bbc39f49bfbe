"""Lines that YAML takes for a part of the text above, for they stand deeper: a row of a list, a key of the record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from roadmapc.diagnostics import Message, Route
from roadmapc.source.slips.slip import Slip, depth, head, list_keys, record_keys

_BULLETS = re.compile(r"^[ ]*+[-•*][ ]++(?=\S)")
_DASH_ROW = re.compile(r"^[ ]*+–[ ]++(?=[А-ЯЁ«])")
_SIGN_OR_SENTENCE = re.compile(r"^[ ]*+-[ ]++(?:[>|][+-]?[ ]*+$|[A-ZА-ЯЁ«\"'])")
_BLOCK_BEGINS = re.compile(r"[>|][+-]?\Z")
_ENDS = re.compile(r"[.;:!?][»)\"]?\s*$")


def swallowed(lines: Sequence[str], style: str, key: str | None, route: Route) -> Iterator[Slip]:
    """Find such lines in a text; `lines` are those on which it stands, the first that of its key or hyphen.

    A text under «|» may hold a list of its own, and in one under «>» a line may begin with a hyphen by chance: there it
    is a row where a new sentence begins. `key` is the text's own, None where it is a row of a list itself; behind a key
    that wants rows its first line is the one that is wrong. `route` is that of the record: only its keys are meant.
    """
    if key in record_keys() or key in list_keys():
        return
    from roadmapc.source.model.routes import fields_at  # needs pydantic, and is needed only where something is wrong

    in_list = key is None
    beside = frozenset(fields_at(route)) - {key}
    inside = len(head(next((line for line in lines[1:] if line.strip()), ""))["indent"])
    for at, line in enumerate(lines[1:], start=1):
        found = head(line)
        if found["key"] and not found["dashes"]:
            if style in {"|", ">"} and found["key"] in beside:
                yield from _key(lines, at)
        elif style != "|" and len(found["indent"]) <= inside and _is_row(lines, at, style, in_list=in_list):
            yield from _row(lines, at, in_list=in_list)


def _is_row(lines: Sequence[str], at: int, style: str, *, in_list: bool) -> bool:
    if style == ">":
        above = lines[at - 1]
        is_list = above.rstrip().endswith((":", ";")) or (at > 1 and _BULLETS.match(above))
        is_new = is_list or _ENDS.search(above) or _BLOCK_BEGINS.search(lines[at].rstrip())
        return bool((_BULLETS if is_list else _SIGN_OR_SENTENCE).match(lines[at]) and is_new)
    return bool(_BULLETS.match(lines[at]) or (in_list and _DASH_ROW.match(lines[at])))


def _key(lines: Sequence[str], at: int) -> Iterator[Slip]:
    found = head(lines[at])
    message = Message("“{key}:” stands so deep that it is taken for words of the text above", key=found["key"])
    mended = " " * depth(lines[0]) + lines[at].lstrip()
    yield Slip(at, *found.span("key"), message, mended)


def _row(lines: Sequence[str], at: int, *, in_list: bool) -> Iterator[Slip]:
    line = lines[at]
    if in_list and not head(lines[0])["dashes"]:
        return  # inside brackets
    start = len(line) - len(line.lstrip())
    message = Message("a line that begins a row of a list is taken for words of the text above: it stands too deep")
    if in_list:
        words = re.sub(r"^[-•*–][ ]+", "", line.lstrip())
        yield Slip(at, start, start + 1, message, f"{head(lines[0])['indent']}- {words}")
        return
    hint = Message("write the text under “|” if the list belongs to it; a dash in a sentence is “–”")
    yield Slip(at, start, start + 1, message, line, hint=hint)
