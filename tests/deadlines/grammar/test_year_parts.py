"""Proves that parts of a year are read with the year, or the school year, that they name."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import year_parts
from tests.deadlines.meanings import hold


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("IV квартал 2022 г.", "IV квартал 2022 г."),
        ("III четверть 2022-2023 учебного года", "III четверть 2023 г."),
        ("осень 2022", "осень 2022 г."),
        ("весна 2022/2023 учебного года", "весна 2023 г."),
        ("зима 2022-2023 уч. года", "зима 2022 г."),
        ("осенние каникулы", "осенние каникулы"),
        ("каникулы", "! каникулы"),
        ("I полугодие 2022-2023 учебного года", "! 2022"),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(year_parts, text, meant)
