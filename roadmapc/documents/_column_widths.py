"""Widths of the table's columns, in millimetres: fixed on every page, but suited to what stands in them.

Number and deadline take what their longest word needs; the rest is shared by how much is written in each column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt

TEXT_WIDTHS = {"landscape": 257, "portrait": 170}
_LEAST = {"number": 15, "deadline": 33}
_LEAST_SHARED = 44
_LETTER, _BOLD_LETTER, _MARGINS = 2.35, 2.6, 3.0  # of 12 points
_WORD = re.compile(r"[^\s\u00a0/-]+")


def column_widths(
    columns: Sequence[tuple[str, str]], texts: Mapping[str, Sequence[str]], total: int
) -> tuple[int, ...]:
    """Return the width of each column (name, heading) for the texts of its cells; together they make up `total`.

    Where longest words ask for more than there is, every column gives way alike.
    """
    needed = {name: _needed(name, heading, texts[name]) for name, heading in columns}
    shared = [name for name, _ in columns if name not in _LEAST]
    free = total - sum(width for name, width in needed.items() if name in _LEAST)
    weights = {name: sqrt(1 + sum(map(len, texts[name]))) for name in shared}
    wanted = {name: max(needed[name], free * weight / sum(weights.values())) for name, weight in weights.items()}
    over = sum(wanted.values()) - free
    if over > 0:
        spare = {name: wanted[name] - needed[name] for name in shared}
        room = sum(spare.values())
        wanted = {name: wanted[name] - over * (spare[name] / room if room else 1 / len(shared)) for name in shared}
    return _whole([wanted.get(name, needed[name]) for name, _ in columns], total)


def _needed(name: str, heading: str, texts: Iterable[str]) -> float:
    words = max((len(word) for text in texts for word in _WORD.findall(text)), default=0)
    head = max((len(word) for word in _WORD.findall(heading)), default=0)
    return max(_LEAST.get(name, _LEAST_SHARED), words * _LETTER + _MARGINS, head * _BOLD_LETTER + _MARGINS)


def _whole(widths: Sequence[float], total: int) -> tuple[int, ...]:
    """Return whole millimetres with the same sum; the widest column takes what rounding leaves."""
    whole = [max(1, round(width)) for width in widths]
    whole[whole.index(max(whole))] += total - sum(whole)
    return tuple(whole)
