"""How wide words are in Liberation Serif, and texts in lines of a width; whatever is cut says so by «…».

Widths are those of the font's own table (hmtx), in thousandths of its size; Times New Roman has the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.documents._short_names import first_words
from roadmapc.rendering.prose import tied

_GROUPS = {
    180: "'",
    200: "|",
    250: " ,.\xa0",
    278: "/:;\\ijlt",
    333: "!()-I[]`fr’",
    350: "•",
    389: "Js",
    395: "з",
    408: '"г°',
    437: "этz",
    444: "?acezаесё„“”",
    460: "ья",
    480: "^в{}кл",
    501: "#$*0123456789_bdghknopquvxyорух«»–§Зчбд",
    535: "ъийнпц~",
    556: "FPSР",
    578: "+<=>×БЬГ",
    611: "ELTZЕТЁ",
    650: "мфЧ",
    667: "BCRВКСЯЭы",
    682: "ЛДж",
    722: "ADGHKNOQUVXYwАИЙНОПХЦЪУ",
    790: "юшщ&mФ",
    896: "%ЫMМЖ",
    1028: "@W№—…ШЩЮ",
}
_WIDTHS = {letter: width / 1000 for width, letters in _GROUPS.items() for letter in letters}
_UNKNOWN = 1.2  # of a letter of another font: rather too wide
_BOLD = 1.1  # of a bold letter, beside the same that is not


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text, in the unit of its size."""
    return sum(_WIDTHS.get(letter, _UNKNOWN) for letter in text) * size * (_BOLD if bold else 1)


def lines_of(text: str, width: float, size: float, most: int, *, bold: bool = False) -> tuple[str, ...]:
    """Return a text in at most so many lines: whole where it fits, else its first words and «…»."""
    whole = tied(text)
    lines = tuple(_lines(whole, width, size, bold))
    kept = sum(map(len, lines[:most])) + most
    while len(lines) > most:
        kept -= 1
        lines = tuple(_lines(first_words(whole, kept), width, size, bold))
    return lines


def _lines(text: str, width: float, size: float, bold: bool) -> Iterator[str]:
    """Yield lines that are filled one after the other; a word that is wider than a line goes on in the next."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if width_of(longer, size, bold=bold) <= width:
            line = longer
            continue
        if line:
            yield line
        *full, line = _parts(word, width, size, bold)
        yield from full
    if line:
        yield line


def _parts(word: str, width: float, size: float, bold: bool) -> list[str]:
    parts = [""]
    taken = 0.0
    for letter in word:
        own = width_of(letter, size, bold=bold)
        if parts[-1] and taken + own > width:
            parts.append("")
            taken = 0.0
        parts[-1] += letter
        taken += own
    return parts
