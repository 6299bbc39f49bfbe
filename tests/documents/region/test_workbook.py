"""Proves that the workbook of a roll-up has a sheet for each kind of table, with numbers as numbers."""

from __future__ import annotations

from roadmapc.documents.region._report import region_files
from roadmapc.documents.region._view import region_view
from roadmapc.importing.reading.opened_workbook import OpenedSheet, opened_sheets
from roadmapc.importing.reading.workbook import text_of
from roadmapc.workspace.template_files import output_context
from tests.documents.region.test_printed import report


def sheets() -> dict[str, OpenedSheet]:
    """Return the sheets of the workbook by name."""
    (file,) = region_files(report(), output_context((), ("xlsx",), ""))
    return {one.name: one for one in opened_sheets(file.data)}


def test_a_sheet_for_each_kind_of_table() -> None:
    assert [*sheets()] == [*dict.fromkeys(one.name for one in region_view(report()).tables)]


def test_the_sheets_have_the_cells_of_the_tables() -> None:
    """In their order; the forms of all municipalities are below each other."""
    for name, sheet in sheets().items():
        found = [[text_of(value) for value in row] for row in sheet.rows]
        wanted = [line.cells for one in region_view(report()).tables if one.name == name for line in one.lines]
        lines = [[str(cell) for cell in cells] for cells in wanted]
        at = 0
        for row in found:
            if at < len(lines) and row[: len(lines[at])] == lines[at]:
                at += 1
        assert at == len(lines), (name, lines[at])


def test_figures_are_numbers() -> None:
    rows = {str(row[0]): row for row in sheets()["Сводка"].rows}
    assert [type(value) for value in rows["Ивановский район"][1:8]] == [float] * 7
