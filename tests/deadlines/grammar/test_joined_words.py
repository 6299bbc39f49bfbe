"""Proves that two words that say one thing are read as one."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import joined_words
from tests.deadlines.meanings import hold


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("двадцать пятого мая", "25 мая"),
        ("до тридцать первого мая", "до 31 мая"),
        ("тридцать второе мая", "! тридцать второе"),
        ("последний рабочий день мая", "последний рабочий день мая"),
        ("до 5 октя-\nбря", "до 5 октября"),
        ("ежеме-\nсячно", "ежемесячно"),
        ("май-\nиюнь", "с 1 мая по 30 июня"),
        ("первый рабочий день каждого месяца", "ежемесячно первый рабочий день"),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(joined_words, text, meant)
