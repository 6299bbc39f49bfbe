"""Any finished .docx as frozen records: pages, paragraphs as they really look, tables.

The file comes from anywhere: it is opened under the limits of `roadmapc.word.forms`, no part may declare a document
type, nothing is fetched. Text is what stands after all changes are accepted: inserted text counts, deleted does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from roadmapc.diagnostics import Message, UserError
from roadmapc.word.effective import (
    Styles,
    W,
    child,
    count,
    has_rules,
    is_on,
    length,
    paragraph_values,
    run_values,
    theme_fonts,
    value,
)
from roadmapc.word.forms import FormError, unpacked
from roadmapc.word.pages import Page
from roadmapc.word.parts import RELATIONS, MalformedPart, Relation, relations

MOST_TAGS = 2_000_000  # of a part: a table of 10,000 rows and five columns has 750,000

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_PAGES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Pages"
_PAGE_FIELD = re.compile(r"\s*PAGE\b")
_SINGLE = 1.15  # of the size of type: the height of a single line
_THROUGH = frozenset({"hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


class UnreadableDocument(UserError):
    """The file is no Word document that can be opened; `message` says why."""


class Run(NamedTuple):
    """Text of one look; `size` in points, `spread` between letters in twentieths of a point."""

    text: str
    font: str
    size: float
    language: str
    bold: bool
    spread: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it looks; lengths in twentieths of a point.

    `left`, `right` and `first` are its indents, `line` its spacing in single lines. `table` is its table's place among
    the tables (−1: none), `offset` where the cell begins from the left margin, `room` the width of cell or page.
    """

    text: str
    runs: tuple[Run, ...]
    style: str
    align: str
    left: int
    right: int
    first: int
    line: float
    keep_next: bool
    level: int
    section: int
    table: int
    offset: int
    room: int

    @property
    def shown(self) -> tuple[Run, ...]:
        """Return the runs that print something."""
        return tuple(run for run in self.runs if run.text.strip())

    @property
    def bold(self) -> bool:
        """Tell whether all of it is bold."""
        return bool(self.shown) and all(run.bold for run in self.shown)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its first column, how many it covers, its `w:tcW` (0: none); `covered` by the cell above."""

    paragraphs: tuple[Paragraph, ...]
    column: int
    columns: int
    width: int
    covered: bool
    vertical: bool

    @property
    def text(self) -> str:
        """Return the lines of the cell."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


class Row(NamedTuple):
    """A row: whether it repeats on every page, whether it may be split."""

    cells: tuple[Cell, ...]
    head: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the widths of its grid, its own width (0: none in twentieths), whether lines part its cells."""

    rows: tuple[Row, ...]
    grid: tuple[int, ...]
    width: int
    fixed: bool
    ruled: bool
    section: int

    @property
    def heads(self) -> tuple[str, ...]:
        """Return the texts of the columns' heads, as the last repeated row with letters has them; «» for none."""
        titles = [""] * len(self.grid)
        for row in self.rows:
            if not row.head:
                break
            for cell in row.cells:
                if re.search(r"[^\W\d]|№", cell.text) and cell.column < len(titles):
                    titles[cell.column] = " ".join(cell.text.split())
        return tuple(titles)

    @property
    def is_layout(self) -> bool:
        """Tell whether it only puts texts side by side."""
        return not self.ruled and len(self.rows) == 1


class Band(NamedTuple):
    """A header or footer: `pages` are «default», «first» or «even»; `number` is where it has the page's number."""

    kind: str
    pages: str
    text: str
    number: str


class Section(NamedTuple):
    """Pages that are alike; `start` is the number of the first one, where counting begins anew."""

    page: Page
    title_page: bool
    start: int | None
    bands: tuple[Band, ...]

    def band(self, kind: str, pages: str) -> Band | None:
        """Return a header or footer."""
        return next((band for band in self.bands if (band.kind, band.pages) == (kind, pages)), None)


@dataclass(frozen=True)
class WordDocument:
    """A finished document; `pages` is how many Word counted, 0 where nobody did."""

    title: str
    pages: int
    even_pages_differ: bool
    sections: tuple[Section, ...]
    blocks: tuple[Paragraph | Table, ...]

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Return the tables; those inside others are part of their cell."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Return all paragraphs in order, those of cells too."""
        return tuple(paragraph for block in self.blocks for paragraph in _inside(block))


def _inside(block: Paragraph | Table) -> Iterable[Paragraph]:
    if isinstance(block, Paragraph):
        return (block,)
    return (p for row in block.rows for cell in row.cells if not cell.covered for p in cell.paragraphs)


def read_document(data: bytes) -> WordDocument:
    """Return what the bytes of a .docx hold, or raise `UnreadableDocument`."""
    try:
        parts = unpacked(data)
        if any(content.count(b"<") > MOST_TAGS for content in parts.values()):
            raise UnreadableDocument(Message("the Word file is too large to be inspected"))
        return _Reader(parts).document()
    except FormError as error:
        raise UnreadableDocument(error.message) from None
    except (MalformedPart, etree.XMLSyntaxError):
        raise UnreadableDocument(Message("the Word file is damaged: one of its parts is not well-formed")) from None


def parsed(data: bytes) -> Element:
    """Return the root of a part without entities, comments and instructions; raises for a document type."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise MalformedPart
    return root


class _Place(NamedTuple):
    """Where a paragraph stands."""

    table: int = -1
    offset: int = 0
    room: int = 0
    style: str = ""


class _Reader:
    """Reads one document part by part."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.parts = parts
        package = self._relations(RELATIONS, "")
        main = next((r.part for r in package if r.kind == "officeDocument" and r.part in parts), None)
        if main is None:
            raise UnreadableDocument(Message("this is not a Word document (.docx), or it is damaged or locked"))
        folder, _, name = main.rpartition("/")
        self.relations = self._relations(f"{folder}/_rels/{name}.rels".lstrip("/"), folder)
        self.core = self._part(package, "core-properties")
        self.app = self._part(package, "extended-properties")
        self.settings = self._part(self.relations, "settings")
        self.root = parsed(parts[main])
        if self.root.tag != f"{W}document":
            strict = str(self.root.tag).endswith("}document")
            text = Message("this is a strict Open XML document: save it as a plain document (.docx)")
            other = Message("this is not a Word document (.docx), or it is damaged or locked")
            raise UnreadableDocument(text if strict else other)
        theme = theme_fonts(self._part(self.relations, "theme"))
        numbering = self._part(self.relations, "numbering")
        self.styles = Styles(self._part(self.relations, "styles"), numbering, theme)
        self.pages: list[Page] = []
        self.section = self.table = 0

    def document(self) -> WordDocument:
        """Return the whole document."""
        body = child(self.root, "body")
        found = [] if body is None else [element for element in body.iter(f"{W}sectPr") if _ends_pages(element)]
        sections = tuple(self._sections(found)) or (Section(_page(None), False, None, ()),)
        self.pages = [section.page for section in sections]
        pages = "" if self.app is None else self.app.findtext(_PAGES) or ""
        return WordDocument(
            title=("" if self.core is None else self.core.findtext(_TITLE) or "").strip(),
            pages=count(pages) or 0,
            even_pages_differ=is_on(child(self.settings, "evenAndOddHeaders")),
            sections=sections,
            blocks=tuple(self._blocks(body)),
        )

    def _relations(self, name: str, folder: str) -> list[Relation]:
        return relations(self.parts[name], folder) if name in self.parts else []

    def _part(self, listed: list[Relation], kind: str) -> Element | None:
        name = next((r.part for r in listed if r.kind == kind and r.part in self.parts), None)
        return parsed(self.parts[name]) if name else None

    def _sections(self, found: list[Element]) -> Iterator[Section]:
        """Yield the sections; headers that one lacks are those of the one before."""
        known: dict[tuple[str, str], Band] = {}
        parts = {relation.id: relation.part for relation in self.relations}
        for element in found:
            for reference in element:
                kind = str(reference.tag).removeprefix(W).removesuffix("Reference")
                part = parts.get(reference.get(f"{_R}id", ""), "")
                if kind in ("header", "footer") and part in self.parts:
                    pages = value(reference, "type", "default")
                    known[kind, pages] = self._band(kind, pages, parsed(self.parts[part]))
            start = value(child(element, "pgNumType"), "start")
            yield Section(_page(element), is_on(child(element, "titlePg")), count(start), tuple(known.values()))

    def _band(self, kind: str, pages: str, root: Element) -> Band:
        texts, number = [], ""
        for element in root.iter(f"{W}p"):
            paragraph = self._paragraph(element, _Place())
            texts.append(paragraph.text)
            if _has_page_field(element):
                frame = paragraph_values(child(element, "pPr")).get("framePr", "")
                number = frame or paragraph.align
        return Band(kind, pages, "\n".join(texts).strip(), number)

    def _blocks(self, container: Element | None) -> Iterator[Paragraph | Table]:
        for element in _children(container, "p", "tbl"):
            if element.tag == f"{W}tbl":
                yield self._table(element)
                self.table += 1
                continue
            yield self._paragraph(element, _Place(room=self._text_width()))
            if element.find(f"{W}pPr/{W}sectPr") is not None:
                self.section = min(self.section + 1, len(self.pages) - 1)

    def _text_width(self) -> int:
        return self.pages[self.section].text_width if self.pages else 0

    def _paragraph(self, element: Element, place: _Place) -> Paragraph:
        properties = child(element, "pPr")
        style = value(child(properties, "pStyle"))
        own = paragraph_values(properties)
        values = self.styles.laid(self.styles.of_paragraph(style, place.style), own)
        runs = tuple(_joined(self._runs(element, style, place.style)))
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

    def _runs(self, container: Element, style: str, table: str) -> Iterator[Run]:
        for element in container:
            name = str(element.tag).removeprefix(W)
            if name in _THROUGH:
                yield from self._runs(element, style, table)
            elif name == "r":
                properties = child(element, "rPr")
                character = value(child(properties, "rStyle"))
                own = run_values(properties, self.styles.theme)
                values = {**self.styles.of_run(style, table, character), **own}
                text = "".join(_signs(element))
                if text and values.get("vanish") != "1":
                    size = length(values["sz"], 20) / 2
                    bold = values.get("b") == "1"
                    text = text.upper() if values.get("caps") == "1" else text
                    spread = length(values.get("spacing"))
                    yield Run(text, values.get("font", ""), size, values.get("lang", ""), bold, spread)

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
                    paragraphs=tuple(self._paragraph(p, place) for p in cell.iter(f"{W}p") if _is_plain(p, cell)),
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
        elif name in _THROUGH:
            yield from _children(element, *names)


def _is_plain(paragraph: Element, cell: Element) -> bool:
    """Tell whether a paragraph belongs to the cell and to no text box in it."""
    for ancestor in paragraph.iterancestors():
        if ancestor is cell:
            return True
        if ancestor.tag == f"{W}txbxContent":
            return False
    return True


def _signs(run: Element) -> Iterator[str]:
    for element in run:
        name = str(element.tag).removeprefix(W)
        yield element.text or "" if name == "t" else _SIGNS.get(name, "")


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield runs, neighbours of one look as one: Word cuts text wherever its proofing went."""
    last: Run | None = None
    for run in runs:
        if last is not None and run[1:] == last[1:]:
            last = last._replace(text=last.text + run.text)
        else:
            if last is not None:
                yield last
            last = run
    if last is not None:
        yield last


def _line(values: Mapping[str, str], size: float) -> float:
    """Return the line spacing in single lines; an exact one is compared with the single line of the type."""
    line = length(values.get("line"), 240)
    if values.get("lineRule", "auto") == "auto":
        return line / 240
    return line / 20 / (_SINGLE * size) if size else 1.0


def _has_page_field(paragraph: Element) -> bool:
    simple = any(_PAGE_FIELD.match(value(field, "instr")) for field in paragraph.iter(f"{W}fldSimple"))
    return simple or bool(_PAGE_FIELD.match("".join(field.text or "" for field in paragraph.iter(f"{W}instrText"))))


def _ends_pages(element: Element) -> bool:
    """Tell whether a `w:sectPr` is in force: not the former one of a tracked change, nor one in a text box."""
    parent = element.getparent()
    in_cell = next(element.iterancestors(f"{W}tc"), None) is not None
    return parent is not None and parent.tag in (f"{W}body", f"{W}pPr") and not in_cell


def _page(section: Element | None) -> Page:
    """Return the page of a section; what it does not say is as Word takes it."""
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    sides = {name: length(value(margins, name), 1440) for name in ("top", "right", "bottom", "left")}
    return Page(
        width=length(value(size, "w"), 12_240),
        height=length(value(size, "h"), 15_840),
        top=abs(sides["top"]),
        right=sides["right"],
        bottom=abs(sides["bottom"]),
        left=sides["left"] + length(value(margins, "gutter")),
        header=length(value(margins, "header"), 720),
        footer=length(value(margins, "footer"), 720),
    )
