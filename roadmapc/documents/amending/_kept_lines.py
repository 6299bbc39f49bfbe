"""What changes in rows and sections that stay: a cell by its words, else the cell, else the row (§4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from roadmapc.diagnostics import Message
from roadmapc.documents._table import TableRowView
from roadmapc.documents.amending._cells import Formula, formula, quote
from roadmapc.documents.amending._items import Change
from roadmapc.documents.amending._lines import Line, TableLines, Whole, cell_words, line_words
from roadmapc.documents.amending._names import ACCUSATIVE, GENITIVE, PREPOSITIONAL, Names
from roadmapc.plan.amending import AmendSettings
from roadmapc.plan.columns import printed_columns
from roadmapc.plan.plan import PlanSection, Row


@dataclass(frozen=True)
class KeptLines:
    """Finds what changes in a line that stays."""

    lines: TableLines
    names: Names
    settings: AmendSettings

    def changes(self, old: int, new: int) -> Iterator[Change]:
        """Yield the changes of a line by its places in both editions; raises Whole."""
        one, other = self.lines.old[old], self.lines.new[new]
        if one.view.section or other.view.section:
            yield from self._section(one, other)
        elif isinstance(one.source, Row):
            yield from self._row(one.source, one.view, other.view)

    def _section(self, one: Line, other: Line) -> Iterator[Change]:
        was, now = one.view.section, other.view.section
        if was is None or now is None:
            raise Whole(Message("a section became a row of cells, or a row a section"))
        if was.number != now.number:
            raise Whole(Message("a section has another number: {old}, {new}", old=was.number, new=now.number))
        section = one.source
        assert isinstance(section, PlanSection)  # a view of a section is of one
        if line_words(was.title) != line_words(now.title):
            found = self._heading(was.title, now.title)
            yield Change(f"наименование {self._named(section)} {found.words}", found.why)
        if line_words(was.task) != line_words(now.task):
            found = self._heading(was.task, now.task)
            yield Change(f"задачу {self._named(section)} {found.words}", found.why)

    def _heading(self, old: str, new: str) -> Formula:
        found = formula(line_words(old), line_words(new), self.settings)
        if found is None or not new.strip() or "\n" in new.strip():
            raise Whole(Message("a heading cannot be quoted"))
        if found.within:
            words = f"изложить в следующей редакции: {quote(line_words(new), self.settings)}"
            return Formula(False, words, Message("a heading is given anew"))
        return found

    def _named(self, section: PlanSection) -> str:
        return self.names.section(section, "раздела") + self.names.behind

    def _row(self, row: Row, was: TableRowView, now: TableRowView) -> Iterator[Change]:
        columns = printed_columns(self.lines.tables.former)
        if [one.rows for one in was.cells] != [one.rows for one in now.cells]:
            raise Whole(Message("cells are joined in another way"))
        both = enumerate(zip(was.cells, now.cells, strict=True))
        differ = [at for at, (one, other) in both if cell_words(one.text) != cell_words(other.text)]
        if not differ:
            return
        if any(columns[at].kind == "number" for at in differ):
            old, new = (view.cells[differ[0]].text for view in (was, now))
            raise Whole(Message("a row has another number: {old}, {new}", old=old, new=new))
        formulas = [
            formula(cell_words(was.cells[at].text), cell_words(now.cells[at].text), self.settings) for at in differ
        ]
        rewritten = any(
            columns[at].kind == "activity" and found is not None and found.anew
            for at, found in zip(differ, formulas, strict=True)
        )
        is_most = 2 * len(differ) >= sum(one.kind != "number" for one in columns)
        if is_most or rewritten or None in formulas:
            yield self._whole_row(row, now)
            return
        for at, found in zip(differ, formulas, strict=True):
            assert found is not None  # told above
            yield self._cell(row, at, found)

    def _whole_row(self, row: Row, now: TableRowView) -> Change:
        if any(cell.rows != 1 for cell in now.cells):
            raise Whole(Message("a row changes that shares a cell with others"))
        text = f"{self.names.row(row, ACCUSATIVE)} изложить в следующей редакции"
        return Change(text, Message("half of the row or its activity changes: it is given as a whole"), (now,))

    def _cell(self, row: Row, at: int, found: Formula) -> Change:
        case = PREPOSITIONAL if found.within else ACCUSATIVE
        column = f"{'в ' if found.within else ''}{self.names.column(at, case)}"
        text = f"{column} {self.names.row(row, GENITIVE)} {found.words}"
        return Change(text, found.why, of=f"в {self.names.row(row, PREPOSITIONAL)}", short=f"{column} {found.words}")
