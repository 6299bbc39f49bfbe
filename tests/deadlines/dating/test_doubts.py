"""Proves that whatever else a careful official could have meant is told, and that clear words leave no doubt."""

from __future__ import annotations

from datetime import date

import pytest

from roadmapc.deadlines import DeadlineError, Period, read

YEARS = Period(date(2021, 1, 1), date(2024, 12, 31))
SCHOOL_YEAR = Period(date(2021, 9, 1), date(2022, 8, 31))
YEAR = Period(date(2022, 1, 1), date(2022, 12, 31))


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("15 мая 2022", YEARS),
        ("ежегодно 15 мая", YEARS),
        ("ежемесячно до 25 числа", YEARS),
        ("15 мая", SCHOOL_YEAR),
        ("с 1 июня по 30 августа", SCHOOL_YEAR),
        ("30.08", Period(date(2022, 8, 1), date(2023, 6, 30))),
        ("1 июня", Period(date(2022, 8, 1), date(2023, 6, 30))),
        ("до конца мая", YEAR),
        ("I квартал 2022", YEARS),
        ("2 раза в год", SCHOOL_YEAR),
        ("до 15 мая 2022 г. (воскресенье)", YEARS),
        ("весь период", YEARS),
    ],
)
def test_clear_words(text: str, period: Period) -> None:
    """Nothing else could be meant."""
    assert read(text, period).doubts == ()


@pytest.mark.parametrize(
    ("text", "period", "doubt"),
    [
        ("15 мая", YEARS, "no year is named"),
        ("август", Period(date(2021, 8, 15), date(2022, 8, 10)), "it occurs twice"),
        ("15 июля", SCHOOL_YEAR, "the summer before may be meant"),
        ("с 15 мая 2022", YEARS, "no end is named"),
        ("ежемесячно до 31 числа", YEARS, "short months have no such day"),
        ("ежедневно", YEARS, "each day"),
        ("5 раз в год", YEARS, "due 5 times"),
        ("4 раза в год", SCHOOL_YEAR, "does not divide evenly"),
        ("1 раз в 2 недели", YEARS, "from which week it is counted"),
        ("1 раз в 2 года: май", YEARS, "from which year it is counted"),
        ("2-я неделя мая 2022", YEARS, "weeks and edges of a month"),
        ("начало 2022 года", YEARS, "the exact day is not named"),
        ("осень 2022", YEARS, "seasons and holidays"),
        ("I полугодие", SCHOOL_YEAR, "a half of the school year"),
        ("до мая 2022", YEARS, "“until” a range of days"),
        ("зима 2024", YEARS, "seasons and holidays"),
        ("сентябрь 2022 – май 2023", YEAR, "is cut at its end"),
        ("с 1 декабря 2022 по 15 января 2023", YEAR, "is cut at its end"),
    ],
)
def test_other_readings(text: str, period: Period, doubt: str) -> None:
    """Each way in which words and period leave something open is told in its own words."""
    assert any(doubt in found for found in read(text, period).doubts), read(text, period).doubts


@pytest.mark.parametrize("text", ["16 мая 2022 (вторник)", "до 16 мая 2022 (вторник)"])
def test_a_wrong_weekday_of_one_day_is_an_error(text: str) -> None:
    """No reading of it is right."""
    with pytest.raises(DeadlineError, match="is not that day of the week"):
        read(text, YEARS)


def test_a_wrong_weekday_of_several_days_is_a_doubt() -> None:
    """In some years it may be right."""
    assert any("day of the week" in doubt for doubt in read("ежегодно 16 мая (понедельник)", YEARS).doubts)
