"""Proves that workbooks of Excel up to 2003 are held to the limits before calamine lays them out."""

from __future__ import annotations

import struct
from contextlib import suppress
from pathlib import Path

import pytest

from roadmapc.importing.reading.old_workbook import check_old
from roadmapc.importing.reading.unreadable import UnreadableFile
from roadmapc.importing.reading.workbook import read_workbook
from tests.importing.files import compound, record

PLAN = Path(__file__).parents[2] / "data" / "import" / "plan.xls"
END = record(0x000A)
BEGIN = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))


def book(*records: bytes, offset: int | None = None) -> bytes:
    """Return a workbook with one sheet of those records; `offset` is where the list of sheets says it begins."""
    size = len(BEGIN) + len(record(0x0085, bytes(9))) + len(END)
    listed = record(0x0085, struct.pack("<IBBBB", size if offset is None else offset, 0, 0, 1, 0) + b"A")
    return compound({"Workbook": BEGIN + listed + END + b"".join(records) + END})


def number(row: int, column: int) -> bytes:
    """Return a cell with a number."""
    return record(0x0203, struct.pack("<HHHd", row, column, 0, 1.0))


def test_a_real_one_passes() -> None:
    check_old(PLAN.read_bytes())


@pytest.mark.parametrize(
    ("records", "words"),
    [
        ((number(0, 64),), "more than 63 columns"),
        ((number(20_000, 0),), "more than 20000 rows"),
        ((record(0x00BD, struct.pack("<HHHIHIH", 0, 0, 0, 0, 0, 0, 255)),), "more than 63 columns"),
        ((record(0x0200, struct.pack("<IIHHH", 0, 2**32 - 1, 0, 256, 0)),), "damaged"),
        ((record(0x0200, struct.pack("<IIHHH", 9, 1, 0, 2, 0)),), "damaged"),
    ],
)
def test_what_is_too_large(records: tuple[bytes, ...], words: str) -> None:
    """A cell beyond the limits, and a size that no sheet can have."""
    with pytest.raises(UnreadableFile, match=words):
        read_workbook(book(BEGIN, *records))


def test_a_sheet_that_begins_within_a_record() -> None:
    """A sheet is gone through from where the list says that it begins, wherever that is."""
    hidden = BEGIN + number(60_000, 200)
    before = len(BEGIN) + len(record(0x0085, bytes(9))) + len(END) + 4
    with pytest.raises(UnreadableFile, match="more than 63 columns"):
        read_workbook(book(record(0x0033, hidden), offset=before))


def test_a_password() -> None:
    """A workbook that is locked says so."""
    with pytest.raises(UnreadableFile, match="locked with a password"):
        check_old(compound({"Workbook": BEGIN + record(0x002F, bytes(6)) + END}))


def test_what_calamine_stumbles_over(capfd: pytest.CaptureFixture[str]) -> None:
    """A record that is too short makes it panic: one message, and nothing beside it on the stream of errors."""
    for kind in (0x0203, 0x0205, 0x00FD, 0x027E, 0x00BD, 0x00E5, 0x0204):
        with suppress(UnreadableFile):
            read_workbook(book(BEGIN, record(kind, b"\1")))
    with pytest.raises(UnreadableFile, match="damaged"):
        read_workbook(book(offset=10**6))
    assert capfd.readouterr() == ("", "")


def test_too_many_sheets() -> None:
    """A list of sheets without end is none."""
    sheets = b"".join(record(0x0085, struct.pack("<IBBBB", at, 0, 0, 1, 0) + b"A") for at in range(400))
    with pytest.raises(UnreadableFile, match="damaged"):
        check_old(compound({"Workbook": BEGIN + sheets + END}))
