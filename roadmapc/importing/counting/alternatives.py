"""Alternatives of one content for old and new readers: the first is read, the others would say it again."""

from __future__ import annotations

from roadmapc.importing.counting.names import MC
from roadmapc.importing.counting.scanner import Attributes, Scanner


class Alternatives:
    """The alternatives that are open, each with whether one of its choices has been read."""

    def __init__(self, scanner: Scanner) -> None:
        self._scanner = scanner
        self._taken: list[bool] = []
        scanner.starts[MC + "AlternateContent"] = lambda _: self._taken.append(False)
        scanner.ends[MC + "AlternateContent"] = self._taken.pop
        scanner.starts[MC + "Choice"] = self._choose
        scanner.starts[MC + "Fallback"] = self._choose

    def _choose(self, _: Attributes) -> None:
        if self._taken and self._taken[-1]:
            self._scanner.skip()
        elif self._taken:
            self._taken[-1] = True
