"""Proves that ranges in words, and bounds on both sides, are read as people mean them."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import since
from tests.deadlines.meanings import hold


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("не ранее 1 сентября и не позднее 15 октября", "с 1 сентября по 15 октября"),
        ("не ранее 1 сентября", "с 1 сентября"),
        ("с 27 апреля по 1 мая 2022 года", "с 27 апреля 2022 г. по 1 мая 2022 г."),
        ("с 01.11 до 10.11.2022", "с 1 ноября 2022 г. по 10 ноября 2022 г."),
        ("начиная с мая 2022", "с мая 2022 г."),
        ("не май", "! не"),
        ("с сентября до декабря", "с 1 сентября по 31 декабря ?"),
        ("с 2024-2025 по 2025-2026 учебный год", "! 2025"),
        ("с 2021 года по май 2022", "! 2022"),
        ("до 5 числа каждого месяца с октября по май", "ежемесячно до 5 числа, с 1 октября по 31 мая"),
        ("с 2021 до 2024 года", "2021–2024 годы ?"),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(since, text, meant)
