"""Document → word/document.xml: every block is one string; nothing is looked up that a table or page knows already.

Strings are joined because a tree of elements, python-docx's or lxml's, costs several times more time and memory for
the same bytes (`python -m benchmarks documents`), and because what is written then depends on no library's version.
Every text goes through `escape`. Lengths are twentieths of a point («twips»), the unit of the format itself: whole
numbers, so that columns add up to the width of their table without a rest.

What is kept together (`w:keepNext` keeps a paragraph on the page of the next one, in a row of a table all rows that
it stands in): headings and the rows that name sections with what follows; the lines or rows before a signature; a block
that its template says so of. Word lays out page by page and lets go of all of them where a chain is longer than a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmapc.rendering.blocks import Block, Document, PageBreak, PageSection, Paragraph, TableBlock, TwoSidedLine
from roadmapc.rendering.marked import Change, change_of
from roadmapc.rendering.styles import APPROVAL_WIDTH, complete_style
from roadmapc.word.package.base_form import Form
from roadmapc.word.package.form_facts import Reference
from roadmapc.word.package.pages import Page
from roadmapc.word.writer.letterhead import place
from roadmapc.word.writer.remembered import Remembered
from roadmapc.word.writer.revisions import mark_of_end
from roadmapc.word.writer.tables import TableWriter, edges, text_paragraph
from roadmapc.word.writer.text import has_break, length, properties
from roadmapc.word.writer.two_sided import left_share, two_sided_row

_START = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>'
)
_END = "</w:body></w:document>"
_LINES_WITH_SIGNATURE = 3  # ГОСТ Р 7.0.97 and the instructions made after it: no signature without text
_GAP = 120  # 6 points between a text and the table below it, which would touch
_MOST_LINES_KEPT = 12  # of a paragraph: a longer one, kept whole, would leave a third of a page white
_NO_MARGINS = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'


def body(document: Document, form: Form, references: Sequence[Reference]) -> Iterator[bytes]:
    """Yield word/document.xml in parts, none empty; `references` are the headers and footers of every section."""
    shown = "".join(f'<w:{r.tag} w:type="{r.type}" r:id="{r.id}"/>' for r in references)
    placed = place(document, form.letterhead)
    if placed:
        document = placed.rest
        yield placed.start.encode()
        yield placed.xml.encode()
    else:
        yield _START.encode()
    after_table = placed is not None and placed.ends_with_table
    last = len(document.sections) - 1
    remembered: dict[tuple[int, ...], Remembered] = {}
    for index, section in enumerate(document.sections):
        page = form.page.turned() if section.landscape else form.page
        # the first page of a document, and of an attachment that is numbered anew, has a header of its own: no number
        first = index == 0 or section.restart
        title_page = "<w:titlePg/>" if first and "first" in form.header_types else ""
        number = '<w:pgNumType w:start="1"/>' if section.restart else ""
        end = f"<w:sectPr>{shown}{page.xml()}{number}{title_page}</w:sectPr>"
        writer = _SectionWriter(section, form, page, remembered)
        yield from writer.xml("" if index == last else end, after_table and index == 0)
        if index == last:
            yield end.encode()  # the pages of all other sections are described in their last paragraph (17.6.18)
    yield _END.encode()


def _kept(blocks: Sequence[Block], letters: int) -> set[int]:
    """Return which blocks stay with the next one because a signature follows: three lines of text, or a last row."""
    kept: set[int] = set()
    for index, block in enumerate(blocks):
        if not (isinstance(block, TwoSidedLine) and block.style == "Signature"):
            continue
        lines, at = 0, index - 1
        while at >= 0 and lines < _LINES_WITH_SIGNATURE and not isinstance(blocks[at], PageBreak):
            kept.add(at)
            before = blocks[at]
            lines += 1 + length(before.content) // letters if isinstance(before, Paragraph) else _LINES_WITH_SIGNATURE
            at -= 1
    return kept


class _SectionWriter:
    """Writes the blocks of one section between the margins of its page."""

    def __init__(
        self, section: PageSection, form: Form, page: Page, remembered: dict[tuple[int, ...], Remembered]
    ) -> None:
        self.blocks = section.blocks
        self.styles = form.styles
        self.stretches = form.stretches_broken_lines
        self.page = page
        self.remembered = remembered
        self.landscape = section.landscape  # where the indent of the block at the top right is another
        self.letters = page.text_width // 140  # in a line: a letter of 14 points, 280 twentieths, is half as wide
        self.kept = _kept(section.blocks, self.letters)

    def xml(self, end: str, after_table: bool) -> Iterator[bytes]:
        """Yield the blocks; `end` is the `w:sectPr` that the last paragraph carries, if another section follows.

        `after_table` tells that a table of the letterhead stands before them.
        """
        page_break = False
        last = len(self.blocks) - 1
        signed = {index for index in range(1, last + 1) if self._is_signed(self.blocks[index - 1], self.blocks[index])}
        for index, block in enumerate(self.blocks):
            if index in signed:
                continue  # written as the table's last row
            keep = index in self.kept
            if isinstance(block, PageBreak):
                page_break = True
                continue
            if isinstance(block, Paragraph):
                before_table = index < last and isinstance(self.blocks[index + 1], TableBlock)
                inside = self._paragraph_properties(
                    block, keep, page_break=page_break, before_table=before_table, after_table=self._is_table(index - 1)
                )
                yield text_paragraph(block, inside + (end if index == last else "")).encode()
            else:
                if after_table or page_break:
                    apart = self._is_table(index - 1) and self._is_table(index)
                    before = 2 * _GAP if apart else 0
                    parting = self._separator(page_break, "", keep_next=True, before=before, change=self._change(index))
                    yield parting.encode()
                following = self.blocks[index + 1] if index + 1 in signed else None
                yield from self._table(block, following, index + 1 in self.kept if following else keep)
            page_break, after_table = False, not isinstance(block, Paragraph)
        if after_table:
            yield self._separator(False, end).encode()

    def _change(self, index: int) -> Change:
        """Return the change of what parts a table from that before it: it comes and goes with one of them."""
        before = change_of(self.blocks[index - 1]) if index == 1 else ""
        return change_of(self.blocks[index]) or before

    def _is_table(self, index: int) -> bool:
        """Tell whether there is such a block, and it is a table with lines."""
        block = self.blocks[index] if index >= 0 else None
        return isinstance(block, TableBlock) and block.grid

    @staticmethod
    def _is_signed(block: Block, following: Block) -> bool:
        """Tell whether a table with lines has its signature right behind it."""
        is_signature = isinstance(following, TwoSidedLine) and following.style == "Signature"
        return is_signature and isinstance(block, TableBlock) and block.grid

    def _paragraph_properties(
        self, paragraph: Paragraph, keep: bool, *, page_break: bool, before_table: bool, after_table: bool
    ) -> str:
        lines = 1 + length(paragraph.content) // self.letters
        look = complete_style(paragraph.style)
        is_stretched = self.stretches and look.align == "both" and has_break(paragraph.content)
        return properties(
            self.styles[paragraph.style],
            keep_next=keep or paragraph.keep_next,
            keep_lines=(keep or paragraph.keep_next) and lines <= _MOST_LINES_KEPT,
            page_break=page_break,
            line_to=self.page.text_width if paragraph.style == "Blank" else 0,
            before=_GAP if after_table and look.before < _GAP else 0,
            after=_GAP if before_table and look.after < _GAP else 0,
            left=self.page.text_width - APPROVAL_WIDTH if paragraph.style == "Approval" and self.landscape else 0,
            align="left" if is_stretched else "",
        )

    def _separator(
        self, page_break: bool, end: str, *, keep_next: bool = False, before: int = 0, change: Change = ""
    ) -> str:
        """Return the lowest possible paragraph: Word joins tables that touch, and wants one after the last table.

        Before a table it is kept with it, and takes over a page break, which a table cannot have.
        """
        inside = properties(self.styles["Separator"], page_break=page_break, keep_next=keep_next, before=before)
        return f"<w:p><w:pPr>{inside}{mark_of_end(change)}{end}</w:pPr></w:p>"

    def _table(self, block: TableBlock | TwoSidedLine, following: Block | None, keep: bool) -> Iterator[bytes]:
        if isinstance(block, TwoSidedLine):
            return self._two_sided_line(block, keep or block.keep_next)
        if isinstance(following, TwoSidedLine):
            return self._writer(block, following).xml(following.keep_next or keep)
        return self._writer(block).xml(keep or block.keep_next)

    def _writer(self, table: TableBlock, signature: TwoSidedLine | None = None) -> TableWriter:
        return TableWriter(table, self.styles, self.page, self.remembered, signature)

    def _two_sided_line(self, line: TwoSidedLine, keep: bool) -> Iterator[bytes]:
        """Yield a table of one row without lines."""
        share = left_share(line, self.page.text_width)
        _, middle, right = edges((share, 100 - share), self.page.text_width)
        widths = (middle, right - middle)
        written = (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.styles["TablePlain"]}"/><w:tblW w:w="{right}" w:type="dxa"/>'
            f'<w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/>{_NO_MARGINS}<w:tblLook w:val="0000"/>'
            f'</w:tblPr><w:tblGrid><w:gridCol w:w="{middle}"/><w:gridCol w:w="{right - middle}"/></w:tblGrid>'
            f"{two_sided_row(line, self.styles, widths, keep_next=keep)}</w:tbl>"
        )
        yield written.encode()
