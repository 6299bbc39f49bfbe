"""Proves that kinds of documents are declined as official texts decline them, and that nothing is guessed."""

from __future__ import annotations

import pytest

from roadmapc.russian.agreement import _FORMS
from roadmapc.russian.genitive import GenitiveName, genitive_of


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("дорожная карта", ("дорожной карты", "утвержденной")),
        ("Дорожная карта развития школ на 2022 год", ("Дорожной карты развития школ на 2022 год", "утвержденной")),
        ("План мероприятий («дорожная карта»)", ("Плана мероприятий («дорожной карты»)", "утвержденного")),
        ("ПЛАН МЕРОПРИЯТИЙ", ("ПЛАНА МЕРОПРИЯТИЙ", "утвержденного")),
        ("муниципальная программа", ("муниципальной программы", "утвержденной")),
        ("комплексный план", ("комплексного плана", "утвержденного")),
        ("порядок", ("порядка", "утвержденного")),
        ("положение о службе", ("положения о службе", "утвержденного")),
        ("методические рекомендации", ("методических рекомендаций", "утвержденных")),
        ("Концепция", ("Концепции", "утвержденной")),
        ("модель", ("модели", "утвержденной")),
    ],
)
def test_a_known_noun(name: str, expected: tuple[str, str]) -> None:
    """With the adjectives before it and the participle that agrees; what follows it stays."""
    assert genitive_of(name) == GenitiveName(*expected)


@pytest.mark.parametrize("name", ["по развитию и сопровождению", "Документ", "", "О плане", "сценарий карты"])
def test_nothing_is_guessed(name: str) -> None:
    """Where the noun is not known, or other words than adjectives stand before it."""
    assert genitive_of(name) is None


def test_every_known_noun_has_one() -> None:
    """Whatever a гриф agrees with can be declined."""
    assert [noun for noun in _FORMS if genitive_of(noun) is None] == []
