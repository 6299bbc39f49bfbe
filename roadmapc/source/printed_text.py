"""Every printed text of a source where it stands: what rules about wording read, and fixes change.

The masked text is the source's text with everything masked that is not printed, so that one pass of a pattern finds its
words wherever they are, and an offset in the masked text is an offset in the source.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from roadmapc.diagnostics import Route, Span
from roadmapc.diagnostics.joined_source import JoinedSource
from roadmapc.source.model.routes import is_own_column, is_printed
from roadmapc.source.tree import Tree

MASK = "\0"
_OTHER_SPACES = tuple(map(chr, (160, 5760, *range(8192, 8203), 8239, 8287, 12288)))
"""Spaces of all kinds, pasted from Word, are read as plain ones: a fault beside them is a fault."""
_ALIAS = re.compile(r"[a-z][a-z0-9_-]*")
_HEADER = re.compile(r"[|>][^\n]*\n[ \t]*")
_INDICATOR = re.compile(r">[+-]?[1-9]")  # an indent told by a digit: what is folded cannot be seen
_FOLD = re.compile(r"(?<=\S)[ \t]*\n[ \t]*(?=\S)")
_ESCAPE = re.compile(r"\\(?:x..|u.{4}|U.{8}|\n[ \t]*|.)", re.DOTALL)


class PrintedText(NamedTuple):
    """A printed text: its route, and where its words stand, without quotes and block signs."""

    route: Route
    start: int
    end: int


class PrintedTexts:
    """The printed texts of a source, in its order."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    @cached_property
    def all(self) -> tuple[PrintedText, ...]:
        """Return all texts by place."""
        text = self._tree.source.text
        found = []
        for route, value in leaves(self._tree.data):
            span = self._tree.values.get(route) if value else None
            if span and _is_printed(route, value):
                found.append(PrintedText(route, *_inside(text, span)))
        return tuple(sorted(found, key=itemgetter(1)))

    @cached_property
    def masked_text(self) -> str:
        """Return the source's text, masked; breaks that YAML folds are spaces of the same length."""
        text, parts, at = self._tree.source.text, [], 0
        for route, start, end in self.all:
            words = text[start:end]
            sign = text[self._tree.values[route].start]
            if sign == '"' and "\\" in words:
                words = _ESCAPE.sub(_unescaped, words)
            told = sign == ">" and _INDICATOR.match(text, self._tree.values[route].start)
            if "\n" in words and sign != "|" and not told:
                words = _folded(words, _indent(text, start) if sign == ">" else None)
            parts += [MASK * (start - at), words]
            at = end
        parts.append(MASK * (len(text) - at))
        masked = "".join(parts)
        for space in _OTHER_SPACES:  # far faster than a table of characters
            masked = masked.replace(space, " ")
        return masked

    @cached_property
    def _starts(self) -> list[int]:
        return [printed.start for printed in self.all]

    def find(
        self, *patterns: re.Pattern[str], part: re.Pattern[str] | None = None
    ) -> Iterator[tuple[Route, re.Match[str]]]:
        """Return the matches of a pattern in all texts, each with the route of the first it touches.

        What begins with a letter or a sign is found ten times as fast as what begins with a class of them. So a rule
        may give several `patterns`, which match as their alternation would, each behind the one before; or `part`,
        which every match has in it, and few texts have: where there is none there is no match.
        """
        if part and not part.search(self.masked_text):
            return
        pattern, *others = patterns
        found = _in_order(patterns, self.masked_text) if others else pattern.finditer(self.masked_text)
        for match in found:
            yield self.at(match.start()).route, match

    def at(self, offset: int) -> PrintedText:
        """Return the text in which an offset lies, or the last one before it."""
        return self.all[max(bisect_right(self._starts, offset) - 1, 0)]

    def texts(self) -> Iterator[tuple[PrintedText, str]]:
        """Return each text with its words as masked."""
        for printed in self.all:
            yield printed, self.masked_text[printed.start : printed.end]

    def below(self, route: Route) -> Iterator[tuple[PrintedText, str]]:
        """Return the texts at a route and below it, with their words."""
        span = self._tree.span(route)
        near = self.all[bisect_left(self._starts, span.start) : bisect_right(self._starts, span.end)]
        for printed in self.all if isinstance(self._tree.source, JoinedSource) else near:
            if printed.route[: len(route)] == route:
                yield printed, self.masked_text[printed.start : printed.end]


def _in_order(patterns: Sequence[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    """Yield what the alternation of patterns would match."""
    ahead = [pattern.search(text) for pattern in patterns]
    while match := min(filter(None, ahead), key=re.Match.start, default=None):
        yield match
        ahead = [
            pattern.search(text, match.end()) if one and one.start() < match.end() else one
            for pattern, one in zip(patterns, ahead, strict=True)
        ]


def _folded(words: str, indent: int | None) -> str:
    """Return a text with blanks for the breaks that YAML folds; blank lines and deeper ones of a block stay breaks."""

    def blank(found: re.Match[str]) -> str:
        if indent is None:
            return " " * len(found[0])
        deep = len(found[0]) - found[0].index("\n") - 1 > indent
        above = words[words.rfind("\n", 0, found.start()) + 1 : found.start()] if "\n" in words[: found.start()] else ""
        return found[0] if deep or len(above) - len(above.lstrip()) > indent else " " * len(found[0])

    return _FOLD.sub(blank, words)


def _indent(text: str, start: int) -> int:
    """Return the indent of a block's first line."""
    return start - text.rfind("\n", 0, start) - 1


def _unescaped(found: re.Match[str]) -> str:
    """Return an escape of double quotes masked, but for the quote, break or backslash that it stands for."""
    last = {'"': '"', "n": "\n", "\\": "\\"}.get(found[0][1:], MASK)
    return MASK * (len(found[0]) - 1) + last


def leaves(data: object) -> list[tuple[Route, str]]:
    """Return all texts of a tree's data with their routes."""
    found: list[tuple[Route, str]] = []
    _gather(data, (), found)
    return found


def _gather(data: object, route: Route, found: list[tuple[Route, str]]) -> None:
    if isinstance(data, str):
        found.append((route, data))
    elif isinstance(data, dict):
        for key, value in data.items():
            _gather(value, (*route, key), found)
    elif isinstance(data, list):
        for at, value in enumerate(data):
            _gather(value, (*route, at), found)


def _is_printed(route: Route, value: str) -> bool:
    """Say whether the text at a route reaches a document: settings and ids do not, nor do aliases of owners."""
    if _ALIAS.fullmatch(value) and route[0] != "owners" and ("owners" in route or is_own_column(route)):
        return False
    return is_printed(route)


def _inside(text: str, span: Span) -> tuple[int, int]:
    """Return where the words of a scalar stand: behind a block's sign, within quotes."""
    start, end = span
    sign = text[start]
    if sign in "|>":
        header = _HEADER.match(text, start)
        start = header.end() if header else start
        return start, start + len(text[start:end].rstrip())
    if sign in "'\"" and end - start >= 2 and text[end - 1] == sign:
        return start + 1, end - 1
    return start, end
