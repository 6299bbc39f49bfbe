"""Which items of two lists are one and the same: equal words first, then what is most alike, in order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple, TypeVar

from roadmapc.plan.changes.words import likeness, plain

ALIKE = 60.0
"""From here on, of 100, two texts are taken for one that was changed."""
SURE = 80.0
"""Below it the match is said to be uncertain."""
_COMMON = 40
"""A word of more texts than these tells none of them apart."""
_MOST_CANDIDATES = 8
_SHORTEST = 4

T = TypeVar("T")


class Pair(NamedTuple):
    """An old item and a new one by their indices; None where there is none on that side."""

    old: int | None
    new: int | None
    uncertain: bool = False


def in_order(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    """Yield the pairs of two lists of texts, in the order of both."""
    matcher = SequenceMatcher(a=[plain(one) for one in old], b=[plain(one) for one in new], autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            yield from (Pair(first + at, start + at) for at in range(last - first))
        else:
            yield from _alike(range(first, last), range(start, end), old, new)


def _alike(olds: range, news: range, old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    """Yield pairs of two stretches that have no text in common: as many on both sides are changed one by one."""
    if len(olds) == len(news):
        for a, b in zip(olds, news, strict=True):
            score = likeness(old[a], new[b])
            if score < ALIKE and len(olds) > 1:
                break
        else:
            yield from (Pair(a, b, likeness(old[a], new[b]) < ALIKE) for a, b in zip(olds, news, strict=True))
            return
    rest = list(news)
    for a in olds:
        best = max(rest[:_MOST_CANDIDATES], key=lambda b: likeness(old[a], new[b]), default=None)
        score = likeness(old[a], new[best]) if best is not None else 0
        if best is None or score < ALIKE:
            yield Pair(a, None)
            continue
        before = rest.index(best)
        yield from (Pair(None, b) for b in rest[:before])
        yield Pair(a, best, score < SURE)
        rest = rest[before + 1 :]
    yield from (Pair(None, b) for b in rest)


def by_key(old: Sequence[T], new: Sequence[T], key: Callable[[T], Hashable | None]) -> dict[int, int]:
    """Return the items of both lists whose key is the same and stands once on each side."""
    places: list[dict[Hashable, list[int]]] = []
    for items in (old, new):
        found: dict[Hashable, list[int]] = defaultdict(list)
        for at, item in enumerate(items):
            if (name := key(item)) is not None:
                found[name].append(at)
        places.append(found)
    former, latter = places
    return {
        here[0]: latter[name][0] for name, here in former.items() if len(here) == 1 and len(latter.get(name, ())) == 1
    }


class Likely(NamedTuple):
    """Which new text an old one most probably is, and how alike they are."""

    old: int
    new: int
    score: float


def by_likeness(old: Sequence[tuple[int, str]], new: Sequence[tuple[int, str]]) -> list[Likely]:
    """Return the best pairs of two lists of texts wherever they stand, the likest first.

    Only texts that share a rare word are compared, so that it takes no longer for each text in a long plan.
    """
    index: dict[str, list[int]] = defaultdict(list)
    texts = dict(new)
    for at, text in new:
        for word in _words(text):
            index[word].append(at)
    found: list[Likely] = []
    for at, text in old:
        shared = Counter(other for word in _words(text) if len(index[word]) <= _COMMON for other in index[word])
        for other, _ in shared.most_common(_MOST_CANDIDATES):
            score = likeness(text, texts[other])
            if score >= ALIKE:
                found.append(Likely(at, other, score))
    chosen: list[Likely] = []
    taken: set[tuple[str, int]] = set()
    for one in sorted(found, key=lambda one: (-one.score, abs(one.old - one.new), one.old)):
        if ("old", one.old) not in taken and ("new", one.new) not in taken:
            taken |= {("old", one.old), ("new", one.new)}
            chosen.append(one)
    return chosen


def _words(text: str) -> set[str]:
    return {word for word in plain(text).casefold().split() if len(word) >= _SHORTEST}


def out_of_order(places: Sequence[int]) -> set[int]:
    """Return the indices of the fewest items that must move so that the others stand in ascending order."""
    from bisect import bisect_left

    tails: list[int] = []
    at_tail: list[int] = []
    before: list[int] = [-1] * len(places)
    for at, place in enumerate(places):
        length = bisect_left(tails, place)
        tails[length : length + 1] = [place]
        at_tail[length : length + 1] = [at]
        before[at] = at_tail[length - 1] if length else -1
    kept: set[int] = set()
    at = at_tail[-1] if at_tail else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return set(range(len(places))) - kept
