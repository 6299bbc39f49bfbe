"""Russian words and their forms, for rules that need the extra `spell`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from roadmapc.diagnostics import Route
from roadmapc.plan import Plan

WORD = re.compile(r"[А-ЯЁа-яё]+(?:-[А-ЯЁа-яё]+)*")


@cache
def analyzer() -> Any:
    """Return the dictionary (pymorphy3, OpenCorpora); loading it takes 0.15 s and 27 MB."""
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


@cache
def forms(word: str) -> tuple[Any, ...]:
    """Return the grammatical readings of a word."""
    return tuple(analyzer().parse(word))


@cache
def is_known(word: str) -> bool:
    """Say whether a word, or each part of a hyphened one, is in the dictionary or in the list of the field's terms."""
    lower = word.lower()
    if lower in TERMS or analyzer().word_is_known(lower) or any(lower.startswith(stem) for stem in STEMS):
        return True
    first, hyphen, rest = lower.partition("-")
    if hyphen:
        return (len(first) < 3 or first.endswith("о") or is_known(first)) and is_known(rest)
    return any(lower.startswith(prefix) and is_known(lower[len(prefix) :]) for prefix in PREFIXES)


def words(plan: Plan) -> Iterator[tuple[Route, re.Match[str]]]:
    """Return the Russian words of all printed texts."""
    yield from plan.printed_texts.find(WORD)


PREFIXES = ("обще", "разно", "много", "меж", "внутри", "само", "взаимо", "не", "сверх", "по")
STEMS = (
    "вебинар",
    "видеоконференц",
    "видеоурок",
    "гаджет",
    "дистант",
    "диссеминац",
    "квест",
    "коворкинг",
    "коучинг",
    "медиатек",
    "медиац",
    "метапредмет",
    "мессенджер",
    "мотивационн",
    "муниципалитет",
    "наставнич",
    "нейропсихолог",
    "онлайн",
    "офлайн",
    "персонализир",
    "персонифицир",
    "плейлист",
    "предпрофильн",
    "профориентац",
    "профминимум",
    "саморазвит",
    "самообследован",
    "скайп",
    "соадминистр",
    "соисполнител",
    "софинансир",
    "стажиров",
    "супервиз",
    "тьютор",
    "флешмоб",
    "форсайт",
    "хакатон",
    "цифровизац",
    "чек-лист",
    "электронно",
    "предкурсов",
    "послекурсов",
    "предконкурсн",
    "послеконкурсн",
    "профессионализац",
    "постинтернатн",
    "внеурочн",
    "метадан",
    "кванториум",
    "агитбригад",
    "педсовет",
    "педмастерск",
    "профмастерств",
    "методобъединен",
)
"""Beginnings of words of the field that the dictionary of 2022 lacks."""
TERMS = frozenset({"обж", "фгос", "впр", "гиа", "огэ", "егэ", "спо", "доу", "моу"})
