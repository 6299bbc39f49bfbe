"""Reading the body of a finished document: its paragraphs and tables in order, no word of them lost.

python-docx's own walks (`document.paragraphs`, `table.rows`, `row.cells`) pass over all that stands in a content
control or an insertion, and return a merged cell once for every column. So its elements are walked here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, takewhile
from typing import NamedTuple, TypeVar

from docx.oxml.table import CT_Row, CT_Tbl, CT_Tc
from docx.oxml.text.paragraph import CT_P
from lxml.etree import _Element as Element

from roadmapc.word.package.attributes import W, child, count, is_on, length, value
from roadmapc.word.package.pages import Page
from roadmapc.word.reader.computed_style import Styles, has_rules, paragraph_values, run_values
from roadmapc.word.reader.numbering import Numbering
from roadmapc.word.reader.records import WordCell, WordParagraph, WordRow, WordTable
from roadmapc.word.reader.runs import THROUGH, join_runs, runs_of

_MOST_COLUMNS = 63  # Word opens no table with more: a cell that claims to span millions is damaged
_MOST_FRAMES = 4  # one in another
_SINGLE = 1.15  # of the size of type: the height of a single line
_NO_LINE = ("nil", "none")
_UPRIGHT = ("btLr", "tbRl", "tbLrV", "tbRlV")

T = TypeVar("T", bound=Element)


class _Place(NamedTuple):
    """Where a paragraph stands; `style` is its table's, `covered` says that the cell is one with that above it."""

    table: int = -1
    offset: int = 0
    room: int = 0
    style: str = ""
    covered: bool = False


_NOWHERE = _Place()


class BodyReader:
    """Reads one body, or a header or footer, which has no `pages` of its own."""

    def __init__(self, styles: Styles, pages: Sequence[Page] = (), numbering: Numbering | None = None) -> None:
        self.styles = styles
        self.numbering = numbering
        self.read: list[CT_P] = []
        self.hidden: list[tuple[CT_P, str]] = []
        self.pages = pages
        self.section = self.table = 0

    def blocks(self, container: Element | None, depth: int = 0) -> Iterator[WordParagraph | WordTable]:
        """Yield paragraphs and tables in order; what stands in a frame, a table of one cell, stands in the text."""
        for element in _children(container, CT_P, CT_Tbl):
            if isinstance(element, CT_Tbl) and depth < _MOST_FRAMES and (frame := _framed(element)) is not None:
                yield from self.blocks(frame, depth + 1)
            elif isinstance(element, CT_Tbl):
                yield from self._tables(element)
            elif isinstance(element, CT_P):
                yield self.paragraph(element, _Place(room=self._text_width()))
                # the pages of a section are described at its end: in its last paragraph, or in that of the body
                if child(element.pPr, "sectPr") is not None:
                    self.section = min(self.section + 1, len(self.pages) - 1)

    def _text_width(self) -> int:
        return self.pages[self.section].text_width if self.pages else 0

    def paragraph(self, element: CT_P, place: _Place = _NOWHERE, inner: tuple[int, int] = (0, 0)) -> WordParagraph:
        """Return a paragraph as it looks in its place."""
        self.read.append(element)
        own = paragraph_values(element.pPr)
        style = own.get("style", "")
        values = self.styles.lay_over(self.styles.of_paragraph(style, place.style), own)
        hidden: list[str] = []
        runs = tuple(join_runs(runs_of(element, self.styles, style, place.style, hidden)))
        if hidden:
            self.hidden.append((element, "".join(hidden)))
        size = max((run.size for run in runs if run.text.strip()), default=0.0)
        level = count(values.get("outlineLvl", ""))
        return WordParagraph(
            text="".join(run.text for run in runs),
            runs=runs,
            style=self.styles.name(style),
            align=values.get("align", "left"),
            left_indent=length(values.get("left")),
            right_indent=length(values.get("right")),
            first_line_indent=length(values.get("first")),
            line_spacing=_line_spacing(values, size),
            keep_next=values.get("keepNext") == "1",
            outline_level=-1 if level is None or level > 8 else level,  # 9 is the body text's (17.3.1.20)
            section=self.section,
            table=place.table,
            offset=place.offset,
            room=place.room,
            mark=self._mark(element, values, own, place, seen=bool(runs)),
            inner=inner,
        )

    def _mark(
        self, element: CT_P, values: Mapping[str, str], own: Mapping[str, str], place: _Place, *, seen: bool
    ) -> str:
        """Return the paragraph's automatic number; one of which nothing is seen prints none, and counts all the same.

        Where the paragraph does not say its level, the nearest of its styles counts that a level of the list names.
        """
        number = values.get("number", "")
        if not number or self.numbering is None:
            return ""
        if child(element.pPr, "sectPr") is not None and next(element.iter(f"{W}r"), None) is None:
            return ""  # it only ends a section
        style = own.get("style", "")
        said = count(own["level"]) if "level" in own else None
        level = self.styles.level(style, number, self.numbering.linked(number)) if said is None else said
        mark = self.numbering.next(number, level)
        unseen = mark and not seen and (place.covered or self._is_mark_hidden(element, style, place))
        return "" if unseen else mark

    def _is_mark_hidden(self, element: CT_P, style: str, place: _Place) -> bool:
        own = run_values(child(element.pPr, "rPr"), self.styles.theme)
        return own.get("vanish", self.styles.of_run(style, place.style, "").get("vanish")) == "1"

    def _tables(self, element: CT_Tbl) -> Iterator[WordTable]:
        """Yield a table; last rows without lines, as signatures are kept with the rows above, are one of their own."""
        table = self._table(element)
        bare = takewhile(_has_no_lines, reversed(list(_children(element, CT_Row)))) if table.ruled else ()
        last = len(table.rows) - len(list(bare))
        self.table += 1
        if not 0 < last < len(table.rows):
            yield table
            return
        yield table._replace(rows=table.rows[:last])
        yield table._replace(rows=tuple(map(self._of_this_table, table.rows[last:])), ruled=False)
        self.table += 1

    def _of_this_table(self, row: WordRow) -> WordRow:
        cells = (
            cell._replace(paragraphs=tuple(p._replace(table=self.table) for p in cell.paragraphs)) for cell in row.cells
        )
        return row._replace(cells=tuple(cells))

    def _table(self, element: CT_Tbl) -> WordTable:
        properties = child(element, "tblPr")
        style = value(child(properties, "tblStyle"))
        own = child(properties, "tblBorders")
        grid = tuple(length(value(column, "w")) for column in element.findall(f"{W}tblGrid/{W}gridCol"))
        width = child(properties, "tblW")
        start = length(value(child(properties, "tblInd"), "w"))
        edges = (0, *accumulate(grid))  # where each column begins, and the last one ends
        rows = [self._row(row, edges, start, style) for row in _children(element, CT_Row)]
        return WordTable(
            rows=tuple(rows),
            grid=grid,
            width=length(value(width, "w")) if value(width, "type") == "dxa" else 0,  # «dxa» are twentieths
            fixed=value(child(properties, "tblLayout"), "type") == "fixed",
            ruled=self.styles.rules(style) if own is None else has_rules(own),
            section=self.section,
        )

    def _row(self, element: CT_Row, edges: tuple[int, ...], start: int, style: str) -> WordRow:
        properties = element.trPr
        cells = []
        at = min(
            max(length(value(child(properties, "gridBefore"))), 0), _MOST_COLUMNS
        )  # columns that the row leaves out at its start
        for cell in _children(element, CT_Tc):
            own = cell.tcPr
            colspan = min(max(length(value(child(own, "gridSpan")), 1), 1), _MOST_COLUMNS)
            width = child(own, "tcW")
            wide = length(value(width, "w")) if value(width, "type", "dxa") == "dxa" else 0
            merge = child(own, "vMerge")
            left, right = (edges[min(column, len(edges) - 1)] for column in (at, at + colspan))
            covered = merge is not None and value(merge) != "restart"  # no value: «continue»
            place = _Place(self.table, start + left, wide or right - left, style, covered)
            cells.append(
                WordCell(
                    paragraphs=tuple(self.paragraph(p, place, inner) for p, inner in _paragraphs(cell)),
                    column=at,
                    colspan=colspan,
                    width=wide,
                    covered=covered,
                    vertical=value(child(own, "textDirection")) in _UPRIGHT,
                )
            )
            at += colspan
        return WordRow(tuple(cells), is_on(child(properties, "tblHeader")), is_on(child(properties, "cantSplit")))


def _framed(table: CT_Tbl, depth: int = 0) -> CT_Tc | None:
    """Return the cell of a table that only frames another one; None where it has more cells, or no table of rows."""
    cells = [cell for row in _children(table, CT_Row) for cell in _children(row, CT_Tc)]
    if len(cells) != 1 or depth > _MOST_FRAMES:
        return None
    inner = _children(cells[0], CT_Tbl)
    holds = any(len(list(_children(one, CT_Row))) > 1 or _framed(one, depth + 1) is not None for one in inner)
    return cells[0] if holds else None


def _has_no_lines(row: CT_Row) -> bool:
    """Tell whether no cell of a row has lines at its sides and below."""
    borders = [child(cell.tcPr, "tcBorders") for cell in _children(row, CT_Tc)]
    sides = (value(child(border, side)) for border in borders for side in ("left", "bottom", "right"))
    return bool(borders) and all(line in _NO_LINE for line in sides)


def _children(container: Element | None, *kinds: type[T]) -> Iterator[T]:
    """Yield the children of those classes, content controls and the like looked through."""
    for element in () if container is None else container:
        if isinstance(element, kinds):
            yield element
        elif str(element.tag).removeprefix(W) in THROUGH:
            yield from _children(element, *kinds)


def _paragraphs(cell: CT_Tc) -> Iterator[tuple[CT_P, tuple[int, int]]]:
    """Yield the paragraphs of a cell, those of tables in it with their row and cell there, those of text boxes not."""
    rows: list[Element] = []
    for element in cell.iter(f"{W}p"):
        if isinstance(element, CT_P) and _is_plain(element, cell):
            yield element, _inner(element, cell, rows)


def _inner(paragraph: Element, cell: CT_Tc, rows: list[Element]) -> tuple[int, int]:
    """Return row and cell in the outermost table inside a cell; rows are numbered through all such tables."""
    inner, row = None, None
    for ancestor in paragraph.iterancestors():
        if ancestor is cell:
            break
        inner = ancestor if ancestor.tag == f"{W}tc" else inner
        row = ancestor if ancestor.tag == f"{W}tr" else row
    if row is None or inner is None:
        return 0, 0
    if not rows or rows[-1] is not row:
        rows.append(row)
    return len(rows), 1 + list(row.iter(f"{W}tc")).index(inner)


def _is_plain(paragraph: Element, cell: Element) -> bool:
    for ancestor in paragraph.iterancestors():
        if ancestor is cell:
            return True
        if ancestor.tag == f"{W}txbxContent":
            return False
    return True


def _line_spacing(values: Mapping[str, str], size: float) -> float:
    """Return the line spacing in single lines, which are 240 parts (17.3.1.33).

    One that is exact, or at least so much, is in twentieths of a point: it is compared with a line of the type.
    """
    line = length(values.get("line"), 240)
    if values.get("lineRule", "auto") == "auto":
        return line / 240
    return line / 20 / (_SINGLE * size) if size else 1.0
