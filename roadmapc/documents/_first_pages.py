"""Whether the text before a table on its side has upright pages of its own, by a rough count of its height.

A page break between the two leaves the rest of a page white. So a short text, of which the last page would be more
than half white, goes on its side with the table, which then begins below it. A text of several pages stays upright,
whatever its last page leaves: lines of 26 cm are hard to read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from roadmapc.rendering.prose import pieces

_PAGE = 728  # points between the margins of an upright page
_LINE, _HEADING_LINE, _CELL_LINE = 18.5, 16.1, 13.8  # points
_LETTERS, _HEADING_LETTERS = 68, 55  # in a line 17 cm long, of 14 points
_CELL_LETTERS_PER_MM = 0.47  # of 12 points
_AROUND_TITLE, _AROUND_HEADING, _AROUND_CELL = 30, 18, 3  # points
_LEAST_FILLED = 0.5  # of the last page, for a page break behind it
_MOST_TURNED = 2  # pages


def is_upright(
    approval: Iterable[Sequence[str]],
    titles: Iterable[str],
    parts: Iterable[tuple[str, str]],
    rows: Iterable[tuple[str, str]],
    widths: tuple[int, int],
) -> bool:
    """Tell whether what stands before a landscape table is set upright, on pages of its own.

    `parts` are headings and texts; `rows` are those of a passport, name and text, in columns of `widths` millimetres.
    """
    height = sum(_HEADING_LINE * (len(part) + 0.5) for part in approval)
    height += sum(_title(title) for title in titles if title)
    height += sum(_part(heading, text) for heading, text in parts)
    height += sum(_row(row, widths) for row in rows)
    pages = height / _PAGE
    return pages > _MOST_TURNED or pages % 1 >= _LEAST_FILLED


def _title(title: str) -> float:
    return _AROUND_TITLE + _HEADING_LINE * _lines(title, _HEADING_LETTERS)


def _part(heading: str, text: str) -> float:
    head = _AROUND_HEADING + _HEADING_LINE * _lines(heading, _HEADING_LETTERS) if heading else 0
    return head + _LINE * _lines(text, _LETTERS)


def _row(row: tuple[str, str], widths: tuple[int, int]) -> float:
    letters = (int(width * _CELL_LETTERS_PER_MM) for width in widths)
    return _AROUND_CELL + _CELL_LINE * max(_lines(text, most) for text, most in zip(row, letters, strict=True))


def _lines(text: str, letters: int) -> int:
    return sum(1 + len(line) // letters for piece in pieces(text) for line in piece.text.split("\n"))
