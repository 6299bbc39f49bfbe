"""Kinds of documents: those that a promised result names, and whether a proof is one of them."""

from __future__ import annotations

import re

from roadmapc.russian.normal_form import searched_form

_ACTS = ("приказ", "распоряжени", "постановлени")
_APPROVED = frozenset(
    {"план", "график", "положени", "программ", "спис", "переч", "реестр", "концепци", "карт", "регламент"}
)
"""What acts approve: the act proves them as well."""
_HEADS = {
    **{stem: stem + r"(?:ы|[ея])?" for stem in _ACTS},
    **{stem: stem + "ы?" for stem in ("план", "график", "протокол", "отчет", "договор", "реестр", "регламент", "акт")},
    "программ": "программ[аы]",
    "справк": "справк[аи]",
    "положени": "положени[ея]",
    "соглашени": "соглашени[ея]",
    "концепци": "концепци[яи]",
    "спис": "спис(?:ок|ки)",
    "переч": "переч(?:ень|ни)",
    "письм": "письм[оа]",
    "карт": "дорожн(?:ая карта|ые карты)",
}
"""Kinds of documents by what all forms of the word have in common; the word at the head of a phrase."""
_ADJECTIVES = r"(?:[а-я-]{1,30}(?:ый|ий|ой|ая|яя|ое|ее|ые|ие) ){0,3}"
_MADE = r"(?:(?:издан|утвержден|принят|подготовлен|составлен|оформлен|разработан|заключен)[аоы]? )?"
_LONGEST = 1_000
"""Characters that are read: some kinds of documents are meant."""
_PHRASE = re.compile(r"[,;/\n]|\.(?:\s|$)")
_AND = re.compile(r" (?:и|или) ")
_PROMISED = {
    stem: re.compile(rf"{_MADE}{_ADJECTIVES}(?:[а-я]{{1,30}}-)?{head}(?:-[а-я]{{1,30}})?(?![а-я-])")
    for stem, head in _HEADS.items()
}


def promised_kinds(result: str) -> dict[str, str]:
    """Return the kinds of documents that a promised result names, each with the words that do.

    Only what a phrase begins with is promised: «Приказ об утверждении плана и положения» is an order alone.
    """
    found: dict[str, str] = {}
    for phrase in _PHRASE.split(result[:_LONGEST]):
        plain = " ".join(searched_form(phrase).split())
        while heads := [(stem, match) for stem, one in _PROMISED.items() if (match := one.match(plain))]:
            for stem, match in heads:
                found.setdefault(stem, match[0])
            rest = plain[max(match.end() for _stem, match in heads) :]
            plain = rest[link.end() :] if (link := _AND.match(rest)) else ""
    return found


def is_of_kind(kind: str, promised: str) -> bool:
    """Say whether a document is of a promised kind, or is the act by which such a document is approved."""
    words = searched_form(kind)
    if promised in words:
        return True
    return promised in _APPROVED.union(_ACTS) and any(act in words for act in _ACTS)
