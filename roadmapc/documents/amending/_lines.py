"""The printed rows of two editions of a table, and which of the old ones each new one was."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from roadmapc.diagnostics import Message
from roadmapc.documents._table import TableRowView, sourced_rows
from roadmapc.plan.changes.matching import out_of_order
from roadmapc.plan.changes.paired_tables import PairedTables
from roadmapc.plan.plan import PlanSection, PlanTable, Row
from roadmapc.russian.normal_form import normal_form


class Whole(Exception):
    """A document that changes in a way that cannot be said by parts: it is given in a new edition, and this is why."""

    def __init__(self, why: Message) -> None:
        super().__init__(str(why))
        self.why = why


@dataclass(frozen=True, slots=True)
class Line:
    """A printed row with the row or section that it is of."""

    view: TableRowView
    source: Row | PlanSection
    is_task: bool


@dataclass(frozen=True)
class TableLines:
    """The lines of both editions; places of lines are those in `old` and `new`."""

    tables: PairedTables

    @cached_property
    def old(self) -> list[Line]:
        """Return the printed rows of the old table."""
        return _lines(self.tables.former)

    @cached_property
    def new(self) -> list[Line]:
        """Return the printed rows of the new table."""
        return _lines(self.tables.latter)

    @cached_property
    def was(self) -> list[int | None]:
        """Return of each new line the old one that it was; those that moved were none."""
        rows = {id(self.tables.new_rows[b]): id(self.tables.old_rows[a]) for a, b in self.tables.rows.new_of.items()}
        former, latter = self.tables.former.sections, self.tables.latter.sections
        rows |= {id(latter[b]): id(former[a]) for a, b in self.tables.sections.new_of.items()}
        place = {(id(line.source), line.is_task): at for at, line in enumerate(self.old)}
        found = [place.get((rows.get(id(line.source), 0), line.is_task)) for line in self.new]
        known = [at for at, old in enumerate(found) if old is not None]
        moved = out_of_order([old for old in found if old is not None])
        for n in moved:
            found[known[n]] = None
        return found

    @cached_property
    def kept(self) -> dict[int, int]:
        """Return the new lines by the old ones that they were."""
        return {old: new for new, old in enumerate(self.was) if old is not None}

    @property
    def gone(self) -> list[int]:
        """Return the old lines that are no more."""
        return [at for at in range(len(self.old)) if at not in self.kept]

    @property
    def differing(self) -> int:
        """Return how many lines change, go and come."""
        changed = sum(_texts(self.old[old].view) != _texts(self.new[new].view) for old, new in self.kept.items())
        return changed + len(self.old) + len(self.new) - 2 * len(self.kept)

    def row(self, at: int) -> Row:
        """Return the row of an old line that is of one."""
        source = self.old[at].source
        assert isinstance(source, Row)  # asked of rows alone
        return source

    def is_section(self, at: int) -> bool:
        """Say whether an old line is the title or the task of a section."""
        return isinstance(self.old[at].source, PlanSection)

    def section(self, at: int) -> PlanSection:
        """Return the section in which an old line stands."""
        source = self.old[at].source
        return source if isinstance(source, PlanSection) else self.tables.old.sections[source.section]


def _lines(table: PlanTable) -> list[Line]:
    return [Line(view, source, _is_task(view)) for view, source in sourced_rows(table)]


def _is_task(view: TableRowView) -> bool:
    return view.section is not None and not (view.section.number or view.section.title)


def _texts(view: TableRowView) -> tuple[str, ...]:
    if view.section:
        return (view.section.number, line_words(view.section.title), line_words(view.section.task))
    return tuple(cell_words(cell.text) for cell in view.cells)


def cell_words(text: str) -> str:
    """Return the words of a cell: lines stay, spaces of all kinds are one."""
    return "\n".join(" ".join(line.split()) for line in normal_form(text).strip().split("\n"))


def line_words(text: str | None) -> str:
    """Return the words of a text of one line, spaces of all kinds as one."""
    return " ".join(normal_form(text or "").split())
