"""Proves which texts are the period of a plan, and which a date beside the words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.deadlines import DeadlineError
from roadmapc.deadlines.dating.periods import parse_period, parse_window


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021-2024", date(2021, 1, 1), date(2024, 12, 31)),
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2022/2023 учебный год", date(2022, 9, 1), date(2023, 8, 31)),
        ("сентябрь 2021 – май 2022", date(2021, 9, 1), date(2022, 5, 31)),
        ("20.10.2021 – 31.12.2024", date(2021, 10, 20), date(2024, 12, 31)),
        ("май 2022", date(2022, 5, 1), date(2022, 5, 31)),
    ],
)
def test_periods(text: str, first: date, last: date) -> None:
    """Years, a school year, months, days."""
    assert parse_period(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "сентябрь – май",
        "до 2024 года",
        "ежегодно 2022",
        "2021-2024, по графику",
        "май 2022, июнь 2022",
        "20.05.2022 – 10.05.2022",
        "",
        "скоро",
        "2025 мусор",
        "2021-2024 (реализация)",
    ],
)
def test_what_is_no_period(text: str) -> None:
    """Backwards, without a year, without a beginning, more than one range, a condition, no words at all."""
    with pytest.raises(DeadlineError):
        parse_period(text)


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_days_are_taken_as_they_stand(one: date, other: date) -> None:
    """A day, and a range of days, of any years: nothing is cut."""
    first, last = sorted((one, other))
    assert parse_window(f"{first:%d.%m.%Y}") == (first, first)
    assert parse_window(f"{first:%d.%m.%Y} – {last:%d.%m.%Y}") == (first, last)


@pytest.mark.parametrize("text", ["скоро", "15 мая", "31.02.2022", "15.05", "20.05.2022 – 10.05.2022"])
def test_what_is_no_date(text: str) -> None:
    """The sentence shows how to write one."""
    with pytest.raises(DeadlineError, match=r"write 15\.03\.2022, or"):
        parse_window(text)
