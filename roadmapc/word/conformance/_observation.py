"""What a clause finds, and the names of places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from roadmapc.diagnostics import Message, Severity
from roadmapc.word.package.pages import Page
from roadmapc.word.reader.document import WordParagraph

_LONGEST = 60
_LOOKED_AT = 1_000  # of a text that may be as long as a book
_MOST_LISTED = 10


@dataclass(frozen=True, slots=True)
class Observation:
    """One thing found: an error or a note at its place; without a severity what holds, or that nothing is `absent`."""

    message: Message
    place: Message | None = None
    severity: Severity | None = None
    absent: bool = False


def holds(message: Message) -> Observation:
    """Return that the clause holds, and what was seen."""
    return Observation(message)


def absent(message: Message) -> Observation:
    """Return that the document has nothing that the clause is about."""
    return Observation(message, absent=True)


def fails(message: Message, place: Message | None = None) -> Observation:
    """Return that the clause does not hold at that place."""
    return Observation(message, place, Severity.ERROR)


def notes(message: Message, place: Message | None = None) -> Observation:
    """Return a doubt that is the author's to settle, or that the standard leaves open."""
    return Observation(message, place, Severity.NOTE)


def at_section(index: int) -> Message:
    """Return the name of a page section; the first one is 0."""
    return Message("pages of section {n}", n=index + 1)


@lru_cache(256)  # many things may be found in one text
def at_text(text: str) -> Message:
    """Return the place of a text by its first words."""
    words = " ".join(text[:_LOOKED_AT].split())
    return Message("“{text}”", text=words if len(words) <= _LONGEST else words[:_LONGEST].rstrip() + "…")


def at(paragraph: WordParagraph) -> Message:
    """Return the place of a paragraph."""
    if paragraph.table < 0:
        return at_text(paragraph.text)
    return Message("table {n}, {text}", n=paragraph.table + 1, text=at_text(paragraph.text))


def at_row(table: int, row: int) -> Message:
    """Return the place of a table's row; the first of both is 0."""
    return Message("table {n}, row {row}", n=table + 1, row=row + 1)


def number(value: float) -> Message:
    """Return a number with the decimal separator of the reader's language: 14, 10.5, 1.15."""
    whole, _, part = f"{value:.2f}".rstrip("0").partition(".")
    return Message("{whole}.{part}", whole=whole, part=part) if part else Message("{whole}", whole=whole)


def millimetres(twips: float) -> Message:
    """Return a length in millimetres."""
    return number(round(twips * 25.4 / 1440, 1))


def listed(texts: Sequence[str]) -> str:
    """Return texts one after another, the first ten of them."""
    *firsts, said = texts[:_MOST_LISTED]
    if len(texts) > _MOST_LISTED:
        said = Message("{first}, …", first=said)
    for text in reversed(firsts):
        said = Message("{first}, {rest}", first=text, rest=said)
    return said


def margins(page: Page) -> Message:
    """Return the margins from the left clockwise: «30/20/10/20»."""
    left, top, right, bottom = map(millimetres, (page.left, page.top, page.right, page.bottom))
    return Message("{left}/{top}/{right}/{bottom}", left=left, top=top, right=right, bottom=bottom)
