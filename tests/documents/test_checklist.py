"""Proves that everybody has one checklist, with all that is expected of them and nothing else."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import docx
import pytest

from roadmapc.documents import checklist
from roadmapc.documents.checklist import checklists, files
from roadmapc.documents.output import OutputContext
from roadmapc.rendering.blocks import Document
from tests.paper import made, pages, printing, real_plan
from tests.plans import FOLLOWED, plan_of_rows

OWNERS = "owners:\n  umo: {post: Управление, name: И.И. Иванов, contacts: umo@example.org}\n"
ROWS = """\
      - {activity: Первое, deadline: май 2022, owners: [umo, Методист], result: Справка}
      - {activity: Второе, deadline: апрель 2022, owners: [методист  , УМО], result: Справка}
      - {activity: Третье, deadline: по графику, owners: [umo, umo], result: Справка}
      - {activity: Чужое, deadline: май 2022, result: Справка}
"""


def test_one_owner_one_checklist() -> None:
    """An alias is one owner; words are, in any case of letters; nobody's rows are nobody's."""
    plan = plan_of_rows(ROWS, more=OWNERS)
    found = {one.owner: [task.activity for task in one.tasks] for one in checklists(plan)}
    assert found == {"Управление": ["Первое", "Третье"], "Методист": ["Второе", "Первое"], "УМО": ["Второе"]}


def test_what_the_directory_knows() -> None:
    """Person and contacts stand at the head, where the directory has them."""
    known, unknown, _ = checklists(plan_of_rows(ROWS, more=OWNERS))
    assert (known.person, known.contacts) == ("И.И. Иванов", "umo@example.org")
    assert (unknown.person, unknown.contacts) == ("", "")


def test_dated_tasks_come_first() -> None:
    """Tasks go by date; what goes on all the time or has no date stands behind, in the words of its deadline."""
    methodist, _ = checklists(plan_of_rows(FOLLOWED, "2021/2022 учебный год"))
    words = [task.when for task in methodist.tasks]
    days = [when for when in words if when[:2].isdigit()]
    assert words == [*days, "по графику УО"]
    assert [when.split(".")[::-1] for when in days] == sorted(when.split(".")[::-1] for when in days)


def test_names_of_files_are_latin_and_their_own() -> None:
    """Owners whose names are written alike in Latin letters keep a file each."""
    plan = plan_of_rows("      - {activity: А, deadline: май 2022, owners: [Методист, Методистъ], result: Б}\n")
    context = OutputContext(lambda *_: Document("", ()), {"docx": lambda *_: b""})
    names = [file.name for file in files(plan, context)]
    assert names == ["checklist-metodist.docx", "checklist-metodist-2.docx"]


def test_room_for_every_time_that_is_not_parted() -> None:
    """«5 раз в год» has one window and room for five marks; «4 раза в год» has four windows; a hundred get no lines."""
    rows = """\
      - {activity: Пять, deadline: 5 раз в год, owners: Методист}
      - {activity: Четыре, deadline: 4 раза в год, owners: Методист}
      - {activity: Сто, deadline: 100 раз в год, owners: Методист}
"""
    (found,) = checklists(plan_of_rows(rows, "2022 год"))
    marks = {task.activity: task.marks for task in found.tasks}
    assert marks == {"Пять": (1, 2, 3, 4, 5), "Четыре": (), "Сто": ()}
    assert sum(task.activity == "Четыре" for task in found.tasks) == 4


@printing
@pytest.mark.libreoffice
def test_a_checklist_stays_short(roadmaps: Path) -> None:
    """The longest of a plan for five years with 74 things to do has five pages."""
    documents = made(real_plan(roadmaps, "verkhnyaya-pyshma"), checklist)
    counted = list(map(len, pages(documents.values())))
    assert max(counted) <= 5


def test_every_time_can_be_marked() -> None:
    """A line of a weekly meeting has a box for each day; a line due once an empty cell."""
    rows = """\
      - {activity: Совещание, deadline: еженедельно по четвергам, owners: Методист, result: Протокол}
      - {activity: Отчет, deadline: до 16 октября 2022 г., owners: Методист, result: Отчет}
"""
    found = made(plan_of_rows(rows, "сентябрь – октябрь 2022"), checklist)["checklist-metodist"]
    (table,) = docx.Document(BytesIO(found)).tables
    lines = [[cell.text for cell in row.cells] for row in table.rows][1:]
    assert [line[2].replace("\u00a0", " ") for line in lines] == [
        "1, 8, 15, 22, 29 сентября 2022 г.",
        "6, 13, 20, 27 октября 2022 г.",
        "16.10.2022 (исполнить 14.10)",
    ]
    assert re.findall(r"□\u00a0(\d+)", lines[0][4]) == ["1", "8", "15", "22", "29"]
    assert lines[2][4] == ""
