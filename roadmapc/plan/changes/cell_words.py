"""The cells of a table as they print: one that is one with that above has its words."""

from __future__ import annotations

from collections.abc import Sequence

from roadmapc.plan.plan import PlanTable, Row
from roadmapc.source.contents import TableColumn


class CellWords:
    """Reads the cells of a table in order: a cell that is one with that above has its words, and is shared."""

    def __init__(self, table: PlanTable) -> None:
        self.merged = table.source.table.inherited == "merged"
        self.above: dict[str, str] = {}

    def of(self, row: Row, columns: Sequence[TableColumn | None]) -> list[tuple[str, bool]]:
        """Return for each column the words, and whether the cell is one with that above."""
        return [self._cell(row, column) if column else ("", False) for column in columns]

    def _cell(self, row: Row, column: TableColumn) -> tuple[str, bool]:
        words = row.words_of(column)
        inherits = {"deadline": row.deadline_key, "owners": row.owners_key}
        inherited = self.merged and not words and any(inherits[one] == column.key for one in row.inherits)
        shared = column.key in row.shared or inherited
        if shared:
            words = self.above.get(column.key, words)
        self.above[column.key] = words
        return words, shared
