"""The calendar plan: by month of the due date, every activity once a month with all its days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from roadmapc.documents._cells import field_cell, lines_cell, section_row, text_cell
from roadmapc.documents._groups import Groups, GroupView, LineView, groups_of
from roadmapc.documents.output import File, OutputContext
from roadmapc.plan import Plan
from roadmapc.rendering.blocks import TableCell, TableRow

ORDER = 40


def files(plan: Plan, context: OutputContext) -> Iterator[File]:
    """Return `calendar.docx`."""
    groups, shortened = calendar_groups(plan)
    results = any(row.result for row in plan.dated_rows)
    values = {"groups": groups, "results": results, "shortened": shortened}
    rows = {"lines": tuple(_rows(groups, results=results))}
    yield from context.files(plan, "calendar", "calendar.html", values, rows)


def calendar_groups(plan: Plan) -> Groups:
    """Return the plan by month of the due date, then continuous work, then what has no date."""
    return groups_of(plan.dated_rows)


def _rows(groups: Iterable[GroupView], *, results: bool) -> Iterator[TableRow]:
    for group in groups:
        yield section_row(group.heading, 5 if results else 4)
        yield from (TableRow(tuple(_cells(line, results=results))) for line in group.lines)


def _cells(line: LineView, *, results: bool) -> Iterator[TableCell]:
    yield lines_cell((line.when, *line.act_by)) if line.act_by else field_cell(line.when)
    yield text_cell(line.number, "TableNumber")
    yield field_cell(line.activity)
    yield field_cell(line.owners)
    if results:
        yield field_cell(line.result)
