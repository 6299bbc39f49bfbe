"""Texts of a workbook that stand in a part of their own: those that cells share, and comments."""

from __future__ import annotations

import re

from roadmapc.importing.counting.names import S
from roadmapc.importing.counting.scanner import Scanner

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
"""A character that XML cannot write, or Excel would not (ECMA-376 part 1, 22.9.2.19)."""


def texts(data: bytes | None, element: str) -> list[str]:
    """Return the texts of all elements of a name in a part, without the reading aids of other scripts."""
    reading = _Texts(element)
    if data is not None:
        reading.read(data)
    return reading.found


class _Texts(Scanner):
    def __init__(self, element: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._pieces: list[str] = []
        self.starts = {
            element: lambda _: self._pieces.clear(),
            S + "t": self.clear,
            S + "rPh": lambda _: self.skip(),
        }
        self.ends = {element: self._end, S + "t": lambda: self._pieces.append(self.taken())}

    def _end(self) -> None:
        self.found.append(unescaped("".join(self._pieces)))


def unescaped(text: str) -> str:
    """Return a text of a workbook with its «_x000D_» as the characters that they stand for."""
    return _ESCAPE.sub(lambda code: chr(int(code[1], 16)), text) if "_x" in text else text
