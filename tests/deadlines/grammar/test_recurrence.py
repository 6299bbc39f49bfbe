"""Proves that «каждый» and words behind a day make it recur, or count it from a reporting cycle."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import recurrence
from tests.deadlines.meanings import hold


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("каждую среду", "еженедельно по средам"),
        ("каждый третий четверг месяца", "ежемесячно третий четверг"),
        ("каждые 3 месяца", "1 раз в 3 месяца"),
        ("каждое 5 число", "ежемесячно 5 числа"),
        ("каждый май", "ежегодно май"),
        ("каждого года", "ежегодно"),
        ("до 25 числа каждого месяца", "ежемесячно до 25 числа"),
        ("до 20 числа последнего месяца квартала", "до 20 числа последнего месяца каждого квартала"),
        (
            "до 15 числа месяца, следующего за отчетным кварталом",
            "до 15 числа месяца, следующего за отчетным кварталом",
        ),
        ("до 1 марта года, следующего за отчетным", "до 1 марта года, следующего за отчетным годом"),
        ("до 15 июля (за I полугодие отчетного года)", "до 15 июля (за I полугодие отчетного года)"),
        ("каждый", "! каждый"),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(recurrence, text, meant)
