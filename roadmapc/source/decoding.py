"""Bytes → source: the text of a file, or why nobody could read it."""

from __future__ import annotations

import re

from roadmapc.diagnostics import Diagnostic, Message, Severity, Source, Span
from roadmapc.source.problems import UNREADABLE_FILE

MAX_BYTES = 2_000_000
_OFFICE = Message("this is not a text file, but one of Word or of another office program (.docx, .xlsx, .odt)")
_FOREIGN: dict[bytes, Message] = {
    b"PK\x03\x04": _OFFICE,
    b"\xd0\xcf\x11\xe0": _OFFICE,
    b"%PDF": Message("this is not a text file, but a PDF"),
    b"{\\rtf": Message("this is not a plain text, but one with formatting (RTF)"),
    b"<!doctype html": Message("this is not a plain text, but a web page"),
    b"<html": Message("this is not a plain text, but a web page"),
}
"""What a file of another program begins with, in small letters, and what it is."""
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]"
)


def decode(name: str, data: bytes) -> tuple[Source, list[Diagnostic]]:
    """Return the text of a file with «\\n» line ends, and what makes it unreadable."""
    if len(data) > MAX_BYTES:
        return _unreadable(name, "", 0, too_large(len(data)))
    start = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    for sign, message in _FOREIGN.items():
        if start.startswith(sign) or start.lower().startswith(sign):
            hint = Message("a roadmap is a plain text, written in Notepad; to begin one: roadmapc new")
            return _unreadable(name, "", 0, message, hint)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        head = data[: error.start].decode("utf-8-sig", errors="replace")
        return _unreadable(name, head, len(head), _encoding(data), Message("save the file as UTF-8"))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    bad = _FORBIDDEN.search(text)
    if bad:
        message = Message("a character that no document can hold: U+{code:04X}", code=ord(bad.group()))
        return _unreadable(name, text, bad.start(), message, Message("delete it"))
    return Source(name, text), []


def too_large(size: int) -> Message:
    """Return the message for a file beyond the limit; sizes in megabytes."""
    return Message(
        "the file is too large: {size:.1f} MB of {limit} MB at most", size=size / 1e6, limit=MAX_BYTES // 10**6
    )


def _encoding(data: bytes) -> Message:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return Message("the file is in UTF-16, not in UTF-8")
    if b"\x00" in data[:4096]:
        return Message("this is not a text file")
    letters = sum(byte >= 0xE0 for byte in data)  # small letters; in UTF-8 hardly a byte of Russian is so high
    if letters > len(data) / 5:
        return Message("the file is not in UTF-8: it looks like cp1251")
    return Message("the file is not in UTF-8")


def _unreadable(
    name: str, text: str, offset: int, message: Message, hint: Message | None = None
) -> tuple[Source, list[Diagnostic]]:
    source = Source(name, text)
    span = Span(offset, min(offset + 1, len(text)))
    return source, [Diagnostic(*UNREADABLE_FILE, Severity.ERROR, message, source, span, hint=hint)]
