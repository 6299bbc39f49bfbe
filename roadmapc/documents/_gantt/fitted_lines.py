"""Texts in lines of a width; whatever is cut says so by «…»."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.documents._short_names import first_words
from roadmapc.rendering.letters import width_of
from roadmapc.rendering.prose import tied


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
