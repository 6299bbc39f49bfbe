"""What marks the items of a list, and is no day: «1. Сентябрь», «2) до 15 мая», «1.2. до 15 мая», bullets."""

from __future__ import annotations

import re
from typing import Literal

from roadmapc.deadlines.errors import DeadlineError
from roadmapc.deadlines.grammar.lexer import Token, kind_at
from roadmapc.deadlines.grammar.vocabulary import Kind
from roadmapc.diagnostics import Message
from roadmapc.russian.calendar import MONTHS

NOMINATIVES = {forms[0] for forms in MONTHS}
_NUMBER_OF_ITEM = re.compile(r"[1-9]\.[1-9]\.")  # «1.2. до 15 мая»; «5.10. до 15.11» is a day
_ITEM_AND_DAY = re.compile(r"(\d{1,2})\. +(\d{1,2})")  # «1. 15 октября»
_ITEM_OR_DATE = re.compile(r"[1-9]\.1[0-2]\.")  # «3.12. ежемесячно»
_BEHIND_A_NUMBER: frozenset[Kind | Literal[""]] = frozenset(
    {"MONTH", "ONCE", "STAGE", "UNIT", "DATE", "WEEKDAY", "HALFPART"}
)
_ITEM_OR_DAY = Message("the number may be that of an item or the day: leave it out, or write “15 октября”")
_LINKS: frozenset[Kind] = frozenset({"DASH", "AND", "COMMA"})
_BEGINS_AN_ITEM: frozenset[Kind | Literal[""]] = frozenset(
    {"IN", "ON", "ORD", "DURING", "ALWAYS", "WHOLE", "EACH", "ONCE", "TWICE", "NOT", "SEASON", "SEASONAL", "EDGE", "TO"}
)
_STARTS_STATEMENT: frozenset[Kind | Literal[""]] = frozenset({"UNTIL", "RHYTHM", "FROM"})


def is_list_number(tokens: list[Token], at: int, following: int) -> bool:
    """«1. Сентябрь 2022», «2) до 15 мая»: the number of a statement, at the beginning of a line.

    Before a month it is one where it is the `following` of a list; raises DeadlineError where it may be a day.
    """
    if not (starts_line(tokens, at) or (tokens[at - 1].kind == "SEMI" and tokens[at].value == following > 1)):
        return False
    if (kind_at(tokens, at + 1), kind_at(tokens, at + 2)) == ("DOT", "NEWLINE"):
        return bool(tokens[at].value == following)
    after = tokens[at + 2] if kind_at(tokens, at + 1) in {"DOT", "RPAR"} and at + 2 < len(tokens) else None
    if after is None:
        return False
    if after.start == tokens[at + 1].end:  # «13.июн» is a day
        return False
    if kind_at(tokens, at + 1) == "RPAR" and tokens[at].value == following:
        return True
    if tokens[at].value == following == 1 and after.kind in _BEGINS_AN_ITEM:
        return True
    nominative = after.kind == "MONTH" and after.text.lower() in NOMINATIVES
    if nominative and tokens[at].value != following and kind_at(tokens, at + 1) == "DOT":
        raise DeadlineError(_ITEM_OR_DAY, tokens[at].start, after.end)
    return nominative or after.kind in _STARTS_STATEMENT


def is_bullet(token: Token) -> bool:
    """Say whether a token is the sign before an item of a list."""
    return token.kind == "DASH" or token.text == "•"


def starts_line(tokens: list[Token], at: int) -> bool:
    """Say whether a token is the first of its line."""
    return at == 0 or tokens[at - 1].kind == "NEWLINE"


def item_and_day(tokens: list[Token], at: int, following: int) -> Token | None:
    """Return the day of «1. 15 октября», «1. 10-20 октября», which the lexer takes for «1.15», «1.10»; None elsewhere.

    Raises DeadlineError where the number is not the one that follows in the list.
    """
    item = _ITEM_AND_DAY.fullmatch(tokens[at].text)
    if item is None or not starts_line(tokens, at):
        return None
    linked = (
        kind_at(tokens, at + 1) in _LINKS and kind_at(tokens, at + 2) == "NUM" and kind_at(tokens, at + 3) == "MONTH"
    )
    if kind_at(tokens, at + 1) not in _BEHIND_A_NUMBER and not linked:
        return None
    token, day = tokens[at], item[2]
    if int(item[1]) != following:
        raise DeadlineError(_ITEM_OR_DAY, token.start, token.end)
    return Token("NUM", int(day), token.end - len(day), token.end, day)


def is_number_in_two_parts(tokens: list[Token], at: int) -> bool:
    """«1.2. до 15 мая»: the number of an item; raises DeadlineError where it may be a day."""
    if kind_at(tokens, at + 1) == "RHYTHM" and _ITEM_OR_DATE.fullmatch(tokens[at].text):
        raise DeadlineError(_ITEM_OR_DAY, tokens[at].start, tokens[at].end)
    return bool(_NUMBER_OF_ITEM.fullmatch(tokens[at].text)) and kind_at(tokens, at + 1) in _STARTS_STATEMENT
