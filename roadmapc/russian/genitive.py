"""The genitive and the accusative of kinds of documents («дорожной карты», «дорожную карту»), and what agrees with it.

Only names whose head is a known noun behind adjectives are declined; of others nothing is guessed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from roadmapc.russian.agreement import approved_noun

_IRREGULAR = {
    "порядок": "порядка",
    "перечень": "перечня",
    "список": "списка",
    "изменения": "изменений",
    "правила": "правил",
    "показатели": "показателей",
    "формы": "форм",
    "мероприятия": "мероприятий",
    "рекомендации": "рекомендаций",
    "требования": "требований",
    "нормы": "норм",
    "критерии": "критериев",
}
_HUSHING = "гкхжчшщ"
_ADJECTIVES = (("ая", "ой"), ("яя", "ей"), ("ое", "ого"), ("ее", "его"), ("ый", "ого"), ("ой", "ого"), ("ые", "ых"))
_PARTICIPLES = {
    "УТВЕРЖДЕНА": "утвержденной",
    "УТВЕРЖДЕН": "утвержденного",
    "УТВЕРЖДЕНО": "утвержденного",
    "УТВЕРЖДЕНЫ": "утвержденных",
}
_ACCUSATIVE = {
    "УТВЕРЖДЕНА": "утвержденную",
    "УТВЕРЖДЕН": "утвержденный",
    "УТВЕРЖДЕНО": "утвержденное",
    "УТВЕРЖДЕНЫ": "утвержденные",
}
_WORD = re.compile(r"[А-Яа-яЁё]+")
_QUOTED = re.compile(r"(?<=[«\"(])(дорожная карта)(?=[»\")])", re.IGNORECASE)


class GenitiveName(NamedTuple):
    """A document in the genitive, and the participle that agrees with it: «утвержденной» for «карты»."""

    name: str
    approved: str


def genitive_of(name: str) -> GenitiveName | None:
    """Return a document's name in the genitive: of its head noun and the adjectives before it; None where unknown.

    What follows the noun is in a case of its own («карта развития», «план мероприятий») and stays; only a «дорожная
    карта» in quotes or brackets is declined with it.
    """
    plain = " ".join(name.split())
    found = approved_noun(plain)
    if found is None:
        return None
    words = list(_WORD.finditer(plain))
    at = next((n for n, word in enumerate(words) if word[0].casefold() == found.noun), None)
    if at is None or plain[: words[at].start()].strip() != " ".join(word[0] for word in words[:at]):
        return None
    before = [_adjective(word[0]) for word in words[:at]]
    if not all(before):
        return None
    rest = _QUOTED.sub(lambda quoted: _cased("дорожной карты", quoted[1]), plain[words[at].end() :])
    declined = " ".join([*(word for word in before if word), _cased(_noun(found.noun), words[at][0])])
    return GenitiveName(declined + rest, _PARTICIPLES[found.word])


def accusative_of(name: str) -> GenitiveName | None:
    """Return a document's name in the accusative, with its participle («утвержденную»); None where it is unknown.

    Only a feminine noun has a form of its own there: «дорожную карту», «программу», but «план», «положение».
    """
    plain = " ".join(name.split())
    found = approved_noun(plain)
    if found is None or genitive_of(plain) is None:
        return None
    if found.word != "УТВЕРЖДЕНА":
        return GenitiveName(plain, _ACCUSATIVE[found.word])
    words = list(_WORD.finditer(plain))
    at = next(n for n, word in enumerate(words) if word[0].casefold() == found.noun)
    noun = found.noun[:-1] + {"а": "у", "я": "ю"}.get(found.noun[-1], found.noun[-1])
    before = [_cased(re.sub("яя$", "юю", re.sub("ая$", "ую", word[0].casefold())), word[0]) for word in words[:at]]
    rest = _QUOTED.sub(lambda quoted: _cased("дорожную карту", quoted[1]), plain[words[at].end() :])
    return GenitiveName(" ".join([*before, _cased(noun, words[at][0])]) + rest, _ACCUSATIVE[found.word])


def _noun(noun: str) -> str:
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    stem, last = noun[:-1], noun[-1]
    if noun.endswith(("ия", "ие")):
        return stem + ("и" if last == "я" else "я")
    if last == "а":
        return stem + ("и" if stem[-1] in _HUSHING else "ы")
    if last == "ь":
        return stem + ("и" if noun == "модель" else "я")
    return noun + "а"


def _adjective(word: str) -> str | None:
    lower = word.casefold()
    if lower.endswith("ий"):
        ending = "ого" if lower[-3] in "гкх" else "его"
    elif lower.endswith("ие"):
        ending = "их"
    else:
        ending = next((genitive for nominative, genitive in _ADJECTIVES if lower.endswith(nominative)), "")
    return _cased(lower[:-2] + ending, word) if ending else None


def _cased(word: str, like: str) -> str:
    """Return a word in capitals, or with a capital, as another one has them."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
