"""What stands beside a date and says nothing about it: times of day, durations, school classes, footnotes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from roadmapc.deadlines.grammar.cursor import NUMBERS
from roadmapc.deadlines.grammar.lexer import Token
from roadmapc.deadlines.grammar.numerals import number_in_words
from roadmapc.deadlines.grammar.vocabulary import Kind
from roadmapc.deadlines.values import WORKING_DAY
from roadmapc.russian.calendar import MONTHS

_PREPOSITIONS: frozenset[Kind] = frozenset({"IN", "FROM", "UNTIL", "TO", "BY"})
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
_OPEN_ENDED: frozenset[Kind] = _PREPOSITIONS | {
    *("DASH", "COMMA", "SEMI", "COLON", "LPAR"),
    *("ON", "NOT", "LATER", "EARLIER", "RARER", "EACH", "AND", "FOR", "AFTER", "DURING", "REPORTED", "WHOLE"),
}
"""What a line cannot end with: the next one goes on with it."""
_GOES_ON: frozenset[Kind] = frozenset(
    {
        "UNIT",
        "DATE",
        "ONCE",
        "REPORTED",
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
_OF_A_TIME: frozenset[Kind] = _PREPOSITIONS | {"TIME", "DOT", "DASH"}
_ENDS: frozenset[Kind] = frozenset({"DM", "DMY", "UNIT"})
_BEFORE_SIGN: frozenset[Kind] = _ENDS | {"YEAR", "MONTH", "RPAR", "SEASONAL"}
_DATED: frozenset[Kind] = frozenset({"DM", "DMY", "MY", "MONTH", "YEAR", "UNIT", "WEEKDAY", "RPAR"})
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")
_NUMBER_OF_ITEM = re.compile(r"[1-9]\.[1-9]\d?\.")  # «1.2. до 15 мая»
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
    at, end = 0, len(tokens)
    while at < end:
        token = tokens[at]
        kind = token.kind
        if kind == "NUM" and _is_list_number(tokens, at):
            at += 2
            continue
        reader = _READERS.get(kind)
        skipped = reader(tokens, at, kept) if reader else 0
        if skipped:
            at += skipped
            continue
        if kind == "NEWLINE":
            _line_end(tokens, at, kept)
        elif kind != "DOT":
            kept.append(token)
        at += 1
    return kept


def _kind(tokens: list[Token], at: int) -> Kind | Literal[""]:
    return tokens[at].kind if 0 <= at < len(tokens) else ""


def _is_unit(tokens: list[Token], at: int, *units: str) -> bool:
    return _kind(tokens, at) == "UNIT" and tokens[at].value in units


def _is_list_number(tokens: list[Token], at: int) -> bool:
    """«1. Сентябрь 2022», «2) до 15 мая»: the number of a statement, at the beginning of a line."""
    if at and tokens[at - 1].kind != "NEWLINE":
        return False
    after = tokens[at + 2] if _kind(tokens, at + 1) in {"DOT", "RPAR"} and at + 2 < len(tokens) else None
    if after is None:
        return False
    if after.start == tokens[at + 1].end:  # «13.июн» is a day
        return False
    nominative = after.kind == "MONTH" and after.text.lower() in _NOMINATIVES
    return nominative or after.kind in _STARTS_STATEMENT


def _time(tokens: list[Token], at: int, kept: list[Token]) -> int:
    """Pass over «10.00 ч.», «в 16:00», «с 15 часов», «10 ч. 00 мин.», «14.00–14.10», with the preposition before it."""
    hour = _is_unit(tokens, at + 1, "hour")
    end = at + 1 + hour if hour or tokens[at].kind == "TIME" else at
    if end == at or (kept and kept[-1].kind == "DURING"):
        return 0
    end = _until_time(tokens, _minutes(tokens, end) if hour else end)
    if kept and kept[-1].kind in _PREPOSITIONS and not _date_follows(tokens, end):
        kept.pop()
    return end - at


def _minutes(tokens: list[Token], at: int) -> int:
    """Return the place behind «00 мин.» that follows an hour; its own where none does."""
    start = at + (_kind(tokens, at) == "DOT")
    minutes = _kind(tokens, start) == "NUM" and _kind(tokens, start + 1) == "WORD"
    return start + 2 if minutes and tokens[start + 1].value.startswith("мин") else at


def _until_time(tokens: list[Token], at: int) -> int:
    """Return the place behind «–14.10» that follows a time; its own where none does."""
    until = _kind(tokens, at) == "DASH" and (_kind(tokens, at + 1) == "TIME" or _is_clock(tokens, at + 1))
    return at + 2 if until else at


def _hours(tokens: list[Token], at: int, kept: list[Token]) -> int:
    """Pass over «с 9.00 до 18.00», «с 9 до 18 часов»: what the first number is, the second tells."""
    if not kept or kept[-1].kind != "FROM":
        return 0
    hour = _is_unit(tokens, at + 1, "hour")
    end = _behind_until_time(tokens, _minutes(tokens, at + 2) if hour else at + 1)
    if end:
        kept.pop()
    return max(end - at, 0)


def _behind_until_time(tokens: list[Token], at: int) -> int:
    """Return the place behind «до 18.00», «до 18 часов»; 0 where no such words stand."""
    if _kind(tokens, at) != "UNTIL":
        return 0
    hour = _is_unit(tokens, at + 2, "hour")
    is_time = _kind(tokens, at + 1) == "TIME" or (hour and _kind(tokens, at + 1) == "NUM")
    return at + 2 + hour if is_time else 0


def _is_clock(tokens: list[Token], at: int) -> bool:
    """Say whether digits that the lexer takes for a day and a month may be a time of day: «10.12», «9.30»."""
    return _kind(tokens, at) in {"DM", "BADDATE"} and _CLOCK.fullmatch(tokens[at].text) is not None


def _clock(tokens: list[Token], at: int, kept: list[Token]) -> int:
    """Pass over «в 10.12» behind a date, and «14.30» before one: a time of day is never a day."""
    if kept and kept[-1].value in _POINTS:
        token = tokens[at]
        kept.append(Token("WORD", token.text, token.start, token.end, token.text))
        return 1
    if not kept and _NUMBER_OF_ITEM.fullmatch(tokens[at].text) and _kind(tokens, at + 1) in _STARTS_STATEMENT:
        return 1
    if not _is_clock(tokens, at):
        return 0
    if hours := _hours(tokens, at, kept):
        return hours
    if len(kept) > 1 and kept[-1].kind == "IN" and kept[-2].kind in _DATED:
        kept.pop()
        return _until_time(tokens, at + 1) - at
    return int(tokens[at].kind == "BADDATE" and _kind(tokens, at + 1) == "DMY")


def _date_follows(tokens: list[Token], at: int) -> bool:
    return _kind(tokens, at) in {"DM", "DMY"} or (_kind(tokens, at) in NUMBERS and _kind(tokens, at + 1) == "MONTH")


def _duration(tokens: list[Token], at: int, kept: list[Token]) -> int:
    """Pass over «– 9 дней», «(7 дней)», «— 8,5 учебных недель» beside a date."""
    signed = tokens[at].kind in {"DASH", "LPAR", "COMMA", "SEMI", "SLASH", "OTHER"}
    if not kept or kept[-1].kind not in (_BEFORE_SIGN if signed else _ENDS) or tokens[at].text == "±":
        return 0
    if next((token.kind for token in reversed(kept) if token.kind in _BOUNDS), None) == "FROM":
        return 0  # «с 1 мая, 10 дней»: the length says when it ends
    end = at + signed
    if _kind(tokens, end) != "NUM":
        return 0
    end += 3 if (_kind(tokens, end + 1), _kind(tokens, end + 2)) == ("COMMA", "NUM") else 1
    end += _kind(tokens, end) == "SCHOOL" or tokens[min(end, len(tokens) - 1)].text.lower() in _OF_DAYS
    if not _is_unit(tokens, end, "day", "week") or tokens[end].text.lower() == "неделя":
        return 0
    return end + 1 + (_kind(tokens, end + 1) == "RPAR") - at


def _bracket(tokens: list[Token], at: int, kept: list[Token]) -> int:
    """Pass over «(2)», «(третьего)», «(5-8, 10 классы)»."""
    if not kept:
        return 0
    end = at + 1
    while _kind(tokens, end) not in {"", "LPAR", "RPAR"} and end - at < _LONGEST_BRACKET:
        end += 1
    if _kind(tokens, end) != "RPAR":
        return 0
    inside = [token for token in tokens[at + 1 : end] if token.kind != "DOT"]
    classes = any(token.kind == "WORD" and token.value.startswith("кл") for token in inside)
    numbers = all(token.kind in NUMBERS | {"DASH", "COMMA", "WORD"} for token in inside)
    repeated = len(inside) == 1 and inside[0].kind in NUMBERS
    if _lacks_a_day(kept):
        repeated = False  # «май (15)»
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


def _line_end(tokens: list[Token], at: int, kept: list[Token]) -> None:
    before, after = (kept[-1].kind if kept else ""), _kind(tokens, at + 1)
    if not before or not after or before in _OPEN_ENDED or after in {"DASH", "COMMA", "SEMI", "RPAR", "COLON"}:
        return
    if (before, after) in _JOINED or after in _GOES_ON or "WORD" in (before, after):
        return
    token = tokens[at]
    kept.append(Token("COMMA", None, token.start, token.end, token.text))


_WORKING = {"рабочий": "день", "рабочего": "дня", "рабочему": "дню", "рабочим": "днем", "рабочем": "дне"}
_BEHIND_WORKING_DAY: frozenset[Kind | Literal[""]] = frozenset(
    {"", "MONTH", "EACH", "NEXT", "COMMA", "SEMI", "RPAR", "NEWLINE"}
)


def _working_day(tokens: list[Token], at: int, kept: list[Token]) -> int:
    """Make one word of «рабочий день» behind «последний», «первый»: a weekday of its own kind."""
    day = _WORKING.get(tokens[at].value)
    if day is None or not kept or kept[-1].kind != "ORD" or at + 1 == len(tokens) or tokens[at + 1].text.lower() != day:
        return 0
    if _kind(tokens, at + 2) not in _BEHIND_WORKING_DAY and not _is_unit(tokens, at + 2, "month"):
        return 0
    end = tokens[at + 1].end
    kept.append(Token("WEEKDAY", WORKING_DAY, tokens[at].start, end, f"{tokens[at].text} {tokens[at + 1].text}"))
    return 2


def _word(tokens: list[Token], at: int, kept: list[Token]) -> int:
    return _growing_total(tokens, at) or _working_day(tokens, at, kept)


def _compound(tokens: list[Token], at: int, kept: list[Token]) -> int:
    """Make one number of «двадцать пятого», «двадцати пяти»."""
    tens = tokens[at]
    if tens.value not in {20, 30} or _kind(tokens, at + 1) not in {"ORD", "CARD"}:
        return 0
    ones = tokens[at + 1]
    if not 0 < ones.value < 10:
        return 0
    kept.append(Token(ones.kind, tens.value + ones.value, tens.start, ones.end, f"{tens.text} {ones.text}"))
    return 2


def _in_words(tokens: list[Token], at: int, kept: list[Token]) -> int:
    return _compound(tokens, at, kept) or _time(tokens, at, kept)


def _growing_total(tokens: list[Token], at: int) -> int:
    """Pass over «нарастающим итогом»: how a report counts, not when it is due."""
    growing = tokens[at].value.startswith("нарастающ") and _kind(tokens, at + 1) == "WORD"
    return 2 if growing and tokens[at + 1].value.startswith("итог") else 0


def _time_or_hours(tokens: list[Token], at: int, kept: list[Token]) -> int:
    return _hours(tokens, at, kept) or _time(tokens, at, kept)


def _number(tokens: list[Token], at: int, kept: list[Token]) -> int:
    return _hours(tokens, at, kept) or _time(tokens, at, kept) or _duration(tokens, at, kept)


def _in_bracket(tokens: list[Token], at: int, kept: list[Token]) -> int:
    return _duration(tokens, at, kept) or _bracket(tokens, at, kept)


_READERS: dict[Kind, Callable[[list[Token], int, list[Token]], int]] = {
    "TIME": _time_or_hours,
    "DM": _clock,
    "BADDATE": _clock,
    "NUM": _number,
    "ORD": _time,
    "CARD": _in_words,
    **dict.fromkeys(("DASH", "COMMA", "SEMI", "SLASH", "OTHER"), _duration),
    "LPAR": _in_bracket,
    "WORD": _word,
}
