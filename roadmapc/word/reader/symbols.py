"""Signs of Word's symbol fonts as characters: «≥», «✓», which a file holds by their places in the font.

`w:sym` (ECMA-376, 17.3.3.30) names the font and the place; older texts hold the place itself, U+F000 to U+F0FF. Greek
letters stay as they are: they are words, and few mean the letter.
"""

from __future__ import annotations

import re

_SYMBOL = dict(
    zip(
        bytes.fromhex("22 24 27 2a 2b 2d 3c 3d 3e 40 5e 7c 7e a2 a3 a4 a5 ab ac ad ae af"),
        "∀∃∋∗+−<=>≅⊥|∼′≤⁄∞↔←↑→↓",
        strict=True,
    )
) | dict(
    zip(
        bytes.fromhex("b0 b1 b2 b3 b4 b5 b6 b7 b8 b9 ba bb bc c5 c6 c7 c8 cc ce cf d6 d7 d8 e5"),
        "°±″≥×∝∂•÷≠≡≈…⊕∅∩∪⊂∈∉√⋅¬∑",
        strict=True,
    )
)
_WINGDINGS = dict(
    zip(
        bytes.fromhex("22 28 2a 3f 6c 6e 6f 70 71 72 73 74 76 9f a7 a8 b2 d8 dc e0 e8 fb fc fd fe"),
        "✂☎✉✍●■□❐❑❒⬧⧫❖•▪◻✧➢➔→➔✗✓☒☑",
        strict=True,
    )
)
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_PLACE = re.compile("[\uf020-\uf0ff]")


def sign(font: str, code: str) -> str:
    """Return the character of `w:sym`; one that is not known by its private code, so that it is not lost."""
    try:
        place = int(code, 16)
    except ValueError:
        return "\ufffd"
    if not (0x20 <= place <= 0x10FFFF) or 0xD800 <= place <= 0xDFFF:
        return "\ufffd"
    if place <= 0xFF and font.strip().casefold() in _FONTS:
        place += 0xF000
    return in_font(chr(place), font)


def in_font(text: str, font: str) -> str:
    """Return a text of a symbol font with its signs as characters; another as it is."""
    known = _FONTS.get(font.strip().casefold())
    if known is None or not _PLACE.search(text):
        return text
    return _PLACE.sub(lambda place: known.get(ord(place[0]) - 0xF000, place[0]), text)
