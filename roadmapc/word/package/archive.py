"""Zip archives whose bytes depend on their contents alone, from entries that were deflated once."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import NamedTuple

# APPNOTE 4.3.7 and 4.3.12: version 2.0, names in UTF-8, deflated, 1980-01-01 00:00, made on MS-DOS without attributes.
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_LEVEL = 3  # half the time of the usual 6; a document of 20 KB grows by one
_AT_ONCE = 250  # rows of a table, or paragraphs
_FIXED = (20, 0x800, 8, 0, 0x21)


class Entry(NamedTuple):
    """A deflated file of an archive."""

    packed: bytes
    size: int
    crc: int


def deflate(data: bytes) -> Entry:
    """Return the entry that holds the data."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Entry(packer.compress(data) + packer.flush(), len(data), zlib.crc32(data))


def deflate_parts(parts: Iterable[bytes], look_at: Callable[[Sequence[bytes]], None]) -> Entry:
    """Return the entry that holds the parts joined, without ever holding them all at once.

    `look_at` is shown all of them, some at once, before they are packed, and raises where one may not be.
    """
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed: list[bytes] = []
    size = crc = 0
    parts = iter(parts)
    while some := list(islice(parts, _AT_ONCE)):
        look_at(some)
        chunk = b"".join(some)
        packed.append(packer.compress(chunk))
        size += len(chunk)
        crc = zlib.crc32(chunk, crc)
    packed.append(packer.flush())
    return Entry(b"".join(packed), size, crc)


def archive(entries: Iterable[tuple[str, Entry]]) -> bytes:
    """Return a zip archive of named entries in their order."""
    parts: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for name, entry in entries:
        encoded = name.encode()
        sizes = (entry.crc, len(entry.packed), entry.size, len(encoded))
        local = _LOCAL.pack(b"PK\3\4", *_FIXED, *sizes, 0) + encoded
        directory.append(_CENTRAL.pack(b"PK\1\2", 20, *_FIXED, *sizes, 0, 0, 0, 0, 0, at) + encoded)
        parts += (local, entry.packed)
        at += len(local) + len(entry.packed)
    central = b"".join(directory)
    count = len(directory)
    return b"".join((*parts, central, _END.pack(b"PK\5\6", 0, 0, count, count, len(central), at, 0)))
