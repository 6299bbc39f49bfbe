"""Blocks → HTML for mail programs: many drop stylesheets and know tables alone, so every look stands where it is used.

Nothing is fetched from elsewhere, and there is no script: what asks for either is taken for an advertisement.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.rendering.blocks import Block, Document, Paragraph, TableBlock, TableCell, TableRow, TwoSidedLine
from roadmapc.rendering.html.paragraphs import content_html, escaped

_FONT = "font-family:Arial,'Liberation Sans',Helvetica,sans-serif"
_WIDTH = 720
_TEXT = "margin:0 0 10px 0"
_LOOKS = {
    "Heading1": "margin:0 0 14px 0;font-size:19px;line-height:1.3;font-weight:bold",
    "Heading2": "margin:22px 0 8px 0;font-size:16px;line-height:1.3;font-weight:bold",
    "Note": f"{_TEXT};font-size:13px;color:#444444",
    "TableHead": "margin:0;font-weight:bold",
    "TableSection": "margin:0;font-weight:bold",
    "TableItem": "margin:0 0 0 14px;text-indent:-14px",
}
"""Looks by style; others are text of the letter, or of a cell."""
_CELL = "padding:6px 8px;border:1px solid #a6a6a6;vertical-align:top;text-align:left;font-size:14px;line-height:1.35"
_GROUNDS = {"head": "#e9edf2", "section": "#f4f4f4"}


def html(document: Document) -> str:
    """Return the page of a letter; its title is the document's."""
    blocks = "".join(_block(block) for part in document.sections for block in part.blocks)
    body = f"{_FONT};font-size:15px;line-height:1.45;color:#000000"
    return "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="ru">',
            "<head>",
            '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escaped(document.title)}</title>",
            "</head>",
            '<body style="margin:0;padding:0;background-color:#ffffff">',
            '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">',
            '<tr><td style="padding:16px">',
            f'<table role="presentation" width="{_WIDTH}" cellpadding="0" cellspacing="0" border="0"',
            f' style="width:100%;max-width:{_WIDTH}px"><tr><td style="{body}">',
            blocks.rstrip("\n"),
            "</td></tr></table></td></tr>",
            "</table>",
            "</body>",
            "</html>",
            "",
        )
    )


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return _paragraph(block, _TEXT)
    if isinstance(block, TwoSidedLine):
        left, right = content_html(block.left), content_html(block.right)
        cell = "vertical-align:bottom;padding:16px 0 0 0"
        sides = f'<td style="{cell}">{left}</td><td style="{cell};text-align:right">{right}</td>'
        return f'<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr>{sides}</tr></table>\n'
    return "".join(_table(block)) if isinstance(block, TableBlock) else ""


def _paragraph(one: Paragraph, usual: str) -> str:
    tag = {"Heading1": "h1", "Heading2": "h2"}.get(one.style, "p")
    mark = f"{escaped(one.list_marker)}&nbsp;" if one.list_marker else ""
    look = _LOOKS.get(one.style.removesuffix("Small"), usual)
    return f'<{tag} style="{look}">{mark}{content_html(one.content)}</{tag}>\n'


def _table(block: TableBlock) -> Iterator[str]:
    total = sum(block.widths)
    widths = [f"{100 * width / total:.4g}%" for width in block.widths]
    look = "width:100%;border-collapse:collapse;margin:0 0 14px 0"
    yield f'<table width="100%" cellpadding="0" cellspacing="0" style="{look}">\n'
    for at, row in enumerate(block.rows):
        yield f"<tr>{''.join(_cells(row, widths, is_head=at < block.head, is_first=at == 0, grid=block.grid))}</tr>\n"
    yield "</table>\n"


def _cells(row: TableRow, widths: list[str], *, is_head: bool, is_first: bool, grid: bool) -> Iterator[str]:
    column = 0
    for cell in row.cells:
        if cell.rowspan:
            tag = 'th scope="col"' if is_head else "td"
            width = f' width="{widths[column]}"' if is_first and cell.colspan == 1 else ""
            spans = (f' colspan="{cell.colspan}"' if cell.colspan > 1 else "") + (
                f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
            )
            look = _look(cell, "head" if is_head else row.kind, grid=grid)
            yield f'<{tag}{width}{spans} style="{look}">{_inside(cell)}</{tag[:2]}>'
        column += cell.colspan


def _look(cell: TableCell, kind: str, *, grid: bool) -> str:
    look = _CELL if grid else _CELL.replace("border:1px solid #a6a6a6", "border:0")
    ground = _GROUNDS.get(kind, "#d9d9d9" if cell.shaded else "")
    align = f";text-align:{cell.align}" if cell.align else ""
    return look + align + (f";background-color:{ground}" if ground else "")


def _inside(cell: TableCell) -> str:
    """Return the paragraphs of a cell; one alone needs no tag of its own, but for its weight."""
    if len(cell.paragraphs) != 1:
        return "".join(_paragraph(one, "margin:0") for one in cell.paragraphs).rstrip("\n")
    only = cell.paragraphs[0]
    inside = (f"{escaped(only.list_marker)}&nbsp;" if only.list_marker else "") + content_html(only.content)
    return f"<b>{inside}</b>" if only.style.removesuffix("Small") in {"TableHead", "TableSection"} else inside
