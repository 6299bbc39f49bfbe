"""Text fields → paragraphs and list items, and the no-break spaces of official typography.

A blank line parts paragraphs, a line break stays a line break, lines that begin with «- », «• » or «1) » are list
items.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from roadmapc.rendering.persons import persons_tied
from roadmapc.russian.calendar import MONTHS

_ITEM = re.compile(r"(?:(?P<dash>[-–—])|(?P<bullet>•)|(?P<number>\d{1,3}\)))[ \t\u00a0\u202f]++(?P<text>.*)")
_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")  # a space that ties two words is meant
_MONTH = "|".join(forms[1] for forms in MONTHS)
_TIED = re.compile(
    rf"""
    [ ]  # every rule begins at a space, so that nothing else is tried
    (?: (?<=№[ ])(?=\S)
      | (?<=\bг\.[ ])(?=[А-ЯЁ])
      | (?<=\d[ ])(?=(?:{_MONTH}|гг?\.|год|руб|%|ч\.))
      | (?<=[а-я][ ])(?=(?:19|20)\d\d[ \u00a0]?(?:г\.|года))
      | (?<=\.[ ]) (?: (?<=\bст\.[ ]) | (?<=\bп\.[ ]) | (?<=\bс\.[ ]) )
    )
    """,
    re.VERBOSE,
)


class Piece(NamedTuple):
    """A paragraph, or a list item with its mark: «–», «•», «1)»; line breaks are «\\n»."""

    mark: str
    text: str


def is_item(text: str) -> bool:
    """Say whether a line may be a list item, at a glance at its beginning."""
    return text[:1] in "-–—•" or ")" in text[1:4]


def pieces(text: str) -> list[Piece]:
    """Return the paragraphs and list items of a text field, in order."""
    found: list[Piece] = []
    lines: list[str] = []

    def flush() -> None:
        if lines:
            found.append(Piece("", "\n".join(lines)))
            lines.clear()

    for raw in text.strip().split("\n"):
        line = _BLANKS.sub(" ", raw).strip()
        item = _ITEM.fullmatch(line)
        if item:
            flush()
            found.append(Piece("–" if item["dash"] else item["bullet"] or item["number"], item["text"]))
        elif line:
            lines.append(line)
        else:
            flush()
    flush()
    return found


def first_paragraph(text: str) -> tuple[str, str]:
    """Return the first paragraph of a text field, and what follows it: further paragraphs, list items."""
    lines = text.strip().split("\n")
    for at, line in enumerate(lines[1:], 1):
        if not line.strip() or _ITEM.fullmatch(" ".join(line.split())):
            return "\n".join(lines[:at]), "\n".join(lines[at:]).strip()
    return "\n".join(lines), ""


def tied(text: str) -> str:
    """Return the text with no-break spaces in №, initials, dates and abbreviations; nothing else changes."""
    if " " not in text:
        return text
    if "." in text:
        text = persons_tied(text)
    return _TIED.sub("\u00a0", text)
