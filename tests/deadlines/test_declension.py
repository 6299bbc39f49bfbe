"""Proves that parts of the calendar are declined as Russian declines them, each in its own words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from roadmapc.deadlines.declension import ACCUSATIVE, GENITIVE, NOMINATIVE, part_text
from roadmapc.deadlines.values import LAST, Day, Month, MonthPart, NthWeekday, Year, YearEdge, YearPart
from tests.deadlines.strategies import calendar_parts


@pytest.mark.parametrize(
    ("part", "forms"),
    [
        (Day(5, 5, 2022), ("5 мая 2022 г.", "5 мая 2022 г.", "5 мая 2022 г.")),
        (Day(5), ("5 числа", "5 числа", "5 числа")),
        (Day(LAST, 5), ("последний день мая", "последнего дня мая", "последний день мая")),
        (Day(2, 5, weekday=0), ("2 мая (понедельник)",) * 3),
        (Month(5), ("май", "мая", "май")),
        (Month(3, 2022), ("март 2022 г.", "марта 2022 г.", "март 2022 г.")),
        (MonthPart("ten_days", 1, 5), ("первая декада мая", "первой декады мая", "первую декаду мая")),
        (MonthPart("week", LAST), ("последняя неделя", "последней недели", "последнюю неделю")),
        (MonthPart("middle", 1, 5), ("середина мая", "середины мая", "середину мая")),
        (NthWeekday(3, 3, 5), ("третий четверг мая", "третьего четверга мая", "третий четверг мая")),
        (NthWeekday(LAST, 2), ("последняя среда", "последней среды", "последнюю среду")),
        (NthWeekday(1, 6), ("первое воскресенье", "первого воскресенья", "первое воскресенье")),
        (YearPart("quarter", 4), ("IV квартал", "IV квартала", "IV квартал")),
        (YearPart("season", 1), ("зима", "зимы", "зиму")),
        (YearPart("school_break", 4), ("летние каникулы", "летних каникул", "летние каникулы")),
        (Year(2022), ("2022 год", "2022 года", "2022 год")),
        (Year(2022, school=True), ("2022/2023 учебный год", "2022/2023 учебного года", "2022/2023 учебный год")),
        (YearEdge("end"), ("конец года", "конца года", "конец года")),
        (YearEdge("start", school=True), ("начало учебного года", "начала учебного года", "начало учебного года")),
    ],
)
def test_cases(part: Any, forms: tuple[str, ...]) -> None:
    """Nominative («май»), genitive («до мая»), accusative («по май»)."""
    assert tuple(part_text(part, case) for case in (NOMINATIVE, GENITIVE, ACCUSATIVE)) == forms


@given(calendar_parts)
def test_words_are_plain(part: Any) -> None:
    """No word is lost or doubled, and the year is named exactly where the part has one."""
    for case in (NOMINATIVE, GENITIVE, ACCUSATIVE):
        text = part_text(part, case)
        assert text == " ".join(text.split())
        assert "None" not in text
        assert (str(part.year) in text) == (part.year is not None)
