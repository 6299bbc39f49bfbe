"""The cells of a table as they print: one that is one with that above has its words."""

from __future__ import annotations

from collections.abc import Sequence

from roadmapc.plan.columns import goes_on
from roadmapc.plan.plan import PlanTable, Row
from roadmapc.source.contents import TableColumn


class CellWords:
    """Reads the cells of a table in order: a cell that is one with that above has its words, and is shared.

    No cell reaches over the line of a section: its first row has words of its own.
    """

    def __init__(self, table: PlanTable) -> None:
        self.merged = table.source.table.inherited == "merged"
        self.alone = {one.route for one in table.sections if one.own and one.task}  # its task stands below its row
        self.above: dict[str, str] = {}
        self.above_parts: dict[str, str] = {}  # the same for the rows that print in the one before
        self.group: tuple[int, bool] | None = None
        self.before: Row | None = None

    def of(self, row: Row, columns: Sequence[TableColumn | None]) -> list[tuple[str, bool]]:
        """Return for each column the words, and whether the cell is one with that above."""
        group = (row.section, row.route in self.alone)
        if group != self.group:
            self.group, self.above, self.before = group, {}, None
        if self.before and self.before.together and row.route[: len(self.before.route)] == self.before.route:
            return [self._cell(row, one, self.above_parts, part=True) if one else ("", False) for one in columns]
        found = [self._cell(row, one, self.above) if one else ("", False) for one in columns]
        self.before, self.above_parts = row, dict(self.above)  # what prints in a row stands above none
        return found

    def _cell(self, row: Row, column: TableColumn, above: dict[str, str], *, part: bool = False) -> tuple[str, bool]:
        words = row.words_of(column)
        inherits = {"deadline": row.deadline_key, "owners": row.owners_key}
        inherited = self.merged and not words and any(inherits[one] == column.key for one in row.inherits)
        inherited = inherited and not part and self.before is not None and goes_on(self.before, row, column.kind)
        shared = column.key in above and (column.key in row.shared or inherited)
        if shared:
            words = above[column.key]
        above[column.key] = words
        return words, shared
