"""Proves what the calendar, the checklists and the cyclogram show: everything, at its time, once."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

import pytest

from roadmapc.compiler import Compilation
from roadmapc.documents.calendar_plan import CONTINUOUS, UNDATED, calendar_groups
from roadmapc.documents.checklist import checklists
from roadmapc.documents.cyclogram import CyclogramView, MonthsView, cyclogram_view
from roadmapc.plan import Plan

Compile = Callable[[str], Compilation]

ROWS = """\
      - {activity: Один раз, deadline: май 2022, owners: [методист, директор], result: Справка}
      - {activity: Окно, deadline: сентябрь – ноябрь 2021, owners: методист, result: Справка}
      - {activity: Всегда, deadline: весь период, owners: директор, result: Справка}
      - {activity: По графику, deadline: по графику УО, owners: методист, result: Справка}
      - {activity: Часто, deadline: еженедельно, owners: методист, result: Справка}
      - {activity: "Со списком:\\n- раз\\n- два", deadline: до 15 января 2022 г., owners: методист, result: Справка}
"""


def plan_of(compile_text: Compile, period: str, rows: str = ROWS) -> Plan:
    """Return the plan of rows over a period."""
    text = f"""\
roadmapc: 1
municipality: {{name: Район}}
document: {{kind: план, title: План, period: {period}}}
sections:
  - title: Мониторинг
    activities:
{rows}"""
    result = compile_text(text)
    assert result.plan, result.diagnostics
    return result.plan


def months_of(cyclogram: CyclogramView, activity: str, year: int = 0) -> list[str]:
    """Return what stands in the months of an activity, a stretch written out."""
    rows = chain.from_iterable(group.rows for group in cyclogram.years[year].groups)
    row = next(row for row in rows if row.activity == activity)
    return [cell.text for cell in row.months for _ in range(cell.columns)]


def test_a_school_year_is_one_table(compile_text: Compile) -> None:
    """A plan for a school year has the months from September, under the names of their years."""
    (year,) = cyclogram_view(plan_of(compile_text, "2021/2022 учебный год")).years
    assert year.heading == "2021/2022 учебный год"
    assert (year.months[0], year.months[-1]) == ("сентябрь", "август")
    assert year.parts == (("2021 год", 4), ("2022 год", 8))


def test_what_stands_in_the_months(compile_text: Compile) -> None:
    """The due month has its day, a month of work before it «–», frequent work «●», continuous work its words."""
    found = cyclogram_view(plan_of(compile_text, "2021/2022 учебный год"))
    assert months_of(found, "Один раз") == [*[""] * 8, "31", *[""] * 3]
    assert months_of(found, "Окно") == ["–", "–", "30", *[""] * 9]
    assert months_of(found, "Часто") == ["●"] * 12
    assert months_of(found, "Всегда") == ["весь период"] * 12
    assert months_of(found, "Со списком") == ["–"] * 4 + ["15"] + [""] * 7
    always = next(row for group in found.years[0].groups for row in group.rows if row.activity == "Всегда")
    assert always.months == (MonthsView("весь период", 12),)
    assert [task.activity for task in found.undated] == ["По графику"]


def test_years_that_are_alike_share_a_table(compile_text: Compile) -> None:
    """Years in which the same happens are one table, named by all of them; others have their own."""
    rows = """\
      - {activity: Каждый год, deadline: ежегодно август, owners: методист, result: Справка}
      - {activity: Один раз, deadline: май 2022, owners: методист, result: Справка}
"""
    found = cyclogram_view(plan_of(compile_text, "2021-2024", rows))
    assert [year.heading for year in found.years] == ["2021, 2023, 2024 годы", "2022 год"]
    assert months_of(found, "Один раз", 1)[4] == "31"
    every = "      - {activity: Каждый год, deadline: ежегодно август, owners: методист, result: Справка}\n"
    (year,) = cyclogram_view(plan_of(compile_text, "2021-2024", every)).years
    assert (year.heading, year.parts) == ("2021–2024 годы", (("2021–2024 годы", 12),))


def test_every_row_fills_the_grid(compile_text: Compile) -> None:
    """The months of each row are twelve, stretches counted."""
    for period in ("2021-2024", "2021/2022 учебный год", "сентябрь 2021 – май 2022", "ноябрь 2021 – октябрь 2022"):
        for year in cyclogram_view(plan_of(compile_text, period)).years:
            assert sum(count for _, count in year.parts) == len(year.months) == 12
            for group in year.groups:
                assert all(sum(cell.columns for cell in row.months) == 12 for row in group.rows)


@pytest.mark.parametrize("period", ["2021-2024", "2021/2022 учебный год"])
def test_nothing_is_left_out(compile_text: Compile, period: str) -> None:
    """Every activity stands in the calendar, in the cyclogram, and in the checklist of each of its owners."""
    plan = plan_of(compile_text, period)
    names = {row.text.strip().split("\n")[0].rstrip(":") for row in plan.rows}
    found = cyclogram_view(plan)
    shown = {row.activity for year in found.years for group in year.groups for row in group.rows}
    assert shown | {task.activity for task in found.undated} == names
    calendar = {task.activity.split("\n")[0].rstrip(":") for group in calendar_groups(plan) for task in group.tasks}
    assert calendar == names
    for row in plan.rows:
        for assignee in row.assignees:
            (checklist,) = [one for one in checklists(plan) if one.owner == assignee.text]
            assert row.text.strip() in {task.activity for task in checklist.tasks}


def test_the_calendar_ends_with_what_has_no_month(compile_text: Compile) -> None:
    """Months come in order; then continuous work; then what has no date."""
    headings = [group.heading for group in calendar_groups(plan_of(compile_text, "2021/2022 учебный год"))]
    assert headings[0] == "Сентябрь 2021 г."
    assert headings[-2:] == [CONTINUOUS, UNDATED]


def test_a_due_day_off_names_the_day_to_act(compile_text: Compile) -> None:
    """A task whose due day is a day off tells the working day before it."""
    rows = "      - {activity: Сдать, deadline: до 16 января 2022 г., owners: методист, result: Отчет}\n"
    (group,) = calendar_groups(plan_of(compile_text, "2021-2024", rows))
    assert (group.tasks[0].when, group.tasks[0].act_by) == ("16.01.2022", "14.01.2022")
