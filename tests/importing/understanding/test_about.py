"""Proves that the kind of a document and whose it is are read from its words, in any case."""

from __future__ import annotations

import pytest

from roadmapc.importing.understanding.about import kind_of, municipality_in, region_in

KINDS = {
    "Дорожная карта развития методической службы": "дорожная карта",
    "План мероприятий («дорожная карта») по развитию": "план мероприятий",
    "ПЛАН РАБОТЫ школы на 2025/2026 учебный год": "план работы",
    "План-график подготовки к новому учебному году": "план-график",
    "Комплексный план по повышению качества": "комплексный план",
    "Об утверждении плана мероприятий по подготовке": "план мероприятий",
    "Программа развития воспитания": "программа",
    "Циклограмма работы методиста": "циклограмма",
    "Состав рабочей группы": "состав",
    "Комплекс мер по профилактике": "комплекс мер",
}


@pytest.mark.parametrize("title", KINDS)
def test_the_kind_is_named_by_the_title(title: str) -> None:
    """Of several the first, and of those that begin alike the longest."""
    kind, sure = kind_of(title)
    assert (kind, sure > 0.9) == (KINDS[title], True)


def test_a_kind_that_nobody_names_is_a_guess() -> None:
    """Nothing, or words that name none, are a plan that nobody is sure of."""
    assert kind_of("")[1] < 0.5
    assert kind_of("О работе с молодыми педагогами")[1] < 0.5


MUNICIPALITIES = {
    "План мероприятий Мосальского района на 2022 год": "Мосальский район",
    "Управление образования Каменского городского округа": "Каменский городской округ",
    "Администрация Северного муниципального округа": "Северный муниципальный округ",
    "Отдел образования муниципального района «Чойский район»": "Чойский район",
    "муниципального образования Ленинградский район": "Ленинградский район",
    "Управление образования города Верхняя": "город Верхняя",
    "МБУ ДО «Центр детского творчества»": "МБУ ДО «Центр детского творчества»",
    "МБОУ СОШ № 5 на 2025 год": "МБОУ СОШ № 5 на 2025 год",
    "План работы на год": "",
}


@pytest.mark.parametrize("text", MUNICIPALITIES)
def test_whose_it_is(text: str) -> None:
    """A district, an okrug, a town, a school."""
    assert municipality_in([text]) == MUNICIPALITIES[text]


def test_the_first_text_that_says_it_counts() -> None:
    assert municipality_in(["План", "Чойского района", "Мосальского района"]) == "Чойский район"


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Калужской области", "Калужская область"),
        ("в Краснодарском крае", "Краснодарский край"),
        ("Республики Дагестан", "Республика Дагестан"),
        ("Российской Федерации", ""),
    ],
)
def test_the_region_stands_in_the_nominative(text: str, region: str) -> None:
    assert region_in([text]) == region
