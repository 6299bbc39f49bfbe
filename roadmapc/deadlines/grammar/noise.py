"""What stands beside a date and says nothing about it: times of day, durations, school classes, footnotes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from roadmapc.deadlines.errors import DeadlineError
from roadmapc.deadlines.grammar.cursor import NUMBERS
from roadmapc.deadlines.grammar.day_times import PREPOSITIONS, clock, time, time_or_hours
from roadmapc.deadlines.grammar.joined_words import number_in_two_words, working_day
from roadmapc.deadlines.grammar.lexer import Token, is_unit, kind_at
from roadmapc.deadlines.grammar.numerals import number_in_words
from roadmapc.deadlines.grammar.vocabulary import Kind
from roadmapc.diagnostics import Message
from roadmapc.russian.calendar import MONTHS

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
_OF_A_TIME: frozenset[Kind] = PREPOSITIONS | {"TIME", "DOT", "DASH"}
_ENDS: frozenset[Kind] = frozenset({"DM", "DMY", "UNIT"})
_BEFORE_SIGN: frozenset[Kind] = _ENDS | {"YEAR", "MONTH", "RPAR", "SEASONAL"}
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
_POINTS = {"п", "пп", "пункт", "пункта", "пункте", "пунктом", "раздел", "раздела", "разделе", "подпункт", "подпункта"}
"""What a number of two parts belongs to that is no day: «п. 5.1»."""
_BOUNDS: frozenset[Kind] = frozenset({"FROM", "TO", "UNTIL", "DASH", "SEMI"})
_OF_DAYS = {"календарных", "календарный", "рабочих", "полных"}
_NOMINATIVES = {forms[0] for forms in MONTHS}
_LONGEST_BRACKET = 20  # tokens; a longer one is no remark beside a date


def without_noise(tokens: list[Token]) -> list[Token]:
    """Return the tokens that matter; a line end becomes a comma where it parts two statements.

    A time of day that stands alone is left for the grammar to refuse.
    """
    if all(token.kind in _OF_A_TIME or (token.kind == "UNIT" and token.value == "hour") for token in tokens):
        return tokens
    kept: list[Token] = []
    at, end, numbered = 0, len(tokens), 0
    bullets = bool(tokens) and _is_bullet(tokens[0])
    while at < end:
        token = tokens[at]
        kind = token.kind
        if kind == "NUM" and _is_list_number(tokens, at, numbered + 1):
            at, numbered = at + 2, token.value
            continue
        if kind in {"DM", "BADDATE"} and (item := _item_and_day(tokens, at, numbered + 1)):
            kept.append(item)
            at, numbered = at + 1, numbered + 1
            continue
        if bullets and _is_bullet(token) and _starts_line(tokens, at):
            at += 1
            continue
        reader = _READERS.get(kind)
        skipped = reader(tokens, at, kept) if reader else 0
        if skipped:
            at += skipped
            continue
        if kind == "NEWLINE":
            _line_end(tokens, at + (bullets and at + 1 < end and _is_bullet(tokens[at + 1])), kept)
        elif kind != "DOT":
            kept.append(token)
        at += 1
    return kept


def _is_list_number(tokens: list[Token], at: int, following: int) -> bool:
    """«1. Сентябрь 2022», «2) до 15 мая»: the number of a statement, at the beginning of a line.

    Before a month it is one where it is the `following` of a list; raises DeadlineError where it may be a day.
    """
    if not (_starts_line(tokens, at) or (tokens[at - 1].kind == "SEMI" and tokens[at].value == following > 1)):
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
    nominative = after.kind == "MONTH" and after.text.lower() in _NOMINATIVES
    if nominative and tokens[at].value != following and kind_at(tokens, at + 1) == "DOT":
        raise DeadlineError(_ITEM_OR_DAY, tokens[at].start, after.end)
    return nominative or after.kind in _STARTS_STATEMENT


def _is_bullet(token: Token) -> bool:
    return token.kind == "DASH" or token.text == "•"


def _starts_line(tokens: list[Token], at: int) -> bool:
    return at == 0 or tokens[at - 1].kind == "NEWLINE"


def _item_and_day(tokens: list[Token], at: int, following: int) -> Token | None:
    """Return the day of «1. 15 октября», «1. 10-20 октября», which the lexer takes for «1.15», «1.10»; None elsewhere.

    Raises DeadlineError where the number is not the one that follows in the list.
    """
    item = _ITEM_AND_DAY.fullmatch(tokens[at].text)
    if item is None or not _starts_line(tokens, at):
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


def _digits(tokens: list[Token], at: int, kept: list[Token]) -> int:
    """Pass over the number of an item; «1.2» of «п. 1.2» is a word; other digits may be a time of day."""
    if kept and kept[-1].value in _POINTS:
        token = tokens[at]
        kept.append(Token("WORD", token.text, token.start, token.end, token.text))
        return 1
    if not kept and kind_at(tokens, at + 1) == "RHYTHM" and _ITEM_OR_DATE.fullmatch(tokens[at].text):
        raise DeadlineError(_ITEM_OR_DAY, tokens[at].start, tokens[at].end)
    if not kept and _NUMBER_OF_ITEM.fullmatch(tokens[at].text) and kind_at(tokens, at + 1) in _STARTS_STATEMENT:
        return 1
    return clock(tokens, at, kept)


def _duration(tokens: list[Token], at: int, kept: list[Token]) -> int:
    """Pass over «– 9 дней», «(7 дней)», «— 8,5 учебных недель» beside a date."""
    signed = tokens[at].kind in {"DASH", "LPAR", "COMMA", "SEMI", "SLASH", "OTHER"}
    if not kept or kept[-1].kind not in (_BEFORE_SIGN if signed else _ENDS) or tokens[at].text == "±":
        return 0
    if next((token.kind for token in reversed(kept) if token.kind in _BOUNDS), None) == "FROM":
        return 0  # «с 1 мая, 10 дней»: the length says when it ends
    end = at + signed
    if kind_at(tokens, end) != "NUM":
        return 0
    half = (kind_at(tokens, end + 1), kind_at(tokens, end + 2)) == ("COMMA", "NUM") and tokens[end + 2].value == 5
    number, end = tokens[end].value, end + (3 if half else 1)
    end += kind_at(tokens, end) == "SCHOOL" or tokens[min(end, len(tokens) - 1)].text.lower() in _OF_DAYS
    if not is_unit(tokens, end, "day", "week") or tokens[end].text.lower() == "неделя":
        return 0
    if tokens[end].text.lower() == "день" and number % 10 != 1:
        return 0  # «3 день» is the third
    return end + 1 + (kind_at(tokens, end + 1) == "RPAR") - at


def _bracket(tokens: list[Token], at: int, kept: list[Token]) -> int:
    """Pass over «(2)», «(третьего)», «(5-8, 10 классы)»."""
    if not kept:
        return 0
    end = at + 1
    while kind_at(tokens, end) not in {"", "LPAR", "RPAR"} and end - at < _LONGEST_BRACKET:
        end += 1
    if kind_at(tokens, end) != "RPAR":
        return 0
    inside = [token for token in tokens[at + 1 : end] if token.kind != "DOT"]
    classes = any(token.kind == "WORD" and token.value.startswith("кл") for token in inside)
    numbers = all(token.kind in NUMBERS | {"DASH", "COMMA", "WORD"} for token in inside)
    repeated = len(inside) == 1 and inside[0].kind in NUMBERS
    if _lacks_a_day(kept) or _is_other_day(kept, inside):
        repeated = False  # «май (15)», «до 15 мая (25)»
    if kept[-1].kind in NUMBERS and inside:  # «15 (16) мая» is another day, and no remark
        repeated = repeated and inside[0].value == kept[-1].value
        repeated |= number_in_words([token.text for token in inside]) == kept[-1].value
    return end + 1 - at if (classes and numbers) or repeated else 0


def _lacks_a_day(kept: list[Token]) -> bool:
    """Say whether a month or rhythm stands before, and no day of it: a number behind it may be the day."""
    at = next((at for at in range(len(kept) - 1, -1, -1) if kept[at].kind in {"MONTH", "RHYTHM", "DM", "DMY"}), None)
    if at is None or kept[at].kind in {"DM", "DMY"}:
        return False
    return at == 0 or kept[at - 1].kind not in NUMBERS


def _is_other_day(kept: list[Token], inside: list[Token]) -> bool:
    """Say whether a number in brackets behind a day is none that repeats it."""
    if kept[-1].kind == "MONTH" and len(kept) > 1 and kept[-2].kind in NUMBERS:
        return bool(inside) and inside[0].value != kept[-2].value
    return kept[-1].kind in {"DM", "DMY"} and bool(inside) and inside[0].value != kept[-1].value[0]


def _line_end(tokens: list[Token], at: int, kept: list[Token]) -> None:
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
        bound = next((token.kind for token in reversed(kept) if token.kind in _BOUNDS | {"COMMA"}), None)
        return bound == "FROM"
    if after.kind == "MONTH":
        parted = before.kind in {"UNIT", "HALFPART", "WEEKDAY"} and len(kept) > 1 and kept[-2].kind in NUMBERS
        return parted and after.text.lower() not in _NOMINATIVES
    if after.kind == "NUM":
        return before.kind == "MONTH" and is_unit(tokens, at + 2, "year")
    if before.kind == "PERIOD":
        return len(kept) > 1 and kept[-2].kind in PREPOSITIONS | {"ON"}
    return (before.kind, after.kind) in _TOGETHER


def _word(tokens: list[Token], at: int, kept: list[Token]) -> int:
    return _growing_total(tokens, at) or working_day(tokens, at, kept)


def _this_year(tokens: list[Token], at: int, kept: list[Token]) -> int:
    """«15 октября с.г.»: of this year."""
    if tokens[at].text.lower() != "с" or kind_at(tokens, at + 1) != "DOT" or not is_unit(tokens, at + 2, "year"):
        return 0
    kept.append(Token("CURRENT", None, tokens[at].start, tokens[at + 1].end, "с."))
    return 2


def _in_words(tokens: list[Token], at: int, kept: list[Token]) -> int:
    return number_in_two_words(tokens, at, kept) or time(tokens, at, kept)


def _growing_total(tokens: list[Token], at: int) -> int:
    """Pass over «нарастающим итогом»: how a report counts, not when it is due."""
    growing = tokens[at].value.startswith("нарастающ") and kind_at(tokens, at + 1) == "WORD"
    return 2 if growing and tokens[at + 1].value.startswith("итог") else 0


def _number(tokens: list[Token], at: int, kept: list[Token]) -> int:
    return time_or_hours(tokens, at, kept) or _duration(tokens, at, kept)


def _in_bracket(tokens: list[Token], at: int, kept: list[Token]) -> int:
    return _duration(tokens, at, kept) or _bracket(tokens, at, kept)


_READERS: dict[Kind, Callable[[list[Token], int, list[Token]], int]] = {
    "TIME": time_or_hours,
    "DM": _digits,
    "BADDATE": _digits,
    "NUM": _number,
    "ORD": time,
    "CARD": _in_words,
    **dict.fromkeys(("DASH", "COMMA", "SEMI", "SLASH", "OTHER"), _duration),
    "LPAR": _in_bracket,
    "WORD": _word,
    "FROM": _this_year,
}
