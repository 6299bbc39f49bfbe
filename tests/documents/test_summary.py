"""Proves that the summary counts what the plan says, and that it is one page, however long the plan is."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest

from roadmapc.documents import summary
from roadmapc.documents._tasks import is_continuous
from roadmapc.documents.summary import DueView, summary_view
from roadmapc.plan import Plan
from tests.paper import REAL, made, pages, printing, real_plan
from tests.plans import plan_of_rows

ROWS = """\
      - {activity: Первое, deadline: май 2022, owners: [Методист, Директор], result: Справка}
      - {activity: Второе, deadline: 1 раз в квартал, owners: Методист, result: Справка}
      - {activity: Третье, deadline: весь период, owners: Директор, result: Справка}
      - {activity: Четвертое, deadline: по графику УО, owners: Методист, result: Справка}
      - {activity: Пятое, deadline: 5 раз в год, result: Справка}
"""


def long_plan(rows: int) -> Plan:
    """Return a plan for five years with rows of all kinds and an owner for every fourth."""
    kinds = ("май 2022", "весь период", "1 раз в квартал", "по графику УО", "еженедельно")
    words = "Провести мероприятие по развитию методической работы в муниципалитете и в его школах"
    owner = "Методист управления образования по направлению"
    return plan_of_rows(
        "".join(
            f"      - {{activity: {words} {n}, deadline: {kinds[n % 5]}, owners: {owner} {n // 4}}}\n"
            for n in range(rows)
        ),
        "2021-2025",
    )


def test_what_is_counted() -> None:
    """Quarters and owners have how often something is due, first and last; the rest is counted apart."""
    found = summary_view(plan_of_rows(ROWS, "2022 год"))
    (year,) = found.years
    assert (found.activities, found.due) == (5, DueView(10, "31.03.2022", "31.12.2022", "31.03–31.12"))
    assert [one.count for one in year.quarters] == [1, 2, 1, 6]
    assert year.quarters[1] == DueView(2, "31.05.2022", "30.06.2022", "31.05–30.06")
    assert [(one.owner, one.due.count, one.continuous, one.undated) for one in found.owners] == [
        ("Методист", 5, 0, 1),
        ("Ответственный не указан", 5, 0, 0),
        ("Директор", 1, 1, 0),
    ]
    assert (found.continuous.rows, found.continuous.more) == ((("1.3.", "Третье", "весь период"),), 0)
    assert (found.undated.rows, found.undated.more) == ((("1.4.", "Четвертое", "по графику УО"),), 0)


@pytest.mark.parametrize("name", REAL)
def test_the_numbers_add_up(roadmaps: Path, name: str) -> None:
    """Quarters make years, years the whole; whatever has no days is listed or counted."""
    plan = real_plan(roadmaps, name)
    found = summary_view(plan)
    rows = list(plan.dated_rows)
    due = sum(one.times for row in rows if not is_continuous(row) for one in row.occurrences)
    assert found.due.count == due == sum(year.whole.count for year in found.years)
    assert all(year.whole.count == sum(one.count for one in year.quarters) for year in found.years)
    assert found.continuous.count == sum(map(is_continuous, rows))
    assert found.undated.count == sum(not row.occurrences for row in rows)
    assert found.more_owners == found.continuous.more == found.undated.more == 0


def test_a_long_plan_says_what_is_left_out() -> None:
    """What has no room is counted, with where it stands; those with most to do come first."""
    found = summary_view(long_plan(200))
    assert len(found.owners) + found.more_owners == 50
    assert found.owners[0].due.count == max(one.due.count for one in found.owners)
    for listed in (found.continuous, found.undated):
        assert len(listed.rows) + listed.more == listed.count == 40
        assert listed.rows
    text = _text(long_plan(200))
    assert f"и еще ответственных: {found.more_owners} – см. их чек-листы" in text
    assert f"и еще: {found.undated.more} – см. календарный план" in text


def _text(plan: Plan) -> str:
    document = docx.Document(BytesIO(made(plan, summary)["summary"]))
    return "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)


def test_a_plan_without_anything_dated() -> None:
    """Its summary has no table of quarters."""
    plan = plan_of_rows("      - {activity: Сверить, deadline: по графику УО}\n")
    assert summary_view(plan).years == ()
    assert "I кв." not in _text(plan)


@printing
@pytest.mark.libreoffice
def test_the_summary_is_one_page(roadmaps: Path) -> None:
    """Of each real roadmap, and of plans of every length."""
    plans = [*(real_plan(roadmaps, name) for name in REAL), *map(long_plan, (5, 20, 30, 40, 60, 200))]
    assert [len(texts) for texts in pages(made(plan, summary)["summary"] for plan in plans)] == [1] * len(plans)
