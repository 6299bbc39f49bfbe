"""Proves that an activity stands once a month with all its days, and that none of them is lost."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.documents._groups import CONTINUOUS, UNDATED, GroupView, LineView, days_text, groups_of
from roadmapc.documents._tasks import is_continuous
from roadmapc.plan import Row
from roadmapc.russian.calendar import MONTHS
from tests.paper import REAL, real_plan
from tests.plans import FOLLOWED, plan_of_rows


def groups(rows: str, period: str = "2022 год") -> dict[str, GroupView]:
    """Return the groups of a few rows by their headings."""
    return {group.heading: group for group in groups_of(tuple(plan_of_rows(rows, period).dated_rows)).groups}


def only_line(deadline: str, month: str, period: str = "2022 год") -> LineView:
    """Return the line of the only activity, due by these words, in a month."""
    rows = f"      - {{activity: Дело, deadline: {deadline}, owners: методист, result: Справка}}\n"
    (line,) = groups(rows, period)[month].lines
    return line


def test_a_weekly_meeting_is_one_line_a_month() -> None:
    """Its days stand in the column of dates; each has room for its mark."""
    line = only_line("еженедельно по четвергам", "Сентябрь 2022 г.")
    assert (line.when, line.act_by) == ("1, 8, 15, 22, 29", ())
    assert line.dates == "1, 8, 15, 22, 29 сентября 2022 г."
    assert line.marks == ("1", "8", "15", "22", "29")


def test_one_day_is_a_date() -> None:
    """A day alone is printed whole, and one mark needs no name."""
    line = only_line("до 14 января 2022 г.", "Январь 2022 г.")
    assert (line.when, line.dates, line.act_by, line.marks) == ("14.01.2022", "14.01.2022", (), ())


@pytest.mark.parametrize(
    ("deadline", "month", "act_by"),
    [
        ("до 16 января 2022 г.", "Январь 2022 г.", ("исполнить 14.01",)),
        ("9 мая 2022 г.", "Май 2022 г.", ("подготовить 06.05",)),
        ("до 16 октября", "Октябрь 2022 г.", ("исполнить 14.10",)),
        ("еженедельно", "Сентябрь 2022 г.", ("исполнить 2, 9, 16, 23",)),
        ("еженедельно", "Октябрь 2022 г.", ("исполнить 30.09, 7, 14, 21, 28",)),
        ("еженедельно по понедельникам", "Май 2022 г.", ("2: подготовить 29.04", "9: подготовить 6")),
        ("еженедельно по понедельникам", "Январь 2022 г.", ("3: подготовить 30.12.2021",)),
        ("еженедельно по средам и пятницам", "Январь 2022 г.", ("5, 7: подготовить 30.12.2021",)),
    ],
)
def test_days_to_act_are_told_where_they_differ(deadline: str, month: str, act_by: tuple[str, ...]) -> None:
    """Of one day, of all days, of some: which day is to be acted on when."""
    assert only_line(deadline, month).act_by == act_by


def test_a_day_to_act_in_another_year_tells_it() -> None:
    """What is on 7 January is prepared in December, and the year is told."""
    assert only_line("7 января 2022 г.", "Январь 2022 г.", "2021-2022").act_by == ("подготовить 30.12.2021",)


def test_times_that_are_not_parted_have_numbers() -> None:
    """«5 раз в год» has five marks; twice in each week is two marks for each day."""
    assert only_line("5 раз в год", "Декабрь 2022 г.").marks == ("1", "2", "3", "4", "5")
    assert only_line("2 раза в неделю", "Сентябрь 2022 г.").marks[:4] == ("4", "4", "11", "11")


def test_what_has_no_month_comes_last() -> None:
    """Continuous work, then what has no date, in the words of their deadlines."""
    found = groups(FOLLOWED, "2021/2022 учебный год")
    assert [group.dated for group in found.values()] == [True] * (len(found) - 2) + [False] * 2
    assert list(found)[-2:] == [CONTINUOUS, UNDATED]
    assert [line.when for line in (*found[CONTINUOUS].lines, *found[UNDATED].lines)] == ["весь период", "по графику УО"]


def test_an_activity_is_named_whole_once() -> None:
    """Then by its first words, and so are its owner and result; the view says that something was cut."""
    rows = f"      - {{activity: {'Слово ' * 20}, deadline: ежегодно май, owners: методист, result: {'Акт ' * 20}}}\n"
    found = groups_of(tuple(plan_of_rows(rows).dated_rows))
    first, second, *_ = (group.lines[0] for group in found.groups)
    assert (first.activity, first.result) == (("Слово " * 20).strip(), ("Акт " * 20).strip())
    assert second.activity == "Слово " * 9 + "Слово\u00a0…"
    assert second.result.endswith("Акт\u00a0…")
    assert found.shortened


def _days(line: LineView, heading: str) -> set[date]:
    """Return the days that a line says, with the month of its heading, as a reader would."""
    if re.fullmatch(r"\d\d\.\d\d\.\d{4}", line.when):
        day, month, year = map(int, line.when.split("."))
        return {date(year, month, day)}
    name, year_text, _ = heading.split(" ")
    month = [forms[0] for forms in MONTHS].index(name.lower()) + 1
    found = set()
    for part in line.when.split(", "):
        first, _, last = part.partition("–")
        found |= {date(int(year_text), month, day) for day in range(int(first), int(last or first) + 1)}
    return found


def _assert_every_day_is_told(plan_rows: tuple[Row, ...]) -> None:
    due = sorted({(o.due, row.number) for row in plan_rows if not is_continuous(row) for o in row.occurrences})
    lines = [(line, group.heading) for group in groups_of(plan_rows).groups if group.dated for line in group.lines]
    told = sorted((day, line.number) for line, heading in lines for day in _days(line, heading))
    assert sorted(set(told)) == [(day, number or "–") for day, number in due]


@pytest.mark.parametrize("name", REAL)
def test_every_day_of_the_real_roadmaps_is_told(roadmaps: Path, name: str) -> None:
    _assert_every_day_is_told(tuple(real_plan(roadmaps, name).dated_rows))


@pytest.mark.parametrize("period", ["2022 год", "2021/2022 учебный год", "2021-2024"])
def test_every_day_of_all_kinds_of_work_is_told(period: str) -> None:
    _assert_every_day_is_told(tuple(plan_of_rows(FOLLOWED, period).dated_rows))


@given(st.sets(st.integers(1, 31), min_size=1))
def test_days_are_written_so_that_they_can_be_read(days: set[int]) -> None:
    """What is written «1–5, 8» stands for these days and no others."""
    start = date(2022, 1, 1)
    text = days_text(sorted(days))
    line = LineView(text, (), "", "", "", "", "")
    expected = {start + timedelta(day - 1) for day in days}
    assert _days(line, "Январь 2022 г.") == expected
