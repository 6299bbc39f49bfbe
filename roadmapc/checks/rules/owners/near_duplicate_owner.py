"""One owner is written in two ways.

Each spelling gets a checklist of its own, and neither holds all of the work. Put the owner into `owners:` once and name
the alias; the post or the person of an entry in words of their own are another spelling of it. Abbreviations, numbers and ranks («заместитель», «главный») must differ in nothing for two to count as one.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: Методист центра развития, result: Справка}
          - {activity: Описать опыт, deadline: июнь 2022, owners: Методисты центра развития, result: Сборник}

Good:
    …
          - {activity: Описать опыт, deadline: июнь 2022, owners: Методист центра развития, result: Сборник}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan, Row
from roadmapc.russian.normal_form import compared_form
from roadmapc.russian.stems import plain
from roadmapc.source.model import Owner

CODE = "RM304"
SEVERITY = Severity.WARNING

_ALIKE = 92
_FIXED = re.compile(
    r"\b(?:[А-ЯЁA-Z]{2,}|[А-ЯЁ](?=\.)|\d+|[Зз]ам(?:ест\w*)?|[Ии]\.? ?о|исполня\w+|главн\w+|ведущ\w+|старш\w+|младш\w+)\b"
)
_SHORTEST = 3
"""Letters of an abbreviation, with its full stop, that are too few: «М.» may be anybody."""
_TOKEN = re.compile(r"[^\W_]+\.?")


class _Known(NamedTuple):
    """An owner as written: the words, those among them that must match exactly, and where it stands first."""

    text: str
    words: str
    fixed: frozenset[str]
    row: Row


def check(plan: Plan) -> Iterator[Finding]:
    """Report each spelling that is nearly an earlier one: `build` would make a checklist for each."""
    seen: set[str] = set()
    found: list[_Known] = []
    directory = {form: alias for alias, owner in plan.owners.items() for form in _forms(owner)}
    for row in plan.rows:
        for assignee in row.assignees:
            key = f"@{assignee.alias}" if assignee.alias else compared_form(assignee.text)
            if key in seen:
                continue
            seen.add(key)
            if alias := directory.get(key):
                message = Message("“{one}” is “{alias}” of the directory: one owner?", one=assignee.text, alias=alias)
                yield Finding(row.owners_route, message, Message("write “{text}”", text=alias), row)
                continue
            one = _Known(assignee.text, plain(assignee.text), _fixed(assignee.text), row)
            near = next((other for other in found if _same(one, other)), None)
            if near:
                message = Message("“{one}” is nearly “{other}”: one owner?", one=one.text, other=near.text)
                label = (near.row.owners_route, Message("the other spelling"))
                hint = Message("put it into “owners:” once")
                yield Finding(row.owners_route, message, hint, row, labels=(label,))
            found.append(one)


def _forms(owner: Owner) -> tuple[str, ...]:
    """Return the ways in which a directory's entry may be written in words: the post, the person, both."""
    person = owner.name or ""
    words = (owner.post, person, f"{owner.post} {person}", f"{person} {owner.post}", f"{owner.post}, {person}")
    return tuple({compared_form(text) for text in words if text.strip(" ,")})


def _fixed(text: str) -> frozenset[str]:
    return frozenset("зам" if word[:3].lower() == "зам" else word for word in _FIXED.findall(text))


def _same(one: _Known, other: _Known) -> bool:
    if one.words == other.words:
        return True
    return one.fixed == other.fixed and (_abbreviates(one.text, other.text) or _alike(one.words, other.words))


def _abbreviates(one: str, other: str) -> bool:
    """Say whether two texts differ by words cut short with a full stop alone: «метод. кабинета», «зам. директоров»."""
    pairs = list(zip(_TOKEN.findall(one.lower()), _TOKEN.findall(other.lower()), strict=False))
    if len(pairs) < 2 or len(_TOKEN.findall(one)) != len(_TOKEN.findall(other)):
        return False
    return all(_fits(*pair) for pair in pairs)


def _fits(one: str, other: str) -> bool:
    plain_one, plain_other = one.rstrip("."), other.rstrip(".")
    if plain_one == plain_other:
        return True
    short, long = (one, plain_other) if one.endswith(".") else (other, plain_one)
    return short.endswith(".") and len(short) > _SHORTEST and long.startswith(short[:-1])


def _alike(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > len(one) // 8 + 2:
        return False
    from rapidfuzz import fuzz

    return fuzz.token_sort_ratio(one, other) >= _ALIKE
