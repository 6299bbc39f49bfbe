"""Reads what has no date of its own: conditions and events, and the words that belong to them."""

from __future__ import annotations

import re

from roadmapc.deadlines.grammar.captions import (
    DATE_KINDS,
    EVENT_WORDS,
    OF_EACH,
    caption,
    caption_before,
    refuse_exception,
    refuse_hidden,
    refuse_mistyped_month,
    starts_phrase,
    starts_phrase_at,
)
from roadmapc.deadlines.grammar.cursor import NUMBERS, NUMERALS, Cursor, is_like_a_date_word
from roadmapc.deadlines.grammar.one_date import point
from roadmapc.deadlines.grammar.statement import NOTHING, Statement
from roadmapc.deadlines.grammar.vocabulary import WEEKDAY_FORMS, Kind
from roadmapc.diagnostics import Message

_DATE_STARTS: frozenset[Kind] = frozenset(
    {
        *DATE_KINDS,
        *NUMBERS,
        *("UNTIL", "FROM", "IN", "ON", "TO", "NOT", "YEAR", "EACH", "ONCE", "TWICE", "WEEKDAY"),
        *("EDGE", "SEASON", "SEASONAL"),
    }
)
_BEFORE_A_DATE: frozenset[Kind] = frozenset({"UNTIL", "FROM", "IN", "ON", "TO"})
_SURE_DATES: frozenset[Kind] = frozenset({"DMY", "DM", "MONTH", "YEAR", "BADDATE"})
_CLAUSE_LINKS: frozenset[Kind] = frozenset({"COMMA", "SEMI", "BUT", "DASH"})
_CLAUSE_STARTS: frozenset[Kind] = DATE_KINDS | {"YEAR", "ONCE", "TWICE", "EACH"}
_NUMBER_LINKS: frozenset[Kind] = frozenset({"DASH", "COMMA", "AND", "TO", "UNTIL"})
_FARTHEST = 10  # tokens ahead: a list of more numbers is no list of days
_ENDS_OF_RANGES: frozenset[Kind] = frozenset({"MONTH", "DM", "DMY", "MY", "NUM", "ORD", "YEAR", "DATE"})
_AFTER_PREPOSITION: frozenset[Kind] = frozenset({"NUM", "DMY", "DM", "YEAR", "MONTH", "BADDATE", "ORD"})
_EVENT_HEAD: frozenset[Kind] = frozenset(
    {"UNTIL", "NOT", "LATER", "BY", "AFTER", "IN", "FROM", "DURING", "DEADLINE_WORD"}
)
_OF_SEASONS = frozenset({"осени", "зимы", "весны", "лета"})
_NAMES_OF_DAYS = frozenset(
    name for stem, endings, short in WEEKDAY_FORMS for name in (stem + endings.split()[0].strip("-"), *short.split())
)
"""As they stand alone: «вторник», «вт»."""
_IN_OR_UNTIL: frozenset[Kind] = frozenset({"IN", "UNTIL"})
_OF_AN_EDGE: frozenset[Kind] = frozenset({"MONTH", "SCHOOL", "YEAR", "CURRENT", "EACH"})
_PARTS = ("quarter", "half", "school_quarter", "ten_days", "week")
_BRACKETS: frozenset[Kind] = frozenset({"RPAR", "LPAR"})
_SEASONAL: frozenset[Kind] = frozenset({"PERIOD", "SCHOOL_BREAK"})
_IN_OR_ON: frozenset[Kind] = frozenset({"IN", "ON"})
_DOCUMENT_DATES: frozenset[Kind] = frozenset({"DMY", "DM"})
_DOCUMENT_NUMBER: frozenset[Kind] = frozenset({"NUM", "DASH", "SLASH", "DM", "WORD", "YEAR"})
_BOUNDS: frozenset[Kind] = frozenset({"RARER", "LATER"})
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
    while cursor.at < len(cursor.tokens) and not _sees_clause(cursor) and not _sees_dates_in_brackets(cursor):
        if cursor.sees("COLON") and _sees_date_behind(cursor):
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


def _sees_dates_in_brackets(cursor: Cursor) -> bool:
    """Say whether a bracket begins that dates the event: «за 45 дней до … (не позднее 26 января 2011 года)»."""
    if not cursor.sees("LPAR"):
        return False
    cursor.at += 1
    dated = _sees_date(cursor) or cursor.sees("FROM", NUMBERS, "TO")
    cursor.at -= 1
    return dated


def _sees_date_behind(cursor: Cursor) -> bool:
    """«по итогам четверти: ноябрь, январь»: dates stand behind a colon."""
    cursor.at += 1
    dated = _sees_date(cursor)
    cursor.at -= 1
    return dated


def _calendar_unit(cursor: Cursor) -> bool:
    """«после окончания квартала», «до начала нового учебного года»: the event may have a date."""
    return cursor.sees_unit("year", "quarter", "half", "school_quarter") and cursor.peek(-1).kind not in NUMBERS


def pass_over_words(cursor: Cursor, *, stop_at_dates: bool = False) -> None:
    """Pass over words up to a clause parted by a comma, or up to a date."""
    while cursor.at < len(cursor.tokens) and not _sees_clause(cursor):
        if _document_reference(cursor):
            continue
        if cursor.peek().kind in _BRACKETS or (stop_at_dates and _sees_date(cursor)):
            return
        if stop_at_dates and cursor.sees("COLON") and _sees_date_behind(cursor):
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


def _sees_date(cursor: Cursor) -> bool:
    """Say whether a date begins here, with or without its preposition."""
    if cursor.peek().kind not in _DATE_STARTS:
        return False
    ahead = int(cursor.peek().kind in _BEFORE_A_DATE)
    if _sees_numbers(cursor, ahead) or _sees_loose_time(cursor, ahead):
        return True
    if cursor.sees(_BEFORE_A_DATE, _SURE_DATES) or cursor.sees("NOT", _BOUNDS):
        return True
    if _sees_part(cursor) or _sees_days(cursor, 0):
        return True
    counted = cursor.peek().kind in {"NUM", "CARD"} and cursor.peek(1).kind == "ONCE"
    return cursor.peek().kind in DATE_KINDS or cursor.sees("YEAR") or counted


def _sees_numbers(cursor: Cursor, ahead: int) -> bool:
    """Say whether days stand ahead: «15-20 октября», «с 12 по 16 октября», «5, 15, 25 числа»; «1, 3 четверть», too."""
    if cursor.peek(ahead).kind not in NUMBERS or cursor.peek(ahead - 1).kind == "DOCREF":
        return False  # «согласно приказу № 15, 20 октября»
    behind = _behind_numbers(cursor, ahead)
    kind = cursor.peek(behind).kind
    of_month = cursor.peek(behind + 1).kind == "MONTH"
    parts = kind == "UNIT" and (
        cursor.sees_unit("quarter", "half", "school_quarter", ahead=behind)
        or (cursor.sees_unit("ten_days", "week", ahead=behind) and (of_month or behind > ahead + 1))
    )
    return (
        kind in {"MONTH", "DATE"}
        or parts
        or (kind == "ONCE" and behind > ahead + 1)
        or (kind in {"WEEKDAY", "HALFPART"} and of_month)
    )


def _sees_loose_time(cursor: Cursor, ahead: int) -> bool:
    """Say whether a season, holidays or an edge of a month stand ahead: «осень», «зимние каникулы», «конец октября»."""
    kind, after = cursor.peek(ahead).kind, cursor.peek(ahead + 1).kind
    if kind == "EDGE":
        return after == "MONTH"
    of_words = not ahead and cursor.peek().text.lower() in _OF_SEASONS  # «в рамках Недели осени» is none
    return (kind == "SEASON" and not of_words) or (kind == "SEASONAL" and after == "SCHOOL_BREAK")


def _behind_numbers(cursor: Cursor, ahead: int) -> int:
    """Return how far ahead the token behind a number lies, or behind a range or a list of them."""
    while cursor.peek(ahead + 1).kind in _NUMBER_LINKS and cursor.peek(ahead + 2).kind in NUMBERS and ahead < _FARTHEST:
        ahead += 2
    return ahead + 1


def _sees_part(cursor: Cursor) -> bool:
    """Say whether «в конце октября», «в I полугодии» or «в первую неделю октября» stands here."""
    if not cursor.sees(_IN_OR_UNTIL):
        return False
    if cursor.peek(1).kind == "EDGE":
        return cursor.peek(2).kind in _OF_AN_EDGE or cursor.sees_unit("month", "year", ahead=2)
    return cursor.sees(_IN_OR_UNTIL, NUMBERS, "UNIT") and cursor.sees_unit(*_PARTS, ahead=2)


def _sees_days(cursor: Cursor, ahead: int) -> bool:
    """Say whether days that recur are named ahead: «по пятницам», «каждую среду», «раз в неделю», «до 15 числа»."""
    first, second, third = (cursor.peek(ahead + n).kind for n in range(3))
    if first == "EACH":  # «по графику на каждую неделю», «по плану каждого класса» are none
        return second in OF_EACH and cursor.peek(ahead - 1).kind not in {"ON", "FOR"}
    if first == "WEEKDAY":
        return cursor.peek(ahead).text.lower() in _NAMES_OF_DAYS  # «графику среды» is none
    if first in {"ONCE", "TWICE"} or (first in NUMBERS and second in {"WEEKDAY", "DATE"}):
        return True
    if first == "IN" and second in {"EACH", "WEEKDAY"}:
        return second == "WEEKDAY" or third in OF_EACH
    if first == "TO":
        return second == "WEEKDAY"
    return first in _BEFORE_A_DATE and second in NUMBERS and third in {"WEEKDAY", "DATE"}


def _sees_clause(cursor: Cursor) -> bool:
    """Say whether another clause begins behind a comma, dash or «но»."""
    if not cursor.sees(_CLAUSE_LINKS):
        return False
    ahead = cursor.after_commas()
    kind, after = cursor.peek(ahead).kind, cursor.peek(ahead + 1).kind
    if _is_of_one(cursor, kind):
        return False
    if _sees_days(cursor, ahead):
        return True
    if kind in NUMBERS:
        single = after == "ONCE" or (after == "UNIT" and cursor.sees_unit(*_PARTS, ahead=ahead + 1))
        return single or _sees_numbers(cursor, ahead)
    if kind in {"UNTIL", "FROM", "IN", "ON", "BY"}:
        edge = cursor.peek(ahead + 2).kind in _OF_AN_EDGE or cursor.sees_unit("month", "year", ahead=ahead + 2)
        return after in _AFTER_PREPOSITION or (after == "EDGE" and kind in _IN_OR_UNTIL and edge)
    return kind in _CLAUSE_STARTS or (kind == "NOT" and after in {"RARER", "LATER", "OFTENER"})


def _is_of_one(cursor: Cursor, following: Kind) -> bool:
    """«15, 16, 17 октября», «26 октября – 3 ноября», «2024, 2025 годов»: what has begun goes on behind the sign."""
    before, sign = cursor.peek(-1).kind, cursor.peek().kind
    if sign == "DASH":
        return before in _ENDS_OF_RANGES and (following in _ENDS_OF_RANGES or following in NUMBERS)
    listed = before in NUMBERS and following in NUMBERS and cursor.peek(-2).kind != "DOCREF"
    return listed or (before == following and following in {"YEAR", "MONTH"})


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
