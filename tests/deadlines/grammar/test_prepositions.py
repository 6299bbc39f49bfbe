"""Proves that «в», «на», «за», «в течение» lead to what stands behind them."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import prepositions
from tests.deadlines.meanings import hold


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("в мае", "май"),
        ("на май 2022", "май 2022 г."),
        ("в течение мая 2022 г.", "май 2022 г."),
        ("в период с 1 по 5 мая", "с 1 мая по 5 мая"),
        ("в период летних каникул", "летние каникулы"),
        ("на период до 1 мая", "до 1 мая"),
        ("в срок до 1 мая", "до 1 мая"),
        ("в сроки, установленные планом", "в сроки, установленные планом"),
        ("за отчетный период", "! за"),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(prepositions, text, meant)
