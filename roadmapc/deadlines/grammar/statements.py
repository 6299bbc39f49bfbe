"""Reads the clauses of a wording one after another; which kind each is, its first word decides."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

from roadmapc.deadlines.grammar.along import along
from roadmapc.deadlines.grammar.brackets import in_brackets
from roadmapc.deadlines.grammar.captions import caption, names_a_time, refuse_exception, refuse_hidden, starts_phrase
from roadmapc.deadlines.grammar.clauses import dates, until
from roadmapc.deadlines.grammar.conditions import always, phrase
from roadmapc.deadlines.grammar.cursor import NUMBERS, Cursor, nearest_word
from roadmapc.deadlines.grammar.exceptions import months_excepted, sees_months_excepted
from roadmapc.deadlines.grammar.labels import may_be_numbered, pass_over_dash, pass_over_label, pass_over_numbered_name
from roadmapc.deadlines.grammar.narrowing import APART
from roadmapc.deadlines.grammar.prepositions import for_each, inside
from roadmapc.deadlines.grammar.recurrence import each
from roadmapc.deadlines.grammar.rhythms import bare_weekdays, rhythm, times
from roadmapc.deadlines.grammar.since import begin_and_end, bound, since, starting
from roadmapc.deadlines.grammar.statement import NOTHING, Statement, joined
from roadmapc.deadlines.grammar.vocabulary import Kind
from roadmapc.deadlines.grammar.whole_periods import whole
from roadmapc.deadlines.values import At, Day, FromTo, Until, needs_month, parts_of
from roadmapc.diagnostics import Message


def statements(cursor: Cursor) -> Statement:
    """Read all clauses to the end of the text.

    deadline = ( begin-and-end | [ label ] clause ) { [ «,» | «;» | «и» | «–» ] ( clause | bracket ) }
    """
    cursor.skip("DASH", "COLON")
    said = begin_and_end(cursor) or NOTHING
    if not said.items:
        pass_over_label(cursor)
    while cursor.at < len(cursor.tokens):
        kind = cursor.tokens[cursor.at].kind
        if kind in _BETWEEN or (kind == "SLASH" and cursor.stands_apart()):
            cursor.at += 1
        elif kind == "LATERON":
            cursor.at += 1
            if not starts_phrase(cursor):  # «2024 г., далее по мере необходимости»
                said = joined(said, Statement(onwards=True))
        elif may_be_numbered(cursor) and pass_over_numbered_name(cursor):
            cursor.bracketed = len(said.items)
            cursor.at += 3 * cursor.sees("LPAR", "WORD", "RPAR")
            cursor.skip("DASH", "COLON")
        elif kind == "LPAR":
            said = bracket(cursor, said)
        elif not (kind == "DASH" and pass_over_dash(cursor, said)):
            said = joined(said, clause(cursor, said))
    return said


def clause(cursor: Cursor, said: Statement) -> Statement:
    """Read one clause, chosen by its first word.

    clause = dates | until | bound | since | inside | along | rhythm | times | each | whole | always | condition | event
           | caption-before | months-excepted
    """
    start = cursor.at
    if sees_months_excepted(cursor):
        return months_excepted(cursor)
    refuse_exception(cursor)
    kind = cursor.peek().kind
    if kind == "NUM" and (said.rhythms or said.items or said.yearly) and _pass_over_quantity(cursor):
        return NOTHING
    if place := for_each(cursor, said):
        return place
    production = _CLAUSES.get(kind, phrase)
    found = production(cursor, said)
    if found is None or cursor.at == start:
        raise cursor.unknown()
    if (said.rhythms or said.weekdays) and _is_another_time(cursor, said, found, start):
        raise cursor.fail(APART, cursor.tokens[start])
    if said.items and _is_of_others(said, found):
        raise cursor.fail(APART, cursor.tokens[start])  # «октябрь – еженедельно, ноябрь – ежемесячно»
    return found


def _is_another_time(cursor: Cursor, said: Statement, found: Statement, start: int) -> bool:
    """«по вторникам и в мае», «еженедельно, итоговое заседание – май»: no time of what recurs in weeks or months."""
    apart = cursor.named == start or cursor.tokens[start - 1].kind in _APART
    often = said.weekdays or any(every.unit in _OFTEN for every in said.rhythms)
    return bool(apart and often and not said.items) and any(
        isinstance(item, (At, Until)) and not any(map(needs_month, parts_of(item))) for item in found.items
    )


def _is_of_others(said: Statement, found: Statement) -> bool:
    """Say whether days of the week, or a rhythm, follow others between which dates stand."""
    days = all(one.weekdays or any(every.weekdays for every in one.rhythms) for one in (said, found))
    units = [{every.unit for every in one.rhythms if not every.items} for one in (said, found)]
    return days or (all(units) and units[0] != units[1])


def _pass_over_quantity(cursor: Cursor) -> bool:
    """Pass over «2 пробы», «10–15 проб» behind a comma: how much, not when; False where none stands."""
    counted = cursor.sees("NUM", "WORD") or cursor.sees("NUM", "DASH", "NUM", "WORD")
    if cursor.peek(-1).kind not in _BEFORE_A_QUANTITY or not counted:
        return False
    start = cursor.at
    cursor.at += 1 + 2 * cursor.sees("NUM", "DASH")
    if nearest_word(cursor.peek().text):  # «2 мартя» is a day
        cursor.at = start
        return False
    while cursor.peek().kind not in {"COMMA", "SEMI", "LPAR", "RPAR", "END"}:
        refuse_hidden(cursor)
        cursor.at += 1
    cursor.pass_over(start)
    return True


_BEFORE_A_QUANTITY: frozenset[Kind] = frozenset({"COMMA", "SEMI", "LPAR", "DASH", "RHYTHM", "UNIT"})


def bracket(cursor: Cursor, said: Statement) -> Statement:
    """Read what stands in brackets: clauses like any other, or words that explain; return all that is said so far.

    bracket = «(» ( word { word } | clause { «,» clause } ) [ «)» ]
    e.g. days in brackets behind a month: «май 2022 (16.05 – 20.05)»
    """
    cursor.at += 1
    start, count = cursor.at, len(said.items)
    beside = said.items or said.frame
    if names_a_time(cursor) and caption(cursor):  # «5 октября (День учителя)»
        pass
    elif (
        not starts_phrase(cursor)
        and not sees_months_excepted(cursor)
        and (cursor.peek().kind == "WORD" or (beside and _explains(cursor)))
    ):
        while cursor.peek().kind not in {"RPAR", "END"}:
            refuse_hidden(cursor)
            cursor.at += 1
        cursor.pass_over(start)
    while cursor.peek().kind not in {"RPAR", "END"}:
        if not pass_over_numbered_name(cursor) and not cursor.take(
            "COMMA", "SEMI", "AND", "COLON", "DASH", "INCLUSIVE"
        ):
            said = joined(said, clause(cursor, said))
    cursor.take("RPAR")
    if said.events and len(said.items) > count == 0:
        return _of_event(cursor, said, start)
    return in_brackets(cursor, said, count)


def _of_event(cursor: Cursor, said: Statement, start: int) -> Statement:
    """«за 45 дней до … (не позднее 26 января)»: the brackets say when; «… (5 ноября)» may date the event itself."""
    before = {token.kind for token in cursor.tokens[:start]}
    a_day = any(isinstance(item, At) and isinstance(item.part, Day) for item in said.items)
    lasting = any(token.kind == "SCHOOL_BREAK" or token.value in _FEASTS for token in cursor.tokens[:start])
    if lasting and before & _BEFORE_AND_AFTER and any(isinstance(item, FromTo) for item in said.items):
        raise cursor.fail(_OF_THE_EVENT, cursor.tokens[start])  # «после каникул (28 октября – 5 ноября)»
    if not a_day or not before & _BEFORE_AND_AFTER:
        return said._replace(events=())
    if before & _LENGTHS:
        raise cursor.fail(_OF_THE_EVENT, cursor.tokens[start])
    return said


def _explains(cursor: Cursor) -> bool:
    """Say whether a bracket holds nothing of a calendar: «(по штемпелю отправки)», «(в один этап)»."""
    ahead = 0
    while (token := cursor.peek(ahead)).kind not in {"RPAR", "END"} and ahead < _LONGEST_REMARK:
        if token.kind in _CALENDAR_KINDS:
            return False
        ahead += 1
    return (
        ahead > 0
        and cursor.peek(ahead).kind == "RPAR"
        and any(cursor.peek(n).kind in {"WORD", "STAGE"} for n in range(ahead))
    )


def _refuse_blank(cursor: Cursor, _: Statement) -> NoReturn:
    """Refuse an unfilled form or a reference to a document."""
    raise cursor.fail(Message("this is no deadline: an unfilled form or a document's number"))


def _refuse_time(cursor: Cursor, _: Statement) -> NoReturn:
    """Refuse a time of day without a date."""
    raise cursor.fail(Message("a time of day is no deadline; name the day"))


_OF_THE_EVENT = Message("the day in brackets may be that of the event; write “not later than …”")
_FEASTS = {"праздников", "праздники", "праздниками", "праздника"}
_BEFORE_AND_AFTER: frozenset[Kind] = frozenset({"AFTER", "UNTIL", "FROM"})
_LENGTHS: frozenset[Kind] = NUMBERS | {"FOR", "DURING"}
"""What tells that a length of time is counted before or after an event."""
_LONGEST_REMARK = 12
_CALENDAR_KINDS: frozenset[Kind] = frozenset(
    {
        *("DM", "DMY", "MY", "BADDATE", "YEAR", "MONTH", "WEEKDAY", "UNIT", "SEASON", "SEASONAL", "SCHOOL_BREAK"),
        *("EDGE", "HALFPART", "DATE", "RHYTHM", "ONCE", "TWICE", "EACH", "ALWAYS", "WHOLE", "DURING", "BLANK"),
        *("TIME", "REPORTED"),
    }
)
_APART: frozenset[Kind] = frozenset({"AND", "SEMI"})
_OFTEN = {"month", "week", "ten_days", "day"}
_BETWEEN: frozenset[Kind] = frozenset({"COMMA", "SEMI", "AND", "COLON", "BUT", "INCLUSIVE"})
_DATE_STARTS: tuple[Kind, ...] = (
    *("NUM", "ORD", "CARD", "DM", "DMY", "MY", "BADDATE", "MONTH", "YEAR", "SEASON", "SEASONAL", "EDGE"),
    "SCHOOL_BREAK",
)
_Production = Callable[[Cursor, Statement], Statement | None]
_CLAUSES: dict[Kind, _Production] = {
    **dict.fromkeys(_DATE_STARTS, dates),
    "UNTIL": until,
    "BY": until,
    "NOT": bound,
    "FROM": since,
    "STARTING": starting,
    "IN": inside,
    "ON": inside,
    "FOR": inside,
    "DURING": inside,
    "TO": lambda cursor, _: along(cursor),
    "RHYTHM": lambda cursor, _: rhythm(cursor),
    "EACH": each,
    "ONCE": lambda cursor, _: times(cursor),
    "TWICE": lambda cursor, _: times(cursor),
    "WHOLE": whole,
    "SCHOOL": lambda cursor, said: (whole if cursor.sees_unit("year", ahead=1) else phrase)(cursor, said),
    "ALWAYS": lambda cursor, _: always(cursor),
    "WEEKDAY": bare_weekdays,
    "BLANK": _refuse_blank,
    "DOCREF": _refuse_blank,
    "TIME": _refuse_time,
}
"""The production that a clause's first word chooses; any other word may begin a condition, an event or a caption."""
