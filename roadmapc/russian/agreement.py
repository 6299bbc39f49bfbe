"""Kinds of documents and the words that agree with them (ГОСТ Р 7.0.97-2025, requisite 16)."""

from __future__ import annotations

import re
from typing import NamedTuple

_PLURAL = "УТВЕРЖДЕНЫ"
_NOUNS = {
    "УТВЕРЖДЕНА": "карта программа циклограмма концепция модель инструкция стратегия сетка"
    " схема матрица структура таблица методика номенклатура форма система",
    "УТВЕРЖДЕН": "план график порядок перечень регламент состав комплекс проект паспорт календарь"
    " список стандарт алгоритм реестр каталог маршрут сборник механизм",
    "УТВЕРЖДЕНО": "положение расписание задание",
    _PLURAL: "изменения правила показатели формы мероприятия рекомендации требования нормы критерии",
}
_FORMS = {noun: form for form, nouns in _NOUNS.items() for noun in nouns.split()}
_WORD = re.compile(r"[а-яё]+")
_BESIDE_A_PLURAL = re.compile(r"и|[а-яё]+(?:ые|[гкхжчшщ]ие)")


class ApprovedNoun(NamedTuple):
    """The noun of what is approved and the word of the гриф that agrees with it: УТВЕРЖДЕНА for «карта»."""

    noun: str
    word: str


def approved_noun(name: str, words: int | None = None) -> ApprovedNoun | None:
    """Return the first known noun of a name, among its first words if their number is given, with its гриф.

    «План мероприятий («дорожная карта»)» is a план. A plural noun counts behind adjectives alone: in «сценарий
    мероприятия» the same letters are a genitive.
    """
    plain = _WORD.findall(name.casefold())[:words]
    for at, noun in enumerate(plain):
        word = _FORMS.get(noun)
        if word and (word != _PLURAL or all(map(_BESIDE_A_PLURAL.fullmatch, plain[:at]))):
            return ApprovedNoun(noun, word)
    return None


def approval_word(kind: str) -> str | None:
    """Return УТВЕРЖДЕН, УТВЕРЖДЕНА, УТВЕРЖДЕНО or УТВЕРЖДЕНЫ for a kind of document; None where it is not known."""
    found = approved_noun(kind)
    return found.word if found else None


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


def forms_of_act(word: str) -> ActForms | None:
    """Return the cases of a word for an order that stands in any case; None for another word."""
    lower = word.lower()
    return next((forms for name, forms in _ACTS.items() if lower == name or lower in forms), None)


def act_noun(words: str) -> str | None:
    """Return the word for an order with which some words begin, in whatever case: «приказ» of «приказом управления»."""
    first = next(iter(words.lower().split()), "")
    return next((name for name, forms in _ACTS.items() if first == name or first in forms), None)


def act_named(words: str) -> str | None:
    """Return an act in the nominative, which is its accusative as well: «приказом управления» is «приказ управления».

    None where its first word is none of an act.
    """
    name = act_noun(words)
    return f"{name} {words.partition(' ')[2]}".strip() if name else None


_SEVERAL = {
    "приказ": "приказов",
    "распоряжение": "распоряжений",
    "постановление": "постановлений",
    "решение": "решений",
}


def several_acts(kind: str) -> str:
    """Return the genitive plural of a kind of act: «приказов»; of an unknown one «актов»."""
    return _SEVERAL.get(kind.lower(), "актов")


def counted(number: int, one: str, few: str, many: str) -> str:
    """Return a number tied to its noun: «1 рабочий день», «3 рабочих дня», «11 рабочих дней»."""
    tens, units = number % 100, number % 10
    if units == 1 and tens != 11:
        return f"{number}\u00a0{one}"
    return f"{number}\u00a0{few}" if units in {2, 3, 4} and tens not in {12, 13, 14} else f"{number}\u00a0{many}"
