"""Proves that conditions and events keep their words, and a date beside them is still a date."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import conditions
from tests.deadlines.meanings import hold


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("на постоянной основе", "весь период"),
        ("круглый год", "весь период"),
        ("По графику УО", "По графику УО"),
        ("при наличии средств", "при наличии средств"),
        ("в рамках проекта, до 1 мая 2022", "до 1 мая 2022 г., в рамках проекта"),
        ("по приказу от 12.05.2022 № 15", "по приказу от 12.05.2022 № 15"),
        ("в течение 10 дней после утверждения", "в течение 10 дней после утверждения"),
        ("за 5 дней до начала", "за 5 дней до начала"),
        ("в 10-дневный срок", "в 10-дневный срок"),
        ("после 1 мая", "после 1 мая ?"),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(conditions, text, meant)
