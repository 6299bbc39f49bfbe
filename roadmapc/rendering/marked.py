"""A block tree with marks of change, as Word tracks them: of words, of ends of paragraphs, of rows of tables.

What bears no mark is what it always was, so a tree has marks where something changed and nowhere else. The text of
what is not deleted is the new document, of what is not inserted the old one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from roadmapc.rendering.blocks import Block, Document, Paragraph, Run, TableBlock, TableRow, TwoSidedLine

Change = Literal["", "inserted", "deleted"]


@dataclass(frozen=True, slots=True)
class MarkedRun(Run):
    """Words that were inserted or deleted."""

    change: Change = ""


@dataclass(frozen=True, slots=True)
class MarkedParagraph(Paragraph):
    """A paragraph with marks; `change` is that of its end: a deleted end joins it to the next paragraph.

    What is printed before its text (`list_marker`) is part of its content, and so is a line to write on. The end of
    the last paragraph of a section is never marked.
    """

    change: Change = ""


@dataclass(frozen=True, slots=True)
class MarkedLine(TwoSidedLine):
    """A line with two ends with marks; `change` is that of the line as a whole."""

    change: Change = ""


@dataclass(frozen=True, slots=True)
class MarkedRow(TableRow):
    """A row of a table that was inserted or deleted, with all words and paragraphs in it; without `change` a kept one.

    A kept row has marks in its cells.
    """

    change: Change = ""


@dataclass(frozen=True, slots=True)
class MarkedDocument(Document):
    """A document with marks: whose they are, and when they were made (xsd:dateTime; empty where it is not known)."""

    author: str = ""
    date: str = ""


def change_of(block: Block) -> Change:
    """Return the change of a table or of a line with two ends as a whole; of anything else none."""
    if isinstance(block, MarkedLine):
        return block.change
    if isinstance(block, TableBlock):
        changes = {row.change if isinstance(row, MarkedRow) else "" for row in block.rows}
        return changes.pop() if len(changes) == 1 else ""
    return ""


def is_marked(document: Document) -> bool:
    """Say whether a document has any mark."""
    blocks = (block for section in document.sections for block in section.blocks)
    return any(
        isinstance(block, MarkedParagraph | MarkedLine)
        or (isinstance(block, TableBlock) and any(isinstance(row, MarkedRow) for row in block.rows))
        for block in blocks
    )
