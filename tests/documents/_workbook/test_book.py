"""Proves that the workbook has the plan as it prints, its days, and its marks, each on their sheet."""

from __future__ import annotations

from datetime import date

import pytest

from roadmapc.documents import workbook as document
from roadmapc.documents._workbook.book import KINDS, LISTS, control_sheets
from roadmapc.documents._workbook.calendar_sheet import calendar_sheet
from roadmapc.documents._workbook.plan_sheet import plan_sheets
from roadmapc.documents._workbook.sheets import Sheet
from roadmapc.documents.execution._report import Report
from roadmapc.documents.execution.report_workbook import report_workbook
from roadmapc.documents.output import Control, OutputContext
from roadmapc.importing.reading.opened_workbook import OpenedSheet, opened_sheets
from roadmapc.importing.reading.workbook import text_of
from roadmapc.plan.control.columns import COLUMNS
from roadmapc.plan.execution import PRINTED, execution_of, overall, parse_report_period, row_states, state_of
from roadmapc.rendering.blocks import Document
from tests.conftest import ROADMAPS
from tests.plans import FOLLOWED, plan_of_rows
from tests.workbooks import AS_OF, marked, real_plan, tsuntinsky

NAMES = sorted(path.stem for path in ROADMAPS.glob("*.yaml"))


def context(**options: object) -> OutputContext:
    """Return a context in which documents of blocks are empty."""
    return OutputContext(lambda *_: Document("", ()), {}, workbooks=True, **options)  # type: ignore[arg-type]


def opened(data: bytes) -> dict[str, OpenedSheet]:
    """Return the sheets of a workbook by name."""
    return {one.name: one for one in opened_sheets(data)}


def texts(sheet: OpenedSheet) -> list[list[str]]:
    """Return the texts of a sheet."""
    return [[text_of(value) for value in row] for row in sheet.rows]


def test_it_is_made_where_it_is_asked_for() -> None:
    """With the marks of the plan; otherwise nothing reads them."""
    execution = tsuntinsky()
    assert list(document.files(execution.plan, context())) == []
    (file,) = document.files(execution.plan, context(control=Control(execution, AS_OF)))
    assert file.name == "workbook.xlsx"
    assert list(opened(file.data)) == ["План", "Календарь", "Контроль", LISTS]
    (file,) = document.files(execution.plan, context(control=Control(execution, AS_OF, by_owner=True), draft="ПРОЕКТ"))
    sheets = opened(file.data)
    assert [*sheets][3:-1] == ["МКУ «УОМПС и Т»", "Руководители ОО", "руководители ММС и ШМС", "Руководитель ММС"]
    assert texts(sheets["План"])[0][0].startswith("ПРОЕКТ. ")
    assert not sheets[LISTS].is_visible


@pytest.mark.parametrize("name", NAMES)
def test_the_plan_has_all_its_words(name: str) -> None:
    """Number, activity, deadline, owners and own columns of each row, in the order of the table."""
    plan = real_plan(name)
    found = [str(cell.value) for sheet in plan_sheets(plan, "План") for row in sheet.rows for cell in row.cells if cell]
    for row in plan.rows:
        for words in (
            row.number,
            row.text.strip(),
            row.deadline_text.strip(),
            row.owners_text.strip(),
            row.result.strip(),
        ):
            assert words in found or not words or any(words in one for one in found), words


def test_the_calendar_has_every_day() -> None:
    """Real days, in order; what goes on all the time and what has none stand below, in words."""
    plan = plan_of_rows(FOLLOWED, "2021/2022 учебный год")
    sheet = calendar_sheet(plan, "План")
    days = [value for row in sheet.rows[2:] if (cell := row.cells[0]) and isinstance(value := cell.value, date)]
    wanted = sorted(one.due for row in plan.dated_rows if not row.is_continuous for one in row.occurrences)
    assert days == wanted
    assert [str(row.cells[0].value) for row in sheet.rows[-2:] if row.cells[0]] == [
        "в течение всего периода",
        "без даты",
    ]
    assert all(cell is None or cell.value != "" for row in sheet.rows for cell in row.cells)


def column(sheet: Sheet, name: str) -> list[object]:
    """Return the values of a column of «Контроль»."""
    names = [cell.value if cell else None for cell in sheet.rows[0].cells]
    at = names.index(name)
    return [cell.value for row in sheet.rows[sheet.head + 1 :] if (cell := row.cells[at])]


@pytest.mark.parametrize("name", NAMES)
def test_control_has_every_unit_with_its_status(name: str) -> None:
    """A line for each, its status in the words of reports, its days as days; nothing else is counted."""
    execution = tsuntinsky() if name == "tsuntinsky" else execution_of(real_plan(name))
    sheet = control_sheets(execution, AS_OF, "План")[0]
    statuses = [PRINTED[state_of(unit, AS_OF, execution.plan.calendar).status] for unit in execution.units]
    assert [one for one in column(sheet, "status") if one != "х"] == statuses
    dues = [unit.occurrence.due if unit.occurrence else "–" for unit in execution.units]
    found = zip(column(sheet, "due"), column(sheet, "status"), strict=True)
    assert [due for due, status in found if status != "х"] == dues


def test_marks_stand_in_their_cells() -> None:
    """A move gives another term; the first document has four cells, the others a line each."""
    sheet = control_sheets(tsuntinsky(), AS_OF, "План")[0]
    at = column(sheet, "number").index("1.3.")
    line = {one.name: column(sheet, one.name)[at] for one in COLUMNS}
    assert line["term"] == date(2023, 6, 20)
    assert line["done"] == date(2023, 6, 16)
    assert line["document-kind"] == "приказ"
    assert line["document-date"] == date(2023, 6, 16)
    assert line["document-number"] == "01-07/57"
    assert line["documents"] == "справка от 09.06.2023 https://example.org/opros.pdf"
    assert (
        line["moved"] == "на 20.06.2023: приказ от 15.05.2023 № 01-07/41\nРегиональные показатели опубликованы в мае."
    )
    assert "2023" in str(sheet.rows[2].cells[2])


def test_marks_without_a_row_are_told() -> None:
    """They stand in no line: the sheet says how many there are, and who names them."""
    execution = marked(real_plan("tsuntinsky"), "marks: [{at: '9.9', done: 12.05.2023}]\n")
    note = control_sheets(execution, AS_OF, "План")[0].rows[3].cells[2]
    assert note
    assert "нет строки, – 1" in str(note.value)


def test_only_marks_may_be_filled_in() -> None:
    """The list of what may be said, days in columns of days, kinds on a hidden sheet, those of the marks too."""
    sheet, lists = control_sheets(tsuntinsky(), AS_OF, "План")
    assert sheet.protected
    looks = {cell.look for row in sheet.rows[5:] for cell in row.cells[2:9] if cell}
    assert not any(look.startswith("mark") for look in looks)
    assert {cell.look for row in sheet.rows[5:] for cell in row.cells[9:] if cell} == {"mark", "mark-date"}
    kinds = [str(row.cells[0].value) for row in lists.rows[1:] if row.cells[0]]
    assert set(KINDS) <= set(kinds)
    assert lists.hidden
    assert [one.what for one in sheet.allowed][-2:] == [("частично", "риск"), f"'{LISTS}'!$A$2:$A${len(kinds) + 1}"]


def test_the_report_as_a_workbook() -> None:
    """Eight columns, the figures recomputed, and the sheet for marks; a request for a row has none."""
    execution = tsuntinsky()
    period = parse_report_period("I полугодие 2023")
    sheets = opened(report_workbook(Report(execution, AS_OF, period)))
    assert list(sheets) == ["Отчет", "Итоги", "Контроль", LISTS]
    report, sums = texts(sheets["Отчет"]), texts(sheets["Итоги"])
    assert "за I полугодие 2023 года" in report[0][0]
    assert len([text for text in report[1] if text]) == 8
    numbers = [row[0] for row in report[2:] if row[0][:1].isdigit() and row[1]]
    assert numbers == [row.number for row in execution.plan.rows]
    whole = overall(row_states(execution, AS_OF, period.days))
    wanted = (whole.rows, whole.due, whole.in_time, whole.late, whole.partly, whole.missed, whole.rows - whole.due)
    (line,) = [row for row in sums if row[0] == "Всего"]
    assert line[1:8] == [*map(str, wanted)]
    assert report_workbook(Report(execution, AS_OF, period)) == report_workbook(Report(execution, AS_OF, period))
