"""Replacements of characters in a text, all made at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Refused(Exception):
    """An edit that cannot be made without touching more than it should."""


class Splice(NamedTuple):
    """Characters to replace; of several at one place the deeper one comes first."""

    start: int
    end: int
    text: str
    depth: int = 0


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Return a text with all edits made; raises Refused where two of them touch the same characters."""
    made: list[str] = []
    at = 0
    for one in sorted(set(splices), key=lambda one: (one.start, one.end, -one.depth)):
        if one.start < at:
            raise Refused
        made += [text[at : one.start], one.text]
        at = one.end
    return "".join([*made, text[at:]])
