"""The block tree that Word and HTML are written from, and the vocabulary of the HTML subset that it is read from.

Text is plain: «\\n» in it is a line break, «\\t» a tab, a no-break space stays what it is. A style is a name that a
base form defines (`Text`, `Approval`, …); what it looks like is the form's business, never the tree's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from roadmapc.diagnostics import Message


@dataclass(frozen=True, slots=True)
class Run:
    """Text that is bold, italic or struck through; plain text is a `str`, which is cheaper by the ten thousand."""

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False


Content = tuple[str | Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `list_marker` («–», «1)») is printed as text before a tab, so that authors' own numbers survive."""

    content: Content
    style: str = "Text"
    list_marker: str = ""
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class TwoSidedLine:
    """Two texts at the two ends of a line: date and number (`Requisites`), post and name (`Signature`).

    Of a left text of several lines the right one stands on the last (ГОСТ Р 7.0.97, 5.22). `below` both, on the same
    page, stands in small type who has compiled the document (5.25).
    """

    left: Content
    right: Content
    style: str
    keep_next: bool = False
    below: Content = ()


@dataclass(frozen=True, slots=True)
class TableCell:
    """A table cell; `rowspan` 0 means that the cell above reaches down into this place."""

    paragraphs: tuple[Paragraph, ...]
    colspan: int = 1
    rowspan: int = 1
    align: str = ""
    shaded: bool = False
    vertical: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """A table row: its cells fill the grid; `kind` is a class of `<tr>`, or `head` in `<thead>`."""

    cells: tuple[TableCell, ...]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table: relative column widths, rows, of which the first `head` repeat on every page."""

    widths: tuple[float, ...]
    rows: tuple[TableRow, ...]
    head: int = 0
    grid: bool = True
    small: bool = False
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Paragraph | TwoSidedLine | TableBlock | PageBreak


@dataclass(frozen=True, slots=True)
class PageSection:
    """Pages of one orientation; `restart` numbers them from 1 again, the first one unnumbered."""

    blocks: tuple[Block, ...]
    landscape: bool = False
    restart: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A document; `draft` is a word printed at the top right of every page."""

    title: str
    sections: tuple[PageSection, ...]
    draft: str = ""


class DocumentError(Exception):
    """The text is not in the vocabulary: what is wrong, at which line and column (from 1) of the text read."""

    def __init__(self, message: Message, line: int, column: int) -> None:
        super().__init__(str(message))
        self.message = message
        self.line = line
        self.column = column


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: what it is for, what may stand in it, what it takes, what `<p class>` in it becomes.

    A `<div>` is a tag of its own for each of its classes («div.approval»). `classes` and `attributes` map a name to
    its meaning; `paragraphs` maps a class of `<p>` («» for none) to the style of the paragraph.
    """

    meaning: str
    holds: frozenset[str] = frozenset()
    attributes: Mapping[str, str] = field(default_factory=dict)
    classes: Mapping[str, str] = field(default_factory=dict)
    paragraphs: Mapping[str, str] = field(default_factory=dict)

    @property
    def takes_text(self) -> bool:
        """Tell whether text may stand in the tag itself: it may wherever a line break may."""
        return "br" in self.holds


_INLINE = frozenset({"br", "tab", "b", "i"})
_BLOCKS = frozenset({"h1", "h2", "p", "table", "div"})
_CELL = _INLINE | {"p"}
_PAGE_STYLES = {
    "": "Text",
    "left": "TextLeft",
    "center": "TextCenter",
    "note": "Note",
    "kind": "Kind",
    "subject": "Subject",
    "resolution": "Resolution",
    "clause": "Clause",
    "subclause": "Subclause",
    "item": "Item",
    "subitem": "Subitem",
    "blank": "Blank",
}
_CELL_STYLES = {"": "TableText", "item": "TableItem", "blank": "TableBlank"}
_SPANS = {"colspan": "columns that the cell covers", "rowspan": "rows that the cell covers"}
_CELL_CLASSES = {
    "left": "text at the left",
    "center": "text in the middle",
    "right": "text at the right",
    "number": "the row's number, in its own style",
    "shaded": "grey ground, as for a month in which something happens",
    "vertical": "text turned upwards, for narrow columns",
}

VOCABULARY: Mapping[str, Tag] = {
    "document": Tag(
        "the whole document",
        frozenset({"section"}),
        {"title": "title among the file's properties", "draft": "word at the top right of every page: ПРОЕКТ"},
    ),
    "section": Tag(
        "pages of one orientation",
        _BLOCKS | {"pagebreak"},
        classes={
            "portrait": "upright pages (as without a class)",
            "landscape": "pages on their side, for tables of five and more columns",
            "restart": "page numbers begin anew, the first page has none",
        },
        paragraphs=_PAGE_STYLES,
    ),
    "h1": Tag("the document's title", _INLINE),
    "h2": Tag("heading of a part", _INLINE),
    "p": Tag("a paragraph; an empty one prints nothing", _INLINE, {"mark": "«–», «1)»: printed before the text"}),
    "b": Tag("bold text", _INLINE),
    "i": Tag("italic text", _INLINE),
    "br": Tag("line break"),
    "tab": Tag("tab stop"),
    "span": Tag("one end of a line", _INLINE),
    "pagebreak": Tag("what follows begins on a new page"),
    "div.approval": Tag("гриф: lines at the top right", frozenset({"p"}), paragraphs={"": "Approval"}),
    "div.letterhead": Tag(
        "head of an organisation's form, with a rule below",
        frozenset({"p"}),
        paragraphs={"": "Details", "organisation": "Organisation"},
    ),
    "div.requisites": Tag("date at the left and number at the right: two <span>", frozenset({"span"})),
    "div.signature": Tag(
        "post at the left and name at the right: two <span>; who has compiled it below: a third",
        frozenset({"span"}),
    ),
    "div.keep": Tag("blocks that stay on one page", _BLOCKS - {"div"}, paragraphs=_PAGE_STYLES),
    "table": Tag(
        "a table as wide as the text",
        frozenset({"thead", "tbody"}),
        {"widths": "relative widths of the columns: 14 100 38 50 55"},
        {"grid": "with lines (as without a class)", "plain": "without lines", "small": "small type, many columns"},
    ),
    "thead": Tag("rows that repeat on every page", frozenset({"tr", "rows"})),
    "tbody": Tag("the rows", frozenset({"tr", "rows"})),
    "rows": Tag("the rows that the program sets itself, much faster than a loop", attributes={"of": "activities"}),
    "tr": Tag(
        "a row",
        frozenset({"td", "th"}),
        classes={
            "section": "name of a section, kept with the next row",
            "task": "line under a section's name, kept with the next row",
            "numbers": "numbers of the columns: 1 2 3 4",
            "heads": "heads inside the table, of the rows below that a cell beside them covers",
            "keep": "a row kept with the next one",
            "write": "a row high enough to write in by hand",
        },
    ),
    "th": Tag("a cell of a head: text, or paragraphs", _CELL, _SPANS, _CELL_CLASSES, _CELL_STYLES),
    "td": Tag("a cell: text, or paragraphs", _CELL, _SPANS, _CELL_CLASSES, _CELL_STYLES),
}
