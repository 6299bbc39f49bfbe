"""How wide words are in Liberation Serif; Times New Roman has the same widths.

They are those of the font's own table (hmtx), in thousandths of its size.
"""

from __future__ import annotations

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
