"""The proof that a part is XML that every reader takes: expat reads it to its end before it is written or copied."""

from __future__ import annotations

from pyexpat import ExpatError, ParserCreate
from typing import NoReturn

from roadmapc.diagnostics import Message
from roadmapc.word.package.unpacking import PackageError

_ENCODINGS = frozenset({"utf-8", "utf-16", "us-ascii"})
"""What a part may be written in (ECMA-376 part 2, 8.1.4); the last is a part of the first."""


class MalformedPart(PackageError):
    """A part is not well-formed, declares a document type, or is in an encoding that Word does not read."""

    def __init__(self, part: str = "") -> None:
        message = Message("the Word file is damaged: one of its parts is not well-formed")
        if part:
            message = Message("the Word file is damaged: its part {part} is not well-formed", part=part)
        super().__init__(message)


class Proof:
    """Reads one part, given in one piece or several; `root` is the name of its outermost element, «namespace name».

    Without `namespaces` prefixes are not looked up, which takes a third of the time: enough for what is wholly our own.
    """

    def __init__(self, part: str = "", *, namespaces: bool = True) -> None:
        self.root = ""
        self._part = part
        self._last = b""
        self._parser = ParserCreate(namespace_separator=" " if namespaces else None)
        self._parser.StartElementHandler = self._first
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.XmlDeclHandler = self._declared

    def take(self, data: bytes) -> None:
        """Read a piece; raises MalformedPart.

        It is read when the next one is there: of the last one expat need not count the lines, which takes a fifth.
        """
        if self._last:
            self._parse(self._last, last=False)
        self._last = data

    def end(self) -> None:
        """See that the part is whole; raises MalformedPart."""
        self._parse(self._last, last=True)
        del self._parser  # it holds this proof

    def _parse(self, data: bytes, *, last: bool) -> None:
        try:
            self._parser.Parse(data, last)
        except (ExpatError, LookupError, ValueError):  # the latter two: encodings that nobody knows
            raise MalformedPart(self._part) from None

    def _first(self, name: str, _: object) -> None:
        self.root = name
        self._parser.StartElementHandler = None

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() not in _ENCODINGS:
            self._refuse()

    def _refuse(self, *_: object) -> NoReturn:
        raise MalformedPart(self._part)


def prove(data: bytes, part: str = "") -> str:
    """Return the name of the root of a part that is well-formed; raises MalformedPart."""
    proof = Proof(part)
    proof.take(data)
    proof.end()
    return proof.root
