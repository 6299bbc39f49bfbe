"""Blocks → plain text: for mail programs that show nothing else, and for those who read letters in a terminal.

A row of a table is a paragraph: number and first words, then a line for each further cell, named by its column's head.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from roadmapc.rendering.blocks import Block, Content, Document, Paragraph, Run, TableBlock, TableRow, TwoSidedLine

_WIDTH = 72
_EMPTY = ("", "–")
_MOST_SHORT = 160


def text(document: Document) -> str:
    """Return the words of a letter in lines of at most 72 characters; longer words stay whole."""
    blocks = [part for section in document.sections for block in section.blocks for part in _block(block)]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        words = _filled(_words(block.content), first=f"{block.list_marker} " if block.list_marker else "")
        yield f"{words}\n{'=' * min(_WIDTH, len(words))}" if _is_title(block, words) else words
    elif isinstance(block, TwoSidedLine):
        yield _filled(" ".join((_words(block.left), _words(block.right))).strip())
    elif isinstance(block, TableBlock):
        heads = _heads(block)
        yield from (_row(row, heads) for row in block.rows[block.head :])


def _is_title(block: Paragraph, words: str) -> bool:
    return block.style == "Heading1" and bool(words) and "\n" not in words


def _heads(block: TableBlock) -> list[str]:
    found = [""] * len(block.widths)
    for row in block.rows[: block.head]:
        at = 0
        for cell in row.cells:
            words = " ".join(_words(one.content) for one in cell.paragraphs).strip()
            for column in range(at, at + cell.colspan):
                found[column] = words or found[column]
            at += cell.colspan
    return found


def _row(row: TableRow, heads: list[str]) -> str:
    lines: list[str] = []
    number = ""
    column = 0
    for cell in row.cells:
        words = _cell(cell.paragraphs)
        head = heads[column] if cell.colspan < len(heads) else ""
        is_number = cell.paragraphs[0].style.startswith("TableNumber") and not lines
        column += cell.colspan
        if not cell.rowspan or words in _EMPTY:
            continue
        if is_number:
            number = words
        elif not lines:
            lines.append(_filled(words, first=f"{number} " if number else "", then="  "))
        else:
            lines.append(_filled(f"{head}: {words}" if head else words, first="  ", then="    "))
    return "\n".join(lines)


def _cell(paragraphs: Sequence[Paragraph]) -> str:
    """Return the words of a cell: short paragraphs in a row, «30.06.2023; просрочено», items below each other."""
    said = [f"{one.list_marker} {_words(one.content)}".strip() for one in paragraphs if one.content]
    is_short = not any(one.list_marker for one in paragraphs) and sum(map(len, said)) <= _MOST_SHORT
    return ("; " if is_short else "\n").join(filter(None, said))


def _words(content: Content) -> str:
    said = "".join(piece.text if isinstance(piece, Run) else piece for piece in content)
    return "\n".join(" ".join(line.split(" ")).strip() for line in said.replace("\t", " ").split("\n")).strip()


def _filled(words: str, first: str = "", then: str = "") -> str:
    """Return lines of a text; what a no-break space ties stays on one line."""
    lines = words.split("\n")
    return "\n".join(
        textwrap.fill(
            line,
            _WIDTH,
            initial_indent=then if at else first,
            subsequent_indent=then or " " * len(first),
            break_long_words=False,
            break_on_hyphens=False,
        )
        for at, line in enumerate(lines)
        if line
    )
