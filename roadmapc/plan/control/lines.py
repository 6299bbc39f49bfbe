"""The lines of the control list: a plan and its marks, taken apart into what is filled in one by one.

A unit is a line. Work that is due several times within one window («5 раз в год») has a line for each time. A row that
is due on several days has a line before them for what is said of all of them; work without a day, done when the case
arises, a line for each case and one more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from roadmapc.plan.control.columns import MARK_KEYS
from roadmapc.plan.control.fingerprints import identity_of
from roadmapc.plan.control.mark_cells import day_text, mark_cells
from roadmapc.plan.execution import Execution, PlacedMark, Unit
from roadmapc.plan.execution.placing import OF_ALL_TIMES
from roadmapc.plan.plan import Row

_MOST_TIMES = 12
"""Times within one window for which there are lines from the first; for more there is one more than marks."""
NO_TEXT = "–"


@dataclass(frozen=True)
class ControlLine:
    """A line: `unit` is what it is about, None where it is about all times of its row; `mark` what is known of it.

    `key` names it in every workbook of this plan; `time` is which of `times` within one window, both from 1.
    """

    key: str
    row: Row
    unit: Unit | None
    mark: PlacedMark | None
    time: int = 1
    times: int = 1
    of_several: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of a mark that may be said on the line."""
        return MARK_KEYS if self.unit else tuple(key for key in MARK_KEYS if key in OF_ALL_TIMES)

    @cached_property
    def printed(self) -> dict[str, str]:
        """Return the cells that are the plan's, days as 01.09.2024."""
        due = day_text(self.unit.occurrence.due) if self.unit and self.unit.occurrence else NO_TEXT
        return {
            "number": self.row.number or NO_TEXT,
            "activity": self.row.text.strip(),
            "deadline": self._deadline(),
            "due": due,
            "owners": "\n".join(one.text for one in self.row.assignees) or NO_TEXT,
        }

    @cached_property
    def marked(self) -> dict[str, str]:
        """Return the cells that are the mark's, all of them."""
        return mark_cells(self.mark.mark if self.mark else None)

    def _deadline(self) -> str:
        words = self.row.deadline_text.strip() or NO_TEXT
        if self.unit is None:
            return f"{words} (обо всех сроках)"
        return f"{words} ({self.time}-й раз из {self.times})" if self.times > 1 else words


def control_lines(execution: Execution) -> tuple[ControlLine, ...]:
    """Return the lines of a plan in the order of its tables; no two have one key."""
    identity = identity_of(execution.plan)
    seen: Counter[str] = Counter()
    lines = []
    for units in execution.by_route.values():
        for line in _of_row(units):
            key = f"{identity}|{line.key}"
            seen[key] += 1
            lines.append(_named(line, key if seen[key] == 1 else f"{key}#{seen[key]}"))
    return tuple(lines)


def _named(line: ControlLine, key: str) -> ControlLine:
    return ControlLine(key, line.row, line.unit, line.mark, line.time, line.times, line.of_several)


def _of_row(units: Sequence[Unit]) -> Iterator[ControlLine]:
    several = len(units) > 1
    whole = {id(mark): mark for unit in units for mark in unit.marks if mark.mark.due is None} if several else {}
    if several:
        row = units[0].row
        for at, mark in enumerate([*whole.values()] or [None], 1):
            yield ControlLine(f"{row.id}|all|{at}", row, None, mark, of_several=True)
    for unit in units:
        own = [mark for mark in unit.marks if id(mark) not in whole]
        yield from _of_unit(unit, own, several=several)


def _of_unit(unit: Unit, own: Sequence[PlacedMark], *, several: bool) -> Iterator[ControlLine]:
    row, occurrence = unit.row, unit.occurrence
    day = occurrence.due.isoformat() if occurrence else "-"
    times = occurrence.times if occurrence else 1
    for at in range(_how_many(unit, len(own))):
        mark = own[at] if at < len(own) else None
        yield ControlLine(f"{row.id}|{row.deadline_key}|{day}|{at + 1}", row, unit, mark, at + 1, times, several)


def _how_many(unit: Unit, marks: int) -> int:
    """Return how many lines a unit has."""
    if unit.occurrence:
        return min(unit.occurrence.times, max(_MOST_TIMES, marks + 1))
    conditional = unit.row.dated is not None and unit.row.dated.kind == "conditional"
    return marks + 1 if conditional else max(1, marks)
