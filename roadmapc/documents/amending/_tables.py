"""Two editions of a table → its changes, in the order of the amended text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from roadmapc.diagnostics import Message
from roadmapc.documents.amending._added_lines import AddedLines
from roadmapc.documents.amending._cells import formula
from roadmapc.documents.amending._dropped_lines import DroppedLines
from roadmapc.documents.amending._items import Change
from roadmapc.documents.amending._kept_lines import KeptLines
from roadmapc.documents.amending._lines import TableLines, Whole, line_words
from roadmapc.documents.amending._names import Names
from roadmapc.plan.amending import AmendSettings
from roadmapc.plan.changes.paired_tables import PairedTables
from roadmapc.plan.columns import printed_columns


@dataclass(frozen=True)
class TableChanges:
    """Finds the changes of one table."""

    tables: PairedTables
    names: Names
    settings: AmendSettings

    @cached_property
    def lines(self) -> TableLines:
        """Return the printed rows of both editions."""
        return TableLines(self.tables)

    def changes(self) -> Iterator[Change]:
        """Yield the changes; raises Whole where the table's shape is another or most of its rows are."""
        self._require_shape()
        yield from self._headings()
        yield from self._rows()

    def _require_shape(self) -> None:
        former, latter = self.tables.former, self.tables.latter
        columns = [[(one.kind, one.key) for one in printed_columns(table)] for table in (former, latter)]
        if columns[0] != columns[1]:
            raise Whole(Message("the columns of the table are others"))
        settings = (former.source.table, latter.source.table)
        if len({(one.head, one.column_numbers, one.section_number) for one in settings}) > 1:
            raise Whole(Message("the head of the table is another"))
        if any(line_words(one.heading) != line_words(other.heading) for one, other in [settings]):
            raise Whole(Message("the heading of the table is another"))
        if any(line_words(one.notes) != line_words(other.notes) for one, other in [settings]):
            raise Whole(Message("the notes below the table are others"))

    def _headings(self) -> Iterator[Change]:
        sides = ((self.tables.old, self.tables.former), (self.tables.new, self.tables.latter))
        old, new = (Names(plan, table, self.settings).headings for plan, table in sides)
        for at, (was, now) in enumerate(zip(old, new, strict=True)):
            if was == now:
                continue
            found = formula(was, now, self.settings)
            if found is None or not self.tables.former.source.table.head:
                raise Whole(Message("the heading of a column cannot be quoted"))
            place = f"графы {at + 1}{self.names.behind}"
            if found.within:
                yield Change(f"в наименовании {place} {found.words}", found.why)
            else:
                yield Change(f"наименование {place} {found.words}", found.why)

    def _rows(self) -> Iterator[Change]:
        n, of = self.lines.differing, len(self.lines.old)
        if n > self.settings.new_edition * max(of, 1):
            raise Whole(Message("rows that change: {n} of {of}, more than is said one by one", n=n, of=of))
        kept = KeptLines(self.lines, self.names, self.settings)
        found: list[tuple[float, Change]] = []
        for old, new in self.lines.kept.items():
            found += [(old, change) for change in kept.changes(old, new)]
        found += DroppedLines(self.lines, self.names, self.settings).changes()
        found += AddedLines(self.lines, self.names).changes()
        for _at, change in sorted(found, key=lambda one: one[0]):
            yield change
