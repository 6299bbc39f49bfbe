"""Proves that a wording is read part by part only where the parts are alike and none needs another one."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import separate_deadlines
from tests.deadlines.meanings import hold


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2024 год: до 21 июля; 2025 год: до 15 сентября", "до 21 июля 2024 г., до 15 сентября 2025 г."),
        ("2024 г. - май, июнь, 2025 г. - июнь", "май 2024 г., июнь 2024 г., июнь 2025 г."),
        ("2024 г. (май), 2025 г. (до 5 июня)", "май 2024 г.; до 5 июня 2025 г."),
        (
            "2024: с 1 по 5 мая\n2025: с 2 по 6 мая",
            "с 1 мая 2024 г. по 5 мая 2024 г., со 2 мая 2025 г. по 6 мая 2025 г.",
        ),
        (
            "2 квартал, не позднее 19 июня\n4 квартал, не позднее 24 декабря",
            "с 1 апреля по 19 июня, с 1 октября по 24 декабря ?",
        ),
        ("сентябрь до 28 числа, октябрь до 17 числа", "с 1 сентября по 28 сентября, с 1 октября по 17 октября ?"),
        ("ОУ – до 2 июля\nУО – до 20 декабря", "до 2 июля, до 20 декабря ?"),
        ("9 класс – до 5 мая; 11 класс – до 6 мая", "! 9 класс – до 5 мая; 11 класс – до 6 мая"),
        ("с 10 мая; по 15 мая", "! с"),
        ("II квартал\nдо 15 мая\nIII квартал\nдо 15 августа", "! II"),
        ("2024 г.: ежеквартально; 2025 г.: май", "! 2024 г.: ежеквартально; 2025 г.: май"),
        ("октябрь, март 2025", "! 2025"),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(separate_deadlines, text, meant)
