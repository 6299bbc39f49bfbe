"""Proves that rows which the program sets are what a loop in a template makes of the same records."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
ROWS = re.compile(r'<rows of="(?!days")[^"]+"/>\n')
"""Those below the head: no loop says more of the days over the columns of the wall calendar than their numbers."""
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

WORDS = (
    *("Сдать ", "отчет", " ", "  ", "\n", "\n\n", "- ", "– ", "• ", "1) ", "10) ", "25 мая ", "№ 5 ", "И. И. Иванов "),
    *("«", "»", "<b>", "&amp;", "\u00a0", "\u2003", "\u00ad", "…", ". ", "ст. 5 ", "2022 г. ", "слово " * 30),
)
DEADLINES = (
    *("до 1 мая 2022 г.", "еженедельно по вторникам", "в течение года", "5 раз в год", "ежемесячно до 5 числа"),
    *("по отдельному графику", "апрель–май 2022 г.", "до 7 января 2022 г.", "15.06.2022, 17.09.2022"),
)


def documents(plan: Plan, document: ModuleType, folders: tuple[Path, ...]) -> list[tuple[str, bytes]]:
    return list(document.files(plan, output_context(folders, ("docx", "html"), "")))


@pytest.fixture(scope="module")
def own_loops(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with templates that have loops in place of the rows of the program."""
    folder = tmp_path_factory.mktemp("templates")
    for template in SETTING:
        shipped = (packaged("templates") / template).read_text("utf-8")
        before, after = ROWS.split(shipped)
        (folder / template).write_text(f"{before}{LOOPS[template]}{after}", "utf-8")
    return folder


@pytest.mark.parametrize("template", SETTING)
def test_a_loop_says_the_same(roadmaps: Path, template: str, own_loops: Path) -> None:
    """Whoever writes an own template gets from the loop that the reference page shows what the program sets."""
    plans = [real_plan(roadmaps, name) for name in REAL]
    plans += [plan_of_rows(ODD, "2022 год"), plan_of_rows(FOLLOWED, "2021/2022 учебный год")]
    found = [[documents(plan, SETTING[template], folders) for plan in plans] for folders in ((), (own_loops,))]
    assert found[0] == found[1]
    assert all(found[0]) or template == "wall.html"  # of a plan in which nothing falls due there is none


@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_a_loop_says_the_same_of_any_words(own_loops: Path, data: st.DataObject) -> None:
    """List items, spaces in a row, signs of markup and breaks come out of a loop as they come out of the program."""
    texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map("".join)
    texts = texts.filter(lambda text: any(map(str.isalnum, text)))
    row = st.fixed_dictionaries(
        {
            "activity": texts,
            "deadline": st.sampled_from(DEADLINES),
            "owners": st.sampled_from(["методист", "директор"]),
        },
        optional={"result": texts},
    )
    rows = data.draw(st.lists(row, min_size=1, max_size=4))
    plan = plan_of_rows("".join(f"      - {json.dumps(one, ensure_ascii=False)}\n" for one in rows), "2022 год")
    for document in SETTING.values():
        assert documents(plan, document, ()) == documents(plan, document, (own_loops,))


def test_every_loop_belongs_to_a_template_that_sets_rows() -> None:
    """The page shows a loop for each packaged template of a plan that sets rows, and for no other."""
    setting = {path.name for path in packaged("templates").glob("*.html") if "<rows of=" in path.read_text("utf-8")}
    of_changes = {"amendment.html", "comparison.html"}  # they quote rows, and mark words in them, which no loop can
    assert set(LOOPS) == set(SETTING) == setting - of_changes
