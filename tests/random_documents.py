"""Block trees made by chance, and others made of them by changes as editors make them: for laws of tracked changes."""

from __future__ import annotations

import random
from dataclasses import replace

from roadmapc.rendering.blocks import (
    Block,
    Document,
    PageSection,
    Paragraph,
    TableBlock,
    TableCell,
    TableRow,
    TwoSidedLine,
)

_WORDS = (
    *("совещание", "педагоги", "обучение", "методисты", "школы", "района", "семинар", "15.05.2022", "2021-2024"),
    *("гг.", "и", "в", "№", "5"),
)
_COVERED = TableCell((Paragraph((), "TableText"),), rowspan=0)
_Cell = tuple[Paragraph, ...]
_Grid = list[list[_Cell]]
"""The words of each place of a table: what is one object in neighbouring rows is one cell."""


def two_editions(seed: int) -> tuple[Document, Document]:
    """Return a document and what becomes of it; sometimes one that has nothing to do with it."""
    chance = random.Random(seed)
    old = Document("Т", tuple(_section(chance) for _ in range(chance.randint(1, 2))))
    return old, (_changed(chance, old) if chance.random() < 0.9 else Document("Т", (_section(chance),)))


def _section(chance: random.Random) -> PageSection:
    return PageSection(tuple(_block(chance) for _ in range(chance.randint(1, 7))), chance.random() < 0.5)


def _block(chance: random.Random) -> Block:
    kind = chance.random()
    if kind < 0.55:
        return _paragraph(chance, chance.choice(("Text", "Heading2", "Item")))
    if kind < 0.9:
        columns = chance.choice((2, 3))
        return _table([[_cell(chance) for _ in range(columns)] for _ in range(chance.randint(1, 6))], chance, 2)
    return TwoSidedLine(_paragraph(chance).content, _paragraph(chance).content, "Signature")


def _paragraph(chance: random.Random, style: str = "Text") -> Paragraph:
    return Paragraph((" ".join(chance.choices(_WORDS, k=chance.randint(1, 5))),), style)


def _cell(chance: random.Random) -> _Cell:
    return tuple(_paragraph(chance, "TableText") for _ in range(chance.choice((1, 1, 1, 2, 3))))


def _table(grid: _Grid, chance: random.Random, joined: int) -> TableBlock:
    """Return a table; so many places are made one with that above."""
    for _ in range(joined if len(grid) > 1 else 0):
        row, column = chance.randrange(1, len(grid)), chance.randrange(len(grid[0]))
        grid[row][column] = grid[row - 1][column]
    rows = []
    for at, line in enumerate(grid):
        cells = []
        for column, words in enumerate(line):
            span = next((n for n in range(1, len(grid) - at) if grid[at + n][column] is not words), len(grid) - at)
            is_covered = at > 0 and grid[at - 1][column] is words
            cells.append(_COVERED if is_covered else TableCell(words, rowspan=span))
        rows.append(TableRow(tuple(cells)))
    return TableBlock((1.0,) * len(grid[0]), tuple(rows))


def _grid(table: TableBlock) -> _Grid:
    grid: _Grid = []
    for row in table.rows:
        grid.append([c.paragraphs if c.rowspan else grid[-1][at] for at, c in enumerate(row.cells)])
    return grid


def _changed(chance: random.Random, old: Document) -> Document:
    sections = [list(one.blocks) for one in old.sections]
    for _ in range(chance.randint(1, 4)):
        blocks = chance.choice(sections)
        at, kind = chance.randrange(len(blocks)), chance.random()
        if kind < 0.25:
            blocks.insert(at, _block(chance))
        elif kind < 0.45 and len(blocks) > 1:
            del blocks[at]
        elif kind < 0.9:
            blocks[at] = _changed_block(chance, blocks[at])
        elif len(sections) > 1:
            sections[0] += sections.pop()
    return Document("Т", tuple(PageSection(tuple(blocks), chance.random() < 0.5) for blocks in sections))


def _changed_block(chance: random.Random, block: Block) -> Block:
    if isinstance(block, TableBlock):
        grid = _grid(block)
        for _ in range(chance.randint(0, 3)):
            _change(chance, grid)
        return _table(grid, chance, chance.randint(0, 1))
    if isinstance(block, TwoSidedLine):
        return replace(block, left=_paragraph(chance).content)
    return _paragraph(chance, block.style) if isinstance(block, Paragraph) else block


def _change(chance: random.Random, grid: _Grid) -> None:
    at, kind = chance.randrange(len(grid)), chance.random()
    if kind < 0.35 and len(grid) > 1:
        del grid[at]
    elif kind < 0.7:
        beside = grid[at]
        grid.insert(at, [words if chance.random() < 0.4 else _cell(chance) for words in beside])
    else:
        grid[at][chance.randrange(len(grid[at]))] = _cell(chance)
