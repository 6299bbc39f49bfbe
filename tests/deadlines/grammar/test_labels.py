"""Proves that labels before a deadline are passed over, and nothing that is a deadline itself."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import labels
from tests.deadlines.meanings import hold


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("II этап – до 15 апреля 2023", "до 15 апреля 2023 г."),
        ("1 период – январь 2022", "январь 2022 г."),
        ("срок: май 2022", "май 2022 г."),
        ("Осенние каникулы – с 28.10 по 05.11", "с 28 октября по 5 ноября"),
        ("осенние каникулы", "осенние каникулы"),
        ("III четверть – с 10.01 по 20.03", "с 10 января по 20 марта"),
        ("III четверть", "III четверть"),
        ("Первый этап – школьный (январь–март 2018 года)", "с 1 января 2018 г. по 31 марта 2018 г."),
        ("Дополнительные каникулы: с 10.02.2022 по 18.02.2022", "с 10 февраля 2022 г. по 18 февраля 2022 г. ?"),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(labels, text, meant)
