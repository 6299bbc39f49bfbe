"""Numbers written in words, as legal texts repeat them in brackets: «10 (десятого)», «25 (двадцать пятого)»."""

from __future__ import annotations

from collections.abc import Sequence

_BEGINNINGS: tuple[tuple[str, int], ...] = (
    *(("одиннадцат", 11), ("двенадцат", 12), ("тринадцат", 13), ("четырнадцат", 14), ("пятнадцат", 15)),
    *(("шестнадцат", 16), ("семнадцат", 17), ("восемнадцат", 18), ("девятнадцат", 19), ("двадцат", 20)),
    *(("тридцат", 30), ("сорок", 40), ("пятьдесят", 50), ("пятидесят", 50), ("шестьдесят", 60), ("шестидесят", 60)),
    *(("семьдесят", 70), ("семидесят", 70), ("девяност", 90), ("перв", 1), ("один", 1), ("одн", 1), ("втор", 2)),
    *(("дв", 2), ("трет", 3), ("тре", 3), ("три", 3), ("четыр", 4), ("четверт", 4), ("пят", 5), ("шест", 6)),
    *(("седьм", 7), ("сем", 7), ("восьм", 8), ("восем", 8), ("девят", 9), ("десят", 10)),
)
"""How the words of a number begin, longer ones before those that they begin with."""
_WEEKDAYS = ("вторник", "четверг", "пятниц", "пятн")
"""Days of the week that begin as numbers do."""
_LONGEST = 2
"""Words of a number below a hundred."""


def number_in_words(words: Sequence[str]) -> int | None:
    """Return the number below a hundred that words say, in any case, cardinal or ordinal; None for other words."""
    if not 0 < len(words) <= _LONGEST:
        return None
    parts = [_value(word.lower().replace("ё", "е")) for word in words]
    if None in parts:
        return None
    return sum(part for part in parts if part)


def _value(word: str) -> int | None:
    if word.startswith(_WEEKDAYS):
        return None
    return next((value for beginning, value in _BEGINNINGS if word.startswith(beginning)), None)
