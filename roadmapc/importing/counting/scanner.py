"""Parts of a package read once from start to end by expat: no tree, no depth that could exhaust a stack."""

from __future__ import annotations

from collections.abc import Callable
from pyexpat import ExpatError, ParserCreate
from typing import NoReturn

from roadmapc.word.package.unpacking import NotWordFile

Attributes = dict[str, str]
"""The attributes of an element; names are «namespace name», as those of elements are."""

_MOST_DIGITS = 9
_BEGINNING = 4096
"""As many bytes of a part have its outermost element, whatever remarks stand before it."""


class Scanner:
    """Calls a function for each element that has one, by name, where it starts and where it ends.

    `characters` gathers all text; whoever wants that of an element empties it at the start and reads it at the end.
    """

    def __init__(self) -> None:
        self.starts: dict[str, Callable[[Attributes], object]] = {}
        self.ends: dict[str, Callable[[], object]] = {}
        self.characters: list[str] = []
        self._parser = ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = _refuse
        self._parser.CharacterDataHandler = self.characters.append
        self._skipped = 0

    def read(self, data: bytes) -> None:
        """Read a part to its end, or raise `NotWordFile` where it is not well-formed or declares a document type."""
        self._listen()
        self._parse(data, last=True)

    def _parse(self, data: bytes, *, last: bool) -> None:
        try:
            self._parser.Parse(data, last)
        except (ExpatError, LookupError, ValueError):  # the latter two: encodings that nobody knows
            raise NotWordFile from None

    def begin(self, data: bytes, take: Callable[[str], object]) -> None:
        """Read the beginning of a part and tell the names of the elements that start in it; raises `NotWordFile`."""
        self._parser.StartElementHandler = lambda name, _: take(name)
        self._parse(data, last=False)

    def skip(self) -> None:
        """Leave out the element that just starts, with all in it; for functions of `starts`."""
        self._skipped = 1
        self._parser.StartElementHandler = self._deeper
        self._parser.EndElementHandler = self._shallower

    def clear(self, _: Attributes | None = None) -> None:
        """Forget the text so far."""
        self.characters.clear()

    def taken(self) -> str:
        """Return the text since it was cleared."""
        return "".join(self.characters)

    def _listen(self) -> None:
        starts, ends = self.starts.get, self.ends.get

        def start(name: str, attributes: Attributes) -> None:
            if call := starts(name):
                call(attributes)

        def end(name: str) -> None:
            if call := ends(name):
                call()

        self._parser.StartElementHandler = start
        self._parser.EndElementHandler = end

    def _deeper(self, _name: str, _attributes: Attributes) -> None:
        self._skipped += 1

    def _shallower(self, _name: str) -> None:
        self._skipped -= 1
        if not self._skipped:
            self._listen()


def root_of(data: bytes) -> str:
    """Return the name of the outermost element of a part, or nothing where its beginning has none."""
    scanner, names = Scanner(), list[str]()
    scanner.begin(data[:_BEGINNING], names.append)
    return names[0] if names else ""


def integer(text: str | None) -> int | None:
    """Return the number that an attribute writes, or None where it writes none of at most nine digits."""
    digits = (text or "").strip()
    bare = digits.removeprefix("-")
    return int(digits) if bare.isascii() and bare.isdigit() and len(bare) <= _MOST_DIGITS else None


def is_on(value: str | None) -> bool:
    """Say whether a switch with this value, or with none, is on."""
    return value not in ("0", "false", "off")


def _refuse(*_: object) -> NoReturn:
    raise NotWordFile
