"""The sheet «План»: a table of activities as it is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmapc.documents._table import CellView, TableView, table_view
from roadmapc.documents._workbook.sheets import Cell, Row, Sheet, across, height_of, lines_needed, needed_height
from roadmapc.plan import Plan
from roadmapc.russian.normal_form import compared_form

NAME = "План"
_PAGE = 140.0
"""Characters across a page on its side."""


def plan_sheets(plan: Plan, title: str) -> list[Sheet]:
    """Return a sheet for each table of a plan."""
    views = [table_view(table) for table in plan.tables]
    return [_sheet(view, NAME if at == 1 else f"{NAME} {at}", title) for at, view in enumerate(views, 1)]


def _sheet(view: TableView, name: str, title: str) -> Sheet:
    widths = tuple(round(_PAGE * width / sum(view.widths), 1) for width in view.widths)
    total = len(widths)
    rows = [across(title, "title", widths)]
    if view.heading and compared_form(view.heading) not in compared_form(title):
        rows.append(across(view.heading, "title", widths))
    headings = tuple(Cell(heading, "head") for _key, heading in view.columns)
    rows.append(Row(headings, needed_height(headings, [width * 0.85 for width in widths])))
    head = len(rows) - 1
    if view.column_numbers:
        rows.append(Row(tuple(Cell(str(n), "head") for n in range(1, total + 1))))
        head += 1
    rows += _rows(view, widths)
    if view.notes:
        rows.append(across(view.notes, "note", widths))
    return Sheet(name, title, widths, tuple(rows), head, protected=True)


def _rows(view: TableView, widths: Sequence[float]) -> Iterator[Row]:
    total = len(widths)
    heights = _heights(view, widths)
    for row, height in zip(view.rows, heights, strict=True):
        section = row.section
        if not section:
            yield Row(tuple(map(_cell, row.cells)), height)
            continue
        if section.cell:
            cells = (Cell(section.number, "section"), Cell(section.title, "section", across=total - 1))
            yield Row(cells, height_of(lines_needed(section.title, sum(widths[1:]))))
        elif section.number or section.title:
            yield across(f"{section.number} {section.title}".strip(), "section", widths)
        if section.task:
            yield across(section.task, "task", widths)


def _cell(view: CellView) -> Cell | None:
    if view.rows == 0:
        return None
    return Cell(view.text, "center" if view.column == "number" else "text", down=view.rows)


def _heights(view: TableView, widths: Sequence[float]) -> list[float]:
    """Return the heights of rows; the last one over which a cell reaches gives the room that is missing."""
    own = [
        max(
            (lines_needed(one.text, width) for one, width in zip(row.cells, widths, strict=False) if one.rows == 1),
            default=1,
        )
        for row in view.rows
    ]
    for at, row in enumerate(view.rows):
        for cell, width in zip(row.cells, widths, strict=False):
            if cell.rows > 1:
                missing = lines_needed(cell.text, width) - sum(own[at : at + cell.rows])
                own[at + cell.rows - 1] += max(0, missing)
    return [height_of(lines) for lines in own]
