"""The reader: expat's events → sections of blocks. Tags that do something have a step at their start or end."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pyexpat import ParserCreate
from typing import NoReturn

from roadmapc.diagnostics import Message
from roadmapc.rendering.blocks import (
    VOCABULARY,
    Block,
    Content,
    PageBreak,
    PageSection,
    Paragraph,
    Run,
    TableRow,
    Tag,
    TwoSidedLine,
)
from roadmapc.rendering.markup.faults import Fault, check, division, misplaced, shown, unknown_class
from roadmapc.rendering.markup.table_builder import MOST_REMEMBERED, TableBuilder
from roadmapc.rendering.markup.whitespace import collapse, content

Attributes = dict[str, str]

_ROOT = Tag("", frozenset({"document"}))
_MOST_DEPTH = 100
_TAKES_TEXT = frozenset(name for name, tag in VOCABULARY.items() if tag.takes_text)


class Reader:
    """What is open and what has been read so far; `sections`, `title` and `draft` are the yield."""

    def __init__(self, rows: Mapping[str, Sequence[TableRow]]) -> None:
        self.given = rows
        self.parser = ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.buffer_size = 65536
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.names: list[str] = []
        self.open = [_ROOT]
        self.title = self.draft = ""
        self.sections: list[PageSection] = []
        self.section_classes: list[str] = []
        self.blocks: list[Block] = []
        self.kept_from = -1  # where in `blocks` an open <div class="keep"> began
        self.table = _NO_TABLE
        self.in_cell = self.in_head_cell = False
        self.cell: Attributes = {}
        self.paragraph = lru_cache(MOST_REMEMBERED)(
            Paragraph
        )  # equal ones are one: tables say the same again and again
        self.paragraphs: list[Paragraph] = []  # of the cell read now
        self.pieces: list[str | Run] = []
        self.bold = self.italic = False
        self.style = self.list_marker = ""
        self.ends: list[Content] = []

    @property
    def keep(self) -> bool:
        """Tell whether the block read now stays with the next one."""
        return self.kept_from >= 0 and not self.in_cell

    def _start(self, name: str, attributes: Attributes) -> None:
        try:
            if name not in self.open[-1].holds:
                misplaced(name, self.names[-1] if self.names else "")
            if name == "div":
                name = division(attributes)
            tag = VOCABULARY[name]
            if attributes:
                check(name, tag, attributes)
            self.names.append(name)
            self.open.append(tag)
            if step := _STARTS.get(name):
                step(self, attributes)
        except Fault as fault:
            raise self._placed(fault) from None

    def _end(self, _: str) -> None:
        try:
            self.open.pop()
            if step := _ENDS.get(self.names.pop()):
                step(self)
        except Fault as fault:
            raise self._placed(fault) from None

    def _text(self, data: str) -> None:
        name = self.names[-1]
        if name in _TAKES_TEXT:
            text = collapse(data)
            self.pieces.append(Run(text, self.bold, self.italic) if self.bold or self.italic else text)
        elif data.strip(" \t\r\n"):
            # Text is handed over when the next tag begins, so the place of its end is all that is known.
            raise self._placed(Fault(Message("text may not stand in <{tag}>", tag=shown(name))))

    def _placed(self, fault: Fault) -> Fault:
        """Return the mistake with its place, which the parser loses when it stops."""
        fault.offset = self.parser.CurrentByteIndex if fault.offset is None else fault.offset
        return fault

    def _doctype(self, *_: object) -> NoReturn:
        raise self._placed(Fault(Message("a document type may not be declared")))

    def document_start(self, attributes: Attributes) -> None:
        """Take the title and the draft's word."""
        self.title, self.draft = (collapse(attributes.get(name, "")).strip(" ") for name in ("title", "draft"))
        if not self.title:
            raise Fault(Message("<document> needs a title"))

    def document_end(self) -> None:
        """See that there is something."""
        if not self.sections:
            raise Fault(Message("a document needs a <section>"))

    def section_start(self, attributes: Attributes) -> None:
        """Begin a section."""
        self.section_classes, self.blocks = attributes.get("class", "").split(), []

    def section_end(self) -> None:
        """End a section: its blocks are complete."""
        if not self.blocks or isinstance(self.blocks[-1], PageBreak):
            raise Fault(Message("a section must end with something to print"))
        landscape, restart = ("landscape" in self.section_classes, "restart" in self.section_classes)
        self.sections.append(PageSection(tuple(self.blocks), landscape, restart))

    def page_break(self) -> None:
        """Take a page break."""
        self.blocks.append(PageBreak())

    def text_start(self, _: Attributes) -> None:
        """Begin text: a heading, an end of a line."""
        self.pieces = []

    def heading_end(self, style: str) -> None:
        """Take a heading."""
        if text := content(self.pieces):
            self.blocks.append(Paragraph(text, style, keep_next=self.keep))

    def paragraph_start(self, attributes: Attributes) -> None:
        """Choose the style by the class and by what the paragraph stands in."""
        styles, name = self.open[-2].paragraphs, attributes.get("class", "")
        if name not in styles:
            unknown_class("p", name, styles)
        self.style = styles[name]
        if self.in_cell:
            self._no_loose_text()
            self.style = self._cell_style() if name == "" else self.style
        self.list_marker = collapse(attributes["mark"]).strip(" ") if "mark" in attributes else ""
        self.pieces = []

    def paragraph_end(self) -> None:
        """Take a paragraph, unless it prints nothing."""
        text, self.pieces = content(self.pieces), []
        if text or self.list_marker or self.style.endswith("Blank"):
            paragraph = self.paragraph(text, self.style, self.list_marker, self.keep)
            (self.paragraphs if self.in_cell else self.blocks).append(paragraph)

    def _no_loose_text(self) -> None:
        if self.pieces and content(self.pieces):
            raise Fault(Message("a cell holds text or paragraphs, not text beside paragraphs"))

    def span_end(self) -> None:
        """Take one end of a line."""
        self.ends.append(content(self.pieces))

    def ends_start(self, _: Attributes) -> None:
        """Begin a line with two ends."""
        self.ends = []

    def ends_end(self, style: str) -> None:
        """Take a line with two ends."""
        if len(self.ends) != 2 and not (len(self.ends) == 3 and style == "Signature"):
            raise Fault(Message("here must stand two <span>: what is at the left and what is at the right"))
        left, right, *below = self.ends
        self.blocks.append(TwoSidedLine(left, right, style, self.keep, below[0] if below else ()))

    def keep_start(self, _: Attributes) -> None:
        """Begin blocks that stay together."""
        self.kept_from = len(self.blocks)

    def keep_end(self) -> None:
        """Let go of what follows the last block."""
        if len(self.blocks) > self.kept_from:
            last = self.blocks[-1]
            self.blocks[-1] = last if isinstance(last, PageBreak) else replace(last, keep_next=False)
        self.kept_from = -1

    def table_start(self, attributes: Attributes) -> None:
        """Begin a table."""
        self.table = TableBuilder(attributes)

    def table_end(self) -> None:
        """Take a table."""
        self.blocks.append(self.table.table(self.keep))

    def head_start(self, _: Attributes) -> None:
        """See that the head is the first part."""
        if self.table.rows:
            raise Fault(Message("<thead> must stand before the other rows"))

    def rows_given(self, attributes: Attributes) -> None:
        """Take rows that the program has set."""
        name = attributes.get("of", "")
        if name not in self.given:
            raise Fault(Message("there are no rows by the name {name} here", name=name))
        self.table.insert(self.given[name], head=self.names[-2] == "thead")

    def row_start(self, attributes: Attributes) -> None:
        """Begin a row."""
        self.table.start_row(attributes.get("class", ""), self.names[-2] == "thead", self.parser.CurrentByteIndex)

    def row_end(self) -> None:
        """Take a row."""
        self.table.end_row()

    def part_end(self) -> None:
        """End `<thead>` or `<tbody>`."""
        self.table.end_part()

    def cell_start(self, attributes: Attributes) -> None:
        """Begin a cell."""
        self.in_cell, self.cell, self.paragraphs, self.pieces = True, attributes, [], []
        self.in_head_cell = self.names[-1] == "th"

    def cell_end(self) -> None:
        """Take a cell: its paragraphs, or its text as one, which may be empty."""
        self.in_cell = False
        if self.paragraphs:
            self._no_loose_text()
            self.table.add(tuple(self.paragraphs), self.cell)
        else:
            self.table.add_text(content(self.pieces), self.in_head_cell, self.cell)

    def _cell_style(self) -> str:
        return self.table.style(self.cell.get("class", ""), self.in_head_cell)

    def bold_on(self, _: Attributes) -> None:
        """Make what follows bold."""
        self._not_too_deep()
        self.bold = True

    def _not_too_deep(self) -> None:
        """Raise where bold and italic text, which alone may hold themselves, are nested without end."""
        if len(self.open) > _MOST_DEPTH:
            raise Fault(Message("tags are nested too deep"))

    def bold_off(self) -> None:
        """End bold text."""
        self.bold = "b" in self.names

    def italic_on(self, _: Attributes) -> None:
        """Make what follows italic."""
        self._not_too_deep()
        self.italic = True

    def italic_off(self) -> None:
        """End italic text."""
        self.italic = "i" in self.names


_NO_TABLE = TableBuilder({"widths": "1"})

_STARTS: Mapping[str, Callable[[Reader, Attributes], None]] = {
    "document": Reader.document_start,
    "section": Reader.section_start,
    "h1": Reader.text_start,
    "h2": Reader.text_start,
    "p": Reader.paragraph_start,
    "b": Reader.bold_on,
    "i": Reader.italic_on,
    "br": lambda reader, _: reader.pieces.append("\n"),
    "tab": lambda reader, _: reader.pieces.append("\t"),
    "span": Reader.text_start,
    "div.requisites": Reader.ends_start,
    "div.signature": Reader.ends_start,
    "div.keep": Reader.keep_start,
    "table": Reader.table_start,
    "thead": Reader.head_start,
    "rows": Reader.rows_given,
    "tr": Reader.row_start,
    "th": Reader.cell_start,
    "td": Reader.cell_start,
}

_ENDS: Mapping[str, Callable[[Reader], None]] = {
    "document": Reader.document_end,
    "section": Reader.section_end,
    "h1": lambda reader: reader.heading_end("Heading1"),
    "h2": lambda reader: reader.heading_end("Heading2"),
    "p": Reader.paragraph_end,
    "b": Reader.bold_off,
    "i": Reader.italic_off,
    "span": Reader.span_end,
    "pagebreak": Reader.page_break,
    "div.requisites": lambda reader: reader.ends_end("Requisites"),
    "div.signature": lambda reader: reader.ends_end("Signature"),
    "div.keep": Reader.keep_end,
    "table": Reader.table_end,
    "thead": Reader.part_end,
    "tbody": Reader.part_end,
    "tr": Reader.row_end,
    "th": Reader.cell_end,
    "td": Reader.cell_end,
}
