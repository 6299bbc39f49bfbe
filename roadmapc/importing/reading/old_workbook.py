"""The limits of workbooks of Excel up to 2003 (.xls), held before calamine lays them out.

Source: [MS-XLS], records of cells (2.4), DIMENSIONS, BOUNDSHEET8 and FILEPASS. A sheet is read from where the list of
sheets says that it begins, and that need not be where a record begins: every sheet is gone through from there.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from roadmapc.importing.reading.compound import Compound, DamagedCompound
from roadmapc.importing.reading.kinds import MOST_BYTES, Kind, refused
from roadmapc.importing.reading.sheet_facts import check_place

_END, _LOCKED, _SHEET, _SIZE, _MANY = 0x000A, 0x002F, 0x0085, 0x0200, 0x00BD
_CELLS = frozenset(
    {0x0006, 0x0206, 0x0406, 0x0203, 0x0003, 0x0204, 0x0004, 0x0205, 0x0005, 0x00D6, 0x00FD, 0x027E, _MANY}
)
_MOST_SHEETS = 300
_MOST_RECORDS = 5_000_000
_ROWS, _COLUMNS = 65_536, 256


def check_old(data: bytes) -> None:
    """Raise UnreadableFile for a workbook that is locked, damaged or larger than may be."""
    try:
        file = Compound(data)
        streams = [file.stream(name, MOST_BYTES) for name in ("workbook", "book") if name in file.names]
        left = _MOST_RECORDS
        for stream in streams:
            starts = {0}
            for start in _starts(stream):
                starts.add(start)
            if len(starts) > _MOST_SHEETS or max(starts) > len(stream):
                raise DamagedCompound
            for start in starts:
                left = _check_sheet(stream, start, left)
    except (DamagedCompound, struct.error):
        raise refused(Kind.DAMAGED) from None


def _starts(stream: bytes) -> Iterator[int]:
    for kind, data in _records(stream, 0):
        if kind == _LOCKED:
            raise refused(Kind.LOCKED)
        if kind == _SHEET:
            yield struct.unpack_from("<I", data)[0]
        if kind == _END:
            return


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Yield the kind and the content of each record from a place on, to the end of the stream."""
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _check_sheet(stream: bytes, start: int, left: int) -> int:
    """Return how many records may still be read once those of a sheet were."""
    for kind, data in _records(stream, start):
        left -= 1
        if left < 0:
            raise DamagedCompound
        if kind == _SIZE and len(data) >= 10:
            _check_size(data)
        elif kind in _CELLS and len(data) >= 4:
            row, column = struct.unpack_from("<HH", data)
            last = struct.unpack_from("<H", data, len(data) - 2)[0] if kind == _MANY and len(data) >= 6 else column
            check_place(row, max(column, last))
    return left


def _check_size(data: bytes) -> None:
    """Raise for a size that no sheet can have; calamine takes room for it at once."""
    first, last, left, right = struct.unpack_from("<IIHH" if len(data) >= 14 else "<HHHH", data)
    if last > _ROWS or right > _COLUMNS or first > last or left > right:
        raise DamagedCompound
