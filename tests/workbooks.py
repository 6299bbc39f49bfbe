"""What tests of workbooks share: a plan with marks, its workbook, and the same with cells filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from roadmapc.compiler import compile_source
from roadmapc.diagnostics import Source
from roadmapc.documents._workbook.book import control_sheets
from roadmapc.documents._workbook.sheets import Cell, Sheet
from roadmapc.documents._workbook.writer import write
from roadmapc.plan import Plan
from roadmapc.plan.control.lines import control_lines
from roadmapc.plan.execution import Execution, execution_of
from roadmapc.source.marks_file import read_marks
from tests.conftest import ROADMAPS

AS_OF = date(2023, 7, 1)
MARKS = Path(__file__).parent / "data" / "execution" / "tsuntinsky.marks.yaml"
DAY = date(2022, 10, 20)


@cache
def real_plan(name: str) -> Plan:
    """Return the plan of a real roadmap."""
    path = ROADMAPS / f"{name}.yaml"
    plan = compile_source(Source(path.name, path.read_text("utf-8")), today=AS_OF).plan
    assert plan
    return plan


@cache
def tsuntinsky() -> Execution:
    """Return a real plan with a made-up year of marks."""
    return execution_of(real_plan("tsuntinsky"), read_marks("tsuntinsky.marks.yaml", MARKS.read_bytes()))


def marked(plan: Plan, marks: str) -> Execution:
    """Return a plan with marks."""
    file = read_marks("a.marks.yaml", marks.encode())
    assert not file.problems, file.problems
    return execution_of(plan, file)


def key_of(execution: Execution, number: str, at: int = 0) -> str:
    """Return the key of a line of a row: by its number, the first of them or a later one."""
    return [line.key for line in control_lines(execution) if line.row.number.rstrip(".") == number][at]


Values = Mapping[tuple[str, str], str | date | int | None]


def changed(sheet: Sheet, values: Values) -> Sheet:
    """Return a sheet with other values in cells, by key of the line and name of the column."""
    names = [cell.value if cell else "" for cell in sheet.rows[0].cells]
    rows = []
    for row in sheet.rows:
        key = row.cells[0].value if row.cells and row.cells[0] else None
        cells = [
            typed(cell, values[str(key), str(name)]) if cell and (str(key), str(name)) in values else cell
            for cell, name in zip(row.cells, names, strict=False)
        ]
        rows.append(row._replace(cells=tuple(cells)))
    return replace(sheet, rows=tuple(rows))


def typed(cell: Cell, value: str | date | int | None) -> Cell:
    """Return a cell with a value that was typed; a day makes it one of days, as office programs do."""
    return Cell(value, "mark-date" if isinstance(value, date) else cell.look)


def workbook(execution: Execution, values: Values | None = None, *, by_owner: bool = False) -> bytes:
    """Return the workbook of a plan, with cells filled in as people would."""
    sheets = control_sheets(execution, AS_OF, "План", by_owner=by_owner)
    return written([changed(sheet, values or {}) for sheet in sheets])


def written(sheets: list[Sheet]) -> bytes:
    """Return sheets as a file."""
    return write(sheets, "План", DAY)


def row(*values: str | None) -> tuple[Cell, ...]:
    """Return cells of texts."""
    return tuple(Cell(value) for value in values)
