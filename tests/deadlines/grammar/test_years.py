"""Proves that the year behind a date and years that stand alone are read, and those of no certain year remarked."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import years
from tests.deadlines.meanings import hold


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2022", "2022 год"),
        ("2022г.г.", "2022 год"),
        ("2022-2023 уч. г.", "2022/2023 учебный год"),
        ("2022/23 учебный год", "2022/2023 учебный год"),
        ("май, 2022", "май 2022 г."),
        ("май 22 г.", "май 2022 г."),
        ("май каждого года", "ежегодно май"),
        ("май текущего года", "май"),
        ("май отчетного года", "май ?"),
        ("1 марта года, предшествующего планируемому", "1 марта ?"),
        ("III четверть 2022-2023 учебного года", "III четверть 2023 г."),
        ("2022-2024 уч. г.", "! 2024"),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(years, text, meant)
