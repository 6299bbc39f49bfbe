"""Every printed text of a source where it stands: what rules about wording read, and fixes change.

The sheet is the source's text with everything blotted out that is not printed, so that one pass of a pattern finds its
words wherever they are, and an offset in the sheet is an offset in the source.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from roadmapc.source import Span
from roadmapc.syntax import Route, Tree

BLOT = "\0"
_UNPRINTED = frozenset({"roadmapc", "id", "waivers", "calendar"})
_SETTINGS = frozenset({"id", "form", "head", "column_numbers", "numbering", "section_number", "orientation", "numbers"})
_BREAK = re.compile(r"\n[ \t]*")
_HEADER = re.compile(r"[|>][^\n]*\n[ \t]*")


class Passage(NamedTuple):
    """A printed text: its route, and where its words stand, without quotes and block signs."""

    route: Route
    start: int
    end: int


class Passages:
    """The printed texts of a source, in its order."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    @cached_property
    def all(self) -> tuple[Passage, ...]:
        """Return the passages by place."""
        text = self._tree.source.text
        found = []
        for route, value in _leaves(self._tree.data, ()):
            if _is_printed(route) and value and route in self._tree.values:
                span = self._tree.values[route]
                found.append(Passage(route, *_inside(text, span)))
        return tuple(sorted(found, key=lambda passage: passage.start))

    @cached_property
    def sheet(self) -> str:
        """Return the source's text, blotted; breaks that YAML folds are blanks of the same length."""
        text, parts, at = self._tree.source.text, [], 0
        for _, start, end in self.all:
            words = text[start:end]
            if "\n" in words and text[self._opening(start)] != "|":
                words = _BREAK.sub(lambda found: " " * len(found[0]), words)
            if text[start - 1 : start] == '"':
                words = words.replace('\\"', BLOT + '"')
            parts += [BLOT * (start - at), words]
            at = end
        parts.append(BLOT * (len(text) - at))
        return "".join(parts)

    def _opening(self, start: int) -> int:
        return self._openings.get(start, start)

    @cached_property
    def _openings(self) -> dict[int, int]:
        return {passage.start: self._tree.values[passage.route].start for passage in self.all}

    @cached_property
    def _starts(self) -> list[int]:
        return [passage.start for passage in self.all]

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[Route, re.Match[str]]]:
        """Return the matches of a pattern in all passages, each with the route of the first it touches."""
        for match in pattern.finditer(self.sheet):
            at = bisect_right(self._starts, match.start()) - 1
            yield self.all[max(at, 0)].route, match

    def texts(self) -> Iterator[tuple[Passage, str]]:
        """Return each passage with its words on the sheet."""
        for passage in self.all:
            yield passage, self.sheet[passage.start : passage.end]

    def below(self, route: Route) -> Iterator[tuple[Passage, str]]:
        """Return the passages at a route and below it, with their words."""
        span = self._tree.span(route)
        for passage in self.all[bisect_left(self._starts, span.start) : bisect_right(self._starts, span.end)]:
            if passage.route[: len(route)] == route:
                yield passage, self.sheet[passage.start : passage.end]


def _leaves(data: object, route: Route) -> Iterator[tuple[Route, str]]:
    if isinstance(data, str):
        yield route, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _leaves(value, (*route, key))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from _leaves(value, (*route, at))


def _is_printed(route: Route) -> bool:
    """Say whether the text at a route reaches a document: settings, ids and aliases do not."""
    if route[0] in _UNPRINTED or route[-1] in _SETTINGS:
        return False
    return not (route[0] == "table" and len(route) == 2 and route[1] != "heading")


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
