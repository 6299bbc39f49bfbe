"""Proves that «в», «на», «за», «в течение» and «по» lead to what stands behind them."""

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
        ("В течение всего периода", "весь период"),
        ("в период реализации программы", "весь период"),
        ("в период с 1 по 5 мая", "с 1 мая по 5 мая"),
        ("в период действия режима", "в период действия режима"),
        ("в период летних каникул", "летние каникулы"),
        ("на период до 1 мая", "до 1 мая"),
        ("на 2022 год и плановый период 2023 и 2024 годов", "2022–2024 годы ?"),
        ("по средам", "еженедельно по средам"),
        ("по 5 мая", "до 5 мая ?"),
        ("по итогам года – до 31 марта следующего года", "до 31 марта года, следующего за отчетным годом"),
        ("в срок до 1 мая", "до 1 мая"),
        ("в сроки, установленные планом", "в сроки, установленные планом"),
        ("за отчетный период", "! за"),
        ("по", "! по"),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(prepositions, text, meant)
