"""Proves that days in brackets say when in the time before them; what contradicts it is refused."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import brackets
from tests.deadlines.meanings import hold


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("май (последнее число)", "последний день мая"),
        ("май (16.05 – 20.05)", "с 16 мая по 20 мая"),
        ("II квартал (май)", "май"),
        ("I полугодие (октябрь)", "октябрь ?"),
        ("II квартал 2022 г. (май)", "май 2022 г."),
        ("II квартал (сентябрь)", "! II"),
        ("декабрь 2022 (25.12.2023)", "! декабрь"),
        ("зима (ноябрь – март)", "с 1 ноября по 31 марта ?"),
        ("осенние каникулы (28.10 – 5.11)", "с 28 октября по 5 ноября"),
        ("апрель – май (15 мая)", "15 мая ?"),
        ("15 мая (16 мая)", "15 мая, 16 мая ?"),
        ("май (10, 20)", "10 мая, 20 мая ?"),
        ("май (первая декада)", "первая декада мая"),
        ("апрель (31)", "! апрель"),
        ("октябрь (до 10 числа)", "с 1 октября по 10 октября ?"),
        ("октябрь (до 10.10), апрель (до 15.04)", "с 1 октября по 10 октября, с 1 апреля по 15 апреля ?"),
        ("октябрь (15), март (20)", "15 октября, 20 марта ?"),
        ("до 15 мая (25)", "! )"),
        ("15 мая (16 мая – 20 мая)", "15 мая; с 16 мая по 20 мая ?"),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(brackets, text, meant)
