"""Walking through the body of a finished document: its paragraphs and tables, content controls looked through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lxml.etree import _Element as Element

from roadmapc.word.package.pages import Page
from roadmapc.word.reader.computed_style import (
    Styles,
    W,
    child,
    count,
    has_rules,
    is_on,
    length,
    paragraph_values,
    value,
)
from roadmapc.word.reader.records import Cell, Paragraph, Row, Table
from roadmapc.word.reader.runs import THROUGH, joined, runs_of

_SINGLE = 1.15  # of the size of type: the height of a single line


class _Place(NamedTuple):
    """Where a paragraph stands."""

    table: int = -1
    offset: int = 0
    room: int = 0
    style: str = ""


_NOWHERE = _Place()


class Walker:
    """Walks through one body, or through a header or footer, which has no `pages` of its own."""

    def __init__(self, styles: Styles, pages: Sequence[Page] = ()) -> None:
        self.styles = styles
        self.pages = pages
        self.section = self.table = 0

    def blocks(self, container: Element | None) -> Iterator[Paragraph | Table]:
        """Yield paragraphs and tables in order."""
        for element in _children(container, "p", "tbl"):
            if element.tag == f"{W}tbl":
                yield self._table(element)
                self.table += 1
                continue
            yield self.paragraph(element, _Place(room=self._text_width()))
            if element.find(f"{W}pPr/{W}sectPr") is not None:
                self.section = min(self.section + 1, len(self.pages) - 1)

    def _text_width(self) -> int:
        return self.pages[self.section].text_width if self.pages else 0

    def paragraph(self, element: Element, place: _Place = _NOWHERE) -> Paragraph:
        """Return a paragraph as it looks in its place."""
        properties = child(element, "pPr")
        style = value(child(properties, "pStyle"))
        own = paragraph_values(properties)
        values = self.styles.laid(self.styles.of_paragraph(style, place.style), own)
        runs = tuple(joined(runs_of(element, self.styles, style, place.style)))
        size = max((run.size for run in runs if run.text.strip()), default=0.0)
        level = count(values.get("outlineLvl", ""))
        return Paragraph(
            text="".join(run.text for run in runs),
            runs=runs,
            style=self.styles.name(style),
            align=values.get("align", "left"),
            left=length(values.get("left")),
            right=length(values.get("right")),
            first=length(values.get("first")),
            line=_line(values, size),
            keep_next=values.get("keepNext") == "1",
            level=-1 if level is None or level > 8 else level,
            section=self.section,
            table=place.table,
            offset=place.offset,
            room=place.room,
        )

    def _table(self, element: Element) -> Table:
        properties = child(element, "tblPr")
        style = value(child(properties, "tblStyle"))
        own = child(properties, "tblBorders")
        grid = tuple(length(value(column, "w")) for column in element.findall(f"{W}tblGrid/{W}gridCol"))
        width = child(properties, "tblW")
        start = length(value(child(properties, "tblInd"), "w"))
        rows = [self._row(row, grid, start, style) for row in _children(element, "tr")]
        return Table(
            rows=tuple(rows),
            grid=grid,
            width=length(value(width, "w")) if value(width, "type") == "dxa" else 0,
            fixed=value(child(properties, "tblLayout"), "type") == "fixed",
            ruled=self.styles.rules(style) if own is None else has_rules(own),
            section=self.section,
        )

    def _row(self, element: Element, grid: tuple[int, ...], start: int, style: str) -> Row:
        properties = child(element, "trPr")
        cells = []
        at = length(value(child(properties, "gridBefore")))
        for cell in _children(element, "tc"):
            own = child(cell, "tcPr")
            columns = max(length(value(child(own, "gridSpan")), 1), 1)
            width = child(own, "tcW")
            wide = length(value(width, "w")) if value(width, "type", "dxa") == "dxa" else 0
            merge = child(own, "vMerge")
            place = _Place(self.table, start + sum(grid[:at]), wide or sum(grid[at : at + columns]), style)
            cells.append(
                Cell(
                    paragraphs=tuple(self.paragraph(p, place) for p in cell.iter(f"{W}p") if _is_plain(p, cell)),
                    column=at,
                    columns=columns,
                    width=wide,
                    covered=merge is not None and value(merge) != "restart",
                    vertical=value(child(own, "textDirection")) in ("btLr", "tbRl", "tbLrV", "tbRlV"),
                )
            )
            at += columns
        return Row(tuple(cells), is_on(child(properties, "tblHeader")), is_on(child(properties, "cantSplit")))


def _children(container: Element | None, *names: str) -> Iterator[Element]:
    """Yield the children of those names, content controls and the like looked through."""
    for element in () if container is None else container:
        name = str(element.tag).removeprefix(W)
        if name in names:
            yield element
        elif name in THROUGH:
            yield from _children(element, *names)


def _is_plain(paragraph: Element, cell: Element) -> bool:
    """Tell whether a paragraph belongs to the cell and to no text box in it."""
    for ancestor in paragraph.iterancestors():
        if ancestor is cell:
            return True
        if ancestor.tag == f"{W}txbxContent":
            return False
    return True


def _line(values: Mapping[str, str], size: float) -> float:
    """Return the line spacing in single lines; an exact one is compared with the single line of the type."""
    line = length(values.get("line"), 240)
    if values.get("lineRule", "auto") == "auto":
        return line / 240
    return line / 20 / (_SINGLE * size) if size else 1.0
