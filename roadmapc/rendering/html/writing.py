"""Blocks → HTML: the tags of the vocabulary again, with the names of styles as classes."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.rendering.blocks import (
    Block,
    Content,
    PageBreak,
    PageSection,
    Paragraph,
    Run,
    TableBlock,
    TableCell,
    TableRow,
    TwoSidedLine,
)
from roadmapc.rendering.styles import STYLES

_HEADINGS = {"Heading1": "h1", "Heading2": "h2"}


def escaped(text: str) -> str:
    """Return the text for the inside of an element or a quoted attribute; line breaks and tabs become tags."""
    for letter, reference in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\n", "<br>")):
        text = text.replace(letter, reference)
    return text.replace("\t", "&emsp;")


def section(part: PageSection, draft: str) -> str:
    """Return a section as one sheet, however long; paper has as many as it needs."""
    side = "landscape" if part.landscape else "portrait"
    mark = f'<p class="draft Draft">{escaped(draft)}</p>\n' if draft else ""
    return f'<section class="{side}">\n{mark}{"".join(_blocks(part.blocks))}</section>'


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield the blocks; paragraphs with a rule below share one, under the last of them."""
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            following = blocks[at + 1] if at + 1 < len(blocks) else None
            last = not (isinstance(following, Paragraph) and STYLES[following.style].bottom_border)
            yield _paragraph(block, rule=STYLES[block.style].bottom_border and last)
        elif isinstance(block, TwoSidedLine):
            yield _ends(block)
        elif isinstance(block, TableBlock):
            yield from _table(block)
        elif isinstance(block, PageBreak):
            yield '<hr class="pagebreak">\n'


def _paragraph(paragraph: Paragraph, *, suffix: str = "", rule: bool = False) -> str:
    tag = _HEADINGS.get(paragraph.style, "p")
    keep = " keep" if paragraph.keep_next else ""
    line = ' style="border-bottom: 1pt solid; padding-bottom: 4pt"' if rule else ""
    mark = f'<span class="mark">{escaped(paragraph.list_marker)} </span>' if paragraph.list_marker else ""
    blank = '<span class="blank"></span>' if paragraph.style.endswith("Blank") else ""
    text = _text(paragraph.content)
    return f'<{tag} class="{paragraph.style}{suffix}{keep}"{line}>{mark}{text}{blank}</{tag}>\n'


def _text(content: Content) -> str:
    return "".join(escaped(piece) if isinstance(piece, str) else _run(piece) for piece in content)


def _run(run: Run) -> str:
    text = escaped(run.text)
    text = f"<i>{text}</i>" if run.italic else text
    return f"<b>{text}</b>" if run.bold else text


def _ends(ends: TwoSidedLine) -> str:
    keep = " keep" if ends.keep_next else ""
    return (
        f'<div class="ends {ends.style}{keep}"><span>{_text(ends.left)}</span><span>{_text(ends.right)}</span></div>\n'
    )


def _table(table: TableBlock) -> Iterator[str]:
    total = sum(table.widths)
    columns = "".join(f'<col style="width: {100 * width / total:.4g}%">' for width in table.widths)
    classes = "grid" if table.grid else "plain"
    yield f'<table class="{classes}{" keep" if table.keep_next else ""}">\n<colgroup>{columns}</colgroup>\n'
    suffix = "Small" if table.small else ""
    for tag, rows in (("thead", table.rows[: table.head]), ("tbody", table.rows[table.head :])):
        if rows:
            yield f"<{tag}>\n"
            yield from (_row(row, "th" if tag == "thead" else "td", suffix) for row in rows)
            yield f"</{tag}>\n"
    yield "</table>\n"


def _row(row: TableRow, tag: str, suffix: str) -> str:
    kind = f' class="{row.kind}"' if row.kind not in ("", "head") else ""
    return f"<tr{kind}>{''.join(_cell(cell, tag, suffix) for cell in row.cells if cell.rowspan)}</tr>\n"


def _cell(cell: TableCell, tag: str, suffix: str) -> str:
    names = [cell.align, "shaded" if cell.shaded else "", "vertical" if cell.vertical else ""]
    given = {
        "class": " ".join(filter(None, names)),
        "colspan": str(cell.colspan) if cell.colspan > 1 else "",
        "rowspan": str(cell.rowspan) if cell.rowspan > 1 else "",
    }
    attributes = "".join(f' {name}="{value}"' for name, value in given.items() if value)
    inside = "".join(_paragraph(paragraph, suffix=suffix).rstrip("\n") for paragraph in cell.paragraphs)
    return f"<{tag}{attributes}>{f'<div>{inside}</div>' if cell.vertical else inside}</{tag}>"
