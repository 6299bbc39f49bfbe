"""One normal form of text, in which texts are compared, searched and read; what is printed stays the author's.

In it letters are composed (NFC, Unicode Standard Annex 15), spaces of all kinds are plain ones, and what cannot be seen
is gone: soft hyphens, zero-width characters, marks of direction.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces besides the plain one, as the inside of a character class."""
INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Characters that print nothing, as the inside of a character class."""

_COMBINING = "\u0300-\u036f"
_HINT = re.compile(f"[{SPACES}{INVISIBLE}{_COMBINING}]")  # a plain class is found far faster than what follows
# compiled where they are needed, which is seldom
_ODD = f"[{SPACES}]|[{INVISIBLE}]|[^{_COMBINING}][{_COMBINING}]+"
_SPACE = f"[{SPACES}]"
_NONE = f"[{INVISIBLE}]"


class Placed(NamedTuple):
    """A text in normal form, and where each of its characters begins and ends in the author's text."""

    text: str
    starts: list[int]
    ends: list[int]


def normal_form(text: str) -> str:
    """Return a text in normal form; most texts are in it already."""
    if not _HINT.search(text):
        return text
    return unicodedata.normalize("NFC", re.sub(_NONE, "", re.sub(_SPACE, " ", text)))


def searched_form(text: str) -> str:
    """Return a text as people search for it: in normal form, in small letters, «ё» as «е»."""
    return normal_form(text).casefold().replace("ё", "е")


_LATIN = "aceopxykmthbACEOPXYKMTHB"
_CYRILLIC = "асеорхукмтнвАСЕОРХУКМТНВ"
_LOOKALIKES = str.maketrans(_LATIN, _CYRILLIC)
_LATIN_LOOKALIKES = str.maketrans(_CYRILLIC, _LATIN)
_IS_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


def compared_form(text: str) -> str:
    """Return a text as two spellings of one name are compared: as searched, Latin look-alikes as Cyrillic letters.

    What stands around the words, spaces of any number between them, and full stops at the end say nothing.
    """
    plain = " ".join(normal_form(text).split()).strip(" ,;.")
    if _IS_CYRILLIC.search(plain):
        plain = plain.translate(_LOOKALIKES)
    return plain.casefold().replace("ё", "е")


def in_latin(word: str) -> str:
    """Return a word with Latin letters for the Cyrillic ones that look like them."""
    return word.translate(_LATIN_LOOKALIKES)


def in_cyrillic(word: str) -> str | None:
    """Return a word with Cyrillic letters for Latin ones that look like them; None where another is left."""
    found = word.translate(_LOOKALIKES)
    return found if not any(letter.isascii() and letter.isalpha() for letter in found) else None


def placed(text: str) -> Placed | None:
    """Return a text in normal form with the places of its characters; None where it is in normal form already."""
    if not _HINT.search(text):
        return None
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def take(piece: str, start: int, end: int) -> None:
        pieces.append(piece)
        starts.extend([start] * len(piece))
        ends.extend([end] * len(piece))

    at = 0
    for found in re.finditer(_ODD, text):
        for index in range(at, found.start()):
            take(text[index], index, index + 1)
        take(normal_form(found[0]), *found.span())
        at = found.end()
    for index in range(at, len(text)):
        take(text[index], index, index + 1)
    return Placed("".join(pieces), starts, ends)


def revealed(text: str) -> str:
    """Return a text as a message quotes it: what cannot be seen in it by its code, «29.08.2025<U+200B>»."""
    return re.sub(_NONE, lambda found: f"<{named(found[0])}>", text)


def named(character: str) -> str:
    """Return a character as a message names it: one that cannot be seen by its code, U+200B."""
    seen = character.isprintable() and not character.isspace() and not re.match(_NONE, character)
    return character if seen else f"U+{ord(character):04X}"
