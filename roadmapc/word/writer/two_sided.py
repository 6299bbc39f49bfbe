"""A line with two ends as a row of two cells without lines: a table of its own, or the last row of another one."""

from __future__ import annotations

from collections.abc import Mapping

from roadmapc.rendering.blocks import TwoSidedLine
from roadmapc.rendering.marked import MarkedLine
from roadmapc.word.writer.revisions import mark_of_end, row_mark
from roadmapc.word.writer.text import length, properties, runs

_GAP_BELOW = 120  # twentieths of a point, between a signature and what stands below it
_LEFT_SHARE = 60  # per cent of the width that the left text has, where the right one needs no more than the rest
_LEAST_LEFT_SHARE = 40
_LETTER = 165  # of 14 points, capitals among them, in twentieths
_LIKELY_SHARES = (50, 68)  # of a column's border that will do as well
_WITHOUT_LINES = '<w:tcBorders><w:left w:val="nil"/><w:bottom w:val="nil"/><w:right w:val="nil"/></w:tcBorders>'
_AT_THE_MARGIN = {
    side: f'<w:tcMar><w:{side} w:w="0" w:type="dxa"/></w:tcMar>'  # where the text above and below begins and ends
    for side in ("left", "right")
}


def left_share(line: TwoSidedLine, width: int) -> int:
    """Return which part of a width the left text has, in per cent: the name of whoever signs stands on one line."""
    needed = -(-length(line.right) * _LETTER * 100 // width)
    return max(_LEAST_LEFT_SHARE, min(_LEFT_SHARE, 100 - needed))


def middle_of(line: TwoSidedLine, edges: list[int]) -> int:
    """Return where the two texts part: at the border of a column that is near enough, else between borders."""
    width = edges[-1]
    share = left_share(line, width)
    least, most = (width * one // 100 for one in (min(share, _LIKELY_SHARES[0]), min(share + 8, _LIKELY_SHARES[1])))
    wanted = width * share // 100
    return min((edge for edge in edges if least <= edge <= most), key=lambda edge: abs(edge - wanted), default=wanted)


def two_sided_row(
    line: TwoSidedLine,
    styles: Mapping[str, str],
    widths: tuple[int, int],
    *,
    keep_next: bool,
    spans: tuple[int, int] | None = None,
) -> str:
    """Return the row; the right text stands on the last line of the left one.

    `spans` are the columns that its cells cover in a table with lines, of which the row then has none.
    """
    style, keep = styles[line.style], keep_next or bool(line.below)
    cells = (
        (line.left, "left", "", properties(style, keep_next=keep)),
        (line.right, "right", '<w:vAlign w:val="bottom"/>', properties(style, keep_next=keep, align="right")),
    )
    end = mark_of_end(line.change if isinstance(line, MarkedLine) else "")
    written = [f"<w:tr><w:trPr>{row_mark(line, '<w:cantSplit/>')}</w:trPr>"]
    for at, (content, side, place, inside) in enumerate(cells):
        bare = _WITHOUT_LINES + _AT_THE_MARGIN[side] if spans else ""
        span = f'<w:gridSpan w:val="{spans[at]}"/>' if spans and spans[at] > 1 else ""
        written.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{widths[at]}" w:type="dxa"/>{span}{bare}{place}</w:tcPr>'
            f"<w:p><w:pPr>{inside}{end}</w:pPr>{runs(content)}</w:p></w:tc>"
        )
    written.append("</w:tr>")
    if line.below:
        written.append(_below(line, styles, sum(widths), keep_next=keep_next, columns=sum(spans or (1, 1)), bare=spans))
    return "".join(written)


def _below(
    line: TwoSidedLine,
    styles: Mapping[str, str],
    width: int,
    *,
    keep_next: bool,
    columns: int,
    bare: tuple[int, int] | None,
) -> str:
    """Return a further row, over both columns, in small type."""
    inside = properties(styles["TableText"], keep_next=keep_next, before=_GAP_BELOW)
    without = _WITHOUT_LINES.replace("<w:left", '<w:top w:val="nil"/><w:left', 1)
    edges = without + _AT_THE_MARGIN["left"] if bare else ""
    end = mark_of_end(line.change if isinstance(line, MarkedLine) else "")
    return (
        f'<w:tr><w:trPr>{row_mark(line, "<w:cantSplit/>")}</w:trPr><w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        f'<w:gridSpan w:val="{columns}"/>{edges}</w:tcPr>'
        f"<w:p><w:pPr>{inside}{end}</w:pPr>{runs(line.below)}</w:p></w:tc></w:tr>"
    )
