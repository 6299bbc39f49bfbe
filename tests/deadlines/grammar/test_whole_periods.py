"""Proves that «весь период» and its like are the whole period, or the years that are named."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import whole_periods
from tests.deadlines.meanings import hold


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("В течение всего периода", "весь период"),
        ("в период реализации программы", "весь период"),
        ("в период действия режима", "в период действия режима"),
        ("весь год 2025", "2025 год"),
        ("в течение каждого учебного года", "ежегодно"),
        ("весь отопительный период", "весь отопительный период"),
        ("на период до 1 мая", "до 1 мая"),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(whole_periods, text, meant)
