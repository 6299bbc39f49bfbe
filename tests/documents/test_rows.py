"""Proves that rows which the program sets are what a loop in a template makes of the same records."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from docs.generate.templates import LOOPS
from roadmapc.documents import attachment, calendar_plan, checklist, cyclogram, wall
from roadmapc.plan import Plan
from roadmapc.rendering.packaged import packaged
from roadmapc.workspace.template_files import output_context
from tests.paper import REAL, real_plan
from tests.plans import FOLLOWED, plan_of_rows

SETTING = {
    "attachment.html": attachment,
    "calendar.html": calendar_plan,
    "checklist.html": checklist,
    "cyclogram.html": cyclogram,
    "wall.html": wall,
}
ROWS = re.compile(r'<rows of="[^"]+"/>\n')
ODD = """\
      - {activity: "1) Сдать; 2) принять", deadline: еженедельно по понедельникам, owners: методист}
      - activity: |
          Провести:
          - опрос  учителей;
          - «25 % и <более>» & т. д.

          Второй абзац
        deadline: до 1 мая 2022 г.
        owners: [методист, директор школы № 1]
        result: "- справка"
      - {activity: 25 мая собрать И. И. Иванова, deadline: 5 раз в год, owners: методист, result: "2022 г."}
      - {activity: Следить, deadline: в течение всего периода, owners: методист}
"""
"""Rows with list items, signs of markup, several days, days off, times to be marked, and what has no days."""


def documents(plan: Plan, document: ModuleType, folders: tuple[Path, ...]) -> list[tuple[str, bytes]]:
    return list(document.files(plan, output_context(folders, ("docx", "html"), "")))


@pytest.mark.parametrize("template", SETTING)
def test_a_loop_says_the_same(roadmaps: Path, template: str, tmp_path: Path) -> None:
    """Whoever writes an own template gets from the loop that the reference page shows what the program sets."""
    shipped = (packaged("templates") / template).read_text("utf-8")
    own, count = ROWS.subn(lambda _: LOOPS[template], shipped)
    assert count == 1
    (tmp_path / template).write_text(own, "utf-8")
    plans = [real_plan(roadmaps, name) for name in REAL]
    plans += [plan_of_rows(ODD, "2022 год"), plan_of_rows(FOLLOWED, "2021/2022 учебный год")]
    found = [[documents(plan, SETTING[template], folders) for plan in plans] for folders in ((), (tmp_path,))]
    assert found[0] == found[1]
    assert all(found[0]) or template == "wall.html"  # of a plan in which nothing falls due there is none


def test_every_loop_belongs_to_a_template_that_sets_rows() -> None:
    """The page shows a loop for each packaged template of a plan that sets rows, and for no other."""
    setting = {path.name for path in packaged("templates").glob("*.html") if "<rows of=" in path.read_text("utf-8")}
    of_changes = {"amendment.html", "comparison.html"}  # they quote rows, and mark words in them, which no loop can
    assert set(LOOPS) == set(SETTING) == setting - of_changes
