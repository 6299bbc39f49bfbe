"""Quotation marks that are no Russian ones: official texts have «» and, inside them, „“."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_DOUBLE = "“”„‟❝❞〝〞〟＂ʺ˝″"
_SINGLE = "‘’‚‛❛❜′"
_ANGLE = "‹›"
_SIGNS = re.compile(f'[«»"{_DOUBLE}{_SINGLE}{_ANGLE}]')
_SILENT_ALONE = frozenset(_SINGLE + "″")
"""What alone is an apostrophe, minutes, seconds or inches."""
_DEEPEST = 8
"""Quotations inside each other that anybody writes."""
_BEFORE_A_QUOTE = frozenset(" \n\t\u00a0([{-–—/\0«„“‘‚‹")


class Quotation(NamedTuple):
    """A foreign mark, or an opening and a closing one: their offsets, and the two that belong there.

    `last` is none where a mark has no partner.
    """

    first: int
    last: int | None
    wanted: str


class _Open(NamedTuple):
    at: int
    sign: str
    right: bool


def has_foreign_marks(text: str) -> bool:
    """Say whether any mark of a text is none of the Russian ones: seen far faster one by one than as a class."""
    return any(sign in text for sign in _DOUBLE + _SINGLE + _ANGLE)


def foreign_marks(text: str) -> Iterator[Quotation]:
    """Yield the quotations of a text whose marks are not the Russian ones, as they end; then marks without partner."""
    if not has_foreign_marks(text):
        return
    stack: list[_Open] = []
    alone: list[int] = []
    depth = 0
    for match in _SIGNS.finditer(text):
        at, sign = match.start(), match[0]
        outer = depth > 0
        if sign == "«" or (sign == '"' and _begins(text, at) and not (outer and _ends(text, at))):
            stack.append(_Open(at, "«", right=True))  # of straight quotes others tell
            depth += 1
        elif sign in '»"':
            while outer and (former := stack.pop()).sign != "«":
                alone.append(former.at)
            depth -= outer
        elif sign in _SINGLE and _is_within_a_word(text, at):
            continue
        elif (partner := _partner(stack, sign)) is not None and not _opens(text, at, sign, stack[partner]):
            opened = stack[partner]
            alone += [one.at for one in stack[partner + 1 :]]
            del stack[partner:]
            if not (opened.right and sign == "“"):
                yield Quotation(opened.at, at, "„“" if stack else "«»")
        elif _begins(text, at):
            stack.append(_Open(at, sign, right=sign == "„" and outer))
        else:
            alone.append(at)
    for at in sorted([*alone, *(one.at for one in stack if one.sign != "«")]):
        if text[at] not in _SILENT_ALONE:
            yield Quotation(at, None, "«»")


def _partner(stack: list[_Open], sign: str) -> int | None:
    """Return the place of the innermost mark of the same kind that is open; none beyond a «."""
    family = next(kind for kind in (_DOUBLE, _SINGLE, _ANGLE) if sign in kind)
    for place in range(len(stack) - 1, max(len(stack) - 1 - _DEEPEST, -1), -1):
        if stack[place].sign == "«":
            return None
        if stack[place].sign in family:
            return place
    return None


def _opens(text: str, at: int, sign: str, opened: _Open) -> bool:
    """Say whether a mark opens another quotation inside one of its kind: “раз “два””."""
    return sign != "“" * (opened.sign == "„") and _begins(text, at) and not _ends(text, at)


def _begins(text: str, at: int) -> bool:
    return (at == 0 or text[at - 1] in _BEFORE_A_QUOTE) and at + 1 < len(text) and not text[at + 1].isspace()


def _ends(text: str, at: int) -> bool:
    return at + 1 == len(text) or not text[at + 1].isalnum()


def _is_within_a_word(text: str, at: int) -> bool:
    return 0 < at < len(text) - 1 and text[at - 1].isalpha() and text[at + 1].isalpha()
