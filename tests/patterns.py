"""Inputs on which a regular expression would run for ever if it could, made of the expression itself.

Run as a program it tries every pattern of the package in turn, and names each before it tries it: whoever stops the
program knows which one it was.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice, product
from pathlib import Path
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from time import process_time, sleep
from typing import Any

import roadmapc

SHORT = 40  # an exponential pattern takes 2 ** 40 steps for it
LONG = 400  # a quadratic one takes 64 times as long for eight times as many letters, a linear one 8 times
TIMES = 8
MOST_GROWTH = 24
NOTICED = 0.006  # seconds: below them a clock says nothing
_ENDS = ("", "\0", "\n\0", "!", " \0", "я\0")
_ATTEMPTS = 3
_PAUSES = (0, 1, 4, 10)  # seconds before a pattern that seems to grow is tried again: a machine may be busy for a while
_MOST = 24  # inputs of a pattern


def patterns() -> dict[str, re.Pattern[str]]:
    """Return every compiled pattern that a module of the package holds, by where it is."""
    found: dict[re.Pattern[str], str] = {}
    for info in pkgutil.walk_packages(roadmapc.__path__, "roadmapc."):
        if info.name != "roadmapc.__main__":
            for name, value in vars(importlib.import_module(info.name)).items():
                for pattern in _inside(value):
                    found.setdefault(pattern, f"{info.name}.{name}")
    return {place: pattern for pattern, place in found.items()}


def _inside(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """Yield the patterns of a value, those in its lists and records too."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth < 3 and isinstance(value, dict):
        for one in [*value, *value.values()]:
            yield from _inside(one, depth + 1)
    elif depth < 3 and isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from _inside(one, depth + 1)
    elif depth < 3 and type(value).__module__.startswith("roadmapc") and hasattr(value, "__dict__"):
        yield from _inside(vars(value), depth + 1)


def methods(place: str) -> set[str]:
    """Return how the package uses the pattern of that name: «match», «fullmatch», else it is searched for."""
    module, _, name = place.rpartition(".")
    source = Path(str(importlib.import_module(module).__file__)).read_text("utf-8")
    used = set(re.findall(rf"\b{name}\.(\w+)", source))
    return {one if one in ("match", "fullmatch") else "finditer" for one in used or {"finditer"}}


def pumped(pattern: re.Pattern[str]) -> list[tuple[str, str, str]]:
    """Return (beginning, what is repeated, end) for every repetition in a pattern."""
    tree = _parser.parse(pattern.pattern, pattern.flags)
    found = dict.fromkeys(
        (before[-200:], again, end) for before, again in _repeated(list(tree), "") if again for end in _ENDS
    )
    return list(islice(found, _MOST * len(_ENDS)))


def _repeated(tree: Iterable[Any], before: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before each repetition, and what its body matches: once and twice in other ways."""
    for op, value in tree:
        if op in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
            _low, high, body = value
            if high > 20:
                samples = list(dict.fromkeys(islice(_samples(list(body)), 6)))
                for sample in samples:
                    yield before, sample
                if len(samples) > 1:
                    yield before, "".join(samples)
                yield from (("", sample) for sample in samples[:1])
            yield from _repeated(list(body), before)
        for part in _parts(op, value):
            yield from _repeated(part, before)
        before += next(_samples([(op, value)]), "")


def _parts(op: Any, value: Any) -> Iterator[list[Any]]:
    if op is c.BRANCH:
        yield from map(list, value[1])
    elif op is c.SUBPATTERN:
        yield list(value[3])
    elif op in (c.ASSERT, c.ASSERT_NOT):
        yield list(value[1])
    elif op is c.ATOMIC_GROUP:
        yield list(value)


def _samples(tree: list[Any]) -> Iterator[str]:
    """Yield some texts that a piece of a pattern matches, the plainest first."""
    choices = [list(islice(_of(op, value), 4)) or [""] for op, value in tree]
    yield from ("".join(texts) for texts in product(*choices))


def _of(op: Any, value: Any) -> Iterator[str]:
    if op is c.LITERAL:
        yield chr(value)
    elif op is c.NOT_LITERAL:
        yield from (letter for letter in "a я" if ord(letter) != value)
    elif op is c.ANY:
        yield from "a "
    elif op is c.IN:
        yield from _letters(value)
    elif op in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
        low, high, body = value
        for sample in _samples(list(body)):
            yield sample * max(low, min(high, 1))
    elif op is c.BRANCH:
        for branch in value[1]:
            yield from islice(_samples(list(branch)), 1)
    elif op is c.SUBPATTERN:
        yield from _samples(list(value[3]))
    elif op is c.ATOMIC_GROUP:
        yield from _samples(list(value))


_CATEGORIES: dict[Any, Callable[[str], object]] = {
    c.CATEGORY_SPACE: str.isspace,
    c.CATEGORY_NOT_SPACE: lambda letter: not letter.isspace(),
    c.CATEGORY_DIGIT: str.isdigit,
    c.CATEGORY_NOT_DIGIT: lambda letter: not letter.isdigit(),
    c.CATEGORY_WORD: lambda letter: letter.isalnum() or letter == "_",
    c.CATEGORY_NOT_WORD: lambda letter: not (letter.isalnum() or letter == "_"),
}
_TRIED = " \n#1aяА.,-–:«»\t(;_/\u00a0"


def _letters(items: list[Any]) -> Iterator[str]:
    """Yield some letters of a class: usual ones first, so that several classes meet in them."""
    negated = items[0][0] is c.NEGATE

    def holds(letter: str) -> bool:
        return any(_is_in(letter, op, value) for op, value in items) is not negated

    usual = [letter for letter in _TRIED if holds(letter)]
    named = [chr(value if op is c.LITERAL else value[0]) for op, value in items if op in (c.LITERAL, c.RANGE)]
    yield from usual or (named if not negated else [])


def _is_in(letter: str, op: Any, value: Any) -> bool:
    if op is c.LITERAL:
        return bool(ord(letter) == value)
    if op is c.RANGE:
        low, high = value
        return low <= ord(letter) <= high if isinstance(low, int) and isinstance(high, int) else False
    known: Callable[[str], object] | None = _CATEGORIES.get(value) if op is c.CATEGORY else None
    return bool(known and known(letter))


def _taken(uses: list[Callable[[str], Any]], text: str, best_of: int) -> float:
    """Return the processor's time for going through a text in all ways, the least of some runs."""
    least = float("inf")
    for _ in range(best_of):
        start = process_time()
        for use in uses:
            for _found in use(text) or ():
                pass
        least = min(least, process_time() - start)
    return least


def growth(uses: list[Callable[[str], Any]], before: str, again: str, end: str) -> float:
    """Return how many times as long a text of eight times the length takes; 0 where both are too quick to tell."""
    _taken(uses, before + again * SHORT + end, 1)
    times = max(LONG // len(again), 1)
    short, long = before + again * times + end, before + again * times * TIMES + end
    found = _taken(uses, long, 1)
    if found < NOTICED:
        return 0
    for _ in range(_ATTEMPTS):  # other programs may have been in the way
        found = min(found, _taken(uses, long, 2))
        grown = found / max(_taken(uses, short, 3), NOTICED / 64)
        if grown <= MOST_GROWTH:
            return grown
    return grown


def _uses(place: str, pattern: re.Pattern[str]) -> list[Callable[[str], Any]]:
    found: dict[str, Callable[[str], Any]] = {
        "finditer": pattern.finditer,
        "match": lambda text: pattern.match(text) and None,
        "fullmatch": lambda text: pattern.fullmatch(text) and None,
    }
    return [found[method] for method in methods(place)]


def main() -> None:
    """Print each pattern's place before it is tried, and behind it how it grows, if it grows too fast."""
    for place, pattern in sorted(patterns().items()):
        print(place, end="", flush=True)
        uses = _uses(place, pattern)
        for pause in _PAUSES:
            sleep(pause)
            worst = max(((growth(uses, *one), one) for one in pumped(pattern)), default=(0.0, None))
            if worst[0] <= MOST_GROWTH:
                break
        print(f"\t{worst[0]:.0f}\t{worst[1]!r}" if worst[0] > MOST_GROWTH else "", flush=True)


if __name__ == "__main__":
    main()
