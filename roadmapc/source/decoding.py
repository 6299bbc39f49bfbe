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
SAVE_AS_UTF8 = Message("save the file as UTF-8")
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
_NO_CHARACTERS = "\ud800-\udfff\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_FORBIDDEN = re.compile(f"[{_CONTROL}{_NO_CHARACTERS}]")
"""What no document can hold: control characters, those that turn the order of letters, and what is no character."""
_FORBIDDEN_IN_VALUE = re.compile(f"[\r{_CONTROL}{_NO_CHARACTERS}]")


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
        return _unreadable(name, head, len(head), wrong_encoding(data), SAVE_AS_UTF8)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if bad := _first_forbidden(text):
        return _unreadable(name, text, bad.start(), forbidden(bad.group()), Message("delete it"))
    return Source(name, text), []


def _first_forbidden(text: str) -> re.Match[str] | None:
    """Return the first character of a text that no document can hold; what can be printed holds none."""
    return None if text.replace("\n", " ").isprintable() else _FORBIDDEN.search(text)


def forbidden(character: str) -> Message:
    """Return the message for a character that no document can hold."""
    return Message("a character that no document can hold: U+{code:04X}", code=ord(character))


def forbidden_in(value: str) -> str | None:
    """Return the first character of a value that no document can hold, whatever way it came in; none as a rule."""
    bad = _FORBIDDEN_IN_VALUE.search(value)
    return bad.group() if bad else None


def without_forbidden(value: str) -> str:
    """Return a text that a document can hold: what turns the order of letters is left out, the rest is a blank."""
    return _FORBIDDEN_IN_VALUE.sub(lambda found: "" if "\u202a" <= found[0] <= "\u2069" else " ", value)


def too_large(size: int) -> Message:
    """Return the message for a file beyond the limit; sizes in megabytes."""
    return Message(
        "the file is too large: {size:.1f} MB of {limit} MB at most", size=size / 1e6, limit=MAX_BYTES // 10**6
    )


def wrong_encoding(data: bytes) -> Message:
    """Return what bytes that are not in UTF-8 look like."""
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
