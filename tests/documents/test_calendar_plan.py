"""Proves that the calendar plan goes by months and ends with what has none."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest

from roadmapc.documents import calendar_plan
from roadmapc.documents._groups import CONTINUOUS, UNDATED
from roadmapc.documents.calendar_plan import calendar_groups
from tests.paper import REAL, made, pages, printing, real_plan
from tests.plans import FOLLOWED, plan_of_rows


def test_the_calendar_ends_with_what_has_no_month() -> None:
    """Months come in order; then continuous work; then what has no date."""
    headings = [group.heading for group in calendar_groups(plan_of_rows(FOLLOWED, "2021/2022 учебный год")).groups]
    assert headings[0] == "Сентябрь 2021 г."
    assert headings[-2:] == [CONTINUOUS, UNDATED]


def test_a_due_day_off_names_the_day_to_act() -> None:
    """A task whose due day is a day off tells the working day before it."""
    rows = "      - {activity: Сдать, deadline: до 16 января 2022 г., owners: методист, result: Отчет}\n"
    (group,) = calendar_groups(plan_of_rows(rows)).groups
    assert (group.tasks[0].when, group.tasks[0].act_by) == ("16.01.2022", "14.01.2022")


@printing
@pytest.mark.libreoffice
def test_a_calendar_stays_short(roadmaps: Path) -> None:
    """What comes again each year takes a line of its own each time, and eight pages hold five years."""
    documents = {name: made(real_plan(roadmaps, name), calendar_plan)["calendar"] for name in REAL}
    counted = dict(zip(documents, map(len, pages(documents.values())), strict=True))
    assert counted["verkhnyaya-pyshma"] <= 8
    assert max(counted.values()) <= 8


def test_the_paper_has_every_day() -> None:
    """The table of a weekly meeting has a row for each month, and says what was shortened."""
    rows = "      - {activity: Совещание, deadline: еженедельно по понедельникам, owners: методист, result: Протокол}\n"
    document = docx.Document(BytesIO(made(plan_of_rows(rows, "2022 год"), calendar_plan)["calendar"]))
    (table,) = document.tables
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert len([row for row in cells if "Совещание" in row]) == 12
    assert (
        cells[cells.index(["Май\u00a02022\u00a0г."] * 5) + 1][0]
        == "2, 9, 16, 23, 30\n2: подготовить 29.04\n9: подготовить 6"
    )
