"""Kinds of documents and the words that agree with them (ГОСТ Р 7.0.97-2025, requisite 16)."""

from __future__ import annotations

from typing import NamedTuple

_FEMININE = ("карта", "программа", "циклограмма", "концепция", "модель", "инструкция", "стратегия")
_MASCULINE = ("план", "график", "порядок", "перечень", "регламент", "состав", "комплекс", "проект", "паспорт")
_NEUTER = ("положение",)
_PLURAL = ("изменения", "правила", "показатели", "формы", "мероприятия", "рекомендации")


def approval_word(kind: str) -> str | None:
    """Return УТВЕРЖДЕН, УТВЕРЖДЕНА, УТВЕРЖДЕНО or УТВЕРЖДЕНЫ for the head noun of a kind; None where it is not known.

    The head noun is the first known one: «план мероприятий («дорожная карта»)» is masculine.
    """
    for word in kind.lower().replace("«", " ").replace("(", " ").split():
        plain = word.strip("»),.;:")
        for nouns, form in (
            (_FEMININE, "УТВЕРЖДЕНА"),
            (_MASCULINE, "УТВЕРЖДЕН"),
            (_NEUTER, "УТВЕРЖДЕНО"),
            (_PLURAL, "УТВЕРЖДЕНЫ"),
        ):
            if plain in nouns:
                return form
    return None


class ActForms(NamedTuple):
    """Cases of the word for an order: «приказа», «приказу», «приказом»."""

    genitive: str
    dative: str
    instrumental: str


_ACTS = {
    "приказ": ActForms("приказа", "приказу", "приказом"),
    "распоряжение": ActForms("распоряжения", "распоряжению", "распоряжением"),
    "постановление": ActForms("постановления", "постановлению", "постановлением"),
    "решение": ActForms("решения", "решению", "решением"),
}


ACT_FORMS = frozenset(form for forms in _ACTS.values() for form in forms)
"""All cases of all words for an order."""


def act_forms(name: str | None) -> ActForms:
    """Return the cases of an order's name («ПРИКАЗ», «Распоряжение»); those of «приказ» where it is another."""
    words = (name or "").lower().split()
    return _ACTS.get(words[0] if words else "", _ACTS["приказ"])
