"""Compound files, in which Word, Excel and Outlook kept everything before 2007: the names of streams, and one of them.

Source: [MS-CFB] version 12.0. What a file says of its own size is not believed: a chain of sectors has as many links
as the file has sectors at most, and none leads outside it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from typing import NamedTuple

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LARGEST = 0xFFFFFFFA
_ENTRY = 128
_HEAD_FAT = 109
_SMALL = 4096
"""Streams with fewer bytes lie in sectors of their own small size."""
_MOST_ENTRIES = 10_000


class DamagedCompound(ValueError):
    """The file begins as a compound one and does not go on as one."""


class _Entry(NamedTuple):
    """A line of the directory: a name, what it is (1 storage, 2 stream, 5 root), where it begins, how long it is."""

    name: str
    kind: int
    start: int
    size: int


class Compound:
    """A compound file in memory; raises DamagedCompound for what is none."""

    def __init__(self, data: bytes) -> None:
        if len(data) < 512 or not data.startswith(SIGNATURE):
            raise DamagedCompound
        self._data = data
        shift, small_shift = struct.unpack_from("<HH", data, 30)
        (small,) = struct.unpack_from("<I", data, 56)
        if shift not in (9, 12) or small_shift != 6 or small != _SMALL:
            raise DamagedCompound
        self._size = 1 << shift
        self._fat = self._numbers(self._fat_sectors())
        self._entries = list(self._directory())

    @property
    def names(self) -> frozenset[str]:
        """Return the names of all streams, in small letters."""
        return frozenset(entry.name.lower() for entry in self._entries if entry.kind == 2)

    def stream(self, name: str, most: int) -> bytes:
        """Return the first `most` bytes of the first stream of a name, its case aside; nothing where there is none."""
        for entry in self._entries:
            if entry.kind == 2 and entry.name.lower() == name.lower():
                size = min(entry.size, most)
                read = self._small if entry.size < _SMALL else self._large
                return read(entry.start, size)[:size]
        return b""

    def _large(self, start: int, size: int) -> bytes:
        return b"".join(self._sector(at) for at in self._chain(start, self._fat, -(-size // self._size)))

    def _small(self, start: int, size: int) -> bytes:
        root = next((entry for entry in self._entries if entry.kind == 5), None)
        if root is None:
            raise DamagedCompound
        pool = self._large(root.start, min(root.size, len(self._data)))
        (first,) = struct.unpack_from("<I", self._data, 60)
        table = self._numbers(self._chain(first, self._fat, len(self._fat)))
        return b"".join(pool[at * 64 : at * 64 + 64] for at in self._chain(start, table, -(-size // 64)))

    def _fat_sectors(self) -> list[int]:
        """Return the sectors that hold the table of chains: the first 109 in the head, others in a chain of lists."""
        found = list(struct.unpack_from(f"<{_HEAD_FAT}I", self._data, 76))
        (following,) = struct.unpack_from("<I", self._data, 68)
        needed = len(self._data) // self._size // (self._size // 4) + 1  # so many tell of every sector there is
        while following < _LARGEST and len(found) < needed:
            *more, following = struct.unpack(f"<{self._size // 4}I", self._sector(following))
            found += more
        return [at for at in found if at < _LARGEST][:needed]

    def _numbers(self, sectors: Iterable[int]) -> tuple[int, ...]:
        data = b"".join(map(self._sector, sectors))
        return struct.unpack(f"<{len(data) // 4}I", data)

    def _sector(self, at: int) -> bytes:
        """Return a sector, filled up with zeros where the file ends within it."""
        start = (at + 1) * self._size
        if at >= _LARGEST or start >= len(self._data):
            raise DamagedCompound
        return self._data[start : start + self._size].ljust(self._size, b"\0")

    def _chain(self, at: int, table: tuple[int, ...], most: int) -> list[int]:
        """Return the links of a chain, `most` of them at most; one that leads round or out of the file is damaged."""
        found: list[int] = []
        while at < _LARGEST and len(found) < most:
            if at >= len(table) or len(found) > len(table):
                raise DamagedCompound
            found.append(at)
            at = table[at]
        return found

    def _directory(self) -> Iterable[_Entry]:
        (start,) = struct.unpack_from("<I", self._data, 48)
        sectors = self._chain(start, self._fat, min(len(self._fat), _MOST_ENTRIES * _ENTRY // self._size))
        data = b"".join(map(self._sector, sectors))
        for at in range(0, len(data), _ENTRY):
            length, kind = struct.unpack_from("<HB", data, at + 64)
            first, size = struct.unpack_from("<II", data, at + 116)
            name = data[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            yield _Entry(name, kind, first, size)
