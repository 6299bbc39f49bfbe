"""What a new form is made of: the answers of an office, read and held against what a page can have.

The standard's values are the defaults (ГОСТ Р 7.0.97-2025, 3.3 and 3.4). Lengths are twentieths of a point («twips»),
sizes of type half points; people say millimetres and points.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from roadmapc.diagnostics import Message, UserError
from roadmapc.diagnostics.visible import visible
from roadmapc.rendering.styles import APPROVAL_WIDTH
from roadmapc.word.package.pages import Page, upright_page

FONT = "Times New Roman"
SIZE = 14
MARGINS = "30 10 20 20"
"""Left, right, top, bottom, in millimetres: the left one is that of what is kept for long."""

_MOST_LINES, _MOST_SIGNS, _MOST_FONT = 12, 200, 31
_SIZES = range(10, 19)
_MOST_MARGIN = 100
_PER_MM = 1440 / 25.4


@dataclass(frozen=True, slots=True)
class NewForm:
    """The answers: whose form it is, for which kind of act (any, where empty), how it is laid out; `arms` a picture.

    `is_corner` puts all of the letterhead into the corner at the left, else it goes along the whole width.
    """

    organisation: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    kind: str = ""
    is_corner: bool = False
    arms: bytes = b""
    page: Page = field(default_factory=Page)
    font: str = FONT
    size: int = 2 * SIZE

    @property
    def beside_corner(self) -> int:
        """Return the width that a letterhead in the corner leaves free at its right."""
        return max(self.page.text_width - APPROVAL_WIDTH, 0)


def read_line(text: str) -> str:
    """Return a line of a letterhead in one line; raises UserError for one that no sheet has room for."""
    line = " ".join(text.split())
    if visible(line) != line:
        raise UserError(Message("“{text}” holds a character that nobody sees", text=line))
    if len(line) > _MOST_SIGNS:
        raise UserError(Message("the line is too long: more than {n} signs", n=_MOST_SIGNS))
    return line


def read_lines(lines: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """Return the lines of a letterhead that say something; raises UserError."""
    found = tuple(line for line in map(read_line, lines) if line)
    if len(found) > _MOST_LINES:
        raise UserError(Message("a letterhead has at most {n} lines", n=_MOST_LINES))
    return found


def read_layout(text: str) -> bool:
    """Return whether a letterhead stands in the corner; raises UserError for another word."""
    word = text.strip().casefold()
    if word in {"corner", "угловой", "у"}:
        return True
    if word in {"lengthwise", "продольный", "п"}:
        return False
    raise UserError(Message("“{text}” is no layout; write угловой (corner) or продольный (lengthwise)", text=text))


def read_page(margins: str, binding: str) -> Page:
    """Return the page: margins left, right, top, bottom in millimetres, and what binding takes more at the left."""
    given = [*map(_millimetres, re.split(r"[\s,;]+", margins.strip()))]
    if len(given) != 4:
        raise UserError(Message("four margins are needed: left, right, top, bottom, in mm; for example 30 10 20 20"))
    lengths = dict(zip(("left", "right", "top", "bottom"), map(_twips, given), strict=True))
    try:
        return upright_page(lengths, _twips(_millimetres(binding)))
    except ValueError:
        raise UserError(Message("these margins leave no room for text")) from None


def _millimetres(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,3}", text.strip()) or int(text) > _MOST_MARGIN:
        raise UserError(
            Message("“{text}” is no margin: whole millimetres, at most {most}", text=text, most=_MOST_MARGIN)
        )
    return int(text)


def _twips(millimetres: int) -> int:
    return round(millimetres * _PER_MM)


def read_size(text: str) -> int:
    """Return a size of type in half points; raises UserError."""
    if text.strip() not in map(str, _SIZES):
        low, high = _SIZES[0], _SIZES[-1]
        raise UserError(Message("“{text}” is no size of type: {low} to {high} points", text=text, low=low, high=high))
    return 2 * int(text)


def read_font(text: str) -> str:
    """Return the name of a font; raises UserError for what Word takes for none."""
    name = read_line(text)
    if not name or len(name) > _MOST_FONT or not re.fullmatch(r"[\w .+-]+", name):
        raise UserError(Message("“{text}” is no name of a font", text=text))
    return name
