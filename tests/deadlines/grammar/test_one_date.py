"""Proves that one date, part of a month or part of a year is read, and one that does not exist is refused."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import one_date
from tests.deadlines.meanings import hold


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("5 мая 2022 г.", "5 мая 2022 г."),
        ("05.05.2022", "5 мая 2022 г."),
        ("05.2022", "май 2022 г."),
        ("26.09.2022 (пн.)", "26 сентября 2022 г. (понедельник)"),
        ("вторник, 3 мая 2022", "3 мая 2022 г. (вторник)"),
        ("15 числа", "15 числа"),
        ("последний день месяца", "ежемесячно последний день месяца ?"),
        ("третий четверг мая", "третий четверг мая"),
        ("первая декада мая 2022", "первая декада мая 2022 г."),
        ("февраль, II декада", "вторая декада февраля"),
        ("вторая половина мая", "вторая половина мая"),
        ("вторая половина 2022 года", "II полугодие 2022 г."),
        ("IV квартал 2022 г.", "IV квартал 2022 г."),
        ("осень 2022", "осень 2022 г."),
        ("конец 2022/2023 учебного года", "конец 2022/2023 учебного года"),
        ("31.04", "! 31.04"),
        ("31 июня", "! 31"),
        ("32.13.2022", "! 32.13.2022"),
        ("6-я неделя мая", "! 6-я"),
        ("окт-25", "! окт-25"),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(one_date, text, meant)
