"""Nouns behind numbers: «1 день», «2 дня», «5 дней»; «из 21 мероприятия», «из 22 мероприятий». Raised figures."""

from __future__ import annotations

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Figures as the mark of a note, or the index of a number that an act has put in: for `str.translate`."""


def agreed(n: int, one: str, few: str, many: str) -> str:
    """Return the form of a noun that a number in the nominative wants."""
    if n % 10 == 1 and n % 100 != 11:
        return one
    return few if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else many


def agreed_genitive(n: int, one: str, many: str) -> str:
    """Return the form of a noun behind a number in the genitive: «21 мероприятия», «22 мероприятий»."""
    return agreed(n, one, many, many)


def working_days(n: int) -> str:
    """Return «1 рабочий день», «3 рабочих дня», «5 рабочих дней»; the number stays with its noun."""
    return f"{n}\N{NO-BREAK SPACE}{agreed(n, 'рабочий день', 'рабочих дня', 'рабочих дней')}"
