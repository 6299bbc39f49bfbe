"""The new edition with a note wherever it differs from the old one, as consolidated texts of acts have them (§8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from roadmapc.documents.amending._redlining.sides import (
    change,
    is_number,
    is_renumbered,
    new_table,
    number_of,
    paragraphs_of,
    side,
    words_of_cell,
)
from roadmapc.rendering.blocks import Block, Paragraph, TableBlock, TableCell, TableRow, TwoSidedLine
from roadmapc.rendering.marked import MarkedLine, MarkedParagraph, MarkedRow, change_of
from roadmapc.rendering.prose import tied

_FEW_COLUMNS = 3
"""Of a table of names and texts, as a passport is: there the note stands behind the text."""


@dataclass(frozen=True)
class Notes:
    """The words of an act for notes: in the genitive, the instrumental and the nominative with a capital letter."""

    of_act: str
    by_act: str
    act: str

    @property
    def changed(self) -> str:
        """Return «(в ред. приказа от … № …)»."""
        return tied(f"(в ред. {self.of_act})")

    @property
    def renamed(self) -> str:
        """Return «(наименования граф в ред. приказа от … № …)»."""
        return tied(f"(наименования граф в ред. {self.of_act})")

    @property
    def added(self) -> str:
        """Return «(введен приказом от … № …)», in brackets as all notes are."""
        return tied(f"(введен {self.by_act})")

    def dropped(self, word: str = "Исключен") -> str:
        """Return «Исключен. – Приказ от … № …»."""
        return tied(f"{word}. – {self.act}.")


def noted_blocks(blocks: Sequence[Block], notes: Notes) -> Iterator[Block]:
    """Yield the blocks of the new edition with notes."""
    for is_marked, group in groupby(blocks, key=lambda one: isinstance(one, MarkedParagraph)):
        if is_marked:
            run = [one for one in group if isinstance(one, Paragraph)]
            yield from _paragraphs(run, notes)
        else:
            for block in group:
                yield from _block(block, notes)


def _paragraphs(run: Sequence[Paragraph], notes: Notes) -> Iterator[Block]:
    """Yield paragraphs that changed, with one note behind them; of those that are gone nothing is left."""
    found = paragraphs_of(run, is_new=True)
    words = [one for one in found if one.content]
    yield from words
    if words and words[-1].style != "Approval":
        style = "TextCenter" if words[-1].style.startswith("Heading") else "Note"
        yield Paragraph((notes.changed,), style, keep_next=words[-1].keep_next)


def _block(block: Block, notes: Notes) -> Iterator[Block]:
    if change_of(block) == "deleted":
        return
    if isinstance(block, MarkedLine):
        yield TwoSidedLine(
            side(block.left, is_new=True),
            side(block.right, is_new=True),
            block.style,
            block.keep_next,
            side(block.below, is_new=True),
        )
    elif isinstance(block, TableBlock) and any(isinstance(row, MarkedRow) for row in block.rows):
        if change_of(block):
            yield Paragraph((notes.changed,), "Note", keep_next=True)
            yield new_table(block)
        else:
            if any(isinstance(row, MarkedRow) for row in block.rows[: block.head]):
                yield Paragraph((notes.renamed,), "Note", keep_next=True)
            yield _Table(block, notes).table()
    else:
        yield block


class _Table:
    """Puts notes into one table."""

    def __init__(self, table: TableBlock, notes: Notes) -> None:
        self.old, self.notes = table, notes
        self.style = "TableText" if table.small else "TableTextSmall"
        self.numbers = {number_of(row, is_new=True) for row in table.rows if change(row) != "deleted"}

    def table(self) -> TableBlock:
        """Return the table."""
        rows: list[TableRow] = []
        gone: list[TableRow] = []
        for at, row in enumerate(self.old.rows):
            if change(row) == "deleted":
                gone.append(row)
                continue
            self._drop(rows, gone, row)
            gone = []
            rows.append(row if at < self.old.head else self._row(row))
        self._drop(rows, gone, None)
        return new_table(self.old, rows)

    def _row(self, row: TableRow) -> TableRow:
        if not isinstance(row, MarkedRow) or is_renumbered(row):
            return row
        if change(row):
            words = self.notes.added
            return self._with_note(row, self._place(row), words)
        return self._with_note(row, self._place(row), self.notes.changed)

    def _place(self, row: TableRow) -> int | None:
        """Return the cell for the note: of the activity, or the last of few; none that is one with that above."""
        places = [at for at, cell in enumerate(row.cells) if cell.rowspan and not is_number(cell)]
        if row.kind == "section":
            return places[-1] if places else None
        return (places[-1] if len(row.cells) <= _FEW_COLUMNS else places[0]) if places else None

    def _with_note(self, row: TableRow, at: int | None, words: str) -> TableRow:
        if at is None:
            return row
        cell = row.cells[at]
        style = self.style.replace("TableText", "TableColumns") if row.kind == "section" else self.style
        note = Paragraph((words,), style)
        noted = replace(cell, paragraphs=(*paragraphs_of(cell.paragraphs, is_new=True), note))
        return replace(row, cells=(*row.cells[:at], noted, *row.cells[at + 1 :]))

    def _drop(self, rows: list[TableRow], gone: Sequence[TableRow], following: TableRow | None) -> None:
        """Say that rows are no more: in a row of its own, or in that above where rows around it share a cell."""
        lines = [*self._lines(gone)]
        if not lines:
            return
        shares = following is not None and any(cell.rowspan == 0 for cell in following.cells)
        for number, words in lines:
            if shares and rows:
                text = f"{number} {words}".strip()
                rows[-1] = self._with_note(rows[-1], self._place(rows[-1]), text)
            else:
                rows.append(self._dropped(number, words))

    def _lines(self, gone: Sequence[TableRow]) -> Iterator[tuple[str, str]]:
        """Yield the numbers and notes of rows that are gone, if vacant: a section with its rows, others together."""
        within = False
        left: list[str] = []
        for row in gone:
            if row.kind == "section":
                within = True
                yield "", self.notes.dropped(f"Раздел «{_words(row)}» исключен")
            number = number_of(row, is_new=False)
            if not within and number and number not in self.numbers:
                left.append(number)
        if left:
            number = left[0] if len(left) == 1 else f"{left[0]} – {left[-1]}"
            yield number, self.notes.dropped("Исключены" if len(left) > 1 else "Исключен")

    def _dropped(self, number: str, words: str) -> TableRow:
        total = len(self.old.widths)
        if not number:
            return TableRow((TableCell((Paragraph((words,), self.style),), total),))
        cells = (
            TableCell((Paragraph((number,), "TableNumber"),)),
            TableCell((Paragraph((words,), self.style),), total - 1),
        )
        return TableRow(cells)


def _words(row: TableRow) -> str:
    return " ".join(filter(None, (words_of_cell(cell, is_new=False) for cell in row.cells)))
