"""Proves that what the clauses say together is one value, or is refused."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import combining
from tests.deadlines.meanings import hold


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ежемесячно, до 5 числа каждого месяца", "ежемесячно до 5 числа"),
        ("ежегодно, май", "ежегодно май"),
        ("еженедельно по пятницам", "еженедельно по пятницам"),
        ("1 раз в две недели по четвергам", "1 раз в 2 недели по четвергам"),
        ("2022 год, ежеквартально", "2022 год, ежеквартально"),
        ("2022 год: март, май", "2022 год, март, май"),
        ("весь период, май", "май ?"),
        ("ежегодно, весь период", "ежегодно ?"),
        ("2022 год и далее ежегодно", "ежегодно с 2022 года"),
        (
            "ежеквартально, до 10 числа месяца, следующего за отчетным периодом",
            "до 10 числа месяца, следующего за отчетным кварталом",
        ),
        ("май, май", "май"),
        ("ежеквартально, 5 числа", "! числа"),
        ("с 1 мая, июнь", "! с"),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(combining, text, meant)
