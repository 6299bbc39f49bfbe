"""The roll-up as a workbook, a kind of table a sheet: regions go on reckoning in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from roadmapc.documents._workbook.sheets import Cell, Row, Sheet, across, needed_height
from roadmapc.documents._workbook.writer import write
from roadmapc.documents.output import File, OutputContext
from roadmapc.documents.region._report import RegionReport
from roadmapc.documents.region._tables import WIDTH, RegionLineView, RegionTableView
from roadmapc.documents.region._view import RegionView, region_view

_PAGE = 140.0
"""Characters across a page on its side."""


def files(report: RegionReport, context: OutputContext) -> Iterator[File]:
    """Return `region.xlsx`, where workbooks are wanted."""
    if not context.workbooks:
        return
    view = region_view(report)
    title = f"{context.draft}. {view.title}" if context.draft else view.title
    sheets = [
        _sheet(name, [*some], view, title, is_first=at == 0)
        for at, (name, some) in enumerate(groupby(view.tables, key=lambda one: one.name))
    ]
    yield File("region.xlsx", write(sheets, title, report.region.asked.as_of))


def _sheet(name: str, tables: Sequence[RegionTableView], view: RegionView, title: str, *, is_first: bool) -> Sheet:
    """Return a sheet of tables of one kind below each other: they have the same columns, whose head is repeated."""
    widths = tuple(round(_PAGE * width / WIDTH, 1) for width in tables[0].widths)
    rows = [across(f"{title}. {tables[0].heading}" if len(tables) == 1 else title, "title", widths)]
    rows.append(across(f"По состоянию на {view.as_of}", "note", widths))
    texts = [*(view.sentences if is_first else ()), *tables[0].notes]
    rows += [across(text, "plain", widths) for text in texts]
    head = len(rows)
    headings = tuple(Cell(one, "head") for one in tables[0].columns)
    rows.append(Row(headings, needed_height(headings, [width * 0.8 for width in widths])))
    for one in tables:
        if len(tables) > 1:
            rows.append(across(one.heading, "head", widths))
        rows += [_row(one, line, widths) for line in one.lines]
    return Sheet(name, title, widths, tuple(rows), head, kept=1, foot=f". Состояние на {view.as_of}")


def _row(one: RegionTableView, line: RegionLineView, widths: tuple[float, ...]) -> Row:
    if line.kind == "section":
        return across(str(line.cells[0]), "section", widths)
    if line.kind == "total":
        cells = tuple(Cell(cell, "head" if at else "section") for at, cell in enumerate(line.cells))
    else:
        cells = tuple(_cell(cell, left=left) for cell, left in zip(line.cells, one.left, strict=True))
    return Row(cells, needed_height(cells, widths))


def _cell(value: str | int, *, left: bool) -> Cell:
    """Return a number as a number, so that it can be reckoned with."""
    if isinstance(value, int):
        return Cell(value, "number")
    return Cell(value, "text" if left else "center")
