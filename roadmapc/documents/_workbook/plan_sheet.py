"""The sheet «План»: a table of activities as it is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmapc.documents._table import CellView, TableView, table_view
from roadmapc.documents._workbook.sheets import Cell, Look, Row, Sheet, lines_needed
from roadmapc.plan import Plan

NAME = "План"
LINE = 12.0
"""Points of a line of text of 9 points."""
_PAGE = 140.0
"""Characters across a page on its side."""


def plan_sheets(plan: Plan, title: str) -> list[Sheet]:
    """Return a sheet for each table of a plan."""
    views = [table_view(table) for table in plan.tables]
    return [_sheet(view, NAME if at == 1 else f"{NAME} {at}", title) for at, view in enumerate(views, 1)]


def _sheet(view: TableView, name: str, title: str) -> Sheet:
    widths = tuple(round(_PAGE * width / sum(view.widths), 1) for width in view.widths)
    total = len(widths)
    rows = [_across(view.heading or title, "title", total, sum(widths))]
    rows.append(Row(tuple(Cell(heading, "head") for _key, heading in view.columns)))
    head = 1
    if view.column_numbers:
        rows.append(Row(tuple(Cell(str(n), "head") for n in range(1, total + 1))))
        head = 2
    rows += _rows(view, widths)
    if view.notes:
        rows.append(_across(view.notes, "note", total, sum(widths)))
    return Sheet(name, title, widths, tuple(rows), head)


def _across(text: str, look: Look, total: int, width: float) -> Row:
    """Return a row of one cell over all columns, whose height no program finds by itself."""
    line = LINE * 1.5 if look == "title" else LINE
    room = width / 1.5 if look == "title" else width
    return Row((Cell(text, look, across=total), *[None] * (total - 1)), line * lines_needed(text, room) + 2)


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
            lines = lines_needed(section.title, sum(widths[1:]))
            yield Row((*cells, *[None] * (total - 2)), LINE * lines + 2)
        elif section.number or section.title:
            yield _across(f"{section.number} {section.title}".strip(), "section", total, sum(widths))
        if section.task:
            yield _across(section.task, "task", total, sum(widths))


def _cell(view: CellView) -> Cell | None:
    if view.rows == 0:
        return None
    return Cell(view.text, "center" if view.column == "number" else "text", down=view.rows)


def _heights(view: TableView, widths: Sequence[float]) -> list[float | None]:
    """Return the heights of rows over which a cell reaches that needs more than they give; None where it is found."""
    heights: list[float | None] = [None] * len(view.rows)
    own = [
        max(
            (lines_needed(one.text, width) for one, width in zip(row.cells, widths, strict=False) if one.rows == 1),
            default=1,
        )
        for row in view.rows
    ]
    for at, row in enumerate(view.rows):
        for cell, width in zip(row.cells, widths, strict=False):
            missing = lines_needed(cell.text, width) - sum(own[at : at + cell.rows]) if cell.rows > 1 else 0
            if missing > 0:
                own[at + cell.rows - 1] += missing
                for index in range(at, at + cell.rows):
                    heights[index] = own[index] * LINE + 2
    return heights
