"""Widths of the table's columns, in millimetres: fixed on every page, but suited to what stands in them.

Number and deadline take what their longest word needs; the rest is shared by how much is written in each column.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import sqrt
from typing import NamedTuple

from roadmapc.rendering.letters import width_of
from roadmapc.rendering.prose import tied
from roadmapc.source.contents import TableColumn

_LEAST = {"number": 15, "start": 33, "deadline": 33}
_LEAST_SHARED = 44
_LEAST_BY_HAND = 25
_LEAST_OF_ALL = 5
_LETTER, _BOLD_LETTER, _MARGINS = 2.35, 2.6, 3.0  # of 12 points
_SLACK = 0.5  # what rounding may take
_SIZE, _SMALL_SIZE = 12 * 25.4 / 72, 10 * 25.4 / 72  # of letters, in millimetres
_DATES = {"start", "deadline"}
_TOGETHER = re.compile(r"(?<![\S\u00a0])(?:[^\W\d_]{1,2} )?[\S\u00a0]*\u00a0[\S\u00a0]*")  # with «до», «с» before them
_WORD = re.compile(r"[^\s\u00a0/-]+")


class Widths(NamedTuple):
    """Whole millimetres of each column; `small` says that they hold its words in small letters only."""

    of_columns: tuple[int, ...]
    small: bool = False


def column_widths(columns: Sequence[TableColumn], texts: Mapping[str, Sequence[str]], total: int) -> Widths:
    """Return the width of each column for the texts of its cells; together they make up `total`.

    A width that the source gives is kept. Where longest words ask for more than there is, every other column gives way
    alike; where not all can be as wide as is read well, each gets its longest word, and what is left goes by how much
    is written; where even words are too long, the widest give way, for Word breaks a word that fits into no line.
    """
    needed = {one.key: _needed(one, texts[one.key]) for one in columns}
    shared = [one.key for one in columns if one.kind not in _LEAST and not one.width]
    free = total - sum(width for key, width in needed.items() if key not in shared)
    if not shared or free < _LEAST_OF_ALL * len(shared):
        return Widths(_fitted([needed[one.key] for one in columns], total))
    weights = {key: sqrt(1 + sum(map(len, texts[key]))) for key in shared}
    wanted = {key: max(needed[key], free * weight / sum(weights.values())) for key, weight in weights.items()}
    over = sum(wanted.values()) - free
    if over > 0:
        spare = {key: wanted[key] - needed[key] for key in shared}
        room = sum(spare.values())
        if over > room:
            return _by_words(columns, texts, weights, total) or Widths(
                _fitted([needed[one.key] for one in columns], total)
            )
        wanted = {key: wanted[key] - over * spare[key] / room for key in shared}
    return Widths(_whole([wanted.get(one.key, needed[one.key]) for one in columns], total))


def _needed(column: TableColumn, texts: Sequence[str]) -> float:
    if column.width:
        return column.width
    words = max((len(word) for text in texts for word in _WORD.findall(text)), default=0)
    dates = max((_tied_width(text, _SIZE) for text in {*texts}), default=0) if column.kind in _DATES else 0
    head = max((len(word) for word in _WORD.findall(column.heading or "")), default=0)
    least = _LEAST.get(column.kind, _LEAST_BY_HAND if column.kind == "blank" else _LEAST_SHARED)
    return max(least, words * _LETTER + _MARGINS, head * _BOLD_LETTER + _MARGINS, dates + _MARGINS)


def _by_words(
    columns: Sequence[TableColumn], texts: Mapping[str, Sequence[str]], weights: Mapping[str, float], total: int
) -> Widths | None:
    """Return widths by the longest words alone, in small letters where the usual ones are too large for that.

    None where a few words are too long for any letters: they are broken, and take no room of others.
    """
    for size, is_tied in ((_SIZE, True), (_SIZE, False), (_SMALL_SIZE, True), (_SMALL_SIZE, False)):
        least = [one.width or _longest_word(one, texts[one.key], size, is_tied=is_tied) for one in columns]
        spare = total - sum(least)
        if spare >= 0:
            share = [spare * weights.get(one.key, 0) / sum(weights.values()) for one in columns]
            return Widths(_whole([one + more for one, more in zip(least, share, strict=True)], total), size < _SIZE)
    return None if sum(least) - max(least) < total * 2 / 3 else Widths(_fitted(least, total), small=True)


def _longest_word(column: TableColumn, texts: Sequence[str], size: float, *, is_tied: bool) -> float:
    """Return the width of the longest word of a column, as it is printed, or of the longest date that is tied."""
    words = max((width_of(word, size) for text in texts for word in _WORD.findall(text)), default=0.0)
    head = max((width_of(word, size, bold=True) for word in _WORD.findall(column.heading or "")), default=0.0)
    dates = max((_tied_width(text, size) for text in {*texts}), default=0) if is_tied and column.kind in _DATES else 0
    least = {"blank": _LEAST_BY_HAND, "number": _LEAST["number"]}.get(column.kind, 0) * size / _SIZE
    return max(least, words + _MARGINS + _SLACK, head + _MARGINS + _SLACK, dates + _MARGINS)


def _tied_width(text: str, size: float) -> float:
    """Return the width of the longest words that stay together in a text: «до 15 сентября 2026 года»."""
    return max((width_of(words[0], size) for words in _TOGETHER.finditer(tied(text))), default=0.0)


def _fitted(needed: Sequence[float], total: int) -> tuple[int, ...]:
    """Return widths that make up `total`: too little is spread, and of too much the widest columns give way."""
    if sum(needed) <= total:
        return _whole([width * total / sum(needed) for width in needed], total)
    widths, rest = list(needed), float(total)
    for given, at in enumerate(sorted(range(len(needed)), key=needed.__getitem__)):
        widths[at] = min(needed[at], rest / (len(needed) - given))
        rest -= widths[at]
    return _whole(widths, total)


def _whole(widths: Sequence[float], total: int) -> tuple[int, ...]:
    """Return whole millimetres with the same sum; the widest column takes what rounding leaves, of many columns all."""
    whole = [max(1, round(width)) for width in widths]
    rest = total - sum(whole)
    step = rest if max(whole) + rest >= _LEAST_OF_ALL else -1
    while rest:
        whole[whole.index(max(whole))] += step
        rest -= step
    return tuple(whole)
