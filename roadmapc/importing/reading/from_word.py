"""Word file → material: the text as it prints, tables with their merged cells, and all that stands beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from roadmapc.diagnostics import Message
from roadmapc.importing.material import Aside, Grid, GridCell, GridRow, Material, Place, Text
from roadmapc.word.reader.document import WordCell, WordDocument, WordParagraph, WordTable, read_document
from roadmapc.word.reader.unread import UnreadKind

_MOST_STRUCK = 8
_TWIPS_IN_MM = 1440 / 25.4
_UNSEEN = str.maketrans({"\u00ad": None, "\u200b": None, "\ufeff": None, "\u2060": None})


def read_word(data: bytes, *, reject_changes: bool = False) -> Material:
    """Return what the bytes of a .docx hold; raises `UnreadableDocument`."""
    document = read_document(data, reject_changes=reject_changes)
    reader = _Reader()
    blocks = tuple(reader.blocks(document))
    asides = tuple(
        Aside(one.kind, _clean(one.text), reader.place(one.at, one.kind)) for one in document.asides if one.text.strip()
    )
    remarks = tuple(_remarks(document, reject_changes=reject_changes))
    return Material(
        blocks, asides, document.title, remarks, not any(one.kind in _WITH_WORDS for one in document.unread)
    )


class _Reader:
    """Takes blocks in order, and remembers where each paragraph stands."""

    def __init__(self) -> None:
        self.places: list[Place] = []
        self.paragraphs = self.tables = 0

    def place(self, at: int, part: str) -> Place:
        """Return the place of the paragraph that something belongs to."""
        return self.places[at] if 0 <= at < len(self.places) else Place(part=part)

    def blocks(self, document: WordDocument) -> Iterator[Text | Grid]:
        """Yield all blocks; empty paragraphs too, which part what stands around them."""
        for block in document.blocks:
            if isinstance(block, WordTable):
                self.tables += 1
                yield self._grid(block)
            else:
                self.paragraphs += bool(block.text.strip() or block.mark)
                place = Place(self.paragraphs)
                self.places.append(place)
                yield text_of(block, place)

    def _grid(self, table: WordTable) -> Grid:
        rows = [[*self._cells(row.cells, number)] for number, row in enumerate(table.rows, 1)]
        columns = max((cell.column + cell.colspan for row in rows for cell in row), default=0)
        heads = [row.head for row in table.rows]
        _let_reach_down(rows)
        return Grid(
            tuple(GridRow(tuple(row), head) for row, head in zip(rows, heads, strict=True)),
            max(columns, len(table.grid)),
            table.ruled,
            tuple(_millimetres(width) for width in table.grid),
            Place(table=self.tables),
        )

    def _cells(self, cells: Sequence[WordCell], row: int) -> Iterator[GridCell]:
        for number, cell in enumerate(cells, 1):
            place = Place(table=self.tables, row=row, cell=number)
            self.places += [place] * len(cell.paragraphs)
            yield GridCell(tuple(_in_cell(cell, place)), cell.column, cell.colspan, 1, cell.covered, place)


def _in_cell(cell: WordCell, place: Place) -> Iterator[Text]:
    """Yield the paragraphs of a cell; a row of a table inside it is one, its cells parted by tabs."""
    for (row, _), inside in groupby(cell.paragraphs, lambda p: (p.inner[0], p.inner[0] == 0)):
        paragraphs = [*inside]
        if not row:
            yield from (text_of(paragraph, place) for paragraph in paragraphs)
            continue
        cells = [[*some] for _, some in groupby(paragraphs, lambda p: p.inner[1])]
        words = (" ".join(text_of(one, place).words for one in some).strip() for some in cells)
        yield Text("\t".join(words), place=place)


def text_of(paragraph: WordParagraph, place: Place) -> Text:
    """Return a paragraph; a first line that is indented or hangs begins where it begins."""
    left = paragraph.left_indent + max(paragraph.offset, 0)
    return Text(
        _clean(paragraph.text),
        mark=paragraph.mark,
        bold=paragraph.bold,
        align=paragraph.align,
        indent=_millimetres(left),
        size=max((run.size for run in paragraph.shown), default=0),
        level=paragraph.outline_level,
        place=place,
    )


def _let_reach_down(rows: list[list[GridCell]]) -> None:
    """Give each cell its rowspan; words in a covered cell, which Word hides, go to the cell that covers it."""
    open_cells: dict[int, tuple[int, int]] = {}  # column → row and index of the cell that reaches down
    for at, row in enumerate(rows):
        for index, cell in enumerate(row):
            above = open_cells.get(cell.column)
            if not cell.covered or above is None:
                open_cells[cell.column] = (at, index)
                rows[at][index] = cell._replace(covered=False)
                continue
            first, place = above
            top = rows[first][place]
            texts = top.texts + tuple(text for text in cell.texts if text.text.strip())
            rows[first][place] = top._replace(rowspan=at - first + 1, texts=texts)
            rows[at][index] = cell._replace(texts=())


def _clean(text: str) -> str:
    return text.translate(_UNSEEN)


def _millimetres(twips: int) -> int:
    return round(twips / _TWIPS_IN_MM)


_WITH_WORDS: frozenset[UnreadKind] = frozenset({"diagram", "file", "word art"})
_NOT_READ: dict[UnreadKind, Callable[[int], Message]] = {
    "picture": lambda n: Message("pictures in the file, which are not read: {n}", n=n),
    "chart": lambda n: Message("charts in the file, which are not read: {n}", n=n),
    "diagram": lambda n: Message("diagrams (SmartArt) in the file, whose words are not read: {n}", n=n),
    "object": lambda n: Message("tables or formulas of other programs in the file, which are not read: {n}", n=n),
    "file": lambda n: Message(
        "other files put into this one, whose words are not read: {n}; open it in Word and save it anew", n=n
    ),
    "colour": lambda n: Message("cells without words that are coloured, which are not read: {n}", n=n),
}


def _remarks(document: WordDocument, *, reject_changes: bool) -> Iterator[Message]:
    kinds = Counter(one.kind for one in document.unread)
    yield from (told(kinds[kind]) for kind, told in _NOT_READ.items() if kind in kinds)
    for one in document.unread:
        if one.kind == "word art":
            yield Message("words drawn as a picture (WordArt) are not taken: “{words}”", words=one.words)
    struck = [one.words for one in document.unread if one.kind == "struck"]
    if struck:
        yield Message(
            "struck-out words are taken as they stand ({n}): delete what does not hold: “{words}”",
            n=len(struck),
            words="; ".join(struck[:_MOST_STRUCK]),
        )
    if any(one.kind in ("deleted", "inserted") for one in document.asides):
        if reject_changes:
            yield Message("the file has tracked changes: they are taken as rejected")
        else:
            yield Message(
                "the file has tracked changes: they are taken as accepted (--reject-changes takes the text before)"
            )
