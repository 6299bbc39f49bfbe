"""A Word document as its words: paragraphs and tables in order, spaces of all kinds as one."""

from __future__ import annotations

from dataclasses import dataclass, field

from roadmapc.russian.normal_form import normal_form
from roadmapc.word.reader.document import WordDocument, WordParagraph, WordTable


@dataclass(frozen=True, slots=True)
class TextCell:
    """The words of a cell, its lines apart, and how many columns it covers; a covered one has no words."""

    text: str
    columns: int = 1
    covered: bool = False


@dataclass
class TextTable:
    """A table: its rows, of which the first `head` repeat; rows may be put in and taken out."""

    rows: list[list[TextCell]]
    head: int = 0
    width: int = field(init=False)
    """How many columns it has."""

    def __post_init__(self) -> None:
        self.width = max((sum(cell.columns for cell in row) for row in self.rows), default=0)


@dataclass
class TextParagraph:
    """A paragraph: its words; `level` is 0 for the title of a document, 1 for the heading of a part, −1 for a text."""

    text: str
    level: int = -1

    @property
    def is_title(self) -> bool:
        """Say whether it is the heading of a document."""
        return self.level == 0


@dataclass
class WordText:
    """A document: paragraphs and tables in order."""

    blocks: list[TextParagraph | TextTable] = field(default_factory=list)

    @property
    def tables(self) -> list[TextTable]:
        """Return the tables."""
        return [one for one in self.blocks if isinstance(one, TextTable)]

    @property
    def words(self) -> list[object]:
        """Return all of it as plain values, to be compared: a title on one line, empty paragraphs left out."""
        found: list[object] = []
        for one in self.blocks:
            if isinstance(one, TextTable):
                found.append([[(cell.text, cell.columns, cell.covered) for cell in row] for row in one.rows])
            elif one.text:
                found.append(" ".join(one.text.split()))
        return found


def text_of(document: WordDocument) -> WordText:
    """Return the words of a Word document that was read."""
    return WordText([_block(one) for one in document.blocks])


def _block(block: WordParagraph | WordTable) -> TextParagraph | TextTable:
    if isinstance(block, WordTable):
        rows = [[TextCell(plain(cell.text), cell.colspan, cell.covered) for cell in row.cells] for row in block.rows]
        return TextTable(rows, sum(row.head for row in block.rows))
    return TextParagraph(plain(block.text), block.outline_level)


def plain(text: str) -> str:
    """Return words with single spaces; tabs and line breaks stay what they are."""
    lines = normal_form(text).replace("\v", "\n").strip().split("\n")
    return "\n".join("\t".join(" ".join(part.split()) for part in line.split("\t")) for line in lines)
