"""Proves what «по» makes of weekdays, days, cycles and conditions."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import along
from tests.deadlines.meanings import hold


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("по средам", "еженедельно по средам"),
        ("по 5 мая", "до 5 мая ?"),
        ("по итогам года – до 31 марта следующего года", "до 31 марта года, следующего за отчетным годом"),
        ("по", "! по"),
        ("по кварталам", "ежеквартально"),
        ("по состоянию на 1 мая", "1 мая ?"),
        ("по графику: 15-20 октября", "с 15 октября по 20 октября, по графику"),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(along, text, meant)
