"""Proves that bytes become text by one way, and that what is unreadable is told at its first bad character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.source import decoding
from roadmapc.source.decoding import MAX_BYTES, decode


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        ("\ufeffа".encode(), "а"),
        ("а\u00a0\u2014😀\t".encode(), "а\u00a0\u2014😀\t"),
        (b"", ""),
    ],
)
def test_what_is_read(data: bytes, text: str) -> None:
    """Ends of lines of all systems are one, the mark of an editor goes, everything else stays."""
    source, problems = decode("a", data)
    assert (source.text, problems) == (text, [])


@pytest.mark.parametrize(
    ("data", "offset", "words"),
    [
        ("аб\x00".encode(), 2, "a character that no document can hold: U+0000"),
        ("а\r\nб\u202e".encode(), 3, "U+202E"),
        ("абв".encode() + b"\xff", 3, "not in UTF-8"),
        ("проверка".encode("cp1251"), 0, "it looks like cp1251"),
        ("а".encode("utf-16"), 0, "UTF-16"),
        (b"PK\x03\x04\x00\x00\xff", 0, "not a text file"),
    ],
)
def test_what_is_not(data: bytes, offset: int, words: str) -> None:
    """The place counts in characters of the text that could be read, and the sentence names what it looks like."""
    _, (problem,) = decode("a", data)
    assert problem.span.start == offset
    assert words in problem.message


def test_a_file_beyond_the_limit_is_not_decoded() -> None:
    """Its size is told, its content is not looked at."""
    source, (problem,) = decode("a", b"a" * (MAX_BYTES + 1))
    assert source.text == ""
    assert "2.0 MB of 2 MB" in problem.message
    assert decode("a", b"a" * MAX_BYTES)[1] == []


@given(st.binary(max_size=60) | st.text(max_size=30).map(str.encode))
def test_any_bytes(data: bytes) -> None:
    """Whatever comes is text without «\\r», or one problem inside the text that is there; decoded text reads again."""
    source, problems = decode("a", data)
    if problems:
        (problem,) = problems
        assert 0 <= problem.span.start <= problem.span.end <= len(source.text)
    else:
        assert "\r" not in source.text
        again, none = decode("a", source.text.encode())
        assert (again.text, none) == (source.text.removeprefix("\ufeff"), [])


def test_what_can_be_printed_is_never_forbidden() -> None:
    """All characters that there are: what is asked first of a text, because it is answered fast, hides none."""
    forbidden = decoding._FORBIDDEN.findall("".join(map(chr, range(0x110000))))
    assert len(forbidden) > 2_000
    assert [sign for sign in forbidden if sign.isprintable() or sign == "\n"] == []
