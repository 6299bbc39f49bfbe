"""Proves that the period is read as people write it, and taken from the rows' dates where nobody wrote it."""

from __future__ import annotations

import pytest

from roadmapc.importing.understanding.period import period_in, period_of_days

NAMED = {
    "на 2021-2024 год": "2021-01-01 2024-12-31",
    "на 2025–2027 годы": "2025-01-01 2027-12-31",
    "на 2020 год": "2020-01-01 2020-12-31",
    "План работы на 2026": "2026-01-01 2026-12-31",
    "на 2025/2026 учебный год": "2025-09-01 2026-08-31",
    "на 2025-2026 учебный год": "2025-09-01 2026-08-31",
    "2022-2023 уч. г.": "2022-09-01 2023-08-31",
    "на 2021/22 уч. год": "2021-09-01 2022-08-31",
    "сентябрь 2021 – май 2022": "2021-09-01 2022-05-31",
    "с 1 сентября 2024 года по 31 мая 2025 года": "2024-09-01 2025-05-31",
    "01.01.2025 – 30.06.2025": "2025-01-01 2025-06-30",
    "Стратегия развития до 2030 года на 2026 год": "2026-01-01 2026-12-31",
    "Стратегия развития до 2030 года, мероприятия в 2026 году": "2026-01-01 2026-12-31",
    "План на 2026 год по устранению недостатков, выявленных в 2024 году": "2026-01-01 2026-12-31",
    "на 2026 год и плановый период 2027 и 2028 годов": "2026-01-01 2026-12-31",
    "Проект 2021-2025 годов на 2026 год": "2026-01-01 2026-12-31",
    "на май 2026 года": "2026-05-01 2026-05-31",
    "на I полугодие 2026 года": "2026-01-01 2026-06-30",
    "на второе полугодие 2025/2026 учебного года": "2026-01-01 2026-05-31",
    "на IV квартал 2025 года": "2025-10-01 2025-12-31",
    "на 3 четверть 2025-2026 учебного года": "2026-01-01 2026-03-31",
}


@pytest.mark.parametrize("text", NAMED)
def test_a_period_that_is_named(text: str) -> None:
    found = period_in(text)
    assert found
    assert f"{found.days.first} {found.days.last}" == NAMED[text]


@pytest.mark.parametrize(
    "text",
    [
        "План мероприятий",
        "",
        "в соответствии с приказом от 7 мая 2018 года № 204",
        "школа № 2025",
        "от 07.05.2018 г. № 2",
    ],
)
def test_what_names_none(text: str) -> None:
    """The date of an act is none, nor is a number."""
    assert period_in(text) is None


def test_the_date_of_an_act_is_passed_over() -> None:
    found = period_in("по приказу от 7 мая 2018 года № 204 на 2025 год")
    assert found
    assert found.days.first.year == 2025


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["15.05.2022", "20.10.2022"], "2022-05-15 2022-10-20"),
        (["до 1 сентября 2022 г.", "май 2023"], "2022-01-01 2023-12-31"),
        (["май 2022", "июнь"], "2022-01-01 2022-12-31"),
        (["май", "июнь"], ""),
        ([], ""),
        (["1999 год", "2001", "2099"], ""),
    ],
)
def test_the_period_of_dates(texts: list[str], expected: str) -> None:
    """From the first day to the last where all are days, else whole years; nothing where no year is named."""
    found = period_of_days(texts)
    assert (f"{found.days.first} {found.days.last}" if found else "") == expected
    assert found is None or found.confidence < 0.6
