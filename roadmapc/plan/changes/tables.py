"""What differs between two tables of activities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from roadmapc.diagnostics import Route
from roadmapc.plan.changes.columns import paired_columns
from roadmapc.plan.changes.matching import out_of_order
from roadmapc.plan.changes.row_matching import Match, match_rows, match_sections
from roadmapc.plan.changes.values import (
    CellChanged,
    Change,
    ColumnAdded,
    ColumnRemoved,
    FieldChanged,
    OwnersChanged,
    RowAdded,
    RowMoved,
    RowRemoved,
    RowRenumbered,
    SectionAdded,
    SectionRemoved,
)
from roadmapc.plan.changes.words import is_alike, plain
from roadmapc.plan.plan import Assignee, Plan, PlanSection, PlanTable, Row
from roadmapc.source.contents import TableColumn


class RowPair(NamedTuple):
    """A row before and after; None where there is none."""

    old: Row | None
    new: Row | None
    uncertain: bool = False


class TableComparison:
    """Two tables that are one, compared; `exactly` counts typography too."""

    def __init__(self, old: Plan, new: Plan, former: PlanTable, latter: PlanTable, *, exactly: bool = False) -> None:
        self.old, self.new, self.former, self.latter, self.exactly = old, new, former, latter, exactly
        self.old_rows = [row for section in former.sections for row in section.all_rows]
        self.new_rows = [row for section in latter.sections for row in section.all_rows]
        self.sections = match_sections(old, new, former, latter)
        self.rows = match_rows(old, new, self.old_rows, self.new_rows, self.sections)
        self.columns = [*paired_columns(former, latter)]

    @property
    def pairs(self) -> Iterator[RowPair]:
        """Yield all rows: those of the old table, then the new ones."""
        for at, row in enumerate(self.old_rows):
            other = self.rows.new_of.get(at)
            yield RowPair(row, None if other is None else self.new_rows[other], at in self.rows.uncertain)
        known = self.rows.old_of
        yield from (RowPair(None, row) for at, row in enumerate(self.new_rows) if at not in known)

    def changes(self) -> Iterator[Change]:
        """Yield what differs: settings that print, columns, sections, rows, cells."""
        yield from self._settings()
        yield from self._column_changes()
        yield from self._section_changes()
        yield from self._row_changes()

    def text(self, field: str, places: tuple[Route, Route], words: tuple[str, str], **more: Any) -> Iterator[Change]:
        """Yield a change of words that are printed once."""
        if differs := difference(*words, exactly=self.exactly):
            yield FieldChanged(
                field=field, old_route=places[0], new_route=places[1], old=words[0], new=words[1], **differs, **more
            )

    def _settings(self) -> Iterator[Change]:
        for key in ("heading", "notes"):
            sides = [table.source for table in (self.former, self.latter)]
            words = [getattr(one.table, key) or "" for one in sides]
            places = ((*sides[0].route, key), (*sides[1].route, key))
            yield from self.text(f"table.{key}", places, (words[0].strip(), words[1].strip()))

    def _column_changes(self) -> Iterator[Change]:
        heads = self.former.source.table.head and self.latter.source.table.head
        for old, new in self.columns:
            if old and new:
                words = (old.heading or "", new.heading or "")
                yield from self.text(f"column.{old.key}", (old.route, new.route), words) if heads else ()
            elif old:
                yield ColumnRemoved(
                    field=f"column.{old.key}", old_route=old.route, new_route=None, old=old.heading or ""
                )
            elif new:
                yield ColumnAdded(field=f"column.{new.key}", old_route=None, new_route=new.route, new=new.heading or "")

    def _section_changes(self) -> Iterator[Change]:
        old_of = self.sections.old_of
        for at, section in enumerate(self.former.sections):
            other = self.sections.new_of.get(at)
            if other is None:
                yield SectionRemoved(
                    field="section",
                    old_route=section.route,
                    new_route=None,
                    old=section.title or section.task,
                    number=section.number,
                )
            else:
                yield from self._section(section, self.latter.sections[other], at in self.sections.uncertain)
        behind: Route | None = None
        follows: Route | None = None
        for at, section in enumerate(self.latter.sections):
            if at in old_of:
                behind, follows = self.former.sections[old_of[at]].route, None
                continue
            yield SectionAdded(
                field="section",
                old_route=None,
                new_route=section.route,
                new=section.title or section.task,
                number=section.number,
                behind=behind,
                within=self.former.source.sections_route,
                follows=follows,
            )
            follows = section.route
        yield from self._moved_sections()

    def _moved_sections(self) -> Iterator[Change]:
        pairs = [*self.sections.new_of.items()]
        pairs.sort()
        for at in sorted(out_of_order([new for _, new in pairs])):
            old, new = (table.sections[one] for table, one in zip((self.former, self.latter), pairs[at], strict=True))
            yield RowMoved(
                field="section",
                old_route=old.route,
                new_route=new.route,
                old=old.title,
                new=new.title,
                number=new.number,
            )

    def _section(self, old: PlanSection, new: PlanSection, uncertain: bool) -> Iterator[Change]:
        if not old.own and is_alike(f"{old.number} {old.title}", f"{new.number} {new.title}"):
            places = ((*old.route, "task"), (*new.route, "task"))
            yield from self.text("section.task", places, (old.task.strip(), new.task.strip()))
        elif not old.own:
            for key in ("title", "task"):
                places = ((*old.route, key), (*new.route, key))
                words = (getattr(old, key).strip(), getattr(new, key).strip())
                yield from self.text(f"section.{key}", places, words, uncertain=uncertain)
            yield from self._renumbered(old, new)
        else:
            places = ((*old.route, "task"), (*new.route, "task"))
            yield from self.text("section.task", places, (old.task.strip(), new.task.strip()))

    def _renumbered(self, old: PlanSection | Row, new: PlanSection | Row) -> Iterator[Change]:
        if self._is_numbered and old.number != new.number:
            yield RowRenumbered(
                field="number",
                old_route=(*old.route, "number"),
                new_route=(*new.route, "number"),
                old=old.number,
                new=new.number,
                number=old.number,
                row=new if isinstance(new, Row) else None,
            )

    @cached_property
    def _is_numbered(self) -> bool:
        return any(old and new and old.kind == "number" for old, new in self.columns)

    def _row_changes(self) -> Iterator[Change]:
        old_of = self.rows.old_of
        words = _CellWords(self.former), _CellWords(self.latter)
        before = [words[0].of(row, [old for old, _ in self.columns]) for row in self.old_rows]
        after = [words[1].of(row, [new for _, new in self.columns]) for row in self.new_rows]
        for at, row in enumerate(self.old_rows):
            other = self.rows.new_of.get(at)
            if other is not None:
                yield from self._cells(row, self.new_rows[other], before[at], after[other], at in self.rows.uncertain)
                yield from self._renumbered(row, self.new_rows[other])
        yield from self._removed()
        yield from self._added(old_of)
        yield from self._moved()

    def _cells(
        self, old: Row, new: Row, before: list[tuple[str, bool]], after: list[tuple[str, bool]], uncertain: bool
    ) -> Iterator[Change]:
        for (column, other), (was, old_shared), (now, new_shared) in zip(self.columns, before, after, strict=True):
            if column is None or other is None or column.kind in ("number", "blank") or (old_shared and new_shared):
                continue
            differs = difference(was, now, exactly=self.exactly)
            if not differs:
                continue
            key = "title" if column.kind == "activity" and old.level == 1 else column.key
            common: dict[str, Any] = {
                "field": key,
                "old_route": (*old.route, key),
                "new_route": (*new.route, other.key),
                "old": was,
                "new": now,
                "number": old.number,
                "row": new,
                "heading": column.heading or "",
                "uncertain": uncertain,
                **differs,
            }
            if column.kind == "owners":
                yield OwnersChanged(**common, **_gains(old.assignees, _assignees(new, other, now)))
            else:
                yield CellChanged(**common)

    def _removed(self) -> Iterator[Change]:
        gone = {row.route for at, row in enumerate(self.old_rows) if at not in self.rows.new_of}
        gone |= {one.route for at, one in enumerate(self.former.sections) if at not in self.sections.new_of}
        for at, row in enumerate(self.old_rows):
            if at not in self.rows.new_of and row.level > 1 and row.route[:-2] not in gone:
                yield RowRemoved(
                    field="row", old_route=row.route, new_route=None, old=row.text.strip(), number=row.number
                )

    def _added(self, old_of: dict[int, int]) -> Iterator[Change]:
        places = {new.route: self.old_rows[old_of[at]].route for at, new in enumerate(self.new_rows) if at in old_of}
        sections = self.sections.old_of
        places |= {
            one.route: self.former.sections[sections[at]].route
            for at, one in enumerate(self.latter.sections)
            if at in sections
        }
        last: dict[Route, tuple[Route | None, Route | None]] = defaultdict(lambda: (None, None))
        for at, row in enumerate(self.new_rows):
            if row.level == 1:
                continue
            within = places.get(row.route[:-2])
            if at in old_of:
                old = places[row.route]
                if within == old[:-2]:
                    last[row.route[:-2]] = (old, None)
                continue
            behind, follows = last[row.route[:-2]]
            yield RowAdded(
                field="row",
                old_route=None,
                new_route=row.route,
                new=row.text.strip(),
                number=row.number,
                row=row,
                behind=behind,
                within=within,
                follows=follows,
            )
            last[row.route[:-2]] = (behind, row.route)

    def _moved(self) -> Iterator[Change]:
        """Yield rows that stand below another one, or in another order."""
        sections = {
            self.former.sections[a].route: self.latter.sections[b].route for a, b in self.sections.new_of.items()
        }
        places = sections | {self.old_rows[a].route: self.new_rows[b].route for a, b in self.rows.new_of.items()}
        siblings: dict[Route, list[tuple[Row, Row]]] = defaultdict(list)
        for at, other in sorted(self.rows.new_of.items()):
            old, new = self.old_rows[at], self.new_rows[other]
            if old.level == 1 and new.level == 1:
                continue
            if places.get(old.route[:-2]) == new.route[:-2]:
                siblings[old.route[:-2]].append((old, new))
            else:
                yield _moved(old, new)
        for pairs in siblings.values():
            for at in sorted(out_of_order([new.route[-1] for _, new in pairs])):  # type: ignore[misc]
                yield _moved(*pairs[at])


def _moved(old: Row, new: Row) -> RowMoved:
    return RowMoved(
        field="row",
        old_route=old.route,
        new_route=new.route,
        old=old.text.strip(),
        new=new.text.strip(),
        number=new.number,
        row=new,
    )


def difference(old: str, new: str, *, exactly: bool = False) -> dict[str, Any] | None:
    """Return how two texts differ: None where not at all, or in typography alone and that does not count."""
    if is_alike(old, new):
        return {"typography": True} if exactly and old != new else None
    return {"typography": False}


def _assignees(row: Row, column: TableColumn, words: str) -> tuple[Assignee, ...]:
    """Return whom a cell names; of a column that was not understood to be one of owners, its lines."""
    if column.key == row.owners_key:
        return row.assignees
    return tuple(Assignee(line) for line in words.split("\n") if line.strip())


def _gains(old: Sequence[Assignee], new: Sequence[Assignee]) -> dict[str, Any]:
    before, after = {plain(one.text): one.text for one in old}, {plain(one.text): one.text for one in new}
    return {
        "gained": tuple(text for key, text in after.items() if key not in before),
        "lost": tuple(text for key, text in before.items() if key not in after),
        "now": tuple(one.text for one in new),
    }


class _CellWords:
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


__all__ = ["Match", "RowPair", "TableComparison", "difference"]
