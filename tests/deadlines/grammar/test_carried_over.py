"""Proves that months and years that are given once serve their neighbours, from the right."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import carried_over
from tests.deadlines.meanings import hold


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("5, 6 и 12 апреля 2022", "5 апреля 2022 г., 6 апреля 2022 г., 12 апреля 2022 г."),
        ("13.10 – 17.10.2022", "с 13 октября 2022 г. по 17 октября 2022 г."),
        ("30-6.11.2023", "с 30 октября 2023 г. по 6 ноября 2023 г."),
        ("8-6.11.2023", "с 8 октября 2023 г. по 6 ноября 2023 г. ?"),
        ("28 – 3 января 2022", "с 28 декабря 2021 г. по 3 января 2022 г."),
        ("ноябрь 2022 – март", "с 1 ноября 2022 г. по 31 марта 2023 г."),
        ("ноябрь – март 2023", "с 1 ноября 2022 г. по 31 марта 2023 г."),
        ("май, июнь 2022", "май 2022 г., июнь 2022 г."),
        ("декабрь 2021, май 2022", "декабрь 2021 г., май 2022 г."),
        ("1, 2 декады мая", "первая декада мая, вторая декада мая"),
        ("I, II квартал 2022", "I квартал 2022 г., II квартал 2022 г."),
        ("5, 15 числа", "5 числа, 15 числа"),
        ("5 – 31 апреля", "! 31"),
        ("6 и 2 квартал", "! 6"),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(carried_over, text, meant)
