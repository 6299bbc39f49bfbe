"""Proves that «до», «с … по», «не ранее» and years before dates are read as people mean them."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import clauses
from tests.deadlines.meanings import hold


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("до 30 сентября", "до 30 сентября"),
        ("не позднее, чем 15 мая 2022", "до 15 мая 2022 г."),
        ("до конца I квартала", "до конца I квартала"),
        ("до конца мая", "до конца мая"),
        ("до середины мая", "до середины мая"),
        ("не ранее 1 сентября и не позднее 15 октября", "с 1 сентября по 15 октября"),
        ("не ранее 1 сентября", "с 1 сентября"),
        ("с 27 апреля по 1 мая 2022 года", "с 27 апреля 2022 г. по 1 мая 2022 г."),
        ("с 01.11 до 10.11.2022", "с 1 ноября 2022 г. по 10 ноября 2022 г."),
        ("начиная с мая 2022", "с мая 2022 г."),
        ("2022-2023 гг. август, октябрь", "2022–2023 годы, август, октябрь"),
        ("2021-2022, 2023-2024", "! 2024"),
        ("15 мая 25 мая", "! 25"),
        ("до 2 недель", "! 2"),
        ("не май", "! не"),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(clauses, text, meant)
