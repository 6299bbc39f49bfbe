"""Proves that a time and the days in it are one thing: the days; what contradicts it is refused."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import narrowing
from tests.deadlines.meanings import hold


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("октябрь, март – до 25 числа", "с 1 октября по 25 октября, с 1 марта по 25 марта ?"),
        ("октябрь, декабрь, третья среда", "третья среда октября, третья среда декабря ?"),
        ("июнь, с 1 по 15", "с 1 июня по 15 июня"),
        ("июнь, с 15 по 1", "! июнь"),
        ("июнь, 15 числа", "15 июня"),
        ("июнь, последнее число", "последний день июня"),
        ("с 1 по 5 и с 10 по 15 мая", "с 1 мая по 5 мая, с 10 мая по 15 мая"),
        ("до 5 и до 20 мая", "до 5 мая, до 20 мая"),
        ("Ноябрь-декабрь, до 20 декабря", "с 1 ноября по 20 декабря ?"),
        ("II квартал, до 15 мая", "с 1 апреля по 15 мая ?"),
        ("последняя неделя мая, до 5 мая", "! последняя"),
        ("20-й рабочий день октября, до 5 октября", "! 20-й"),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(narrowing, text, meant)
