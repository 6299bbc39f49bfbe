"""Proves that the calendar plan goes by months and ends with what has none."""

from __future__ import annotations

from roadmapc.documents.calendar_plan import CONTINUOUS, UNDATED, calendar_groups
from tests.plans import FOLLOWED, plan_of_rows


def test_the_calendar_ends_with_what_has_no_month() -> None:
    """Months come in order; then continuous work; then what has no date."""
    headings = [group.heading for group in calendar_groups(plan_of_rows(FOLLOWED, "2021/2022 учебный год"))]
    assert headings[0] == "Сентябрь 2021 г."
    assert headings[-2:] == [CONTINUOUS, UNDATED]


def test_a_due_day_off_names_the_day_to_act() -> None:
    """A task whose due day is a day off tells the working day before it."""
    rows = "      - {activity: Сдать, deadline: до 16 января 2022 г., owners: методист, result: Отчет}\n"
    (group,) = calendar_groups(plan_of_rows(rows))
    assert (group.tasks[0].when, group.tasks[0].act_by) == ("16.01.2022", "14.01.2022")
