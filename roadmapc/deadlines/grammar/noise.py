"""What stands beside a date and says nothing about it: times of day, durations, school classes, footnotes.

Numbers of items are known by `list_marks`, ends of lines by `line_ends`.
"""

from __future__ import annotations

from collections.abc import Callable

from roadmapc.deadlines.grammar.cursor import NUMBERS
from roadmapc.deadlines.grammar.day_times import PREPOSITIONS, beginning, clock, time, time_or_hours
from roadmapc.deadlines.grammar.joined_words import number_in_two_words, working_day
from roadmapc.deadlines.grammar.lexer import Token, is_unit, kind_at
from roadmapc.deadlines.grammar.line_ends import BOUNDS, line_end
from roadmapc.deadlines.grammar.list_marks import (
    is_bullet,
    is_list_number,
    is_number_in_two_parts,
    item_and_day,
    starts_line,
)
from roadmapc.deadlines.grammar.numerals import number_in_words
from roadmapc.deadlines.grammar.vocabulary import Kind

_OF_A_TIME: frozenset[Kind] = PREPOSITIONS | {"TIME", "DOT", "DASH"}
_ENDS: frozenset[Kind] = frozenset({"DM", "DMY", "UNIT"})
_BEFORE_SIGN: frozenset[Kind] = _ENDS | {"YEAR", "MONTH", "RPAR", "SEASONAL"}
_POINTS = {"п", "пп", "пункт", "пункта", "пункте", "пунктом", "раздел", "раздела", "разделе", "подпункт", "подпункта"}
"""What a number of two parts belongs to that is no day: «п. 5.1»."""
_OF_DAYS = {"календарных", "календарный", "рабочих", "полных"}
_LONGEST_BRACKET = 20  # tokens; a longer one is no remark beside a date


def without_noise(tokens: list[Token]) -> list[Token]:
    """Return the tokens that matter; a line end becomes a comma where it parts two statements.

    A time of day that stands alone is left for the grammar to refuse.
    """
    if all(token.kind in _OF_A_TIME or (token.kind == "UNIT" and token.value == "hour") for token in tokens):
        return tokens
    kept: list[Token] = []
    at, end, numbered = 0, len(tokens), 0
    bullets = bool(tokens) and is_bullet(tokens[0])
    while at < end:
        token = tokens[at]
        kind = token.kind
        if kind == "NUM" and is_list_number(tokens, at, numbered + 1):
            at, numbered = at + 2, token.value
            continue
        if kind in {"DM", "BADDATE"} and (item := item_and_day(tokens, at, numbered + 1)):
            kept.append(item)
            at, numbered = at + 1, numbered + 1
            continue
        if bullets and is_bullet(token) and starts_line(tokens, at):
            at += 1
            continue
        reader = _READERS.get(kind)
        skipped = reader(tokens, at, kept) if reader else 0
        if skipped:
            at += skipped
            continue
        if kind == "NEWLINE":
            line_end(tokens, at + (bullets and at + 1 < end and is_bullet(tokens[at + 1])), kept)
        elif kind != "DOT":
            kept.append(token)
        at += 1
    return kept


def _digits(tokens: list[Token], at: int, kept: list[Token]) -> int:
    """Pass over the number of an item; «1.2» of «п. 1.2» is a word; other digits may be a time of day."""
    if kept and kept[-1].value in _POINTS:
        token = tokens[at]
        kept.append(Token("WORD", token.text, token.start, token.end, token.text))
        return 1
    if not kept and is_number_in_two_parts(tokens, at):
        return 1
    return clock(tokens, at, kept)


def _duration(tokens: list[Token], at: int, kept: list[Token]) -> int:
    """Pass over «– 9 дней», «(7 дней)», «— 8,5 учебных недель» beside a date."""
    signed = tokens[at].kind in {"DASH", "LPAR", "COMMA", "SEMI", "SLASH", "OTHER"}
    if not kept or kept[-1].kind not in (_BEFORE_SIGN if signed else _ENDS) or tokens[at].text == "±":
        return 0
    if next((token.kind for token in reversed(kept) if token.kind in BOUNDS), None) == "FROM":
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
    "EDGE": beginning,
    "FROM": _this_year,
}
