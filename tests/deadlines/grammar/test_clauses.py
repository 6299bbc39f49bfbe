"""Proves that lists of dates and «до …», «не позднее …» are read as people mean them."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import clauses
from tests.deadlines.meanings import hold


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("до 30 сентября", "до 30 сентября"),
        ("не позднее, чем 15 мая 2022", "до 15 мая 2022 г."),
        ("до конца I квартала", "до конца I квартала"),
        ("до конца мая", "до конца мая"),
        ("до середины мая", "до середины мая"),
        ("15 мая 25 мая", "! 25"),
        ("до 2 недель", "! 2"),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(clauses, text, meant)
