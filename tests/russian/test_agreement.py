"""Proves that the word of the гриф agrees with what is approved, and that orders are put into their cases."""

from __future__ import annotations

import pytest

from roadmapc.russian.agreement import ApprovedNoun, act_forms, approval_word, approved_noun, counted


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("дорожная карта", "УТВЕРЖДЕНА"),
        ("«Дорожная карта»", "УТВЕРЖДЕНА"),
        ("план мероприятий («дорожная карта»)", "УТВЕРЖДЕН"),
        ("Комплекс мер", "УТВЕРЖДЕН"),
        ("Программа", "УТВЕРЖДЕНА"),
        ("изменения", "УТВЕРЖДЕНЫ"),
        ("нечто", None),
        ("паспорт проекта", "УТВЕРЖДЕН"),
        ("Должностная инструкция", "УТВЕРЖДЕНА"),
        ("стратегия", "УТВЕРЖДЕНА"),
        ("положение", "УТВЕРЖДЕНО"),
        ("Методические рекомендации", "УТВЕРЖДЕНЫ"),
        ("основные и целевые показатели", "УТВЕРЖДЕНЫ"),
        ("мероприятия", "УТВЕРЖДЕНЫ"),
        ("изменения, которые вносятся в план", "УТВЕРЖДЕНЫ"),
        ("сценарий мероприятия", None),
        ("описание формы", None),
        ("план-график", "УТВЕРЖДЕН"),
        ("бумага", None),
        ("", None),
    ],
)
def test_the_word_agrees_with_the_kind(kind: str, word: str | None) -> None:
    """The first noun that can be the head decides, whatever its case, quotes and brackets."""
    assert approval_word(kind) == word


def test_a_name_is_known_by_its_first_words() -> None:
    """Further words of a long name are others' business."""
    assert approved_noun("О развитии школ: план", words=3) is None
    assert approved_noun("Примерная дорожная карта района", words=3) == ApprovedNoun("карта", "УТВЕРЖДЕНА")


@pytest.mark.parametrize(
    ("name", "instrumental"), [("Распоряжение", "распоряжением"), (None, "приказом"), ("Акт", "приказом")]
)
def test_cases_of_an_order(name: str | None, instrumental: str) -> None:
    """Known names have their cases; any other is taken for an order."""
    assert act_forms(name).instrumental == instrumental


def test_cases_of_the_act() -> None:
    """The order's name is declined; an unknown one is taken for «приказ»."""
    assert act_forms("РАСПОРЯЖЕНИЕ").dative == "распоряжению"
    assert act_forms("Постановление администрации").instrumental == "постановлением"
    assert act_forms(None).genitive == act_forms("УКАЗ").genitive == "приказа"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "дней"),
        (1, "день"),
        (2, "дня"),
        (4, "дня"),
        (5, "дней"),
        (11, "дней"),
        (12, "дней"),
        (21, "день"),
        (114, "дней"),
    ],
)
def test_a_number_with_its_noun(number: int, words: str) -> None:
    """The teens are as many as five, whatever hundreds go before."""
    assert counted(number, "день", "дня", "дней") == f"{number}\u00a0{words}"
