"""A source text and places in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of character offsets in a source's text."""

    start: int
    end: int


class Position(NamedTuple):
    """A place as people count it: line and column from 1, columns in characters."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """A text with the name under which the user knows it; line ends are «\\n»."""

    name: str
    text: str

    @cached_property
    def _line_starts(self) -> list[int]:
        starts, at = [0], self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset; an offset past the end is the end."""
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def line_start(self, number: int) -> int:
        """Return the offset at which a line (from 1) begins; the end of the text past the last."""
        return self._line_starts[number - 1] if 1 <= number <= len(self._line_starts) else len(self.text)

    def line(self, number: int) -> str:
        """Return a line (from 1) without its end; an empty string past the last."""
        return self.text[slice(*self.line_span(number))]

    def line_span(self, number: int) -> Span:
        """Return where a line (from 1) stands, without its end; an empty place past the last."""
        if not 1 <= number <= len(self._line_starts):
            return Span(len(self.text), len(self.text))
        start = self._line_starts[number - 1]
        if number < len(self._line_starts):
            return Span(start, self._line_starts[number] - 1)
        return Span(start, len(self.text))
