"""Proves which documents a promised result names, and which documents are of that kind."""

from __future__ import annotations

import pytest

from roadmapc.checks.rules._document_kinds import is_of_kind, promised_kinds


@pytest.mark.parametrize(
    ("result", "promised"),
    [
        ("Приказ", ["приказ"]),
        ("Приказ об утверждении плана и положения", ["приказ"]),
        ("Приказы ОО", ["приказы"]),
        ("Издан приказ", ["издан приказ"]),
        ("Аналитическая справка по итогам опроса", ["аналитическая справка"]),
        ("Приказ, справка", ["приказ", "справка"]),
        ("Протокол заседания; список участников", ["протокол", "список"]),
        ("Справка и приказ", ["справка", "приказ"]),
        ("План-график повышения квалификации", ["план-график", "план-график"]),
        ("Утвержденное Положение", ["утвержденное положение"]),
        ("Отчёт", ["отчет"]),
        ("Дорожная карта", ["дорожная карта"]),
        ("Перечень школ", ["перечень"]),
        ("Обучены 12 педагогов", []),
        ("Анализ приказов школ", []),
        ("Повышение качества планирования", []),
        ("Проект приказа", []),
        ("Актив школы", []),
        ("Плановые показатели достигнуты", []),
        ("Программирование роботов", []),
        ("", []),
    ],
)
def test_what_is_promised(result: str, promised: list[str]) -> None:
    """Only the head of a phrase is promised, in its own form."""
    assert [*promised_kinds(result).values()] == promised


@pytest.mark.parametrize(
    ("kind", "result", "is_one"),
    [
        ("приказ", "Приказ", True),
        ("Приказ управления образования", "Приказ", True),
        ("распоряжение", "Приказ", True),
        ("протокол", "Приказ", False),
        ("аналитическая справка", "Справка", True),
        ("справка", "Аналитическая справка", True),
        ("аналитический отчет", "Аналитическая справка", False),
        ("фотоотчёт", "Отчет", True),
        ("приказ", "План-график", True),
        ("график", "План-график", True),
        ("постановление", "Положение", True),
        ("приказ", "Справка", False),
        ("приказ", "Протокол", False),
        ("список", "Список участников", True),
        ("перечень", "Список участников", False),
    ],
)
def test_whether_a_document_is_of_that_kind(kind: str, result: str, is_one: bool) -> None:
    """An act proves what acts approve; what only shares an adjective is another kind."""
    assert any(is_of_kind(kind, stem) for stem in promised_kinds(result)) == is_one
