"""Words as they print: what of two texts makes no difference on paper."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from roadmapc.russian.normal_form import normal_form

_DASHES = str.maketrans(dict.fromkeys("–—−‐‑‒―", "-"))
_BULLET = re.compile(r"(?m)^[ \t]*+[•▪●·*][ \t]++")
_PIECE = re.compile(r"\S+|\s+")
_NOTHING = frozenset({"", "-"})


_ITEM = re.compile(r"\s*(?:[-–—•]|\d{1,2}[.)]|[а-я]\))\s")


def is_item(line: str) -> bool:
    """Say whether a line is an item of a list."""
    return bool(_ITEM.match(line))


@lru_cache(8192)
def plain(text: str) -> str:
    """Return a text on one line, in which spaces, dashes and bullets are of one kind; a lone dash says nothing."""
    words = " ".join(_BULLET.sub("- ", normal_form(text)).translate(_DASHES).split())
    return "" if words in _NOTHING else words.replace(" ,", ",")


def is_alike(one: str, other: str) -> bool:
    """Say whether two texts print the same words."""
    return one == other or plain(one) == plain(other)


def difference(old: str, new: str, *, exactly: bool = False) -> dict[str, bool] | None:
    """Return how two texts differ: None where not at all, or in typography alone and that does not count."""
    if is_alike(old, new):
        return {"typography": True} if exactly and old != new else None
    return {"typography": False}


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 100."""
    from rapidfuzz import fuzz  # costs 20 ms and is needed only where plans differ

    return float(fuzz.token_sort_ratio(plain(one).casefold(), plain(other).casefold()))


def in_place_of(old: str, new: str) -> str:
    """Return the new text with the old one's own spaces, dashes and line breaks where the words are the same."""
    former, latter = _PIECE.findall(old.strip()), _PIECE.findall(new.strip())
    matcher = SequenceMatcher(a=[_key(one) for one in former], b=[_key(one) for one in latter], autojunk=False)
    made: list[str] = []
    for tag, first, last, start, end in matcher.get_opcodes():
        made += former[first:last] if tag == "equal" else _tidied(latter[start:end], old)
    return "".join(made)


def _key(piece: str) -> str:
    return piece.translate(_DASHES) if piece.strip() else " "


def _tidied(pieces: list[str], old: str) -> list[str]:
    """Return pieces without the no-break spaces that a program sets: but where the author sets them too."""
    return pieces if "\u00a0" in old else [one.replace("\u00a0", " ") for one in pieces]
