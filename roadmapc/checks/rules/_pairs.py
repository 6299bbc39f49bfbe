"""Quotes and brackets that belong together, and those that have no partner."""

from __future__ import annotations

import re
from typing import NamedTuple

from roadmapc.diagnostics import Edit, Span

_CLOSING = {"»": "«", ")": "(", "“": "„", "”": "“", "]": "["}
SIGNS = re.compile(r"[«»()„“”\[\]\"]")
_MARKER = re.compile(r"(?:^|[\s\0;,(.])(?:\d{1,3}(?:\.\d{1,8}){0,4}|[а-яёА-ЯЁa-zA-Z]|[IVX]+|\*)$")


class Pair(NamedTuple):
    """An opening and a closing mark: their offsets, and the two marks as written."""

    first: int
    last: int
    signs: tuple[str, str]


def pairs(text: str) -> tuple[list[Pair], list[int]]:
    """Return the pairs of a text and the offsets of marks without a partner, in order.

    «1)» and «а)» number a list; a straight quote opens or closes by what stands before it, and goes with «» too.
    """
    found: list[Pair] = []
    alone: list[int] = []
    stack: list[int] = []
    for match in SIGNS.finditer(text):
        at, sign = match.start(), match[0]
        english = sign == "“" and not any(text[i] == "„" for i in stack)  # “…” instead of „…“
        if sign in "«(„[" or english or (sign == '"' and _opens(text, at)):
            stack.append(at)
        elif sign == ")" and not any(text[i] == "(" for i in stack) and _MARKER.search(text, max(at - 9, 0), at):
            continue
        else:
            partner = next((i for i in reversed(stack) if _fits(text[i], sign)), None)
            if partner is None:
                alone.append(at)
                continue
            while stack[-1] != partner:
                alone.append(stack.pop())
            found.append(Pair(stack.pop(), at, (text[partner], sign)))
    return found, sorted([*alone, *stack])


def _opens(text: str, at: int) -> bool:
    before = text[max(at - 2, 0) : at].rstrip("\0")[-1:]  # a blotted backslash may stand between
    return before in set(" \n(«„-–—") | {""}


def _fits(opening: str, closing: str) -> bool:
    if closing == '"':
        return opening in '"«'
    return opening == _CLOSING[closing] or (closing == "»" and opening == '"')


def quote_edit(text: str, at: int, sign: str) -> Edit:
    """Return the edit of a source's text that writes a mark for the straight quote at an offset."""
    begin = at - (text[at] == '"' and text[at - 1] == "\\")  # in double quotes YAML wants a backslash before it
    return Edit(Span(begin, at + 1), sign)
