"""Proves that numbers and bullets of lists are no days, and that a number that may be a day is asked about."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import list_marks
from tests.deadlines.meanings import hold


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1. Сентябрь\n2. Октябрь", "сентябрь, октябрь"),
        ("1) до 15 мая; 2) до 20 июня", "до 15 мая, до 20 июня"),
        ("1. 15 октября\n2. 20 ноября", "15 октября, 20 ноября"),
        ("1.2. до 15 мая", "до 15 мая"),
        ("- сентябрь\n- октябрь", "сентябрь, октябрь"),
        ("2. Октябрь", "! 2. Октябрь"),
        ("3.12. ежемесячно", "! 3.12."),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(list_marks, text, meant)
