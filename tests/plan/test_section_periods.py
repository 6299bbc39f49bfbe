"""Proves that a month in a section's title or its period dates its rows, and that words beyond it are in doubt."""

from __future__ import annotations

import pytest

from roadmapc.plan import Plan
from tests.plans import plan_of


def plan_of_section(section: str, deadline: str, period: str = "2026/2027 учебный год") -> Plan:
    return plan_of(f"""\
roadmapc: 1
municipality: {{name: Район}}
document: {{kind: план, title: План, period: {period}}}
sections:
  - {section}
    activities:
      - {{activity: Что, deadline: {deadline}, owners: методист}}
""")


@pytest.mark.parametrize(
    "section", ["title: Сентябрь", "title: СЕНТЯБРЬ 2026 г.", "title: 1. Сентябрь.", "period: сентябрь 2026"]
)
@pytest.mark.parametrize(
    ("deadline", "days"),
    [
        ("в теч. месяца", "01.09.2026 – 30.09.2026"),
        ("I неделя", "01.09.2026 – 07.09.2026"),
        ("до 10 числа", "01.09.2026 – 10.09.2026"),
        ("15", "15.09.2026 – 15.09.2026"),
        ("24.09", "24.09.2026 – 24.09.2026"),
    ],
)
def test_days_of_a_month(section: str, deadline: str, days: str) -> None:
    """What leaves the month open is that of the section, without a doubt of the month."""
    (row,) = plan_of_section(section, f"'{deadline}'").rows
    (one,) = row.occurrences
    assert f"{one.first:%d.%m.%Y} – {one.due:%d.%m.%Y}" == days
    assert row.dated
    assert not any("section" in str(doubt) for doubt in row.dated.doubts)


def test_a_rhythm_within_a_month() -> None:
    """Weeks are those of the section alone."""
    (row,) = plan_of_section("title: Сентябрь 2026", "еженедельно").rows
    assert {(one.due.year, one.due.month) for one in row.occurrences} == {(2026, 9)}


@pytest.mark.parametrize(
    ("deadline", "last"),
    [("ежемесячно", "31.08.2027"), ("в течение года", "31.08.2027"), ("до 5 октября", "05.10.2026")],
)
def test_words_that_reach_beyond(deadline: str, last: str) -> None:
    """They keep their own days, and the doubt says so: nobody guesses which was meant."""
    (row,) = plan_of_section("title: Сентябрь 2026", deadline).rows
    assert row.dated
    assert f"{row.occurrences[-1].due:%d.%m.%Y}" == last
    assert "its days are not only those of its section" in str(row.dated.doubts[-1])


@pytest.mark.parametrize(
    ("title", "period", "why"),
    [
        ("Май", "2024-2026", "several such months"),
        ("Июль", "сентябрь 2026 – май 2027", "no such month"),
        ("Сентябрь 2030", "2026/2027 учебный год", "outside the period"),
        ("Сентябрь: подготовка", "2026/2027 учебный год", ""),
        ("Август", "2026/2027 учебный год", "before it and at its end"),
        ("Январь 2027 (каникулы)", "2026/2027 учебный год", "more than a month"),
        ("Сентябрь, октябрь", "2026/2027 учебный год", "more than a month"),
    ],
)
def test_titles_in_doubt(title: str, period: str, why: str) -> None:
    """A month that may be another one, or not alone, dates nothing and is told of."""
    (section,) = plan_of_section(f"title: '{title}'", "до 10 числа", period).sections
    assert section.period.days is None
    assert why in str(section.period.doubt)


@pytest.mark.parametrize("title", ["Мониторинг", "Майские чтения", "Апрельская конференция", "Мартовский цикл"])
def test_other_titles(title: str) -> None:
    """Words that only begin like a month are none."""
    (section,) = plan_of_section(f"title: {title}", "май 2027").sections
    assert section.period.days is None
    assert section.period.doubt is None


def test_a_period_that_cannot_be_read() -> None:
    """It is kept as a problem, and the rows are read in the whole plan."""
    plan = plan_of_section("period: когда-нибудь", "15.09.2026")
    assert plan.sections[0].period.error
    assert [f"{one.due:%d.%m.%Y}" for row in plan.rows for one in row.occurrences] == ["15.09.2026"]


def test_several_months_with_their_years() -> None:
    """A title may be a period of several months."""
    for title in ("Сентябрь – октябрь 2026", "Сентябрь-октябрь 2026 г."):
        (section,) = plan_of_section(f"title: {title}", "15.09.2026").sections
        assert [f"{day:%d.%m.%Y}" for day in section.period.days or ()] == ["01.09.2026", "31.10.2026"]


@pytest.mark.parametrize("deadline", ["до конца месяца", "конец месяца", "начало месяца"])
def test_a_part_of_the_month_of_the_section(deadline: str) -> None:
    """The section says which month is meant."""
    (row,) = plan_of_section("title: Сентябрь", deadline).rows
    assert [(one.due.year, one.due.month) for one in row.occurrences] == [(2026, 9)]


def test_days_that_go_on_behind_the_section() -> None:
    """They are not cut at its end: the last day is what is due."""
    (row,) = plan_of_section("title: Сентябрь", "с 25 сентября по 5 октября").rows
    assert [f"{one.due:%d.%m.%Y}" for one in row.occurrences] == ["05.10.2026"]
    assert row.dated
    assert "its days are not only those of its section" in str(row.dated.doubts[-1])


def test_a_section_begins_no_earlier_than_the_plan() -> None:
    """Days of the month before the plan begins are none of its days."""
    (row,) = plan_of_section("title: Сентябрь", "1-5 числа", "15.09.2026 – 31.05.2027").rows
    assert row.occurrences == ()
    assert row.deadline_error


@pytest.mark.parametrize("where", ["period: 2030", "period: сентябрь 2025"])
def test_a_period_outside_the_plan(where: str) -> None:
    """It is an error, and dates nothing."""
    plan = plan_of_section(where, "до 10 числа")
    assert "outside the period" in str(plan.sections[0].period.error and plan.sections[0].period.error.message)


@pytest.mark.parametrize(
    ("title", "deadline", "days"),
    [
        ("2026 год", "март", ["01.03.2026 – 31.03.2026"]),
        ("2026 г.", "до 15 марта", ["01.01.2026 – 15.03.2026"]),
        ("На 2026 год", "ежегодно", ["01.01.2026 – 31.12.2026"]),
        ("I этап (2026 год)", "в течение года", ["01.01.2026 – 31.12.2026"]),
        ("2 этап. 2025/2026 учебный год", "май", ["01.05.2026 – 31.05.2026"]),
        ("Школы 2026 года", "март", ["01.03.2025 – 31.03.2025", "01.03.2026 – 31.03.2026", "01.03.2027 – 31.03.2027"]),
    ],
)
def test_days_of_a_year(title: str, deadline: str, days: list[str]) -> None:
    """A title that is a year, or a stage with its year, says in which year its deadlines lie; others do not."""
    (row,) = plan_of_section(f"title: {title}", deadline, "2025-2027").rows
    assert [f"{one.first:%d.%m.%Y} – {one.due:%d.%m.%Y}" for one in row.occurrences] == days


def test_a_year_outside_the_plan_is_told() -> None:
    plan = plan_of_section("title: 2030 год", "март", "2025-2027")
    assert str(plan.sections[0].period.doubt) == "the year of the title lies outside the period of the plan"


@pytest.mark.parametrize(
    ("title", "deadline", "goes_on"),
    [("Декабрь 2026", "в течение месяца", False), ("Мероприятия", "весь период", True)],
)
def test_work_of_a_section_falls_due(title: str, deadline: str, goes_on: bool) -> None:
    """«в течение месяца» ends with its month; only work of the whole plan goes on all the time."""
    (row,) = plan_of_section(f"title: {title}", deadline).rows
    assert row.is_continuous == goes_on
