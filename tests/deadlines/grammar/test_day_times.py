"""Proves that a time of day beside a date is passed over, and is never a day itself."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import day_times
from tests.deadlines.meanings import hold


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("15 мая в 16:00", "15 мая"),
        ("15 мая 2022 г. в 10.12", "15 мая 2022 г."),
        ("15 мая с 9 до 18 часов", "15 мая"),
        ("15 мая, 14.00–14.10", "15 мая"),
        ("до 10 ч. 00 мин. 15 мая", "до 15 мая"),
        ("14.30 15.05.2022", "15 мая 2022 г."),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(day_times, text, meant)
