"""Makes one token of two words: «последний рабочий день», «двадцать пятого», «октя-⏎бря»."""

from __future__ import annotations

from typing import Literal

from roadmapc.deadlines.grammar.lexer import Token, is_unit, kind_at
from roadmapc.deadlines.grammar.vocabulary import WORDS, Kind
from roadmapc.deadlines.values import WORKING_DAY

_WORKING = {"рабочий": "день", "рабочего": "дня", "рабочему": "дню", "рабочим": "днем", "рабочем": "дне"}
_BEHIND_WORKING_DAY: frozenset[Kind | Literal[""]] = frozenset(
    {"", "MONTH", "EACH", "NEXT", "COMMA", "SEMI", "RPAR", "NEWLINE"}
)


def unparted(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a word that a hyphen parts at the end of a line made whole: «октя-⏎бря», «тече-⏎ние»."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token, end = tokens[at], at + 3
        hyphen = kind_at(tokens, at + 1) == "DASH" and kind_at(tokens, at + 2) == "NEWLINE" and end < len(tokens)
        whole = token.text + tokens[end].text if hyphen and tokens[at + 1].start == token.end else ""
        both = hyphen and all(half.text.lower() in WORDS for half in (token, tokens[end]))  # «I-⏎II квартал»
        meant = None if both else WORDS.get(whole.lower().replace("ё", "е"))
        if meant:
            token, at = Token(*meant, token.start, tokens[end].end, whole), end
        found.append(token)
        at += 1
    return found


def working_day(tokens: list[Token], at: int, kept: list[Token]) -> int:
    """Make one word of «рабочий день» behind «последний», «первый»: a weekday of its own kind."""
    day = _WORKING.get(tokens[at].value)
    if day is None or not kept or at + 1 == len(tokens) or tokens[at + 1].text.lower() != day:
        return 0
    # «3 рабочего дня» is the third, for a length of time would be «3 рабочих дня»; «21 рабочего дня» is one
    of_month = kind_at(tokens, at + 2) == "MONTH" or is_unit(tokens, at + 2, "month")
    if not (kept[-1].kind == "ORD" or (kept[-1].kind == "NUM" and (kept[-1].value % 10 != 1 or of_month))):
        return 0
    if kind_at(tokens, at + 2) not in _BEHIND_WORKING_DAY and not is_unit(tokens, at + 2, "month"):
        return 0
    end = tokens[at + 1].end
    kept.append(Token("WEEKDAY", WORKING_DAY, tokens[at].start, end, f"{tokens[at].text} {tokens[at + 1].text}"))
    return 2


def number_in_two_words(tokens: list[Token], at: int, kept: list[Token]) -> int:
    """Make one number of «двадцать пятого», «двадцати пяти»."""
    tens = tokens[at]
    if tens.value not in {20, 30} or kind_at(tokens, at + 1) not in {"ORD", "CARD"}:
        return 0
    ones = tokens[at + 1]
    if not 0 < ones.value < 10:
        return 0
    kept.append(Token(ones.kind, tens.value + ones.value, tens.start, ones.end, f"{tens.text} {ones.text}"))
    return 2
