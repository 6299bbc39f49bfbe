"""Parts of packages gone through without a tree: none with a document type, none in an odd encoding.

A document type could multiply a text, or bring in another file; see the notes on security in Python's manual,
«XML Processing Modules».
"""

from __future__ import annotations

from collections.abc import Callable
from pyexpat import ExpatError, ParserCreate
from typing import NoReturn

from roadmapc.importing.reading.kinds import Kind, refused

Attributes = dict[str, str]
_ENCODINGS = frozenset({"utf-8", "utf-16", "us-ascii"})


def read_part(data: bytes, start: Callable[[str, Attributes], None], **handlers: Callable[..., None]) -> None:
    """Go through a part, names without their prefixes; raises UnreadableFile where it is no XML without a DTD."""
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: start(_local(name), attributes)
    parser.StartDoctypeDeclHandler = refuse
    parser.XmlDeclHandler = _declared
    if end := handlers.get("end"):
        parser.EndElementHandler = lambda name: end(_local(name))
    if text := handlers.get("text"):
        parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except (ExpatError, LookupError, ValueError):  # the latter two: encodings that nobody knows, numbers that are none
        raise refused(Kind.DAMAGED) from None


def prove(data: bytes) -> None:
    """Raise UnreadableFile for a part that may not be opened."""
    read_part(data, lambda _name, _attributes: None)


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _declared(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding and encoding.lower() not in _ENCODINGS:
        refuse()


def refuse(*_: object) -> NoReturn:
    """Raise UnreadableFile: the file is damaged."""
    raise refused(Kind.DAMAGED)
