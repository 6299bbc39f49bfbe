"""Cells and rows of tables as the program sets them, for `<rows of="…"/>`: what a template says of a text.

Equal cells are one, which is written once.
"""

from __future__ import annotations

from functools import lru_cache

from roadmapc.rendering.blocks import Paragraph, TableCell, TableRow
from roadmapc.rendering.markup.whitespace import collapse
from roadmapc.rendering.prose import is_item, pieces, tied

MOST_REMEMBERED = 500  # cells of the documents of one roadmap: their texts come again and again


def paragraphs(text: str, style: str, item: str = "TableItem") -> tuple[Paragraph, ...]:
    """Return the paragraphs and list items of a text field, `item` being the style of these."""
    if "\n" not in text and not is_item(text):
        return (_paragraph(text, style),)
    return tuple(Paragraph((tied(words),), item if mark else style, mark) for mark, words in pieces(text))


@lru_cache(MOST_REMEMBERED)
def field_cell(text: str) -> TableCell:
    """Return the cell of a text field, `{{ text | cell }}` in a template."""
    if "\n" not in text and not is_item(text):
        return text_cell(text)
    return TableCell(paragraphs(text, "TableText") or (Paragraph((), "TableText"),))


@lru_cache(MOST_REMEMBERED)
def text_cell(text: str, style: str = "TableText") -> TableCell:
    """Return the cell of a text in one line, `{{ text }}` in a template."""
    return TableCell((_paragraph(text, style),))


def lines_cell(lines: tuple[str, ...]) -> TableCell:
    """Return a cell in which each text is a paragraph."""
    return TableCell(tuple(_paragraph(line, "TableText") for line in lines))


def section_row(heading: str, columns: int) -> TableRow:
    """Return the row of a heading over all columns."""
    return TableRow((TableCell((_paragraph(heading, "TableSection"),), columns),), "section")


def _paragraph(text: str, style: str) -> Paragraph:
    words = collapse(tied(text)).strip(" ")
    return Paragraph((words,) if words else (), style)
