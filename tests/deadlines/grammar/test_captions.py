"""Proves that what stands behind a date as its name is passed over, and that nothing that could be a date is."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import captions
from tests.deadlines.meanings import hold


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("8 сентября 2022 Международный день грамотности", "8 сентября 2022 г."),
        ("май 2022: Неделя науки", "май 2022 г."),
        ("май 2022 – защита проектов", "май 2022 г. ?"),
        ("20 мая 2022 + доклад", "20 мая 2022 г. ?"),
        ("май 2022 Перенос", "май 2022 г. ?"),
        ("2017 год – 1 этап", "2017 год"),
        ("8 сентября – Декада инвалидов", "8 сентября"),
        ("май 2022, до 3 мартя", "! мартя"),
        ("май 2022 кроме субботы", "! кроме"),
        ("май 2022 – отчет до 5 июня", "! 5"),
        ("май 2022 – Dec", "! Dec"),
        ("май 2022 Октябрю", "! Октябрю"),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(captions, text, meant)
