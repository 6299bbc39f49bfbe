"""Ordinal numbers of the masculine in words, as acts name paragraphs: «абзац третий», «в абзаце двадцать первом»."""

from __future__ import annotations

from typing import Literal

MOST = 99
Case = Literal["nominative", "genitive", "prepositional"]
_ONES = ("первый", "второй", "третий", "четвертый", "пятый", "шестой", "седьмой", "восьмой", "девятый", "десятый")
_TEENS = tuple(f"{stem}надцатый" for stem in ("один", "две", "три", "четыр", "пят", "шест", "сем", "восем", "девят"))
_TENS = (
    *("двадцатый", "тридцатый", "сороковой", "пятидесятый", "шестидесятый", "семидесятый", "восьмидесятый"),
    "девяностый",
)
_WHOLE_TENS = ("двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто")
_ENDINGS: dict[Case, tuple[str, str]] = {
    "nominative": ("", ""),
    "genitive": ("ого", "его"),
    "prepositional": ("ом", "ем"),
}


def ordinal(n: int, case: Case = "nominative") -> str:
    """Return the ordinal of a number from 1 to 99; raises IndexError for others."""
    if not 1 <= n <= MOST:
        raise IndexError(n)
    if n > 20 and n % 10:
        return f"{_WHOLE_TENS[n // 10 - 2]} {_inflected(_ONES[n % 10 - 1], case)}"
    word = _ONES[n - 1] if n <= 10 else _TEENS[n - 11] if n < 20 else _TENS[n // 10 - 2]
    return _inflected(word, case)


def _inflected(word: str, case: Case) -> str:
    if case == "nominative":
        return word
    hard, soft = _ENDINGS[case]
    return f"трет{'ь' + soft}" if word == "третий" else word[:-2] + hard


NUMBERS = {ordinal(n, case): n for n in range(1, MOST + 1) for case in _ENDINGS}
"""The numbers of ordinals, in all cases."""
