"""When two texts say the same: words compared by their stems, abbreviations and numbers exactly."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_STEM = 5
"""Letters of a Russian word that its endings hardly touch."""


@lru_cache(maxsize=4096)
def stems(text: str) -> tuple[str, ...]:
    """Return the words of a text without their endings; abbreviations and numbers stay whole, short words go."""
    found = []
    for word in _WORD.findall(text):
        if word.isdigit() or (word.isupper() and len(word) > 1):
            found.append(word)
        elif len(word) > 2:
            stem = word.lower().replace("ё", "е")[:_STEM]
            found.append(stem.rstrip("аеийоуыьэюя") or stem)
    return tuple(found)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return a text in small letters without punctuation, to find the same words again."""
    return " ".join(_WORD.findall(text.lower().replace("ё", "е")))
