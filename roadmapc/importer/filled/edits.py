"""Changes → marks as they are to stand in the file: plain data in the order of the format."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from roadmapc.importer.filled.results import MarkChange
from roadmapc.plan.control.lines import ControlLine
from roadmapc.plan.execution import Execution
from roadmapc.plan.execution.targets import named_row
from roadmapc.plan.plan import Plan
from roadmapc.source.model.fields import fields_of
from roadmapc.source.model.marks import ExecutionMark


@dataclass(frozen=True)
class MarkEdit:
    """A mark to be written: `index` is its place in the file, None for a new one; `values` the whole of it.

    `changed` are the keys that differ from what is there, with those that are taken away. A mark that is left with
    nothing to say is to be taken out.
    """

    index: int | None
    values: dict[str, Any]
    changed: tuple[str, ...]


def edits_of(execution: Execution, changes: Iterable[MarkChange]) -> tuple[MarkEdit, ...]:
    """Return the marks that changes make: existing ones first in the order of the file, then new ones."""
    by_line: dict[str, list[MarkChange]] = {}
    for change in changes:
        by_line.setdefault(change.line.key, []).append(change)
    edits = [_edit(execution, found[0].line, found) for found in by_line.values()]
    return tuple(sorted(edits, key=lambda one: (one.index is None, one.index or 0)))


def _edit(execution: Execution, line: ControlLine, changes: list[MarkChange]) -> MarkEdit:
    before = _written(execution, line.mark.index) if line.mark else _named(execution.plan, line)
    after = before | {one.key: one.value for one in changes}
    values = {key: after[key] for key in fields_of(ExecutionMark) if after.get(key) is not None}
    return MarkEdit(line.mark.index if line.mark else None, values, tuple(one.key for one in changes))


def _written(execution: Execution, index: int) -> dict[str, Any]:
    """Return a mark as the file has it."""
    assert execution.file is not None  # it has a mark
    assert execution.file.tree is not None
    return dict(execution.file.tree.data["marks"][index])


def _named(plan: Plan, line: ControlLine) -> dict[str, Any]:
    several = line.of_several and line.unit and line.unit.occurrence
    return dict(named_row(plan, line.row, several.due if several else None))
