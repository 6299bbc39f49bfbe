"""What the samples are made with: python-docx for the package, hand-made elements for what it has no words for.

A text is a string: «\\n» in it is a line break, «\\t» a tab, `NO_BREAK` a no-break hyphen, `SOFT` a soft one. A
paragraph is made of strings and runs; a cell of one paragraph or a list of them; a row of cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from lxml import etree

Element = Any
"""An element of lxml, as python-docx makes them."""
Piece = Any
"""A string, or an element that stands in a paragraph."""
Content = Any
"""What fills a cell: a piece, a paragraph, or a list of them."""

NO_BREAK, SOFT = "\u2011", "\u00ad"
_CHARACTERS = {"\n": "br", "\t": "tab", NO_BREAK: "noBreakHyphen", SOFT: "softHyphen"}
_WHO = {"id": "1", "author": "Методист", "date": "2026-01-15T10:00:00Z"}
_MM = 56.7  # twentieths of a point in a millimetre
_COMMENT_STYLES = {
    "annotation reference": ("CommentReference", WD_STYLE_TYPE.CHARACTER),
    "annotation text": ("CommentText", WD_STYLE_TYPE.PARAGRAPH),
}
_STAMP = (2026, 1, 1, 0, 0, 0)


def w(tag: str, *children: Element, **attributes: object) -> Element:
    """Return an element of WordprocessingML with such attributes and children; None is no child."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name.strip('_')}"), str(value))
    element.extend(child for child in children if child is not None)
    return element


def characters(text: str, *, tag: str = "t") -> list[Element]:
    """Return the elements of a run's text."""
    found = []
    for piece in re.split(f"([\n\t{NO_BREAK}{SOFT}])", text):
        if piece in _CHARACTERS:
            found.append(w(_CHARACTERS[piece]))
        elif piece:
            found.append(w(tag))
            found[-1].text = piece
            found[-1].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return found


def run(
    text: str = "",
    *more: Element,
    style: str = "",
    bold: bool = False,
    italic: bool = False,
    caps: bool = False,
    hidden: bool = False,
    spread: int = 0,
    raised: bool = False,
    tag: str = "t",
) -> Element:
    """Return a run; `spread` parts its letters by so many points, `more` stands after its text."""
    looks = (
        w("rStyle", val=style) if style else None,
        w("b") if bold else None,
        w("i") if italic else None,
        w("caps") if caps else None,
        w("vanish") if hidden else None,
        w("spacing", val=spread * 20) if spread else None,
        w("vertAlign", val="superscript") if raised else None,
    )
    given = [look for look in looks if look is not None]
    return w("r", w("rPr", *given) if given else None, *characters(text, tag=tag), *more)


def inserted(*pieces: Piece) -> Element:
    """Return a tracked insertion."""
    return w("ins", *_runs(pieces), **_WHO)


def deleted(text: str) -> Element:
    """Return a tracked deletion."""
    return w("del", run(text, tag="delText"), **_WHO)


def control(*content: Element, title: str = "Поле") -> Element:
    """Return a content control around whatever it is given: runs, paragraphs, rows, cells, tables."""
    return w("sdt", w("sdtPr", w("alias", val=title)), w("sdtContent", *content))


def field(instruction: str, shown: str) -> list[Element]:
    """Return the runs of a field with what it showed when the file was last saved."""
    code = w("instrText")
    code.text = instruction
    marks = [w("r", w("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end")]
    return [marks[0], w("r", code), marks[1], run(shown), marks[2]]


def box(*lines: str) -> Element:
    """Return a run that holds a text box, as Word writes it: once for itself and once for older programs."""
    inside = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    return parse_xml(
        f"""<w:r {nsdecls("w", "wp", "a")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
        xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
        <wp:inline><wp:extent cx="2400000" cy="600000"/><wp:docPr id="7" name="Надпись 7"/><a:graphic>
        <a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
        <wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2400000" cy="600000"/></a:xfrm>
        <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>
        <wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx><wps:bodyPr/>
        </wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>
        <v:shape style="width:190pt;height:48pt"><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox>
        </v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""
    )


def paragraph(
    *pieces: Piece,
    style: str = "",
    align: str = "",
    bold: bool = False,
    number: tuple[int, int] | None = None,
    left: float = 0,
    indent: float = 0,
    tab: float = 0,
) -> Element:
    """Return a paragraph; `number` is a list with a level; `left`, `indent` and `tab` (a right one) are millimetres."""
    properties = (
        w("pStyle", val=style) if style else None,
        w("numPr", w("ilvl", val=number[1]), w("numId", val=number[0])) if number else None,
        w("tabs", w("tab", val="right", pos=round(tab * _MM))) if tab else None,
        w("ind", left=round(left * _MM), firstLine=round(indent * _MM)) if left or indent else None,
        w("jc", val=align) if align else None,
    )
    given = [one for one in properties if one is not None]
    return w("p", w("pPr", *given) if given else None, *_runs(pieces, bold=bold))


def _runs(pieces: Iterable[Piece], *, bold: bool = False) -> list[Element]:
    found: list[Element] = []
    for piece in pieces:
        if isinstance(piece, str):
            found.append(run(piece, bold=bold))
        elif isinstance(piece, list):
            found.extend(piece)
        else:
            found.append(piece)
    return found


class Cell(NamedTuple):
    """A cell over `span` columns; `down` is «restart» where it reaches down, «continue» where one above does."""

    content: Content = ""
    span: int = 1
    down: str = ""
    align: str = ""
    bold: bool = False


class Row(NamedTuple):
    """A row; `before` are columns left out at its start, `tracked` is «ins» or «del», `repeats` a head's mark."""

    cells: Sequence[Content]
    before: int = 0
    repeats: bool = False
    tracked: str = ""


def shared(content: Content, **more: Any) -> Cell:
    """Return a cell that reaches down over the rows that follow with `UP` in its place."""
    return Cell(content, down="restart", **more)


UP = Cell(down="continue")


def wide(content: Content, span: int, *, bold: bool = True, align: str = "center") -> Cell:
    """Return a cell over several columns, as section rows have them."""
    return Cell(content, span=span, bold=bold, align=align)


def table(rows: Iterable[Any], widths: Sequence[float], *, ruled: bool = True, bold_head: bool = False) -> Element:
    """Return a table of rows (lists of cells, `Row`, elements) with columns of such millimetres."""
    twentieths = [round(width * _MM) for width in widths]
    properties = w(
        "tblPr",
        w("tblStyle", val="TableGrid") if ruled else None,
        w("tblW", w=sum(twentieths), type="dxa"),
        w("tblLayout", type="fixed"),
    )
    made = [_row(one, twentieths, bold=bold_head and not at) for at, one in enumerate(rows)]
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=one) for one in twentieths)), *made)


def row(one: Any, widths: Sequence[float]) -> Element:
    """Return a single row, for what wraps it."""
    return _row(one, [round(width * _MM) for width in widths])


def _row(one: Any, widths: Sequence[int], *, bold: bool = False) -> Element:
    if not isinstance(one, (Row, list, tuple)):
        return one
    given = one if isinstance(one, Row) else Row(one)
    marks = (
        w("gridBefore", val=given.before) if given.before else None,
        w("tblHeader") if given.repeats else None,
        w(given.tracked, **_WHO) if given.tracked else None,
    )
    kept = [mark for mark in marks if mark is not None]
    made, at = [], given.before
    for content in given.cells:
        cell = content if isinstance(content, Cell) else Cell(content)
        if getattr(content, "tag", "") == qn("w:sdt"):
            made.append(content)
        else:
            made.append(_cell(cell, sum(widths[at : at + cell.span]), bold=bold or cell.bold))
        at += cell.span
    return w("tr", w("trPr", *kept) if kept else None, *made)


def one_cell(content: Content, width: float) -> Element:
    """Return a single cell, for what wraps it."""
    return _cell(Cell(content), round(width * _MM))


def _cell(cell: Cell, width: int, *, bold: bool = False) -> Element:
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=cell.span) if cell.span > 1 else None,
        w("vMerge", **({"val": "restart"} if cell.down == "restart" else {})) if cell.down else None,
    )
    content = cell.content if isinstance(cell.content, list) else [cell.content]
    blocks = [_block(one, align=cell.align, bold=bold) for one in content]
    if not blocks or blocks[-1].tag == qn("w:tbl"):
        blocks.append(w("p"))  # a cell ends with a paragraph
    return w("tc", properties, *blocks)


def _block(one: Any, *, align: str, bold: bool) -> Element:
    if isinstance(one, tuple):
        return paragraph(*one, align=align, bold=bold)
    if isinstance(one, str):
        return paragraph(*([one] if one else []), align=align, bold=bold)
    return paragraph(one) if one.tag in {qn("w:r"), qn("w:ins"), qn("w:del")} else one


class Paper:
    """A Word file being made."""

    def __init__(self, *, landscape: bool = False, size: float = 12) -> None:
        self.document = docx.Document()
        self.body = self.document.element.body
        normal: Any = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Times New Roman", Pt(size)
        normal.paragraph_format.space_after = Pt(0)
        self._pages(self.document.sections[0], landscape=landscape)
        self._notes: list[str] = []
        settings = self.document.settings.element
        settings.find(qn("w:zoom")).set(qn("w:percent"), "100")  # which the template of python-docx lacks

    @staticmethod
    def _pages(section: Any, *, landscape: bool) -> None:
        section.page_width, section.page_height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.left_margin, section.right_margin = Mm(30), Mm(10)
        section.top_margin = section.bottom_margin = Mm(20)

    def add(self, *elements: Element) -> None:
        """Put elements at the end of the body."""
        for element in elements:
            self.body.insert(len(self.body) - 1, element)  # the last one describes the pages

    def line(self, *pieces: Piece, **looks: Any) -> None:
        """Add a paragraph."""
        self.add(paragraph(*pieces, **looks))

    def lines(self, *texts: Piece, **looks: Any) -> None:
        """Add a paragraph for each text."""
        for text in texts:
            self.line(*(text if isinstance(text, tuple) else (text,)), **looks)

    def table(self, rows: Iterable[Any], widths: Sequence[float], **looks: Any) -> None:
        """Add a table."""
        self.add(table(rows, widths, **looks))

    def new_section(self, *, landscape: bool) -> None:
        """End the pages so far; those that follow lie or stand."""
        self._pages(self.document.add_section(), landscape=landscape)

    def numbers(self, *levels: tuple[str, str] | tuple[str, str, str]) -> int:
        """Return the id of a list whose levels have a format, a text («%1.%2.») and perhaps a paragraph style."""
        root = self.document.part.numbering_part.element
        at = 100 + len(root.findall(qn("w:abstractNum")))
        made = [
            w(
                "lvl",
                w("start", val=1),
                w("numFmt", val=level[0]),
                w("pStyle", val=level[2]) if len(level) > 2 else None,
                w("lvlText", val=level[1]),
                w("lvlJc", val="left"),
                ilvl=depth,
            )
            for depth, level in enumerate(levels)
        ]
        kind = "multilevel" if len(levels) > 1 else "singleLevel"
        root.insert(at - 100, w("abstractNum", w("multiLevelType", val=kind), *made, abstractNumId=at))
        return self._number(at)

    def restarted(self, number: int) -> int:
        """Return the id of a list that goes on as another one does, but begins again."""
        root = self.document.part.numbering_part.element
        num = next(one for one in root.findall(qn("w:num")) if one.get(qn("w:numId")) == str(number))
        at = num.find(qn("w:abstractNumId")).get(qn("w:val"))
        return self._number(int(at), w("lvlOverride", w("startOverride", val=1), ilvl=0))

    def _number(self, at: int, *more: Element) -> int:
        root = self.document.part.numbering_part.element
        number = 100 + len(root.findall(qn("w:num")))  # above those of python-docx's template
        root.append(w("num", w("abstractNumId", val=at), *more, numId=number))
        return number

    def style(
        self,
        name: str,
        *,
        bold: bool = False,
        caps: bool = False,
        number: int = 0,
        level: int = 0,
        base: str = "Normal",
    ) -> str:
        """Return the id of a new paragraph style."""
        made: Any = self.document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = self.document.styles[base]
        made.font.bold, made.font.all_caps = bold or None, caps or None
        if number:
            numbers = w("numPr", w("ilvl", val=level) if level else None, w("numId", val=number))
            made.element.get_or_add_pPr().append(numbers)
        return str(made.style_id)

    def header(self, text: str) -> None:
        """Write a header over the last section's pages."""
        self.document.sections[-1].header.paragraphs[0].text = text

    def footer(self, *pieces: Piece) -> None:
        """Write a footer under the last section's pages."""
        self.document.sections[-1].footer.paragraphs[0]._p.extend(_runs(pieces))

    def note(self, text: str) -> Element:
        """Return the reference to a new footnote."""
        self._notes.append(text)
        return w("r", w("rPr", w("vertAlign", val="superscript")), w("footnoteReference", id=len(self._notes)))

    def comment(self, text: str) -> None:
        """Comment on the last paragraph."""
        for name, (key, kind) in _COMMENT_STYLES.items():
            if name not in self.document.styles:
                self.document.styles.add_style(name, kind).element.set(qn("w:styleId"), key)
        made = self.document.add_comment(self.document.paragraphs[-1].runs, text, author="Методист", initials="М")
        made._comment_elm.set(qn("w:date"), _WHO["date"])

    def packed(self) -> bytes:
        """Return the file: the same bytes for the same content."""
        if self._notes:
            self._write_notes()
        for at, change in enumerate(self.body.iter(qn("w:ins"), qn("w:del"))):
            change.set(qn("w:id"), str(at))
        written, fixed = BytesIO(), BytesIO()
        self.document.save(written)
        with ZipFile(written) as source, ZipFile(fixed, "w") as target:
            for info in source.infolist():
                target.writestr(ZipInfo(info.filename, _STAMP), source.read(info), ZIP_DEFLATED)
        return fixed.getvalue()

    def _write_notes(self) -> None:
        own = [
            w("footnote", w("p", w("r", w("separator"))), type="separator", id=-1),
            w("footnote", w("p", w("r", w("continuationSeparator"))), type="continuationSeparator", id=0),
            *(w("footnote", w("p", w("r", w("footnoteRef")), run(f" {text}")), id=at) for at, text in self._numbered()),
        ]
        blob = etree.tostring(w("footnotes", *own), xml_declaration=True, encoding="UTF-8", standalone=True)
        main = self.document.part
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, blob, main.package)
        main.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def _numbered(self) -> Iterable[tuple[int, str]]:
        return enumerate(self._notes, 1)
