"""Reads what has no date of its own: conditions and events, and the words that belong to them."""

from __future__ import annotations

import re

from roadmapc.deadlines.grammar.captions import (
    DATE_KINDS,
    EVENT_WORDS,
    caption,
    caption_before,
    refuse_exception,
    refuse_hidden,
    refuse_mistyped_month,
    starts_phrase,
    starts_phrase_at,
)
from roadmapc.deadlines.grammar.cursor import NUMBERS, NUMERALS, Cursor, is_like_a_date_word
from roadmapc.deadlines.grammar.date_ahead import sees_clause, sees_date, sees_date_behind, sees_dates_in_brackets
from roadmapc.deadlines.grammar.one_date import point
from roadmapc.deadlines.grammar.statement import NOTHING, Statement
from roadmapc.deadlines.grammar.vocabulary import Kind
from roadmapc.diagnostics import Message

_EVENT_HEAD: frozenset[Kind] = frozenset(
    {"UNTIL", "NOT", "LATER", "BY", "AFTER", "IN", "FROM", "DURING", "DEADLINE_WORD"}
)
_BRACKETS: frozenset[Kind] = frozenset({"RPAR", "LPAR"})
_SEASONAL: frozenset[Kind] = frozenset({"PERIOD", "SCHOOL_BREAK"})
_IN_OR_ON: frozenset[Kind] = frozenset({"IN", "ON"})
_DOCUMENT_DATES: frozenset[Kind] = frozenset({"DMY", "DM"})
_DOCUMENT_NUMBER: frozenset[Kind] = frozenset({"NUM", "DASH", "SLASH", "DM", "WORD", "YEAR"})
_COUNTED = frozenset(
    ["рабочих", "рабочий", "рабочего", "календарных", "календарный", "ть", "ти", "х", "го", "полных", "банковских"]
)
"""What stands between a number and its unit: «5 (пяти) рабочих дней», «5-ти дней»."""
_ONE_OF_MONTH = frozenset({"неделя", "неделе", "неделю", "г"})
"""Forms by which «2 неделя» is the second week, while «2 недели» is a length of time."""
_DAY_TERM = re.compile("(?<!еже)(?:дневн|(?<!по)недельн(?!ик)|месячн)")  # and no «понедельник», no «ежемесячно»


def always(cursor: Cursor) -> Statement:
    """Read what goes on all the time.

    always = «постоянно» | «систематически» | «круглый год» | «на постоянной основе» | …
    e.g. all the time: «постоянно»
    """
    cursor.at += 1
    caption(cursor)
    return Statement(whole=True)


def phrase(cursor: Cursor, said: Statement) -> Statement | None:
    """Read a condition or an event, or a caption beside a date; None where none of them begins."""
    text = cursor.words_ahead()
    if text.startswith(("на постоянной основе", "круглый год")):
        cursor.at += 2 if text.startswith("на") else 1
        return always(cursor)
    if cursor.peek().kind == "AFTER" or text.startswith(EVENT_WORDS) or _names_an_event(cursor):
        return event(cursor)
    if starts_phrase(cursor):
        return condition(cursor)
    if caption_before(cursor):
        return NOTHING
    if said.items or said.yearly or cursor.each_year or said.rhythms:
        return NOTHING if caption(cursor) else None
    return None


def _names_an_event(cursor: Cursor) -> bool:
    """«при вводе в эксплуатацию», «в 10-дневный срок», «в отопительный период»; «при необходимости» is a condition."""
    at_something = cursor.peek().value == "при" and cursor.peek(1).kind == "WORD" and not starts_phrase(cursor)
    return at_something or sees_day_term(cursor) or _seasonal_work(cursor)


def _seasonal_work(cursor: Cursor) -> bool:
    """«в отопительный период», «в осенний призыв»: named after something that has no date here."""
    return cursor.sees(_IN_OR_ON, "WORD", _SEASONAL) or cursor.sees(_IN_OR_ON, "WORD", "WORD", "PERIOD")


def sees_named_period(cursor: Cursor) -> bool:
    """«весь пожароопасный период», «всего отопительного сезона»: a time that has a name and no dates here."""
    named = cursor.sees("WHOLE", "WORD") and not is_like_a_date_word(cursor.peek(1))
    return named and (cursor.peek(2).kind == "PERIOD" or cursor.peek(2).value in {"сезон", "сезона"})


def sees_day_term(cursor: Cursor) -> bool:
    """«в 10-дневный срок», «в трехдневный срок», «в недельный срок»."""
    words = cursor.words_ahead().split()
    return words[:1] == ["в"] and any(map(_DAY_TERM.search, words[1:]))


def condition(cursor: Cursor) -> Statement:
    """Take the words of a condition, up to a date or a clause that stands beside it.

    condition = ( «по графику» | «по мере» | «согласно» | «при наличии» | … ) words
    e.g. by another schedule or on a condition: «По графику УО»; «по мере необходимости»
    """
    start = cursor.at
    cursor.at += 1
    pass_over_words(cursor, stop_at_dates=True)
    return Statement(conditions=(cursor.rest(start),))


def event(cursor: Cursor, start: int | None = None) -> Statement:
    """Take the words that count from an event, to the end or to a clause parted by a comma.

    event = ( «после» | «через» | «в течение» duration | «не позднее чем за» duration | … ) words
    e.g. after an event: the dates stand beside it: «в течение 10 дней после утверждения»
    """
    begin = cursor.at if start is None else start
    cursor.at = max(cursor.at, begin)
    mentions = False
    while cursor.at < len(cursor.tokens) and not sees_clause(cursor) and not sees_dates_in_brackets(cursor):
        if cursor.sees("COLON") and sees_date_behind(cursor):
            break
        refuse_exception(cursor)
        refuse_mistyped_month(cursor)
        if cursor.peek().kind == "BLANK":
            raise cursor.fail(Message("a blank is not filled in"))
        mentions |= cursor.peek().kind in DATE_KINDS or _calendar_unit(cursor)
        cursor.at += 1
    if all(token.kind in _EVENT_HEAD for token in cursor.tokens[begin : cursor.at]):
        raise cursor.fail(Message("the wording breaks off here"), cursor.tokens[begin])
    if mentions:
        cursor.remark(Message("a date stands in the words of the event"))
    return Statement(events=(cursor.rest(begin),))


def _calendar_unit(cursor: Cursor) -> bool:
    """«после окончания квартала», «до начала нового учебного года»: the event may have a date."""
    return cursor.sees_unit("year", "quarter", "half", "school_quarter") and cursor.peek(-1).kind not in NUMBERS


def pass_over_words(cursor: Cursor, *, stop_at_dates: bool = False) -> None:
    """Pass over words up to a clause parted by a comma, or up to a date."""
    while cursor.at < len(cursor.tokens) and not sees_clause(cursor):
        if _document_reference(cursor):
            continue
        if cursor.peek().kind in _BRACKETS or (stop_at_dates and sees_date(cursor)):
            return
        if stop_at_dates and cursor.sees("COLON") and sees_date_behind(cursor):
            return
        if not stop_at_dates and cursor.sees("COMMA") and starts_phrase_at(cursor, 1):
            return  # «весь период, при наличии мест»: the condition is a clause of its own
        refuse_hidden(cursor)
        refuse_mistyped_month(cursor)
        cursor.at += 1


def _document_reference(cursor: Cursor) -> bool:
    """Pass over «от 12.05.2022 № 15»: the date of a document, not of the deadline."""
    dated = cursor.sees("WORD", _DOCUMENT_DATES) or cursor.sees("WORD", NUMERALS, "MONTH")
    if cursor.peek().value != "от" or not dated:
        return False
    cursor.at += 1
    point(cursor)
    if cursor.take("DOCREF"):
        while cursor.peek().kind in _DOCUMENT_NUMBER:
            cursor.at += 1
    return True


def sees_duration(cursor: Cursor, ahead: int = 0) -> bool:
    """Say whether a length of time stands ahead: «5 (пяти) рабочих дней».

    duration = number [ «рабочих» | «календарных» ] ( «дней» | «недель» | «месяцев» | «лет» | «часов» )
    """
    number = cursor.peek(ahead)
    if number.kind not in NUMBERS:
        return False
    ahead += 1
    while cursor.peek(ahead).kind in {"DASH", "COMMA"} or (
        cursor.peek(ahead).kind == "WORD" and cursor.peek(ahead).text.lower() in _COUNTED
    ):
        ahead += 1
    unit = cursor.peek(ahead)
    if unit.kind != "UNIT" or unit.value not in {"day", "week", "month", "year", "hour"}:
        return False
    text = unit.text.lower()
    if number.kind == "ORD":
        return text in {"дней", "дня", "день"} and number.value > 0
    return text not in _ONE_OF_MONTH
