"""Names with initials at the end of a line: a person's name stays whole, two persons may be parted.

Which initials go with which name is told by the whole chain of names between other words or commas: in «Иванов И.И.
Петров П.П.» the initials stand behind, in «И.И. Иванов П.П. Петров» before.
"""

from __future__ import annotations

import re

_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*"
_INITIALS = r"[А-ЯЁ]\.(?:[ \u00a0]?[А-ЯЁ]\.)*"
_CHAIN = re.compile(
    rf"(?<![\w.-])(?:{_SURNAME}[ \u00a0]){{0,4}}{_INITIALS}(?:[ \u00a0](?:{_INITIALS}|{_SURNAME}(?![\w-])))*"
)
_TOKEN = re.compile(rf"{_INITIALS}|{_SURNAME}")
_LIKE_A_SURNAME = re.compile(r"(?:[оеё]в|[оеё]ва|[иы]н|[иы]на|ск(?:ий|ая|ой)|енко|чук|юк|ян|дзе|швили|ых|их)$")


def persons_tied(text: str) -> str:
    """Return the text with no-break spaces between initials and the name that they belong to; nothing else changes."""
    return _CHAIN.sub(lambda match: _tied(match[0]), text)


def _tied(chain: str) -> str:
    tokens = list(_TOKEN.finditer(chain))
    are_initials = [match[0].endswith(".") for match in tokens]
    behind = _stand_behind([match[0] for match in tokens], are_initials)
    parts = []
    for at, match in enumerate(tokens):
        parts.append(match[0].replace(" ", "\u00a0"))
        gap = chain[match.end() : tokens[at + 1].start()] if at + 1 < len(tokens) else ""
        parts.append("\u00a0" if gap == " " and _belong(are_initials, at, behind) else gap)
    return "".join(parts)


def _belong(are_initials: list[bool], at: int, behind: bool | None) -> bool:
    """Tell whether a token and the next one are of one person; initials that have one neighbour are that one's."""
    first, second = are_initials[at], are_initials[at + 1]
    if first == second:
        return False
    if behind is None:
        return True
    if second:
        return behind or at + 2 == len(are_initials) or are_initials[at + 2]
    return not behind or at == 0 or are_initials[at - 1]


def _stand_behind(words: list[str], are_initials: list[bool]) -> bool | None:
    """Tell whether initials stand behind the names, or before them; None where one person's may do either."""
    if are_initials[0] != are_initials[-1]:
        return are_initials[-1]
    if are_initials.count(True) == 1:
        return None
    before = sum(_is_surname(words, are_initials, at - 1) for at, is_one in enumerate(are_initials) if is_one)
    after = sum(_is_surname(words, are_initials, at + 1) for at, is_one in enumerate(are_initials) if is_one)
    return before >= after


def _is_surname(words: list[str], are_initials: list[bool], at: int) -> bool:
    return 0 <= at < len(words) and not are_initials[at] and bool(_LIKE_A_SURNAME.search(words[at]))
