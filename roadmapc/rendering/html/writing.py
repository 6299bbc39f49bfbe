"""Blocks → HTML: the tags of the vocabulary again, with the names of styles as classes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from roadmapc.rendering.blocks import Block, PageBreak, PageSection, Paragraph, TableBlock, TwoSidedLine
from roadmapc.rendering.html.paragraphs import content_html, escaped, paragraph
from roadmapc.rendering.html.tables import table
from roadmapc.rendering.styles import STYLES


def section(part: PageSection, draft: str) -> str:
    """Return a section as one sheet, however long; paper has as many as it needs."""
    side = "landscape" if part.landscape else "portrait"
    mark = f'<p class="draft Draft">{escaped(draft)}</p>\n' if draft else ""
    return f'<section class="{side}">\n{mark}{"".join(_blocks(part.blocks))}</section>'


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield the blocks; paragraphs with a rule below share one, under the last of them."""
    before: Block | None = None
    for block, following in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Paragraph):
            last = not (isinstance(following, Paragraph) and STYLES[following.style].bottom_border)
            yield paragraph(block, rule=STYLES[block.style].bottom_border and last)
        elif isinstance(block, TwoSidedLine) and not _signature(before, block):
            yield _ends(block)
        elif isinstance(block, TableBlock):
            yield from table(block, _signature(block, following))
        elif isinstance(block, PageBreak):
            yield '<hr class="pagebreak">\n'
        before = block


def _signature(block: Block | None, following: Block | None) -> str:
    """Return the signature right behind a table with lines, which is written as its last row, or nothing."""
    is_table = isinstance(block, TableBlock) and block.grid
    if is_table and isinstance(following, TwoSidedLine) and following.style == "Signature":
        return _ends(following).strip()
    return ""


def _ends(ends: TwoSidedLine) -> str:
    keep = " keep" if ends.keep_next else ""
    inside = f"<span>{content_html(ends.left)}</span><span>{content_html(ends.right)}</span>"
    below = f'<p class="TableText">{content_html(ends.below)}</p>\n' if ends.below else ""
    return f'<div class="ends {ends.style}{keep}">{inside}</div>\n{below}'
