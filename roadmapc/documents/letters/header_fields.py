"""Addresses and texts as the headers of a message may hold them: nothing in them can begin another header."""

from __future__ import annotations

import base64
import re
import unicodedata

from roadmapc.diagnostics import Message

_MOST_SHOWN = 60
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_DOMAIN = re.compile(r"(?=.{4,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])")


class UnfitAddress(Exception):
    """Something that is to be an address of mail is none; `message` says which."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.message = Message("“{address}” is no address of mail", address=address)


def ascii_address(address: str) -> str:
    """Return an address as servers know it: a domain in Russian letters by IDNA (RFC 3490); raises UnfitAddress."""
    local, at, domain = address.rpartition("@")
    try:
        plain = domain.encode("idna").decode().lower() if domain.isprintable() else ""
    except UnicodeError as error:
        raise UnfitAddress(address) from error
    if not at or not _LOCAL.fullmatch(local) or len(local) > 64 or not _DOMAIN.fullmatch(plain):
        raise UnfitAddress(address)
    return f"{local}@{plain}"


def header_text(text: str) -> str:
    """Return a text as a header may hold it: one line, without what is not seen (controls, marks of direction)."""
    seen = (_SHOWN.get(unicodedata.category(sign), sign) for sign in text)
    return " ".join("".join(seen).split())


_SHOWN = {"Cc": " ", "Zl": " ", "Zp": " ", "Cf": "", "Cs": ""}


def encoded(text: str) -> str:
    """Return a text as the value of a header, in words of RFC 2047 where it needs them, a line each.

    Words that look like encoded ones are encoded, too: a program that decoded them would find in them what it likes.
    """
    line = header_text(text)
    if _PLAIN.fullmatch(line) and len(line) <= _MOST_PLAIN:
        return line
    words = []
    while line:
        end = len(line)
        while len(line[:end].encode()) > _MOST_ENCODED:
            end -= 1 + (len(line[:end].encode()) - _MOST_ENCODED) // 4
        words.append(f"=?utf-8?b?{base64.b64encode(line[:end].encode()).decode()}?=")
        line = line[end:]
    return "\r\n ".join(words)


_PLAIN = re.compile(r"[A-Za-z0-9](?:[ A-Za-z0-9-]*[A-Za-z0-9])?")
"""What stands in a header, and before an address, as it is; all else is encoded."""
_MOST_PLAIN = 60
_MOST_ENCODED = 39  # bytes: 64 characters, so that a line has at most 76 (RFC 2047, 2)


def mailbox(address: str, shown: str = "") -> str:
    """Return an address with a name before it, as the value of a header; raises UnfitAddress."""
    known = ascii_address(address)
    name = header_text(shown)
    if len(name) > _MOST_SHOWN:
        name = name[:_MOST_SHOWN].rpartition(" ")[0] or name[:_MOST_SHOWN]
    return f"{encoded(name)}\r\n <{known}>" if name else f"<{known}>"
