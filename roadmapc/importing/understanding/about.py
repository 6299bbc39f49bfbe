"""What document it is and whose: kind, municipality, region, from its title and the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from roadmapc.russian.agreement import approved_noun

_KINDS = (
    "дорожная карта", "план мероприятий", "план-график", "план работы", "календарный план", "комплексный план",
    "план действий", "комплекс мер", "комплекс мероприятий", "программа", "циклограмма", "график", "перечень", "план",
    "состав", "положение", "порядок", "расписание", "список", "календарь",
)  # fmt: skip
_GENITIVES = (
    ("плана", "план"), ("план[ао]-графика", "план-график"), ("комплексного плана", "комплексный план"),
    ("календарного плана", "календарный план"), ("дорожной карты", "дорожная карта"), ("программы", "программа"),
    ("комплекса", "комплекс"), ("графика", "график"), ("циклограммы", "циклограмма"), ("перечня", "перечень"),
    ("состава", "состав"), ("положения", "положение"), ("порядка", "порядок"), ("расписания", "расписание"),
)  # fmt: skip
_ADJECTIVE = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?ск"
_AREAS = (
    (
        re.compile(rf"({_ADJECTIVE})(?:ий|ого|ому|ом|им)\s+(?:(муниципальн|городск)\w+\s+)?(район|округ)\w*"),
        "{0}ий {1}{2}",
    ),
    (
        re.compile(r"((?:Лес|Степ|Озер|Реч|Мор)н)(?:ой|ого|ому|ом|ым)\s+(?:(муниципальн|городск)\w+\s+)?(район|округ)\w*"),
        "{0}ой {1}{2}",
    ),
    (
        re.compile(r"([А-ЯЁ][а-яё]+н)(?:ый|ого|ому|ом|ым)\s+(?:(муниципальн|городск)\w+\s+)?(район|округ)\w*"),
        "{0}ый {1}{2}",
    ),
    (re.compile(r"(?:муниципальн\w+\s+(?:образовани|район|округ)\w*|МО|МР|ГО)\s+«[^»]+»"), ""),
    (re.compile(r"муниципальн\w+\s+образовани\w+\s+([А-ЯЁ][а-яё-]+(?:\s[а-яё]+)?)"), "муниципальное образование {0}"),
    (re.compile(r"город(?:а|е|у|ом)?\s+([А-ЯЁ][а-яё-]+)"), "город {0}"),
    (re.compile(r"\b[А-ЯЁ]{2,6}У\s+(?:ДО\s+|СОШ\s+)?«[^»]{3,120}»"), ""),
    (re.compile(r"\b(?:МБОУ|МОУ|МАОУ|МКОУ|ГБОУ|МБДОУ|МДОУ|МАДОУ)\s+[«\"]?[^,.\n]{3,60}"), ""),
)  # fmt: skip
_REGION = re.compile(
    rf"({_ADJECTIVE}(?:ая|ой|ую)\s+област[а-я]+|{_ADJECTIVE}(?:ий|ого|ому|ом)\s+кра[а-я]+|Республик[а-я]\s+[А-ЯЁ][а-яё]+)"
)
_MIDDLE = {"муниципальн": "муниципальный ", "городск": "городской ", "": ""}


def kind_of(title: str) -> tuple[str, float]:
    """Return the kind of document that a title names, in the nominative, and how sure it is."""
    plain = " ".join(re.sub(r"[«»\"()]", " ", title.casefold()).split())
    for genitive, nominative in _GENITIVES:  # «Об утверждении плана мероприятий»
        plain = re.sub(rf"(?<=^об утверждении ){genitive}\b", nominative, plain)
    found = [(plain.find(kind), -len(kind), kind) for kind in _KINDS if re.search(rf"\b{kind}\b", plain)]
    if found:
        return min(found)[2], 0.95
    noun = approved_noun(plain)
    return (noun.noun, 0.6) if noun else ("план", 0.2)


def municipality_in(texts: Iterable[str]) -> str:
    """Return whose plan it is, «» where no text says so."""
    for text in texts:
        plain = " ".join(text.split())
        for pattern, form in _AREAS:
            match = pattern.search(plain)
            if match:
                groups = [_MIDDLE.get(group or "", group or "") for group in match.groups()]
                return form.format(*groups) if form else match[0].strip(' «"')
    return ""


def region_in(texts: Iterable[str]) -> str:
    """Return the region that texts name, in the nominative, «» where none does."""
    for text in texts:
        match = _REGION.search(" ".join(text.split()))
        if match:
            return _nominative(match[0])
    return ""


def _nominative(region: str) -> str:
    region = re.sub(r"ск(?:ой|ую)\s+област\w*", "ская область", region)
    region = re.sub(r"ск(?:ого|ому|ом)\s+кра\w*", "ский край", region)
    return re.sub(r"^Республик[а-я]", "Республика", region)
