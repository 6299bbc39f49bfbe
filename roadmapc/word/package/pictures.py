"""Pictures: which kind they are and how large, told by their first bytes, before anything decodes them.

A picture is copied as it is. What would decode it, in Word, in LibreOffice or for a PDF, meets nothing but PNG and JPEG
of a size that a letterhead can have: a small file may hold billions of dots.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from roadmapc.diagnostics import Message
from roadmapc.word.package.parts import elements, relations
from roadmapc.word.package.unpacking import PackageError

MOST_BYTES = 5_000_000
MOST_DOTS = 40_000_000
"""As a sheet A4 has at 600 dots to an inch, and some more."""
_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"
_JPEG = b"\xff\xd8\xff"
# ITU-T T.81, B.1.1.3: start of frame, but for the three of that row which are tables
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_NEAR = re.compile(r"file:/{3}[^\\/]|(?:file:/{0,2})?[a-z]:[\\/]|(?![a-z][a-z+.-]+:)[^\\/]", re.IGNORECASE)
"""What refers to this computer: a file of it, a drive of it, a path from here."""
_SUFFIXES = {"png": {".png"}, "jpeg": {".jpg", ".jpeg", ".jpe", ".jfif"}}
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_SCAN, _END = 0xDA, 0xD9


class Picture(NamedTuple):
    """What the first bytes of a picture say: «png» or «jpeg», and its dots."""

    kind: str
    width: int
    height: int


def picture_of(data: bytes) -> Picture | Message:
    """Return what a picture is, or why it cannot stand in a document."""
    found = _png(data) or _jpeg(data)
    if found is None:
        return Message("it is neither a PNG nor a JPEG picture")
    if len(data) > MOST_BYTES:
        return Message("it is larger than {most} MB", most=MOST_BYTES // 1_000_000)
    if found.width * found.height > MOST_DOTS:
        return Message("it has {width} × {height} dots: more than {most} million", **_sizes(found))
    return found


def _sizes(found: Picture) -> dict[str, int]:
    return {"width": found.width, "height": found.height, "most": MOST_DOTS // 1_000_000}


def _png(data: bytes) -> Picture | None:
    head = data[len(_PNG) : len(_PNG) + 8]
    if not data.startswith(_PNG) or len(head) < 8:
        return None
    return _some("png", *struct.unpack(">2L", head))


def _jpeg(data: bytes) -> Picture | None:
    """Return what the frame of a JPEG says; the segments before it are passed over."""
    if not data.startswith(_JPEG):
        return None
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        mark = data[at + 1]
        if mark == 0xFF or mark in _ALONE:
            at += 1 if mark == 0xFF else 2
            continue
        if mark in _FRAMES:
            height, width = struct.unpack(">2H", data[at + 5 : at + 9])
            return _some("jpeg", width, height)
        if mark in {_SCAN, _END}:
            return None
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None


def _some(kind: str, width: int, height: int) -> Picture | None:
    return Picture(kind, width, height) if width and height else None


def prove_pictures(parts: Mapping[str, bytes]) -> None:
    """Raise PackageError that names the picture which may not go into documents: linked, large, of another kind."""
    for name, data in parts.items():
        if not (name.startswith("word/_rels/") and name.endswith(".rels")):
            continue
        _refuse_links(name.removeprefix("word/_rels/").removesuffix(".rels"), data)
        for relation in relations(data, "word"):
            if relation.kind == "image" and relation.part in parts:
                _prove(relation.part, parts[relation.part])


def _refuse_links(part: str, data: bytes) -> None:
    """Raise for what Word would fetch when somebody opens a document: a linked picture, a file of another computer."""
    for _, a in elements(data):
        kind, target = a.get("Type", "").rpartition("/")[2], a.get("Target", "")
        if a.get("TargetMode") != "External" or kind == "hyperlink":
            continue
        if kind == "image":
            raise PackageError(Message("a picture in word/{part} is only linked: insert it into the form", part=part))
        if not _NEAR.match(target):
            message = Message("word/{part} of the form refers to another computer: {target}", part=part, target=target)
            raise PackageError(message)


def _prove(part: str, data: bytes) -> None:
    found = picture_of(data)
    if isinstance(found, Message):
        raise PackageError(Message("the picture {part} of the form cannot be used: {why}", part=part, why=found))
    if PurePosixPath(part).suffix.lower() not in _SUFFIXES[found.kind]:
        why = Message("its name says another kind than it is: {kind}", kind=found.kind)
        raise PackageError(Message("the picture {part} of the form cannot be used: {why}", part=part, why=why))
