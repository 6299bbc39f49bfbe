"""Numbers as Word writes them in lists: 3 is «3», «03», «III», «c», «в» or «3-й»."""

from __future__ import annotations

from collections.abc import Callable

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
"""Word's 29 letters: neither ё nor й, ъ, ь."""

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST = 32_767
"""The highest number that Word counts to; higher ones, which no office has, are written in digits."""
_WIDEST = 5
"""Word's widest pattern is «00001»."""


def _letters(alphabet: str) -> Callable[[int], str]:
    """Return the format that goes through an alphabet, then through it doubled («аа», «бб»), then thrice, and so on."""

    def written(number: int) -> str:
        times, at = divmod(number - 1, len(alphabet))
        return alphabet[at] * (times + 1)

    return written


def _roman(number: int) -> str:
    digits = []
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        digits.append(letters * times)
    return "".join(digits)


def _nothing(_: int) -> str:
    return ""


_FORMATS: dict[str, Callable[[int], str]] = {
    "none": _nothing,
    "bullet": _nothing,  # of an upper level, in the number of a lower one
    "decimalZero": "{:02d}".format,
    "lowerRoman": _roman,
    "upperRoman": _roman,
    "lowerLetter": _letters(_LATIN),
    "upperLetter": _letters(_LATIN),
    "russianLower": _letters(_RUSSIAN),
    "russianUpper": _letters(_RUSSIAN),
    "ordinal": "{}-й".format,
}
"""Formats by their names in `w:numFmt`; case is of no account where words are compared."""

_WITHOUT_VALUE = (_nothing, _FORMATS["decimalZero"], _FORMATS["ordinal"])
"""Formats that take zero and negative numbers, too."""


def formatted(number: int, name: str, pattern: str = "") -> str:
    """Return a number in the format of a name; «custom» has a `pattern` («001, 002, …») that says how many digits.

    Formats that are not known here are written in digits.
    """
    if name == "custom":
        return str(number).zfill(min(len(pattern.partition(",")[0].strip()), _WIDEST))
    write = _FORMATS.get(name)
    if write is None or (not 0 < number <= _MOST and write not in _WITHOUT_VALUE):
        return str(number)
    return write(number)
