"""The checklists: one document for each owner, with all that is expected of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from roadmapc.documents._cells import field_cell, section_row, text_cell
from roadmapc.documents._groups import GroupView, LineView, by_row, groups_of, months_of
from roadmapc.documents._owners import OwnedRows, rows_by_owner
from roadmapc.documents._tasks import Tasks, TaskView, is_continuous, is_undated
from roadmapc.documents.output import File, OutputContext
from roadmapc.plan import Occurrence, Plan, Row
from roadmapc.rendering.blocks import TableCell, TableRow

ORDER = 60


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """An owner with all that is expected of them: `groups` by months, `tasks` one by one.

    `shortened` tells that what comes again is named by first words, `results` that something is to be handed in.
    """

    owner: str
    person: str
    contacts: str
    tasks: Sequence[TaskView]
    groups: tuple[GroupView, ...] = ()
    shortened: bool = False
    results: bool = False


def files(plan: Plan, context: OutputContext) -> Iterator[File]:
    """Return `checklist-<owner>.docx` for each owner, named by the owner in Latin letters."""
    for owned in rows_by_owner(plan):
        yield from files_of(plan, context, owned)


def files_of(plan: Plan, context: OutputContext, owned: OwnedRows) -> Iterator[File]:
    """Return the checklist of one owner, in all formats."""
    checklist = _checklist(owned)
    rows = {"lines": tuple(_rows(checklist))}
    yield from context.files(plan, f"checklist-{owned.name}", "checklist.html", {"checklist": checklist}, rows)


def checklists(plan: Plan) -> tuple[ChecklistView, ...]:
    """Return a checklist for each owner, in the order in which they appear."""
    return tuple(map(_checklist, rows_by_owner(plan)))


class ExpectedLine(NamedTuple):
    """A line of a checklist with what it is about: its row and the times at which that is due."""

    line: LineView
    row: Row
    occurrences: tuple[Occurrence, ...]


def expected_lines(plan: Plan) -> Iterator[ExpectedLine]:
    """Yield the lines of all checklists, by which one that was filled in is read."""
    for owned in rows_by_owner(plan):
        lines = (line for group in groups_of(owned.rows).groups for line in group.lines)
        dated = (pair for _month, found in sorted(months_of(owned.rows).items()) for pair in by_row(found))
        others = (row for test in (is_continuous, is_undated) for row in owned.rows if test(row))
        rows = [*dated, *((row, []) for row in others)]
        yield from (ExpectedLine(line, row, tuple(of)) for line, (row, of) in zip(lines, rows, strict=True))


def _checklist(owned: OwnedRows) -> ChecklistView:
    owner = owned.owner
    groups, shortened = groups_of(owned.rows)
    tasks = Tasks(lambda: chain.from_iterable(group.tasks for group in groups))
    results = any(row.result for row in owned.rows)
    return ChecklistView(owner.text, owner.person or "", owner.contacts or "", tasks, groups, shortened, results)


def _rows(checklist: ChecklistView) -> Iterator[TableRow]:
    columns = 6 if checklist.results else 5
    for group in checklist.groups:
        if not group.dated:
            yield section_row(group.heading, columns)
        yield from (TableRow(tuple(_cells(line, results=checklist.results)), "write") for line in group.lines)


def _cells(line: LineView, *, results: bool) -> Iterator[TableCell]:
    yield text_cell(line.number, "TableNumber")
    yield field_cell(line.activity)
    yield text_cell(f"{line.dates} ({'; '.join(line.act_by)})") if line.act_by else field_cell(line.dates)
    if results:
        yield field_cell(line.result)
    yield text_cell("\u2002".join(f"□\u00a0{mark}" for mark in line.marks))
    yield text_cell("")
