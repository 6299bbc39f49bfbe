"""Proves in which words a value is said. That they read back as the value itself, `test_properties` proves for all."""

from __future__ import annotations

import pytest

from roadmapc.deadlines import parse
from roadmapc.deadlines.values import At, Day, Deadline, Every, From, FromTo, Month, Report, Until, Year, YearPart
from roadmapc.deadlines.wording import wording

MAY, JUNE = Month(5), Month(6)


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        (Deadline((At(MAY),)), "май"),
        (Deadline((At(MAY), At(Month(6, 2022)))), "май; июнь 2022 г."),
        (Deadline((At(MAY), At(JUNE))), "май, июнь"),
        (Deadline((Until(YearPart("quarter", 1)),)), "до конца I квартала"),
        (Deadline((FromTo(Day(2, 5), Day(5, 5)),)), "со 2 мая по 5 мая"),
        (Deadline((From(MAY),)), "с мая"),
        (Deadline((At(MAY),), yearly=True), "ежегодно май"),
        (Deadline((At(MAY),), frame=(2022, 2022)), "2022 год, май"),
        (Deadline(frame=(2021, 2024)), "2021–2024 годы"),
        (
            Deadline((Every("month"),), frame=(2021, 2022), condition="по графику"),
            "2021–2022 годы, ежемесячно; по графику",
        ),
        (Deadline(whole=True), "весь период"),
        (Deadline(condition="по графику"), "по графику"),
        (Deadline(event="после мая"), "после мая"),
        (Deadline((Every("year", times=2),)), "2 раза в год"),
        (Deadline((Every("week", step=2, weekdays=(0, 3)),)), "1 раз в 2 недели по понедельникам и четвергам"),
        (Deadline((Every("month", step=5),)), "1 раз в 5 месяцев"),
        (Deadline((Every("month", items=(Until(Day(25)),)),)), "ежемесячно до 25 числа"),
        (Deadline((At(MAY), At(JUNE)), yearly=True), "ежегодно май, июнь"),
        (Deadline((Report("quarter", Until(Day(10))),)), "до 10 числа месяца, следующего за отчетным кварталом"),
        (Deadline((At(Year(2022, school=True)),)), "2022/2023 учебный год"),
    ],
)
def test_words(deadline: Deadline, words: str) -> None:
    """Every kind of value has one wording, and it reads back."""
    assert wording(deadline) == words
    assert deadline.event or deadline.condition or parse(words) == deadline
