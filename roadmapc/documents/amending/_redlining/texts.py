"""The words of two texts as one content: what stayed, what was deleted, what was inserted; bold and italic are kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from roadmapc.plan.changes.word_diff import Kind, word_diff
from roadmapc.rendering.blocks import Content, Paragraph, Run
from roadmapc.rendering.marked import Change, MarkedRun

_CHANGES: dict[Kind, Change] = {"kept": "", "deleted": "deleted", "inserted": "inserted"}


def words_of(paragraph: Paragraph) -> Content:
    """Return all that a paragraph prints: its mark and the line to write on, too, which the writer would add."""
    before = (f"{paragraph.list_marker}\t",) if paragraph.list_marker else ()
    behind = ("\t",) if paragraph.style.endswith("Blank") else ()
    return (*before, *paragraph.content, *behind)


def plain(content: Content) -> str:
    """Return a content without looks."""
    return "".join(piece if isinstance(piece, str) else piece.text for piece in content)


def marked_content(old: Content, new: Content) -> Content:
    """Return two contents as one; of what stayed the looks are the new ones."""
    if old == new:
        return new
    former, latter = _Reading(old), _Reading(new)
    found: list[str | Run] = []
    for piece in word_diff(plain(old), plain(new)):
        length = len(piece.text)
        if piece.kind == "kept":
            former.skip(length)
        source = former if piece.kind == "deleted" else latter
        found += _marked(source.take(length), _CHANGES[piece.kind])
    return tuple(found)


def all_marked(content: Content, change: Change) -> Content:
    """Return a content that was inserted or deleted as a whole."""
    return tuple(_marked(content, change))


def _marked(content: Content, change: Change) -> Iterator[str | Run]:
    for piece in content:
        if not change:
            yield piece
        elif isinstance(piece, str):
            yield MarkedRun(piece, change=change)
        else:
            yield MarkedRun(piece.text, piece.bold, piece.italic, piece.struck, change)


class _Place(NamedTuple):
    """A piece of a content, and the next letter in it."""

    piece: int
    letter: int


class _Reading:
    """Reads a content letter by letter, with its looks."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.place = _Place(0, 0)

    def skip(self, length: int) -> None:
        """Go on by so many letters."""
        self.take(length)

    def take(self, length: int) -> Content:
        """Return the next letters, and go on."""
        found: list[str | Run] = []
        while length:
            at, letter = self.place
            piece = self.content[at]
            text = piece if isinstance(piece, str) else piece.text
            part = text[letter : letter + length]
            if isinstance(piece, str):
                found.append(part)
            elif part:
                found.append(Run(part, piece.bold, piece.italic, piece.struck))
            length -= len(part)
            is_over = letter + len(part) == len(text)
            self.place = _Place(at + 1, 0) if is_over else _Place(at, letter + len(part))
        return tuple(found)
