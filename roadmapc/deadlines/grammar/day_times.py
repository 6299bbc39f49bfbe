"""Passes over times of day: «в 16:00», «с 9 до 18 часов», «14.00–14.10»; none of them is ever a day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.deadlines.grammar.cursor import NUMBERS
from roadmapc.deadlines.grammar.lexer import Token, is_unit, kind_at
from roadmapc.deadlines.grammar.vocabulary import Kind

PREPOSITIONS: frozenset[Kind] = frozenset({"IN", "FROM", "UNTIL", "TO", "BY"})
"""What may stand before a time of day and goes with it."""
_DATED: frozenset[Kind] = frozenset({"DM", "DMY", "MY", "MONTH", "YEAR", "UNIT", "WEEKDAY", "RPAR"})
_DAYS: frozenset[Kind] = frozenset({"DM", "DMY", "MONTH", "WEEKDAY", "RHYTHM"})
_UNTIL_A_TIME: frozenset[Kind] = frozenset({"DASH", "UNTIL", "TO"})
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d\.?")
_HOUR = re.compile(r"(?:0?[6-9]|1\d|2[0-3])\.(?:05|10)\.?")


def time(tokens: list[Token], at: int, kept: list[Token]) -> int:
    """Pass over «10.00 ч.», «в 16:00», «с 15 часов», «10 ч. 00 мин.», «14.00–14.10», with the preposition before it."""
    if _is_dashed(tokens, at, kept):
        kept.pop()
        return 3
    hour = is_unit(tokens, at + 1, "hour")
    if hour and tokens[at + 1].text.lower() == "ч" and not _beside_a_day(tokens, _minutes(tokens, at + 2), kept):
        return 0  # «до 5 ч. октября» is a day as well
    end = at + 1 + hour if hour or tokens[at].kind == "TIME" else at
    if end == at or (kept and kept[-1].kind == "DURING"):
        return 0
    end = _until_time(tokens, _minutes(tokens, end) if hour else end)
    if kept and kept[-1].kind in PREPOSITIONS and not _date_follows(tokens, end):
        kept.pop()
    return end - at


def _is_dashed(tokens: list[Token], at: int, kept: list[Token]) -> bool:
    """«15 мая в 14-30»: behind a date, and no days of a month."""
    if len(kept) < 2 or kept[-1].kind != "IN" or kept[-2].kind not in _DATED or tokens[at].kind != "NUM":
        return False
    if kind_at(tokens, at + 1) != "DASH" or kind_at(tokens, at + 2) != "NUM":
        return False
    hour, dash, minutes = tokens[at : at + 3]
    tight = hour.end == dash.start and dash.end == minutes.start
    of_month = kind_at(tokens, at + 3) in {"MONTH", "DATE", "UNIT"}
    return tight and hour.value < 25 and len(minutes.text) == 2 and minutes.value < 60 and not of_month


def _beside_a_day(tokens: list[Token], at: int, kept: list[Token]) -> bool:
    """Say whether a day, or days of each week, stand before or behind a time."""
    dated = any(
        token.kind in {"DM", "DMY", "WEEKDAY"}
        or (token.kind == "RHYTHM" and token.value in {"day", "week"})
        or (token.kind == "MONTH" and number and kept[number - 1].kind in NUMBERS)
        for number, token in enumerate(kept)
    )
    return dated or _date_follows(tokens, at)


def _minutes(tokens: list[Token], at: int) -> int:
    """Return the place behind «00 мин.» that follows an hour; its own where none does."""
    start = at + (kind_at(tokens, at) == "DOT")
    minutes = kind_at(tokens, start) == "NUM" and kind_at(tokens, start + 1) == "WORD"
    return start + 2 if minutes and tokens[start + 1].value.startswith("мин") else at


def _until_time(tokens: list[Token], at: int) -> int:
    """Return the place behind «–14.10» that follows a time; its own where none does."""
    dated = kind_at(tokens, at + 2) == "TIME"  # «10.00 – 16.10 12.00»: a day with its time
    until = kind_at(tokens, at) == "DASH" and (
        kind_at(tokens, at + 1) == "TIME" or (_is_clock(tokens, at + 1) and not dated)
    )
    return at + 2 if until else at


def _hours(tokens: list[Token], at: int, kept: list[Token]) -> int:
    """Pass over «с 9.00 до 18.00», «с 9 до 18 часов»: what the first number is, the second tells."""
    if not kept or kept[-1].kind != "FROM" or kept[-1] is not tokens[at - 1]:
        return 0  # «с 10.00 15.10 до 12.00 20.10»: behind a time stands its day
    hour = is_unit(tokens, at + 1, "hour")
    end = _behind_until_time(tokens, _behind_point(tokens, _minutes(tokens, at + 2)) if hour else at + 1)
    if end:
        kept.pop()
    return max(end - at, 0)


def _behind_point(tokens: list[Token], at: int) -> int:
    """Return the place behind the point of «ч.»."""
    return at + (kind_at(tokens, at) == "DOT")


def _behind_until_time(tokens: list[Token], at: int) -> int:
    """Return the place behind «до 18.00», «до 18 часов»; 0 where no such words stand."""
    if kind_at(tokens, at) != "UNTIL":
        return 0
    hour = is_unit(tokens, at + 2, "hour")
    is_time = kind_at(tokens, at + 1) == "TIME" or (hour and kind_at(tokens, at + 1) == "NUM")
    return at + 2 + hour if is_time else 0


def _is_clock(tokens: list[Token], at: int) -> bool:
    """Say whether digits that the lexer takes for a day and a month may be a time of day: «10.12», «9.30»."""
    return kind_at(tokens, at) in {"DM", "BADDATE"} and _CLOCK.fullmatch(tokens[at].text) is not None


def time_or_hours(tokens: list[Token], at: int, kept: list[Token]) -> int:
    """Pass over a time, or over hours from one to another."""
    return _hours(tokens, at, kept) or time(tokens, at, kept)


def clock(tokens: list[Token], at: int, kept: list[Token]) -> int:
    """Pass over «в 10.12» behind a date, and «14.30» before one: a time of day is never a day."""
    if not _is_clock(tokens, at):
        return 0
    if hours := _hours(tokens, at, kept):
        return hours
    if len(kept) > 1 and kept[-1].kind == "IN" and kept[-2].kind in _DATED:
        kept.pop()
        return _until_time(tokens, at + 1) - at
    if (kind_at(tokens, at + 1), kind_at(tokens, at + 2)) == ("DASH", "TIME"):  # «15.10-16.00» is no day
        if not any(token.kind in _DATED or token.kind == "RHYTHM" for token in kept):
            kept.append(Token("TIME", None, tokens[at].start, tokens[at + 2].end, tokens[at].text))
        return 3
    if tokens[at].kind == "BADDATE" or (kind_at(tokens, at + 1) == "DASH" and kind_at(tokens, at + 2) == "BADDATE"):
        return _time_beside(tokens, at, kept)
    return 0


def beginning(tokens: list[Token], at: int, kept: list[Token]) -> int:
    """Pass over «начало в 14.10», «начало 13.00» behind a day."""
    end = at + 1 + (kind_at(tokens, at + 1) == "IN")
    timed = kind_at(tokens, end) == "TIME" or _is_clock(tokens, end)
    if tokens[at].value != "start" or not timed or not any(token.kind in _DAYS for token in kept):
        return 0
    return _until_time(tokens, end + 1) - at


def _time_beside(tokens: list[Token], at: int, kept: list[Token]) -> int:
    """Pass over «14.30», «14.30–15.15», «с 14.30 до 15.15» beside a day or a rhythm; «14.30» is no day of any month."""
    if _date_follows(tokens, at + 1):
        return 1
    if not any(token.kind in _DAYS for token in kept):
        return 0
    if kept[-1].kind in PREPOSITIONS:
        kept.pop()
    linked = kind_at(tokens, at + 1) in _UNTIL_A_TIME and _is_clock(tokens, at + 2)
    return 3 if linked else 1


def may_be_times(tokens: list[Token]) -> Iterator[Token]:
    """Yield what was read as a day and may be a time of the day before it: «до 23 октября, 18.10»."""
    for at, token in enumerate(tokens):
        if token.kind != "DM" or not _HOUR.fullmatch(token.text) or kind_at(tokens, at - 1) != "COMMA":
            continue
        before = tokens[at - 2]
        behind = before.kind == "DM" and before.value[::-1] > token.value[::-1]
        if before.kind in {"MONTH", "YEAR", "UNIT", "DMY"} or behind:
            yield token


def _date_follows(tokens: list[Token], at: int) -> bool:
    at += kind_at(tokens, at) == "DOT"  # of «мин.»
    kind = kind_at(tokens, at)
    return kind in {"DM", "DMY"} or (kind in NUMBERS and kind_at(tokens, at + 1) == "MONTH")
