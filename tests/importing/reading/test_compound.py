"""Proves that streams of compound files are found and read, and that no such file does harm."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.importing.reading.compound import Compound, DamagedCompound
from tests.importing.files import compound

FILE = compound({"Workbook": b"x" * 9000, "\x05SummaryInformation": b"y", "C": b"", "D": b"z"})


def test_streams_are_read_by_name() -> None:
    """Whatever the case of letters, and no more than is asked for."""
    file = Compound(FILE)
    assert file.names == {"workbook", "\x05summaryinformation", "c", "d"}
    assert file.stream("WORKBOOK", 10_000) == b"x" * 9000
    assert file.stream("d", 2) == b"z\0"
    assert file.stream("none", 2) == b""


def test_a_small_stream_lies_in_small_sectors() -> None:
    """A stream shorter than 4,096 bytes lies in the stream of the root, in sectors of 64 bytes."""
    data = bytearray(
        compound({"Pool": bytes(64) + b"abc".ljust(64, b"\0"), "Table": struct.pack("<II", 9, 0xFFFFFFFE)})
    )
    directory = 512
    pool, table = (struct.unpack_from("<I", data, directory + at * 128 + 116)[0] for at in (1, 2))
    struct.pack_into("<II", data, directory + 116, pool, 4096)  # the root now holds what «Pool» holds
    struct.pack_into("<I", data, 60, table)
    struct.pack_into("<II", data, directory + 128 + 116, 1, 3)
    struct.pack_into("<I", data, (table + 1) * 512 + 4, 0xFFFFFFFE)
    assert Compound(bytes(data)).stream("Pool", 99) == b"abc"


def test_a_chain_that_leads_round_is_cut() -> None:
    """A table of chains in which a sector follows itself gives no more than the stream says it has."""
    data = bytearray(FILE)
    fat = (struct.unpack_from("<I", data, 76)[0] + 1) * 512
    struct.pack_into("<I", data, fat + 4, 1)
    assert len(Compound(bytes(data)).stream("workbook", 10**9)) <= 9000


@pytest.mark.parametrize("data", [b"", FILE[:8], FILE[:511], b"\0" * 600, FILE[:600]])
def test_what_is_no_compound_file(data: bytes) -> None:
    """It is told by its own error and no other."""
    with pytest.raises(DamagedCompound):
        Compound(data).stream("workbook", 9)


@given(st.lists(st.tuples(st.integers(0, len(FILE) - 1), st.integers(0, 255)), min_size=1, max_size=12))
def test_spoilt_bytes(changes: list[tuple[int, int]]) -> None:
    """Whatever bytes are changed, a stream is read or the file is called damaged."""
    data = bytearray(FILE)
    for at, byte in changes:
        data[at] = byte
    try:
        file = Compound(bytes(data))
        for name in file.names:
            assert len(file.stream(name, 50_000)) <= 50_000
    except DamagedCompound:
        pass
