"""Passes over labels before a deadline («II этап –», «срок:») and the dashes that tie them to it."""

from __future__ import annotations

from roadmapc.deadlines.grammar.captions import may_be_a_name, starts_phrase, starts_phrase_at
from roadmapc.deadlines.grammar.cursor import DATES, NUMBERS, Cursor
from roadmapc.deadlines.grammar.lexer import Token
from roadmapc.deadlines.grammar.one_date import starts_date
from roadmapc.deadlines.grammar.statement import Statement
from roadmapc.deadlines.grammar.vocabulary import Kind
from roadmapc.deadlines.values import At, Month, Year
from roadmapc.russian.calendar import MONTHS

_STARTS: frozenset[Kind] = NUMBERS | {"STAGE", "SEASONAL", "DEADLINE_WORD", "PERIOD", "WORD", "EDGE"}
_NAME_KINDS: frozenset[Kind] = frozenset(
    {"WORD", "SCHOOL_BREAK", "SCHOOL", "UNIT", "AND", "STAGE", "DEADLINE_WORD", "EDGE"}
)
_LONGEST_NAME = 10
_NOMINATIVES = {forms[0] for forms in MONTHS}
_UNITS = ("quarter", "half", "school_quarter", "trimester", "week", "ten_days")
_SIGNS: frozenset[Kind] = frozenset({"DASH", "COLON"})
_NUMBERED: frozenset[Kind] = frozenset({"STAGE", "WORD"})
_LISTS: frozenset[Kind] = frozenset({"COMMA", "AND"})
_COUNTED = frozenset(
    [
        "занятие",
        "заседание",
        "группа",
        "тема",
        "поток",
        "сессия",
        "урок",
        "встреча",
        "блок",
        "консультация",
        "семинар",
        "выпуск",
        "шаг",
        "раздел",
        "форма",
    ]
)
"""What has a number before its date as a stage has: «заседание 2. Октябрь»."""
_STAGES: frozenset[Kind] = frozenset({"STAGE", "PERIOD"})
_AFTER_SEASON: frozenset[Kind] = DATES | {"FROM", "DASH"}
_CAPTIONS: frozenset[Kind] = frozenset({"DEADLINE_WORD", "PERIOD"})
_AFTER_CAPTION: frozenset[Kind] = frozenset({"COLON", "DASH", "UNTIL", "NOT", "FROM", "TO", "IN", "YEAR"})
_SURE_STARTS: frozenset[Kind] = DATES | {"FROM", "UNTIL", "NOT"}
_LIKELY_STARTS: frozenset[Kind] = frozenset({"MONTH", "YEAR", "NUM", "COMMA", "TO", "IN"})
_RANGE_STARTS: frozenset[Kind] = DATES | {"FROM"}
_AFTER_COLON: frozenset[Kind] = DATES | {
    *("FROM", "UNTIL", "NUM", "MONTH", "YEAR", "RHYTHM", "NOT", "IN", "WHOLE", "EDGE", "SEASON", "SEASONAL", "ORD"),
    *("CARD", "BY", "TO", "ALWAYS", "ONCE", "TWICE", "EACH", "DURING", "SCHOOL"),
}
_OF_WORK = ("исполнени", "реализаци", "проведени", "выполнени", "представлени", "сдачи")
_GOVERNED: frozenset[Kind] = frozenset({"UNTIL", "FROM", "IN", "NOT", "RHYTHM", "BY", "END", "WHOLE"})


def pass_over_dash(cursor: Cursor, said: Statement) -> bool:
    """Pass over a dash between a label or a rhythm and what it governs; False where the dash means a range."""
    if cursor.peek(1).kind in _GOVERNED or starts_date(cursor, 1):
        last = said.items[-1] if said.items else None
        captioned = isinstance(last, At) and isinstance(last.part, (Year, Month))
        if said.items and starts_date(cursor, 1) and not captioned:
            return False
        cursor.at += 1
        return True
    return False


def pass_over_label(cursor: Cursor) -> None:
    """Pass over «II этап (окружной) –», «1 период –», «III четверть –», «Осенние каникулы —», «срок:».

    label = ( number «этап» | number «период» | season «каникулы» | «срок» | words «:» ) [ «(» word «)» ] [ «–» | «:» ]
    e.g. a stage, a period or holidays before the deadline: «II этап – до 15 апреля 2023»
    """
    if cursor.peek().kind not in _STARTS:
        return
    start = cursor.at
    season = cursor.sees("SEASONAL", _AFTER_SEASON) and cursor.peek(2).kind != "SEASONAL"
    if cursor.sees("SEASONAL", "SCHOOL_BREAK"):
        cursor.at += 2
    elif pass_over_numbered_name(cursor):
        pass
    elif season or cursor.sees(_CAPTIONS, _AFTER_CAPTION):
        cursor.at += 1
    elif cursor.sees("DEADLINE_WORD", "WORD", _SURE_STARTS) and cursor.peek(1).value.startswith(_OF_WORK):
        cursor.at += 2
    elif not _words_before_colon(cursor):
        return
    if cursor.sees("LPAR", "WORD", "RPAR"):
        cursor.at += 3
    if cursor.sees("DASH", "WORD", "LPAR"):  # «Первый этап – школьный (январь–март 2018 года)»
        cursor.at += 2
        return
    if _is_label(cursor, start):
        cursor.skip("DASH", "COLON", "COMMA")
    else:
        cursor.at = start


def _is_label(cursor: Cursor, start: int) -> bool:
    """Say whether what was passed over since a token is a label: a sure date follows, or a likely one behind a stage.

    «III четверть» itself may be the deadline, so behind it only what cannot belong to it makes a label of it.
    """
    if cursor.sees(_SURE_STARTS) or (cursor.sees(_SIGNS) and not starts_phrase_at(cursor, 1)):
        return True
    a_part = cursor.sees_unit(*_UNITS, ahead=start + 1 - cursor.at)
    loose = cursor.tokens[start].kind not in {"SEASONAL", "WORD"} and not a_part
    return loose and cursor.sees(_LIKELY_STARTS)


def sees_numbered_name(cursor: Cursor) -> bool:
    """Say whether «II этап», «этап 2» or «1 период» stands here, or «III четверть» before a range of days."""
    if cursor.sees(NUMBERS, _STAGES) or (cursor.sees(NUMBERS, "WORD", _SIGNS) and cursor.peek(1).value in _COUNTED):
        return True
    if cursor.sees(_NUMBERED, NUMBERS) and _is_numbered(cursor.peek()):
        number, sign = cursor.peek(1), cursor.peek(2)  # «смена 1-21 мая», «этап 2 октября» name days
        if sign.kind in _LISTS and cursor.peek(3).kind in NUMBERS:  # «заседание 15, 20 октября»
            return False
        if sign.kind == "MONTH":
            return sign.text.lower() in _NOMINATIVES
        return not (cursor.sees(_NUMBERED, NUMBERS, "DASH", NUMBERS) and number.end == sign.start)
    ranged = cursor.sees(NUMBERS, "UNIT", "FROM") or cursor.sees(NUMBERS, "UNIT", _SIGNS, _RANGE_STARTS)
    return ranged and cursor.sees_unit(*_UNITS, ahead=1)


def may_be_numbered(cursor: Cursor) -> bool:
    """Say whether a name with a number may stand here: «2 этап», «этап 2», «заседание 2»."""
    return _is_numbered(cursor.peek(1)) or _is_numbered(cursor.peek())


def _is_numbered(token: Token) -> bool:
    return token.kind == "STAGE" or token.value in _COUNTED


def pass_over_numbered_name(cursor: Cursor) -> bool:
    """Pass over «этап 2», «2 этап» before its date; False where none stands. «этап 1 – 15 октября» may be a range."""
    if not sees_numbered_name(cursor):
        return False
    start, ranged = cursor.at, cursor.sees(_NUMBERED, NUMBERS, "DASH", NUMBERS)
    cursor.at += 2
    if ranged:
        cursor.pass_over(start)
    return True


def _words_before_colon(cursor: Cursor) -> bool:
    """«Дополнительные каникулы для первоклассников: с …»: words and a colon before sure dates."""
    if cursor.peek().kind not in {"WORD", "DEADLINE_WORD", "EDGE"} or starts_phrase(cursor):
        return False
    ahead = 0
    while cursor.peek(ahead).kind in _NAME_KINDS and ahead < _LONGEST_NAME:
        if not may_be_a_name(cursor.peek(ahead)):
            return False
        ahead += 1
    if ahead == 0 or cursor.peek(ahead).kind not in _SIGNS or cursor.peek(ahead + 1).kind not in _AFTER_COLON:
        return False
    start = cursor.at
    cursor.at += ahead
    if cursor.tokens[start].kind != "DEADLINE_WORD":  # «Срок исполнения: …» says nothing else
        cursor.pass_over(start)
    return True
