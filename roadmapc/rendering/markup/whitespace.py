"""Text between tags as HTML shows it: runs of spaces are one, none at the ends of lines; no-break spaces stay."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from roadmapc.rendering.blocks import Content, Run

_SPACES = re.compile("[ \t\r\n]+")
_AROUND_BREAK = re.compile(" *([\n\t]) *| +")


def collapse(text: str) -> str:
    """Return the text with every run of spaces and line ends as one space."""
    if "\n" in text or "  " in text or "\t" in text or "\r" in text:
        return _SPACES.sub(" ", text)
    return text


def content(pieces: Sequence[str | Run]) -> Content:
    """Return collapsed pieces («\\n» and «\\t» in them are breaks and tabs) as content without needless spaces."""
    if not pieces:
        return ()
    if len(pieces) == 1 and isinstance(pieces[0], str):
        text = pieces[0].strip(" ")
        return (text,) if text else ()
    joined: list[str | Run] = []
    before = " "
    for (bold, italic), group in groupby(pieces, _emphasis):
        text = "".join(map(_words, group))
        text = _AROUND_BREAK.sub(lambda match: match[1] or " ", text)
        text = text.lstrip(" ") if before in " \n\t" else text
        if text:
            before = text[-1]
            joined.append(Run(text, bold, italic) if bold or italic else text)
    return _trimmed(joined)


def _trimmed(pieces: list[str | Run]) -> Content:
    """Return the pieces without spaces and line breaks after the last word."""
    while pieces:
        last = pieces.pop()
        if text := _words(last).rstrip(" \n"):
            return (*pieces, text if isinstance(last, str) else replace(last, text=text))
    return ()


def _emphasis(piece: str | Run) -> tuple[bool, bool]:
    return (False, False) if isinstance(piece, str) else (piece.bold, piece.italic)


def _words(piece: str | Run) -> str:
    return piece if isinstance(piece, str) else piece.text
