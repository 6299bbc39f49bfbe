"""How paragraphs look and what they become: lines, fields of text, headings, blocks at the right."""

from __future__ import annotations

import re
from collections.abc import Iterable

from roadmapc.importing.material import Grid, Text, one_line

_FAR = 60  # millimetres: nothing that begins there is running text
_TYPED_FAR = re.compile(r"(?:\t{3,}|[ \u00a0\t]{20,})\S")
_BULLET = re.compile(r"[-–—•·▪●○◦]")
_TYPED_ITEM = re.compile(
    r"\s*(?P<mark>[-–—](?!\d)|[•·▪●○◦]|\d{1,2}\)|[а-я]\))[ \t\u00a0]*(?=\S)(?P<text>.*)", re.DOTALL
)
__all__ = [
    "cell_text",
    "is_blank",
    "is_empty",
    "is_heading",
    "is_item",
    "is_right",
    "one_line",
    "paragraph",
    "prose",
    "squeezed",
    "texts_of",
]

_BLANK = re.compile(r"[_\s\u00a0.]*")
_LONGEST_HEADING = 250


def squeezed(text: str) -> str:
    """Return a text in which a place to write in is one «_» and a gap of three spaces or more is three.

    Patterns that look for such places try every way to part them: of a long one there are too many.
    """
    return re.sub(r"[ \u00a0]{4,}", "   ", re.sub(r"_[_ \u00a0]*_", "_", text))


def is_right(text: Text) -> bool:
    """Tell whether a paragraph stands at the right of the sheet."""
    return text.align == "right" or text.indent >= _FAR or bool(_TYPED_FAR.match(text.text))


def is_item(text: Text) -> bool:
    """Tell whether a paragraph is an item of a list."""
    return bool(text.mark) or bool(_TYPED_ITEM.match(text.text))


def is_heading(text: Text) -> bool:
    """Tell whether a paragraph is a heading by its look."""
    if not 0 < len(text.words) <= _LONGEST_HEADING or is_right(text) or _is_bullet(text):
        return False
    return text.level >= 0 or text.bold or text.align == "center"


def _is_bullet(text: Text) -> bool:
    return bool(_BULLET.fullmatch(text.mark) or re.match(r"\s*[-–—•]\s", text.text))


def is_blank(text: str) -> bool:
    """Tell whether a text is a place to write in, or nothing."""
    return not text or bool(_BLANK.fullmatch(text))


def is_empty(block: Text | Grid) -> bool:
    """Tell whether a block prints nothing."""
    if isinstance(block, Text):
        return not block.words
    return not any(cell.words for row in block.rows for cell in row.cells)


def paragraph(text: Text) -> str:
    """Return a paragraph as a field of text has it: items of lists by their sign, lines by line breaks."""
    mark, words = text.mark, text.text
    typed = None if mark else _TYPED_ITEM.match(words)
    if typed:
        mark, words = typed["mark"], typed["text"]
    lines = [line for line in (one_line(line) for line in words.split("\n")) if line]
    if _BULLET.fullmatch(mark):
        mark = mark if mark == "•" else "-"
    if not mark:
        return "\n".join(lines)
    if any(map(_TYPED_ITEM.match, lines[1:])):  # a list whose items are lines of one paragraph
        return "\n".join([f"{mark} {lines[0]}", *lines[1:]])
    return " ".join([mark, *lines])


def prose(texts: Iterable[Text]) -> str:
    """Return paragraphs as one field: parted by empty lines, the items of a list by line breaks."""
    found = ""
    before = False
    for text in texts:
        words = paragraph(text)
        if words:
            item = is_item(text)
            found += ("" if not found else "\n" if item and before else "\n\n") + words
            before = item
    return found


def cell_text(texts: Iterable[Text]) -> str:
    """Return the words of a cell: a paragraph a line; a dash alone is nothing."""
    words = "\n".join(filter(None, map(paragraph, texts)))
    return "" if words in {"-", "–", "—"} else words


def texts_of(block: Text | Grid) -> list[Text]:
    """Return a block's paragraphs: each row of a table without lines is one."""
    if isinstance(block, Text):
        return [block] if block.words else []
    rows = []
    for row in block.rows:
        texts = [text for cell in row.cells for text in cell.texts if text.words]
        if len(texts) > 1 and all(len(cell.texts) <= 1 for cell in row.cells):
            rows.append(texts[0]._replace(text=" ".join(text.words for text in texts)))
        else:
            rows += texts
    return rows
