"""Addresses and texts as the headers of a message may hold them: nothing in them can begin another header."""

from __future__ import annotations

import re
import unicodedata

from roadmapc.diagnostics import Message

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
    line = " ".join(text.split())
    return "".join(sign for sign in line if unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Zl", "Zp"})
