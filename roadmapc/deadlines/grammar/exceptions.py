"""Reads the months in which something does not recur: «ежемесячно, кроме июля и августа». No other exception is read.

Days that were taken away would be printed nowhere; months that remain are named in the canonical words.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from roadmapc.deadlines.grammar.captions import EXCEPTION
from roadmapc.deadlines.grammar.carried_over import from_to
from roadmapc.deadlines.grammar.cursor import Cursor
from roadmapc.deadlines.grammar.statement import Statement
from roadmapc.deadlines.grammar.stretches import SEASONS
from roadmapc.deadlines.grammar.vocabulary import Kind
from roadmapc.deadlines.values import At, Dated, Month, needs_month, parts_of

_WORDS = {"кроме", "исключая"}
_HEADS = {*_WORDS, "исключением"}
_BETWEEN: frozenset[Kind] = frozenset({"COMMA", "AND"})
_BEHIND: frozenset[Kind] = frozenset({"END", "RPAR", "COMMA", "SEMI"})
_UNITS = {"month", "week", "ten_days"}


def sees_months_excepted(cursor: Cursor) -> bool:
    """Say whether «кроме июля», «за исключением летних месяцев» stands here."""
    ahead = _first(cursor)
    if not ahead:
        return False
    named = cursor.peek(ahead).kind
    return named == "MONTH" or (named == "SEASONAL" and cursor.sees_unit("month", ahead=ahead + 1))


def _first(cursor: Cursor) -> int:
    """Return how far ahead the word behind «кроме» stands; 0 where no exception begins."""
    if cursor.peek().kind == "WORD" and cursor.peek().value in _WORDS:
        return 1
    return 2 * (cursor.sees("FOR", "WORD") and cursor.peek(1).value == "исключением")


def months_excepted(cursor: Cursor) -> Statement:
    """Read months of the year in which it does not recur; raises DeadlineError where something else is taken away.

    months-excepted = ( «кроме» | «исключая» | «за исключением» ) month-name { ( «,» | «и» | «–» ) month-name }
    e.g. months that are left out: «ежемесячно, кроме июля и августа»
    """
    cursor.at += _first(cursor)
    if cursor.sees("SEASONAL"):
        found = [*SEASONS[cursor.next().value - 1]]
        cursor.at += 1
        return Statement(without=tuple(found))
    found = [*_months(cursor)]
    while cursor.sees(_BETWEEN, "MONTH"):
        cursor.at += 1
        found += _months(cursor)
    if cursor.peek().kind not in _BEHIND:
        raise cursor.fail(EXCEPTION)  # «кроме января 2027 года»
    return Statement(without=tuple(found))


def _months(cursor: Cursor) -> list[int]:
    first = last = _month(cursor)
    if cursor.sees("DASH", "MONTH"):
        cursor.at += 1
        last = _month(cursor)
    behind = last if last >= first else last + 12
    return [(month - 1) % 12 + 1 for month in range(first, behind + 1)]


def _month(cursor: Cursor) -> int:
    token = cursor.next()
    if not token.text.lower().endswith(("я", "а")):  # «кроме июля, август»: that one may be meant again
        raise cursor.fail(EXCEPTION, token)
    return int(token.value)


def without_months(cursor: Cursor, said: Statement) -> Statement:
    """Return the statement with the months that remain, where it recurs all year round otherwise."""
    if not said.without:
        return said
    rest = tuple(_remaining({*said.without}))
    often = len(said.rhythms) <= 1 and all(one.unit in _UNITS for one in said.rhythms)
    days = all(map(needs_month, (part for item in said.items for part in parts_of(item))))
    recurs = bool(said.rhythms or said.weekdays) and often and days
    if not (rest and recurs) or said.yearly or said.reports or said.conditions or said.events:
        raise cursor.fail(EXCEPTION, next(token for token in cursor.tokens if token.value in _HEADS))
    return said._replace(items=(*said.items, *rest), without=())


def _remaining(taken: set[int]) -> Iterator[Dated]:
    """Yield the months that are left, those that touch as one range."""
    left = (month for month in range(1, 13) if month not in taken)
    for _, group in groupby(enumerate(left), key=lambda pair: pair[1] - pair[0]):
        months = [month for _, month in group]
        yield At(Month(months[0])) if len(months) == 1 else from_to(Month(months[0]), Month(months[-1]))
