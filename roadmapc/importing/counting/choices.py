"""Lists of a form: the entry that is chosen stands in no text of its own (ECMA-376, 17.16.9)."""

from __future__ import annotations

from collections.abc import Callable

from roadmapc.importing.counting.names import VAL, W
from roadmapc.importing.counting.scanner import Attributes, Scanner

_MOST_DIGITS = 6


class Choices:
    """Writes the entry that is chosen where its field ends without a text of its own.

    `pieces` gives the list that words are written to at the time; None where they are taken away by a change.
    """

    def __init__(self, pieces: Callable[[], list[str] | None]) -> None:
        self._pieces = pieces
        self._entries: list[str] = []
        self._chosen: int | None = None
        self._waiting: list[tuple[str, list[str], int]] = []

    def listen(self, scanner: Scanner) -> None:
        """Hear of the lists that a part has; who hears of fields already goes on to."""
        others = scanner.starts.get(W + "fldChar")

        def mark(attributes: Attributes) -> None:
            if others:
                others(attributes)
            if attributes.get(W + "fldCharType") == "end":
                self._end_field()

        scanner.starts[W + "fldChar"] = mark
        scanner.starts[W + "ddList"] = self._begin
        scanner.starts[W + "result"] = self._choose
        scanner.starts[W + "default"] = self._choose_if_none
        scanner.starts[W + "listEntry"] = lambda attributes: self._entries.append(attributes.get(VAL, ""))
        scanner.ends[W + "ddList"] = self._end

    def _begin(self, _: Attributes) -> None:
        self._entries, self._chosen = [], None

    def _choose(self, attributes: Attributes) -> None:
        number = attributes.get(VAL, "")
        self._chosen = int(number) if number.isdecimal() and len(number) < _MOST_DIGITS else 0

    def _choose_if_none(self, attributes: Attributes) -> None:
        if self._chosen is None:
            self._choose(attributes)

    def _end(self) -> None:
        pieces, at = self._pieces(), self._chosen or 0
        if pieces is not None and at < len(self._entries):
            self._waiting.append((self._entries[at], pieces, len(pieces)))

    def _end_field(self) -> None:
        if self._waiting:
            text, pieces, before = self._waiting.pop()
            if not "".join(pieces[before:]).strip():
                pieces.append(text)
