"""Proves that how often is counted, and that a count that says nothing is refused."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import rhythms
from tests.deadlines.meanings import hold


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ежемесячно", "ежемесячно"),
        ("1 раз в квартал", "ежеквартально"),
        ("не реже 2 раз в год", "2 раза в год"),
        ("дважды в год", "2 раза в год"),
        ("один раз в два года", "1 раз в 2 года"),
        ("1 раз в 2 квартала", "1 раз в 2 квартала"),
        ("1 раз в 3 недели", "1 раз в 3 недели"),
        ("3 раза в 2 года", "! 2"),
        ("раз в неделю", "еженедельно"),
        ("раз в четверть", "1 раз в четверть"),
        ("по понедельникам и четвергам", "еженедельно по понедельникам и четвергам"),
        ("вторник, четверг", "еженедельно по вторникам и четвергам ?"),
        ("не чаще 1 раза в год", "! не"),
        ("1-2 раза в год", "! 1"),
        ("раз раз в год", "! раз"),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(rhythms, text, meant)
