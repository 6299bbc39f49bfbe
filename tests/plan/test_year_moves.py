"""Proves which years of a text move with a plan, which stay, and which a person is asked about."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.deadlines.dating.periods import parse_period
from roadmapc.plan.year_moves import YearMove, moved_day

SCHOOL = YearMove(parse_period("2026/2027 учебный год"), parse_period("2027/2028 учебный год"))
YEARS = YearMove(parse_period("2021-2024"), parse_period("2025-2027"))

MOVED = {
    "на 2026/2027 учебный год": "на 2027/2028 учебный год",
    "2026-2027 учебный год": "2027-2028 учебный год",
    "2026–2027 уч. г.": "2027–2028 уч. г.",
    "2026 - 2027 гг.": "2027 - 2028 гг.",
    "2026-2027гг.": "2027-2028гг.",
    "2026/27": "2027/28",
    "26/27 уч. год": "27/28 уч. год",
    "до 15 октября 2026 г.": "до 15 октября 2027 г.",
    "31.05.2027": "31.05.2028",
    "2027-05-31": "2028-05-31",
    "20.10.26": "20.10.27",
    "01.2027": "01.2028",
    "май 2027": "май 2028",
    "сентябрь 2026 – май 2027": "сентябрь 2027 – май 2028",
    "с 2026 по 2027 годы": "с 2027 по 2028 годы",
    "к 2027 году": "к 2028 году",
    "по итогам 2025/2026 учебного года": "по итогам 2026/2027 учебного года",
    "приказ об утверждении плана на 2026/2027 учебный год": "приказ об утверждении плана на 2027/2028 учебный год",
    "в 2026 году 300 человек": "в 2027 году 300 человек",
}
STAYS = [
    "приказ от 12.05.2021 № 5",
    "приказ от 12.05.2026 № 5",
    "приказ управления от 12.05.2026",
    "12.05.2026 г. № 44",
    "Федеральный закон от 29 декабря 2012 г. № 273-ФЗ",
    "распоряжение Правительства РФ от 31.03.2022 №678-р",
    "ГОСТ Р 7.0.97-2025",
    "№ 2026",
    "2026-р",
    "7.0.26",
]
ASKED = [
    "Указ о национальных целях до 2030 года",
    "«Стратегия развития воспитания до 2027 года»",
    "программа на 2018-2025 годы",
    "приказ об итогах 2026 года",
    "по итогам 2019 года",
    "охватить 2026 педагогов",
    "29.02.2028",
]


@pytest.mark.parametrize("text", MOVED)
def test_the_plans_own_years_move(text: str) -> None:
    """Ranges, school years, dates in figures and words, two digits where there were two; nothing is asked."""
    assert SCHOOL.moved(text) == (MOVED[text], [])


@pytest.mark.parametrize("text", STAYS)
def test_a_reference_to_an_act_keeps_its_date(text: str) -> None:
    """So does what is a number, though it looks like a year; nothing is asked."""
    assert SCHOOL.moved(text) == (text, [])


@pytest.mark.parametrize("text", ASKED)
def test_what_may_be_of_another_document_is_left_and_asked_about(text: str) -> None:
    """Years far from the plan's, years of a strategy or an order, numbers of people, days that are not."""
    moved, remarks = SCHOOL.moved(text)
    assert moved == text
    assert len(remarks) == 1
    assert text[remarks[0].start : remarks[0].end] in remarks[0].message


def test_a_range_of_the_period_becomes_the_new_one() -> None:
    """The new period may be shorter; a year beyond it is asked about."""
    assert YEARS.moved("Карта на 2021-2024 годы") == ("Карта на 2025-2027 годы", [])
    assert YEARS.moved("к 2022 году") == ("к 2026 году", [])
    moved, (remark,) = YEARS.moved("к 2024 году")
    assert (moved, remark.message) == ("к 2028 году", "2028: moved beyond the new period")


def test_a_day_of_the_week_beside_a_date_is_asked_about() -> None:
    """The same day is another day of the week a year later; a school quarter is no Thursday."""
    text, (remark,) = SCHOOL.moved("понедельник, 7 сентября 2026 г.")
    assert (text, remark.start) == ("понедельник, 7 сентября 2027 г.", 0)
    assert SCHOOL.moved("2026-2027 1 раз в четверть")[1] == []


def test_in_a_deadline_every_year_is_the_plans() -> None:
    """Whatever is far or bare: the column says when."""
    assert SCHOOL.moved("2030", is_deadline=True) == ("2031", [])
    assert SCHOOL.moved("от 1 мая 2027 до 3 мая 2027", is_deadline=True)[0] == "от 1 мая 2028 до 3 мая 2028"
    assert SCHOOL.moved("по приказу от 12.05.2021 № 5", is_deadline=True)[0] == "по приказу от 12.05.2021 № 5"


@given(st.dates(date(2026, 9, 1), date(2027, 8, 31)), st.integers(1, 5))
def test_every_date_moves_by_the_difference_of_the_periods(day: date, years: int) -> None:
    """However it is written; the 29th of February where there is none is left and asked about."""
    first = 2026 + years
    move = YearMove(SCHOOL.old, parse_period(f"{first}/{first + 1} учебный год"))
    later = moved_day(day, years)
    for form in ("%d.%m.%Y", "%Y-%m-%d"):
        text, remarks = move.moved(f"{day:{form}}")
        assert (text, len(remarks)) == ((f"{later:{form}}", 0) if later else (f"{day:{form}}", 1))


@given(st.text(st.sampled_from("2016.-/ №гвот\n"), max_size=30))
def test_only_figures_change(text: str) -> None:
    """Whatever the text, nothing but digits is another, and remarks lie inside it."""
    moved, remarks = SCHOOL.moved(text)
    assert [letter for letter in moved if not letter.isdecimal()] == [one for one in text if not one.isdecimal()]
    assert all(0 <= remark.start < remark.end <= len(text) for remark in remarks)
