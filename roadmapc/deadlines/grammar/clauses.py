"""Reads clauses that hold dates: lists of them, «до …», «не позднее …», «к …»."""

from __future__ import annotations

from roadmapc.deadlines.grammar.captions import WHICH_END, caption
from roadmapc.deadlines.grammar.carried_over import range_of
from roadmapc.deadlines.grammar.conditions import event, sees_duration
from roadmapc.deadlines.grammar.cursor import DATES, END, NUMBERS, NUMERALS, Cursor, is_like, nearest_word
from roadmapc.deadlines.grammar.date_lists import WHICH_DAYS, date_list, sees_further_month
from roadmapc.deadlines.grammar.frames import frame
from roadmapc.deadlines.grammar.one_date import date, starts_date
from roadmapc.deadlines.grammar.recurrence import modified
from roadmapc.deadlines.grammar.rhythms import AT_MOST, sees_count, times
from roadmapc.deadlines.grammar.statement import NOTHING, Statement
from roadmapc.deadlines.grammar.vocabulary import Kind
from roadmapc.deadlines.values import (
    At,
    CalendarPart,
    Dated,
    Day,
    From,
    FromTo,
    Until,
    Year,
    lacks_year,
    parts_of,
)
from roadmapc.diagnostics import Message

MAY_BE_FIRST = Message("“until” a range of days: taken to its last day; it may mean its first")
_FOR_A_TIME = {"сроком", "продолжительностью", "длительностью"}
_SCHOOL = "учебного"
_MOST_WORDS_BEFORE_EVENT = 8
_ANCHORS: frozenset[Kind] = frozenset({"AFTER", "MOMENT", "FROM", "UNTIL", "STARTING", "LPAR"})
_UNBOUND: frozenset[Kind] = frozenset({"RARER", "OFTENER"})
_BETWEEN: frozenset[Kind] = frozenset({"AND", "COMMA", "SEMI"})
_SEASONS: frozenset[Kind] = frozenset({"SEASON", "SEASONAL"})
_DATED_EDGES: frozenset[Kind] = frozenset({"MONTH", "YEAR", "CURRENT", "PLAINYEAR"})


def dates(cursor: Cursor, said: Statement) -> Statement:
    """Read a list of dates, years that frame the rest, a count («1 раз в …»), or a duration that an event begins.

    dates = frame | times | event | date-list [ [ «–» ] «до» date ] [ modifier ] [ caption ]
    """
    counted = cursor.peek().kind in NUMBERS
    if found := frame(cursor, said) or (times(cursor) if counted else None):
        return found
    if counted and sees_duration(cursor):
        if said.items and isinstance(said.items[-1], From):
            raise cursor.fail(WHICH_END)
        if not any(_counts_from(cursor, ahead) for ahead in range(1, _MOST_WORDS_BEFORE_EVENT)):
            raise cursor.fail(Message("a duration without a beginning: from which day is it counted?"))
        return event(cursor)
    refuse_neighbour(cursor)
    behind = parts_of(said.items[-1])[-1:] if said.items and cursor.peek(-1).kind in _BETWEEN else ()
    if any(sees_further_month(cursor, part) for part in behind):
        raise cursor.fail(WHICH_DAYS)
    if behind and isinstance(said.items[-1], FromTo) and cursor.sees("YEAR") and not lacks_year(behind[0]):
        raise cursor.fail(Message("which days of the further years are meant is not said"))
    items: list[Dated] = [*date_list(cursor)]
    last = items[-1]
    dashed = cursor.sees("DASH", "UNTIL") and not cursor.sees("DASH", "UNTIL", NUMERALS, "DATE")
    if (
        isinstance(last, At)
        and not (dashed and isinstance(last.part, Year))
        and (dashed or _sees_last_day(cursor, last.part))
    ):
        cursor.at += 1 + dashed
        items[-1] = range_of(cursor, last.part, date(cursor))
        cursor.remark(Message("a range and a day in it: due on that day"))
    return dated(cursor, said, items)


def _sees_last_day(cursor: Cursor, first: CalendarPart) -> bool:
    """Say whether «до 20 октября» follows a day with nothing between them: «15 октября до 20 октября»."""
    day = cursor.sees("UNTIL", DATES) or cursor.sees("UNTIL", NUMERALS, "MONTH")
    return day and isinstance(first, Day) and first.month is not None


def dated(cursor: Cursor, said: Statement, items: list[Dated]) -> Statement:
    """Return what dates say with their modifier; pass over the caption behind them."""
    if cursor.peek() is END and not cursor.each_month:
        return Statement(items=tuple(items))  # most wordings end here
    found = modified(cursor, said, items)
    cursor.date_end = cursor.at
    if isinstance(items[-1], From) and cursor.peek().value in _FOR_A_TIME:
        raise cursor.fail(WHICH_END)  # «с 15 октября сроком на 1 месяц»
    caption(cursor)
    return found


def _counts_from(cursor: Cursor, ahead: int) -> bool:
    """Say whether «с момента», «после», «со дня» stands ahead: what a duration is counted from."""
    token, following = cursor.peek(ahead), cursor.peek(ahead + 1)
    return token.kind in {"MOMENT", "AFTER"} or (token.kind == "FROM" and following.value == "day")


def refuse_neighbour(cursor: Cursor) -> None:
    """Refuse a second date with nothing between it and the first: they may be two rows."""
    if cursor.date_end == cursor.at:
        raise cursor.fail(Message("two dates with nothing between them"))


def until(cursor: Cursor, said: Statement) -> Statement:
    """Read «до …», «не позднее …», «к …», with all the dates of its list.

    until = ( «до» | «не позднее» [ «чем» ] | «к» | «в срок до» ) [ «конца» ] date-list [ modifier ] [ caption ] | event
    e.g. not later than: «до 30 сентября»; «к концу 2022 года»
    """
    if cursor.sees("NOT", _UNBOUND):
        raise cursor.unknown(cursor.peek(1))
    if (said.items or said.rhythms) and _pass_over_most(cursor):
        return NOTHING
    if not (said.items and isinstance(said.items[-1], (At, FromTo))):
        refuse_neighbour(cursor)
    start = cursor.at
    cursor.skip("UNTIL", "NOT", "LATER", "BY", "COMMA", "COLON")
    skip_than(cursor)
    if cursor.tokens[start].kind == "UNTIL" and sees_count(cursor, 0):
        raise cursor.fail(AT_MOST, cursor.tokens[start])
    if cursor.tokens[start].kind == "UNTIL" and sees_duration(cursor) and not _has_anchor(cursor):
        raise cursor.fail(Message("a duration without a beginning: from which day is it counted?"))
    if cursor.sees("MOMENT") or sees_duration(cursor) or _sees_day_length(cursor) or not _sees_due_date(cursor):
        return event(cursor, start)
    if cursor.sees("EDGE") and cursor.tokens[start].kind == "BY":
        cursor.remark(Message("the exact day is not named: taken by convention"))
    items = [Until(item.part) if isinstance(item, At) else item for item in date_list(cursor)]
    if any(isinstance(item, FromTo) for item in items):
        raise cursor.fail(Message("“until” takes a day, not a range"), cursor.tokens[start])
    return dated(cursor, said, [*items])


def _pass_over_most(cursor: Cursor) -> bool:
    """Pass over «, до 20 человек»: how many, not until when; False where none stands."""
    counted = cursor.sees("UNTIL", "NUM", "WORD") and cursor.peek(-1).kind == "COMMA"
    if not counted or sees_duration(cursor, 1) or nearest_word(cursor.peek(2).text):
        return False
    start = cursor.at
    cursor.at += 3
    cursor.pass_over(start)
    return True


def _has_anchor(cursor: Cursor) -> bool:
    """Say whether words behind a duration tell what it is counted from; «до 2 недель» says nothing."""
    rest = cursor.tokens[cursor.at :]
    return any(token.kind in _ANCHORS for token in rest) or sum(token.kind == "WORD" for token in rest) > 1


def _sees_day_length(cursor: Cursor) -> bool:
    """Say whether «10-дневного срока» stands ahead."""
    return cursor.sees("NUM", "DASH", "WORD") and cursor.peek(2).value.startswith(("дневн", "недельн", "месячн"))


def skip_than(cursor: Cursor) -> None:
    """«не позднее, чем 15 мая», «не позднее чем до 15 мая»; «чем за 10 дней до …» is an event."""
    if cursor.peek().value == "чем":
        if cursor.sees("WORD", "UNTIL"):
            cursor.at += 2
        elif cursor.sees("WORD", NUMERALS, "MONTH") or cursor.sees("WORD", DATES):
            cursor.at += 1


def _sees_due_date(cursor: Cursor) -> bool:
    """Say whether a date follows «до»; «до конца I квартала» is until the quarter."""
    if not starts_date(cursor):
        return False
    parted = cursor.sees("EDGE", NUMBERS, "UNIT") or cursor.sees("EDGE", _SEASONS)
    if parted and cursor.peek().value == "end":
        cursor.at += 1
    elif cursor.sees(NUMBERS, "UNIT") and cursor.sees_unit("quarter", "half", "school_quarter", ahead=1):
        cursor.remark(MAY_BE_FIRST)
    return not cursor.sees("EDGE") or _is_dated_edge(cursor)


def _is_dated_edge(cursor: Cursor) -> bool:
    """Say whether the edge ahead is one of a month or year and not, say, «начала занятий»."""
    if cursor.peek(1).kind in _DATED_EDGES:
        return True
    if cursor.peek(1).kind == "SCHOOL":
        return cursor.sees_unit("year", ahead=2)
    if is_like(cursor.peek(1), _SCHOOL) and cursor.sees_unit("year", ahead=2):
        raise cursor.mistyped(cursor.peek(1), _SCHOOL)
    return cursor.sees_unit("year", "month", ahead=1)
