"""Two texts → which words stayed, went and came: never half a word, a number, a date or an abbreviation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import groupby
from typing import Literal, NamedTuple

from roadmapc.russian.calendar import MONTHS

Kind = Literal["kept", "deleted", "inserted"]

_LETTER = r"[\w\u0300-\u036f\u00ad]"  # with what may stand inside a word: an accent, a soft hyphen
_SPACE = "[ \u00a0\u202f]"
_DASH = "[-\u2010\u2011\u2012\u2013\u2014\u2212]"
_SHORT = (
    *("г", "гг", "п", "пп", "ст", "ч", "абз", "подп", "гл", "разд", "прил", "стр", "с", "л", "экз", "ред", "изм"),
    *("ул", "пр", "просп", "пер", "пл", "д", "кв", "каб", "корп", "обл", "р", "пос", "дер", "им", "тел", "доб"),
    *("руб", "коп", "тыс", "млн", "млрд", "чел", "ед", "шт", "мин", "ср", "см", "др", "пр", "зам", "нач", "уч"),
)
"""Abbreviations that end with a full stop of their own."""
_TOKEN = re.compile(
    rf"""№{_SPACE}?{_LETTER}+(?:[-./–]{_LETTER}+)*          # № 01-07/93
    | \d{{1,2}}{_SPACE}(?:{"|".join(month[1] for month in MONTHS)})(?!{_LETTER})(?:{_SPACE}\d{{4}}(?!{_LETTER}))?
    | т\.{_SPACE}?[депкч]\.                                   # т. д., т. ч.
    | (?-i:(?:[А-ЯЁA-Z]\.){{1,3}})(?!{_LETTER})                     # И.О.
    | (?:{"|".join(sorted(_SHORT, key=len, reverse=True))})\.(?!{_LETTER})
    | \d{{1,3}}(?:{_SPACE}\d{{3}}(?!{_LETTER}))+(?:,\d+)?(?:{_SPACE}?[%‰])?       # 1 000 000,5
    | \d+(?:(?:[.,:/]|{_SPACE}?{_DASH}{_SPACE}?)\d+)*(?:{_DASH}?{_LETTER}+(?:{_DASH}{_LETTER}+)*)?(?:{_SPACE}?[%‰])?
    | {_LETTER}+(?:[-./@’'‐‑]{_LETTER}+)*                     # информационно-методический, и/или
    | \S""",
    re.VERBOSE | re.IGNORECASE,
)
_WEIGHTY = re.compile(r"\d|\w{4}")
_MOST = 1_000_000
"""Words of one text times those of the other from which on comparing takes seconds: then all is told as rewritten."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand in both texts, in the old one alone, or in the new one alone; spaces are part of them."""

    kind: Kind
    text: str


class _Token(NamedTuple):
    """A word with the spaces before it."""

    space: str
    word: str


class _Texts(NamedTuple):
    """Two stretches that correspond: the words are the same, or one was put for the other."""

    kept: bool
    old: Sequence[_Token]
    new: Sequence[_Token]


@lru_cache(1024)
def word_diff(old: str, new: str) -> tuple[Piece, ...]:
    """Return the pieces of both texts in order: kept and deleted make the old one, kept and inserted the new one.

    What was deleted stands before what came in its place. A short word that alone stayed between two that were replaced
    goes with them: «дом и сад» → «двор и луг» is one change.
    """
    if old == new:
        return (Piece("kept", old),) if old else ()
    (former, end), (latter, new_end) = _tokens(old), _tokens(new)
    pieces = [piece for part in _joined(_parts(former, latter)) for piece in _pieces(part)]
    return tuple(_gathered([*pieces, *_space(end, new_end)]))


def _tokens(text: str) -> tuple[list[_Token], str]:
    """Return the words of a text with the spaces before each, and the spaces behind the last."""
    found: list[_Token] = []
    at = 0
    for match in _TOKEN.finditer(text):
        found.append(_Token(text[at : match.start()], match[0]))
        at = match.end()
    return found, text[at:]


def _parts(old: Sequence[_Token], new: Sequence[_Token]) -> Iterator[_Texts]:
    """Yield the texts in stretches of the same words and of others."""
    former, latter = [one.word for one in old], [one.word for one in new]
    start, end = _common(former, latter)
    if start:
        yield _Texts(True, old[:start], new[:start])
    a, b = former[start : len(former) - end], latter[start : len(latter) - end]
    if len(a) * len(b) > _MOST:
        yield _Texts(False, old[start : start + len(a)], new[start : start + len(b)])
    else:
        for tag, i, j, m, n in SequenceMatcher(a=a, b=b, autojunk=False).get_opcodes():
            yield _Texts(tag == "equal", old[start + i : start + j], new[start + m : start + n])
    if end:
        yield _Texts(True, old[len(old) - end :], new[len(new) - end :])


def _common(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """Return how many words both begin with, and how many of the others both end with."""
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    end = next((at for at in range(most - start) if old[-1 - at] != new[-1 - at]), most - start)
    return start, end


def _joined(parts: Iterator[_Texts]) -> list[_Texts]:
    """Return the stretches; what is too short to be seen between two replacements is replaced with them."""
    found: list[_Texts] = []
    for part in parts:
        found.append(part)
        while len(found) > 2 and _is_one(*found[-3:]):
            before, between, behind = found[-3:]
            old, new = [*before.old, *between.old, *behind.old], [*before.new, *between.new, *behind.new]
            found[-3:] = [_Texts(False, old, new)]
    return found


def _is_one(before: _Texts, between: _Texts, behind: _Texts) -> bool:
    return (
        between.kept
        and all((before.old, before.new, behind.old, behind.new))
        and not (before.kept or behind.kept)
        and not _WEIGHTY.search(" ".join(one.word for one in between.old))
    )


def _pieces(part: _Texts) -> Iterator[Piece]:
    if part.kept:
        for old, new in zip(part.old, part.new, strict=True):
            yield from _space(old.space, new.space)
            yield Piece("kept", old.word)
        return
    was, now = _text(part.old), _text(part.new)
    space = ""
    if part.old and part.new and part.old[0].space == part.new[0].space:
        space = part.old[0].space
    yield Piece("kept", space)
    yield Piece("deleted", was[len(space) :])
    yield Piece("inserted", now[len(space) :])


def _space(old: str, new: str) -> tuple[Piece, ...]:
    return (Piece("kept", old),) if old == new else (Piece("deleted", old), Piece("inserted", new))


def _text(tokens: Sequence[_Token]) -> str:
    return "".join(f"{one.space}{one.word}" for one in tokens)


def _gathered(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield pieces of one kind that follow one another as one, what was deleted before what was inserted."""
    for kept, run in groupby((one for one in pieces if one.text), key=lambda one: one.kind == "kept"):
        together = [*run]
        for kind in ("kept",) if kept else ("deleted", "inserted"):
            if text := "".join(one.text for one in together if one.kind == kind):
                yield Piece(kind, text)  # type: ignore[arg-type]
