"""What a count says, and how it is gathered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from roadmapc.importing.counting.words import words_of

PRINTED = ""
"""The kind of what prints in the body; all other kinds have names."""


@dataclass(frozen=True)
class WordCount:
    """How often each word stands where; what a word is says `words_of`.

    `printed` is what prints in the body, or in the visible cells of visible sheets. `numbers` are the words of the
    automatic numbers and list signs of the body's paragraphs, as Word prints them. `aside` has all else by its kind:
    «header», «footer», «footnote», «endnote», «comment», «text box», «hidden», «deleted» or «inserted»; kinds without
    words are not in it.
    """

    printed: Counter[str]
    numbers: Counter[str]
    aside: Mapping[str, Counter[str]]


class Tally:
    """Texts in pieces, by kind: words go over the borders of pieces, and end where a piece has a space or line end."""

    def __init__(self) -> None:
        self.numbers: list[str] = []
        self._pieces: dict[str, list[str]] = {}

    def of(self, kind: str) -> list[str]:
        """Return the list to which the pieces of a kind are added."""
        return self._pieces.setdefault(kind, [])

    def line(self, kind: str, text: str) -> None:
        """Add a line of its own."""
        self.of(kind).append(f"\n{text}\n")

    def add(self, other: Tally) -> None:
        """Add all of another one; its words are none with those before them."""
        self.numbers += other.numbers
        for kind, pieces in other._pieces.items():
            self.of(kind).append("\n")
            self.of(kind).extend(pieces)

    def count(self) -> WordCount:
        """Return how often each word stands in all that was added."""
        found = {kind: Counter(words_of("".join(pieces))) for kind, pieces in self._pieces.items()}
        printed = found.pop(PRINTED, Counter())
        aside = {kind: words for kind, words in found.items() if words}
        return WordCount(printed, Counter(words_of("\n".join(self.numbers))), aside)
