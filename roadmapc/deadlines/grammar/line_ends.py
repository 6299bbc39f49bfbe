"""Which ends of lines part two statements, and where the next line goes on: «с 15 октября / по 20 ноября»."""

from __future__ import annotations

from typing import Literal

from roadmapc.deadlines.grammar.cursor import NUMBERS
from roadmapc.deadlines.grammar.day_times import PREPOSITIONS
from roadmapc.deadlines.grammar.lexer import Token, is_unit, kind_at
from roadmapc.deadlines.grammar.list_marks import NOMINATIVES
from roadmapc.deadlines.grammar.vocabulary import Kind

BOUNDS: frozenset[Kind] = frozenset({"FROM", "TO", "UNTIL", "DASH", "SEMI"})
_JOINED: set[tuple[Kind, Kind]] = {
    ("MONTH", "YEAR"),
    ("YEAR", "UNIT"),
    ("NUM", "MONTH"),
    ("ORD", "MONTH"),
    ("ORD", "UNIT"),
    ("MONTH", "UNIT"),
    ("ONCE", "IN"),
    ("ONCE", "FOR"),
    ("NEXT", "FOR"),
}
_OPEN_ENDED: frozenset[Kind] = PREPOSITIONS | {
    *("DASH", "COMMA", "SEMI", "COLON", "LPAR"),
    *("EDGE", "ON", "NOT", "LATER", "EARLIER", "RARER", "EACH", "AND", "FOR", "AFTER", "DURING", "REPORTED", "WHOLE"),
}
"""What a line cannot end with: the next one goes on with it."""
_GOES_ON: frozenset[Kind] = frozenset(
    {
        "UNIT",
        "DATE",
        "ONCE",
        "REPORTED",
        "CURRENT",
        "PRECEDING",
        "NEXT",
        "PERIOD",
        "SCHOOL",
        "PLAINYEAR",
        "LATER",
        "EARLIER",
        "RARER",
        "OFTENER",
    }
)
"""What no statement begins with: the line goes on with the one before."""
_NO_BEGINNINGS: frozenset[Kind | Literal[""]] = frozenset({"DASH", "COMMA", "SEMI", "RPAR", "COLON", "AND", "LPAR"})
_TOGETHER: set[tuple[Kind, Kind]] = {
    *(("ORD", "WEEKDAY"), ("ORD", "HALFPART"), ("SEASONAL", "SCHOOL_BREAK"), ("SEASONAL", "PERIOD")),
}


def line_end(tokens: list[Token], at: int, kept: list[Token]) -> None:
    """Append a comma for the end of a line that parts two statements, else nothing."""
    before, after = (kept[-1].kind if kept else ""), kind_at(tokens, at + 1)
    if not before or not after or before in _OPEN_ENDED or after in _NO_BEGINNINGS:
        return
    if _goes_on(tokens, at, kept):
        return
    if (before, after) in _JOINED or after in _GOES_ON or "WORD" in (before, after):
        return
    token = tokens[at]
    kept.append(Token("COMMA", None, token.start, token.end, token.text))


def _goes_on(tokens: list[Token], at: int, kept: list[Token]) -> bool:
    """Say whether a line goes on: «с 15 октября / по 20 ноября», «вторая декада / октября», «последняя / суббота»."""
    before, after = kept[-1], tokens[at + 1]
    if after.kind in {"TO", "UNTIL"}:
        bound = next((token.kind for token in reversed(kept) if token.kind in BOUNDS | {"COMMA"}), None)
        return bound == "FROM"
    if after.kind == "MONTH":
        parted = before.kind in {"UNIT", "HALFPART", "WEEKDAY"} and len(kept) > 1 and kept[-2].kind in NUMBERS
        return parted and after.text.lower() not in NOMINATIVES
    if after.kind == "NUM":
        return before.kind == "MONTH" and is_unit(tokens, at + 2, "year")
    if before.kind == "PERIOD":
        return len(kept) > 1 and kept[-2].kind in PREPOSITIONS | {"ON"}
    return (before.kind, after.kind) in _TOGETHER
