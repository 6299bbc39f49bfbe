"""One edition of what is marked: the old one, the new one, with or without looks that show what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from roadmapc.documents.amending._redlining.texts import plain
from roadmapc.rendering.blocks import Content, Paragraph, Run, TableBlock, TableCell, TableRow
from roadmapc.rendering.marked import MarkedParagraph, MarkedRow, MarkedRun

_LONGEST_MARK = 5
"""Characters of the mark of a list item: «–», «100)»."""


def side(content: Content, *, is_new: bool, shown: bool = False) -> Content:
    """Return the words of one edition; `shown` makes new words bold and strikes old ones through."""
    dropped = "deleted" if is_new else "inserted"
    return tuple(
        _shown(piece, is_new=is_new, shown=shown)
        for piece in content
        if not (isinstance(piece, MarkedRun) and piece.change == dropped)
    )


def _shown(piece: str | Run, *, is_new: bool, shown: bool) -> str | Run:
    if not isinstance(piece, MarkedRun):
        return piece
    if shown:
        return Run(piece.text, bold=piece.bold or is_new, italic=piece.italic, struck=piece.struck or not is_new)
    look = Run(piece.text, piece.bold, piece.italic, piece.struck)
    return look if look != Run(piece.text) else piece.text


def paragraphs_of(found: Sequence[Paragraph], *, is_new: bool, shown: bool = False) -> tuple[Paragraph, ...]:
    """Return the paragraphs of one edition: one whose end is not there goes on in the next."""
    return tuple(_paragraphs(found, is_new=is_new, shown=shown))


def _paragraphs(found: Sequence[Paragraph], *, is_new: bool, shown: bool) -> Iterator[Paragraph]:
    dropped = "deleted" if is_new else "inserted"
    before: list[Paragraph] = []
    for one in found:
        if not isinstance(one, MarkedParagraph) and not before:
            yield one
            continue
        content = side(one.content, is_new=is_new, shown=shown)
        part = Paragraph(content, one.style, one.list_marker, one.keep_next)
        if isinstance(one, MarkedParagraph) and one.change == dropped:
            before += [part] if content else []
            continue
        parts = [*before, *([part] if content or not before else [])]
        before = []
        yield _with_marker(replace(parts[0], content=tuple(piece for each in parts for piece in each.content)))


def _with_marker(paragraph: Paragraph) -> Paragraph:
    """Return a paragraph whose mark, which is part of a marked one's content, is its own again."""
    if paragraph.list_marker or not paragraph.content or not paragraph.style.endswith("tem"):
        return paragraph
    first, *others = paragraph.content
    marker, tab, rest = (first if isinstance(first, str) else first.text).partition("\t")
    if not tab or len(marker) > _LONGEST_MARK:
        return paragraph
    begun = () if not rest else (rest,) if isinstance(first, str) else (replace(first, text=rest),)
    return replace(paragraph, content=(*begun, *others), list_marker=marker)


def new_table(table: TableBlock, rows: Sequence[TableRow] | None = None) -> TableBlock:
    """Return the table of the new edition, of its own rows or of those given, which reach down as far as they can."""
    left = [row for row in table.rows if change(row) != "deleted"] if rows is None else rows
    head = sum(change(row) != "deleted" for row in table.rows[: table.head])
    further: dict[int, int] = {}
    found: list[TableRow] = []
    for row in reversed(left):
        cells: list[TableCell] = []
        column = 0
        for cell in row.cells:
            span = 0
            if cell.rowspan == 0:
                further[column] = further.get(column, 0) + 1
            else:
                span = 1 + further.pop(column, 0)
            cells.append(replace(cell, paragraphs=paragraphs_of(cell.paragraphs, is_new=True), rowspan=span))
            column += cell.colspan
        found.append(TableRow(tuple(cells), row.kind))
    return replace(table, rows=tuple(reversed(found)), head=head)


def change(row: TableRow) -> str:
    """Return what becomes of a row as a whole."""
    return row.change if isinstance(row, MarkedRow) else ""


def is_changed(cell: TableCell) -> bool:
    """Say whether a cell of a row that stays has any mark."""
    return any(isinstance(one, MarkedParagraph) for one in cell.paragraphs)


def is_number(cell: TableCell) -> bool:
    """Say whether a cell holds the row's number."""
    return any(one.style == "TableNumber" for one in cell.paragraphs)


def is_renumbered(row: TableRow) -> bool:
    """Say whether nothing but the number of a row that stays has changed."""
    return (
        isinstance(row, MarkedRow)
        and not row.change
        and not any(is_changed(cell) and not is_number(cell) for cell in row.cells)
    )


def words_of_cell(cell: TableCell, *, is_new: bool) -> str:
    """Return the words of a cell in one edition, on one line."""
    paragraphs = paragraphs_of(cell.paragraphs, is_new=is_new)
    return " ".join(" ".join(plain((one.list_marker, *one.content)) for one in paragraphs).split())


def number_of(row: TableRow, *, is_new: bool) -> str:
    """Return the number of a row: the words of its cell for it."""
    cells = filter(is_number, row.cells)
    return next((words_of_cell(cell, is_new=is_new) for cell in cells), "")
