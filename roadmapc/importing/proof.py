"""The proof that an import lost no word: what the source has, and what the new documents and the list of the rest have.

The words of the source are counted from its XML by code that shares nothing with the reader (`importing.counting`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from roadmapc.importing.counting import WordCount, words_of
from roadmapc.importing.material import Material, Place
from roadmapc.importing.understanding.draft import Left

_TOLD_ONLY = ("deleted", "inserted")
"""Kinds of words that changes took away: they are told of, and are no part of what is to be kept."""


@dataclass(frozen=True)
class Proof:
    """The multisets of words: `source` = `placed` + `left` + `repeated`, or else something is `missing`.

    `added` are words that the new documents print and the source does not have.
    """

    source: Counter[str]
    placed: Counter[str]
    left: Counter[str]
    repeated: Counter[str]

    @property
    def missing(self) -> Counter[str]:
        """Return the words that are nowhere."""
        return self.source - (self.placed + self.left + self.repeated)

    @property
    def added(self) -> Counter[str]:
        """Return the words that only the new documents have."""
        return self.placed - self.source

    @property
    def holds(self) -> bool:
        """Say whether every word of the source is somewhere."""
        return not self.missing


def source_words(counts: Iterable[WordCount]) -> Counter[str]:
    """Return the words of the files that are to be kept."""
    total: Counter[str] = Counter()
    for count in counts:
        total += count.printed + count.numbers
        for kind, words in count.aside.items():
            if kind not in _TOLD_ONLY:
                total += words
    return total


def printed_words(counts: Iterable[WordCount]) -> Counter[str]:
    """Return the words of the documents that were built."""
    total: Counter[str] = Counter()
    for count in counts:
        total += count.printed + count.numbers
    return total


def words_in(pieces: Iterable[Left]) -> Counter[str]:
    """Return the words of pieces that are left."""
    return Counter(word for piece in pieces for word in words_of(piece.text))


def places_of(missing: Counter[str], materials: Sequence[Material]) -> Iterator[Left]:
    """Yield where the missing words stand; what no reader saw stands at the end, without a place."""
    rest = Counter(missing)
    parts = []
    for kind, text, place in _pieces(materials):
        words = Counter(words_of(text))
        if words and words <= rest:  # a whole piece is gone: more likely than a word out of each of many
            rest -= words
            yield Left(kind, text, place)
        else:
            parts.append((kind, text, place))
    for kind, text, place in parts:
        lost = []
        for word in words_of(text):
            if rest[word] > 0:
                rest[word] -= 1
                lost.append(word)
        if lost:
            yield Left(kind, ", ".join(lost), place)
    unread = [word for word, count in sorted(rest.items()) for _ in range(max(count, 0))]
    if unread:
        yield Left("not read", ", ".join(unread), Place())


def _pieces(materials: Sequence[Material]) -> Iterator[tuple[str, str, Place]]:
    for material in materials:
        for text in material.texts:
            yield "not printed", text.words, text.place
        for aside in material.asides:
            if aside.kind not in _TOLD_ONLY:
                yield aside.kind, aside.text, aside.place
