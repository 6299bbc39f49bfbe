"""Proves that the end of a line parts two statements, and that a line which goes on is one with the next."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import line_ends
from tests.deadlines.meanings import hold


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("май\nиюнь", "май, июнь"),
        ("май\n2022", "май 2022 г."),
        ("до\n15 мая", "до 15 мая"),
        ("с 15 октября\nпо 20 ноября", "с 15 октября по 20 ноября"),
        ("вторая декада\nоктября", "вторая декада октября"),
        ("последняя\nсуббота мая", "последняя суббота мая"),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(line_ends, text, meant)
