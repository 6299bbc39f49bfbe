"""Tells whether a date or another clause begins ahead: there the words of a condition or an event end."""

from __future__ import annotations

from roadmapc.deadlines.grammar.captions import DATE_KINDS, OF_EACH
from roadmapc.deadlines.grammar.cursor import NUMBERS, Cursor
from roadmapc.deadlines.grammar.vocabulary import WEEKDAY_FORMS, Kind

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
_OF_SEASONS = frozenset({"осени", "зимы", "весны", "лета"})
_NAMES_OF_DAYS = frozenset(
    name for stem, endings, short in WEEKDAY_FORMS for name in (stem + endings.split()[0].strip("-"), *short.split())
)
"""As they stand alone: «вторник», «вт»."""
_IN_OR_UNTIL: frozenset[Kind] = frozenset({"IN", "UNTIL"})
_OF_AN_EDGE: frozenset[Kind] = frozenset({"MONTH", "SCHOOL", "YEAR", "CURRENT", "EACH"})
_PARTS = ("quarter", "half", "school_quarter", "ten_days", "week")
_BOUNDS: frozenset[Kind] = frozenset({"RARER", "LATER"})


def sees_date(cursor: Cursor) -> bool:
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


def sees_clause(cursor: Cursor) -> bool:
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


def sees_dates_in_brackets(cursor: Cursor) -> bool:
    """Say whether a bracket begins that dates the event: «за 45 дней до … (не позднее 26 января 2011 года)»."""
    if not cursor.sees("LPAR"):
        return False
    cursor.at += 1
    dated = sees_date(cursor) or cursor.sees("FROM", NUMBERS, "TO")
    cursor.at -= 1
    return dated


def sees_date_behind(cursor: Cursor) -> bool:
    """«по итогам четверти: ноябрь, январь»: dates stand behind a colon."""
    cursor.at += 1
    dated = sees_date(cursor)
    cursor.at -= 1
    return dated
