"""Proves that what follows a plan up shows every activity, at its time, once."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.documents._tasks import Tasks, TaskView, dated_tasks, day_text, is_continuous, task, undated_task
from roadmapc.documents.calendar_plan import calendar_groups
from roadmapc.documents.checklist import checklists
from roadmapc.documents.cyclogram import cyclogram_view
from roadmapc.russian.calendar import parse_date
from tests.plans import FOLLOWED, plan_of_rows


@pytest.mark.parametrize("period", ["2021-2024", "2021/2022 учебный год"])
def test_nothing_is_left_out(period: str) -> None:
    """Every activity stands in the calendar, in the cyclogram, and in the checklist of each of its owners."""
    plan = plan_of_rows(FOLLOWED, period)
    names = {row.text.strip().split("\n")[0].rstrip(":") for row in plan.rows}
    found = cyclogram_view(plan)
    shown = {row.activity for year in found.years for group in year.groups for row in group.rows}
    assert shown | {task.activity for task in found.undated} == names
    calendar = {
        task.activity.split("\n")[0].rstrip(":") for group in calendar_groups(plan).groups for task in group.tasks
    }
    assert calendar == names
    for row in plan.rows:
        for assignee in row.assignees:
            (checklist,) = [one for one in checklists(plan) if one.owner == assignee.text]
            assert row.text.strip() in {task.activity for task in checklist.tasks}


def test_a_task_says_when_and_when_to_act() -> None:
    """The day to act is told where it is another than the due one; what is missing prints a dash."""
    rows = """\
      - {activity: В субботу, deadline: до 15 января 2022 г.}
      - {activity: В пятницу, deadline: до 14 января 2022 г.}
      - {activity: Без срока, result: Справка}
"""
    first, second, third = plan_of_rows(rows, more="table: {numbering: printed}\n").rows
    assert task(first, first.occurrences[0]) == TaskView("15.01.2022", "14.01.2022", "–", "В субботу", "–", "–")
    assert task(second, second.occurrences[0]) == TaskView("14.01.2022", "", "–", "В пятницу", "–", "–")
    assert undated_task(third) == TaskView("–", "", "–", "Без срока", "–", "Справка")


def test_tasks_of_one_day_keep_the_order_of_the_table() -> None:
    """By date first, then as the rows stand."""
    rows = "".join(
        f"      - {{activity: {name}, deadline: {deadline}}}\n"
        for name, deadline in (("Б", "31 мая 2022 г."), ("А", "31 мая 2022 г."), ("В", "30 мая 2022 г."))
    )
    plan = plan_of_rows(rows)
    pairs = [(occurrence, row) for row in plan.rows for occurrence in row.occurrences]
    assert [found.activity for found in dated_tasks(pairs)] == ["В", "Б", "А"]


def test_continuous_work_with_dates_beside_is_dated() -> None:
    """Work that goes on all the time falls due where its author gives days."""
    rows = """\
      - {activity: Всегда, deadline: весь период}
      - {activity: В дни, deadline: {text: весь период, dates: [15.03.2022]}}
"""
    assert [is_continuous(row) for row in plan_of_rows(rows).rows] == [True, False]


@given(st.dates())
def test_days_are_printed_as_they_are_read(day: date) -> None:
    """A printed day reads back as itself."""
    assert parse_date(day_text(day)) == (day if day.year > 999 else None)


def test_an_event_keeps_its_day() -> None:
    """Monday 9 May 2022 is a day off: the event is prepared by Friday, what is due is done by then."""
    event, limit = plan_of_rows(
        "      - {activity: Событие, deadline: 9 мая 2022}\n      - {activity: Срок, deadline: до 9 мая 2022}\n"
    ).rows
    assert task(event, event.occurrences[0]).is_prepared
    assert not task(limit, limit.occurrences[0]).is_prepared
    assert task(event, event.occurrences[0]).act_by == task(limit, limit.occurrences[0]).act_by == "06.05.2022"


def test_tasks_are_made_when_somebody_looks() -> None:
    """They are made once, and only where a template asks for them; then they are a sequence like any other."""
    plan = plan_of_rows(FOLLOWED, "2021/2022 учебный год")
    asked = []

    def made() -> list[TaskView]:
        asked.append("")
        return list(map(undated_task, plan.rows))

    tasks = Tasks(made)
    assert not asked
    assert [task.activity for task in tasks] == [row.text.strip() for row in plan.rows]
    assert (len(tasks), tasks[0], tasks[-1:]) == (len(plan.rows), undated_task(plan.rows[0]), tuple(tasks)[-1:])
    assert len(asked) == 1
