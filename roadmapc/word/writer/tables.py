"""Tables as WordprocessingML strings: what repeats from row to row is put together once per table.

A width stands three times, in the table, its grid and every cell, and is the same each time: Word, LibreOffice and
the office programs made in Russia each believe another one. The layout is fixed, else Word makes columns as wide as
their longest word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise, repeat, starmap

from roadmapc.rendering.blocks import Content, Paragraph, TableBlock, TableCell, TableRow, TwoSidedLine
from roadmapc.rendering.marked import MarkedParagraph
from roadmapc.word.package.pages import Page
from roadmapc.word.writer.remembered import Remembered, RowXml
from roadmapc.word.writer.revisions import paragraph_mark, row_mark
from roadmapc.word.writer.text import escape, length, properties, runs
from roadmapc.word.writer.tied_words import loosened
from roadmapc.word.writer.two_sided import middle_of, two_sided_row

_MOST_REMEMBERED = 2_000  # cells written before: more would only take memory
_CELL_MARGINS = 114  # 1 mm at each side, as the forms have it
_ROOM_FOR_A_DATE = 3_400  # 6 cm: «до 30 сентября 2022 года»
_SIZE, _SMALL_SIZE = 240, 200  # of letters: 12 and 10 points
_VERTICAL = '<w:textDirection w:val="btLr"/>'
_SHADED = '<w:shd w:val="clear" w:color="auto" w:fill="D9D9D9"/>'
_CENTRED = '<w:vAlign w:val="center"/>'
_LONG_MARK = 397  # 7 mm
_WRITING_HEIGHT, _WRITING_HEIGHT_SMALL = 567, 397  # a centimetre, 7 mm
_CENTRED_KINDS = ("head", "write")
_KEPT_KINDS = ("head", "heads", "numbers", "section", "task", "keep")
_LEAST_OF_A_LINE = len(escape("\n"))  # of XML
_MOST_LINES_LAST = 8  # of a last row that goes with a signature: a longer one needs no other row before it


def edges(widths: tuple[float, ...], width: int) -> list[int]:
    """Return where the columns begin and end if they share the width: one number more than columns.

    Borders are rounded, not widths: so no error adds up, and the last border is the width itself.
    """
    total, at, found = sum(widths), 0.0, [0]
    for part in widths:
        at += part
        found.append(round(width * at / total))
    return found


class TableWriter:
    """Writes one table; `edges` are its columns' borders in twentieths of a point, `remembered` is of the document.

    A `signature` behind it is its last row, without lines. LibreOffice keeps a row with the next row of its table, but
    with nothing behind the table: a signature outside would come to stand alone on a page.
    """

    def __init__(
        self,
        table: TableBlock,
        styles: Mapping[str, str],
        page: Page,
        remembered: dict[tuple[int, ...], Remembered],
        signature: TwoSidedLine | None = None,
    ) -> None:
        self.table = table
        self.styles = styles
        self.signature = signature
        self.edges = edges(table.widths, page.text_width)
        self.middle = middle_of(signature, self.edges) if signature else 0
        # the file's own columns: the table's, one of them parted where the signature's texts part
        self.grid = sorted({*self.edges, self.middle})
        self.places = [self.grid.index(edge) for edge in self.edges]
        self.suffix = "Small" if table.small else ""
        # 10 or 12 points: a letter is about half as wide as it is high, a line 1.15 times as high (in twentieths)
        letter, line = (100, 230) if table.small else (120, 276)
        self.letter = letter
        self.writing_height = _WRITING_HEIGHT_SMALL if table.small else _WRITING_HEIGHT
        self.most_lines = page.text_height * 2 // 3 // line
        widths = [right - left for left, right in pairwise(self.edges)]
        self.letters = [max(1, (width - _CELL_MARGINS) // letter) for width in widths]
        self.least_of_long = [self.most_lines * min(letters, _LEAST_OF_A_LINE) for letters in self.letters]
        # the first column that is like each one: what stands in one of them is written once for all
        shapes = list(zip(widths, (right - left for left, right in pairwise(self.places)), strict=True))
        self.alike = [shapes.index(shape) for shape in shapes]
        known = remembered.setdefault((letter, self.most_lines, *self.edges, *self.places), Remembered())
        self.opened, self.starts, self.done = known.opened, known.starts, known.done
        self.long, self.heights = known.long, known.heights

    def xml(self, keep_last: bool) -> Iterator[bytes]:
        """Yield the table's parts; `keep_last` keeps the last row with what follows the table."""
        style = self.styles["TableGrid" if self.table.grid else "TablePlain"]
        start = (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{self.edges[-1]}" w:type="dxa"/>'
            '<w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr>'
            f"<w:tblGrid>{''.join(starmap(_grid_column, pairwise(self.grid)))}</w:tblGrid>"
        )
        yield start.encode()
        # Word keeps a row with the next one if its paragraphs say so: a head and a section's name, which must not stand
        # alone at the end of a page; rows that share a cell; all rows but the last of a table that is kept whole; and
        # the last ones before a signature
        last = len(self.table.rows) - 1
        kept_from = self._kept_from() if keep_last or self.signature else last + 1
        shared_to = 0
        for index, row in enumerate(self.table.rows):
            for cell in row.cells:
                if cell.rowspan > 1:
                    shared_to = max(shared_to, self._shared_to(index, cell))
            keep = (
                index < shared_to
                or row.kind in _KEPT_KINDS
                or index >= kept_from
                or (self.table.keep_next and index < last)
            )
            yield self._row(row, keep, index < self.table.head)
        if self.signature:
            widths = (self.middle, self.edges[-1] - self.middle)
            place = self.grid.index(self.middle)
            spans = (place, len(self.grid) - 1 - place)
            yield two_sided_row(self.signature, self.styles, widths, keep_next=keep_last, spans=spans).encode()
        yield b"</w:tbl>"

    def _kept_from(self) -> int:
        """Return the first of the last rows that stay with a signature: two of them, unless the last one is long."""
        last = len(self.table.rows) - 1
        return last if self._row_lines(self.table.rows[last]) > _MOST_LINES_LAST else max(last - 1, 0)

    def _shared_to(self, index: int, cell: TableCell) -> int:
        """Return the last of the rows that share a cell from a row on, if a page may well hold them all."""
        end = index + cell.rowspan
        lines = sum(map(self._row_lines, self.table.rows[index:end])) if cell.rowspan <= self.most_lines else 0
        return end - 1 if 0 < lines <= self.most_lines // 2 else 0

    def _row_lines(self, row: TableRow) -> int:
        """Return how many lines a row has, without the cells that reach over several rows."""
        column, lines = 0, 1
        for cell in row.cells:
            lines = max(lines, self._lines(cell, column)) if cell.rowspan <= 1 else lines
            column += cell.colspan
        return lines

    def _row(self, row: TableRow, keep: bool, repeats: bool) -> RowXml:
        done = self.done.get((keep, row.kind))
        if done is None:
            own: list[dict[int, bytes]] = [{} for _ in self.alike]
            done = self.done[keep, row.kind] = [own[first] for first in self.alike]
        starts: Sequence[int] = range(len(done))
        if len(row.cells) != len(done):
            starts = list(accumulate([cell.colspan for cell in row.cells[:-1]], initial=0))
            # a wide cell is like no other
            done = [done[at] if cell.colspan == 1 else {} for at, cell in zip(starts, row.cells, strict=True)]
        ids = list(map(id, row.cells))
        cells = list(map(dict.get, done, ids))
        new: list[bytes] = []
        if not all(cells):
            for at, (cell, column) in enumerate(zip(row.cells, starts, strict=True)):
                if cells[at] is None:
                    cells[at] = xml = self._cell(cell, column, keep, row.kind).encode()
                    new.append(xml)
                    if len(done[at]) < _MOST_REMEMBERED:
                        done[at][ids[at]] = xml
                    self._measure(cell, column, xml)
        height = max(map(self.heights.get, ids, repeat(0))) if self.heights else 0
        short = not self.long or self.long.isdisjoint(cells)
        # text turned upwards does not make its row higher by itself; two letters are left for the cell's margins
        least = (height + 2) * self.letter if height else self.writing_height if row.kind == "write" else 0
        row_height = f'<w:trHeight w:val="{least}" w:hRule="atLeast"/>' if least else ""
        # a page would begin with the end of one cell; but a row longer than half a page, kept whole, leaves it white
        split = "<w:cantSplit/>" if short or repeats else ""
        head = "<w:tblHeader/>" if repeats else ""
        inside = row_mark(row, f"{split}{row_height}{head}")
        start = f"<w:tr><w:trPr>{inside}</w:trPr>".encode() if inside else b"<w:tr>"
        written = RowXml(b"".join([start, *filter(None, cells), b"</w:tr>"]))  # all are there now
        written.new = b"".join([start, *new, b"</w:tr>"])
        return written

    def _measure(self, cell: TableCell, column: int, xml: bytes) -> None:
        """Remember of a cell, as it is written, that it is long, or how many letters high it is.

        A line is at least as much XML as the column has letters, or as a break is: most cells need not be counted.
        """
        if cell.vertical:
            self.heights[id(cell)] = _height(cell)
        elif len(xml) > self.least_of_long[column] and self._lines(cell, column) > self.most_lines:
            self.long.add(xml)

    def _lines(self, cell: TableCell, column: int) -> int:
        """Return how many lines a cell has, by a rough count; text turned upwards counts as one."""
        if cell.vertical:
            return 1
        letters = self.letters[column] if cell.colspan == 1 else sum(self.letters[column : column + cell.colspan])
        lines = 0
        for paragraph in cell.paragraphs:
            lines += 1
            for piece in paragraph.content:
                text = piece if isinstance(piece, str) else piece.text
                lines += len(text) // letters + text.count("\n")
        return lines

    def _cell(self, cell: TableCell, column: int, keep: bool, kind: str) -> str:
        centred = kind in _CENTRED_KINDS
        if cell.colspan == cell.rowspan == 1 and not (cell.shaded or cell.vertical):
            start = self.opened.get((column, centred))
            if start is None:
                start = self.opened[column, centred] = self._cell_start(cell, column, centred)
        else:
            start = self._cell_start(cell, column, centred)
        if len(cell.paragraphs) == 1:
            return f"{start}{self._paragraph(cell.paragraphs[0], keep, cell, column)}</w:tc>"
        inside = "".join([self._paragraph(one, keep, cell, column) for one in cell.paragraphs])
        return f"{start}{inside}</w:tc>"

    def _cell_start(self, cell: TableCell, column: int, centred: bool) -> str:
        width = self.edges[column + cell.colspan] - self.edges[column]
        span = self.places[column + cell.colspan] - self.places[column]
        merged = "" if cell.rowspan == 1 else "<w:vMerge/>" if cell.rowspan == 0 else '<w:vMerge w:val="restart"/>'
        return "".join(
            (
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>',
                f'<w:gridSpan w:val="{span}"/>' if span > 1 else "",
                merged,
                _SHADED if cell.shaded else "",
                _VERTICAL if cell.vertical else "",
                _CENTRED if centred or cell.vertical else "",
                "</w:tcPr>",
            )
        )

    def _paragraph(self, paragraph: Paragraph, keep: bool, cell: TableCell, column: int) -> str:
        style = paragraph.style
        if style == "TableBlank" or paragraph.list_marker or isinstance(paragraph, MarkedParagraph):
            width = self.edges[column + cell.colspan] - self.edges[column] - _CELL_MARGINS
            line_to = width if style == "TableBlank" else 0
            room = _LONG_MARK if len(paragraph.list_marker) > 2 else 0  # «10)»: the style has room for «1)»
            inside = properties(
                self.styles[style + self.suffix],
                keep_next=keep,
                line_to=line_to,
                left=room,
                hanging=room,
                align=cell.align,
            )
            return text_paragraph(paragraph, inside)
        key = (style, keep, cell.align)
        start = self.starts.get(key)
        if start is None:
            inside = properties(self.styles[style + self.suffix], keep_next=keep, align=cell.align)
            start = self.starts[key] = f"<w:p><w:pPr>{inside}</w:pPr>"
        inside = runs(paragraph.content)
        if "\u00a0" in inside:
            inside = runs(self._fitting(paragraph.content, cell, column))
        return f"{start}{inside}</w:p>"

    def _fitting(self, content: Content, cell: TableCell, column: int) -> Content:
        """Return a text for a cell, parted where words that belong together are wider than the cell.

        Word would part them anywhere: «2026 г|ода».
        """
        room = self.edges[column + cell.colspan] - self.edges[column] - _CELL_MARGINS
        if room > _ROOM_FOR_A_DATE:
            return content
        size = _SMALL_SIZE if self.table.small else _SIZE
        return tuple(
            loosened(one, room, size) if isinstance(one, str) else replace(one, text=loosened(one.text, room, size))
            for one in content
        )


def _grid_column(left: int, right: int) -> str:
    return f'<w:gridCol w:w="{right - left}"/>'


def _height(cell: TableCell) -> int:
    """Return how many letters high a cell of upright text is."""
    return max(length(paragraph.content) for paragraph in cell.paragraphs)


def text_paragraph(paragraph: Paragraph, inside: str) -> str:
    """Return a paragraph with the inside of its `w:pPr`: mark and tab before the text, a line to write on after it."""
    content: Content = paragraph.content
    if paragraph.list_marker:
        content = (paragraph.list_marker + "\t", *content)
    if paragraph.style.endswith("Blank") and not isinstance(paragraph, MarkedParagraph):
        content = (*content, "\t")
    return f"<w:p><w:pPr>{inside}{paragraph_mark(paragraph)}</w:pPr>{runs(content)}</w:p>"
