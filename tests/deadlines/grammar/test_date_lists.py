"""Proves that a list of dates is that of its author, whether the month, the day or the year is said once."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import date_lists
from tests.deadlines.meanings import hold


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("20 апреля, 18 мая и 15 июня 2022", "20 апреля 2022 г., 18 мая 2022 г., 15 июня 2022 г."),
        ("10 октября, ноября, декабря", "10 октября, 10 ноября, 10 декабря"),
        ("май 2022, 2023 гг.", "май 2022 г., май 2023 г."),
        ("май-июнь, сентябрь", "с 1 мая по 30 июня; сентябрь"),
        ("2020, 2021 и 2022 годы", "2020 год, 2021 год, 2022 год"),
        ("октябрь - 2022", "октябрь 2022 г."),
        ("2-я неделя", "вторая неделя"),
        ("1, 2 недели мая", "первая неделя мая, вторая неделя мая"),
        ("5", "5 числа"),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(date_lists, text, meant)
