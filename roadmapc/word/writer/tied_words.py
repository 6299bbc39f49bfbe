"""Dates in words («15 сентября 2026 года») where a column is too narrow for them."""

from __future__ import annotations

import re

from roadmapc.rendering.letters import width_of

_TIED = re.compile(r"(?<![\S\u00a0])[\S\u00a0]*\u00a0[\S\u00a0]*")
_BEFORE_YEAR = re.compile(r"\u00a0(?=(?:19|20)\d\d\b)")


def loosened(text: str, room: float, size: float) -> str:
    """Return a text with its dates parted before the year where they are wider than `room`, in the unit of `size`."""
    if not _BEFORE_YEAR.search(text):
        return text
    return _TIED.sub(lambda found: _parted(found[0], room, size), text)


def _parted(words: str, room: float, size: float) -> str:
    return words if width_of(words, size) <= room else _BEFORE_YEAR.sub(" ", words)
