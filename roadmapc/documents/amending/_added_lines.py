"""Rows and sections that come: «дополнить пунктом 2.6 следующего содержания» (§4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from roadmapc.diagnostics import Message
from roadmapc.documents.amending._items import Change
from roadmapc.documents.amending._lines import TableLines, Whole
from roadmapc.documents.amending._names import GENITIVE, INSTRUMENTAL, Names
from roadmapc.plan.plan import PlanSection, Row


@dataclass(frozen=True)
class AddedLines:
    """Finds how it is said that lines come."""

    lines: TableLines
    names: Names

    def changes(self) -> Iterator[tuple[float, Change]]:
        """Yield the rows that are new, those that stand together as one change, each behind the old line before it."""
        at, was = 0, self.lines.was
        while at < len(was):
            if was[at] is not None:
                at += 1
                continue
            end = next((n for n in range(at, len(was)) if was[n] is not None), len(was))
            before = was[at - 1] if at else None
            yield from self._run_added(at, end, before, was[end] if end < len(was) else None)
            at = end

    def _run_added(self, at: int, end: int, before: int | None, behind: int | None) -> Iterator[tuple[float, Change]]:
        place = (behind if behind is not None else len(self.lines.old)) - 0.5
        parts: list[list[int]] = [[]]
        for n in range(at, end):
            line = self.lines.new[n]
            if any(cell.rows != 1 for cell in line.view.cells):
                raise Whole(Message("a new row shares a cell with others"))
            if isinstance(line.source, PlanSection) and not line.is_task:
                parts.append([])
            elif isinstance(line.source, PlanSection) and not self._begins_section(n, at):
                raise Whole(Message("a task is put into a section"))
            parts[-1].append(n)
        rows, *sections = parts
        if rows:
            yield place, self._rows_added(rows, before, behind if not sections else None)
        for n, section in enumerate(sections):
            if behind is not None and not self.lines.is_section(behind):
                raise Whole(Message("a section is put before rows that were of another"))
            yield place + (n + 1) / 1000, self._section_added(section, before, behind)

    def _begins_section(self, n: int, at: int) -> bool:
        return n > at and self.lines.new[n - 1].source is self.lines.new[n].source

    def _rows_added(self, lines: Sequence[int], before: int | None, behind: int | None) -> Change:
        rows = [self.lines.new[n].source for n in lines]
        numbers = [number for row in rows if isinstance(row, Row) and (number := self.names.number(row))]
        if self.names.taken(numbers):
            raise Whole(Message("a new row has a number that was another's"))
        are_numbered = len(numbers) == len(rows)
        new = self.names.numbered(numbers, INSTRUMENTAL) if are_numbered else self.names.unnumbered(len(rows))
        tail = "следующего содержания"
        views = tuple(self.lines.new[n].view for n in lines)
        is_last = behind is None or self.lines.is_section(behind)
        former = self._section_before(before)
        if is_last and former is not None and (former.title or former.number):
            text = f"{self.names.section(former)}{self.names.behind} дополнить {new} {tail}"
            return Change(text, Message("rows are added at the end of the section"), views)
        if before is not None and isinstance(self.lines.old[before].source, Row):
            name = self.names.row(self.lines.row(before), GENITIVE)
            return Change(f"после {name} дополнить {new} {tail}", Message("rows are added inside"), views)
        if behind is not None and isinstance(self.lines.old[behind].source, Row):
            name = self.names.row(self.lines.row(behind), INSTRUMENTAL)
            return Change(f"перед {name} дополнить {new} {tail}", Message("rows are added at the beginning"), views)
        raise Whole(Message("rows are added to a table that had none there"))

    def _section_added(self, lines: Sequence[int], before: int | None, behind: int | None) -> Change:
        section = self.lines.new[lines[0]].source
        assert isinstance(section, PlanSection)  # it begins with its title
        views = tuple(self.lines.new[n].view for n in lines)
        name = self.names.section(section, "разделом")
        former = self._section_before(before)
        is_inside = behind is not None and former is not None
        at = f"после {self.names.section(former, 'раздела')}{self.names.behind} " if is_inside and former else ""
        where = "" if at or not self.names.behind else f"таблицу {self.names.ordinal} "
        return Change(f"{at}{where}дополнить {name} следующего содержания", Message("a section is added"), views)

    def _section_before(self, before: int | None) -> PlanSection | None:
        return None if before is None else self.lines.section(before)
