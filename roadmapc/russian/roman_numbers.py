"""Roman numbers, written and read: sections of plans are numbered by them."""

from __future__ import annotations

import re

_FIGURES = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_LOOKALIKES = str.maketrans("ІХМСѴ", "IXMCV")  # Cyrillic letters that people type for them


def roman(number: int) -> str:
    """Return a number from 1 to 3999: «XIV»."""
    text = ""
    for value, figure in _FIGURES:
        text += figure * (number // value)
        number %= value
    return text


def is_roman(text: str) -> bool:
    """Say whether a word is a Roman number, be some of its letters Cyrillic ones that look alike."""
    latin = text.translate(_LOOKALIKES)
    return bool(latin) and bool(_ROMAN.fullmatch(latin))
