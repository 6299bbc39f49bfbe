"""Proves which days and words a report's period has, however it is typed."""

from __future__ import annotations

from datetime import date

import pytest

from roadmapc.deadlines import DeadlineError
from roadmapc.plan.execution import parse_report_period


@pytest.mark.parametrize(
    ("text", "first", "last", "words"),
    [
        ("I полугодие 2023", (2023, 1, 1), (2023, 6, 30), "I полугодие 2023 года"),
        ("за 2 полугодие 2023 года", (2023, 7, 1), (2023, 12, 31), "II полугодие 2023 года"),
        ("1-е полугодие 2023 г.", (2023, 1, 1), (2023, 6, 30), "I полугодие 2023 года"),
        ("ІІІ квартал 2023", (2023, 7, 1), (2023, 9, 30), "III квартал 2023 года"),
        ("4 кв. 2023", (2023, 10, 1), (2023, 12, 31), "IV квартал 2023 года"),
        ("9 месяцев 2023", (2023, 1, 1), (2023, 9, 30), "9 месяцев 2023 года"),
        ("2023", (2023, 1, 1), (2023, 12, 31), "2023 год"),
        ("2023 год", (2023, 1, 1), (2023, 12, 31), "2023 год"),
        ("2021-2024", (2021, 1, 1), (2024, 12, 31), "2021–2024 годы"),
        ("2022/2023 учебный год", (2022, 9, 1), (2023, 8, 31), "2022/2023 учебный год"),
        ("2022/23", (2022, 9, 1), (2023, 8, 31), "2022/2023 учебный год"),
        ("май 2023", (2023, 5, 1), (2023, 5, 31), "май 2023 года"),
        ("01.02.2023 – 15.04.2023", (2023, 2, 1), (2023, 4, 15), "период с 01.02.2023 по 15.04.2023"),
    ],
)
def test_a_period(text: str, first: tuple[int, int, int], last: tuple[int, int, int], words: str) -> None:
    found = parse_report_period(text)
    assert (found.days.first, found.days.last, found.words) == (date(*first), date(*last), words)
    assert parse_report_period(words).days == found.days or "период" in words or "–" in words


@pytest.mark.parametrize("text", ["", "III полугодие 2023", "полугодие", "5 квартал 2023", "скоро", "2024-2021"])
def test_what_is_no_period(text: str) -> None:
    with pytest.raises(DeadlineError):
        parse_report_period(text)
