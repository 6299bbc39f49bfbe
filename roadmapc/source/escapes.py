"""Escapes of YAML in double quotes (YAML 1.2, 5.7): where in a source a character was written as one."""

from __future__ import annotations

import re

from roadmapc.diagnostics import Span

_ESCAPE = re.compile(r"\\(?:x(..)|u(.{4})|U(.{8})|(.))", re.DOTALL)
_NAMED = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}


def escaped_character(text: str, quoted: Span, character: str) -> Span:
    """Return where a quoted text writes a character as an escape; the whole of it where it does not."""
    for found in _ESCAPE.finditer(text, quoted.start, quoted.end):
        code = found[1] or found[2] or found[3]
        if (chr(int(code, 16)) if code else _NAMED.get(found[4], found[4])) == character:
            return Span(*found.span())
    return quoted
