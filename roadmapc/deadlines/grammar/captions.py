"""Reads names beside a date («8 сентября Международный день …») and sees where a condition or an event begins."""

from __future__ import annotations

import re

from roadmapc.deadlines.grammar.cursor import NUMBERS, Cursor, is_like_a_date_word, nearest_word
from roadmapc.deadlines.grammar.lexer import Token
from roadmapc.deadlines.grammar.vocabulary import CONDITION_HEADS, MONTH_WORDS, Kind
from roadmapc.diagnostics import Message

DATE_KINDS: frozenset[Kind] = frozenset({"DMY", "DM", "MY", "MONTH", "RHYTHM", "BADDATE"})
"""Tokens that are a date, or part of one, wherever they stand."""
_STARTS: frozenset[Kind] = frozenset({"PLUS", "DASH", "COLON", "WORD"})
_ENDS: frozenset[Kind] = frozenset({"COMMA", "SEMI", "LPAR", "RPAR"})
_SIGNS: frozenset[Kind] = frozenset({"DASH", "COLON"})
_HIDDEN: frozenset[Kind] = DATE_KINDS | {"BLANK"}
OF_EACH: frozenset[Kind] = frozenset({"UNIT", "WEEKDAY", "MONTH", "NUM", "ORD"})
"""What «каждый» makes a rhythm of; «каждый класс» is none."""
_OF_A_TIME: frozenset[Kind] = frozenset({"TO", "IN", "EACH", "ORD", "NUM"})
_ABOUT: frozenset[Kind] = frozenset({"ON", "FOR"})
_BEFORE_A_MONTH: frozenset[Kind] = frozenset({"NUM", "UNTIL", "FROM", "TO", "BY"})
_NO_NAMES: frozenset[Kind] = NUMBERS | {"AFTER", "DATE"}
"""What says something of the date even behind the name of an observance: «– день здоровья 15-го»."""
_NAMED_TIMES = {"День", "день", "Неделя", "Декада", "Месяц", "Год"}
"""What names of events begin with that are units else: «– День знаний»."""
_OBSERVANCES = (
    *("день", "недел", "декад", "месячник", "год ", "праздник", "юбилей", "годовщин"),
    *("международн", "всемирн", "всероссийск", "общероссийск"),
)
"""How the names of days begin that may stand beside their date unremarked: they say nothing else about it."""
_PARTS_OF_YEAR = ("quarter", "half", "school_quarter")
_NAMES: frozenset[Kind] = frozenset({"WORD", "STAGE", "AND"})
_LONGEST_NAME = 10
_SURE_DATES: frozenset[Kind] = frozenset({"UNTIL", "FROM", "NUM", "DM", "DMY", "MY", "IN", "MONTH", "RHYTHM"})
_DATED: frozenset[Kind] = _SURE_DATES | {"YEAR", "BY", "NOT", "ORD", "EDGE", "SEASON", "SEASONAL", "EACH", "ONCE"}
WHICH_END = Message("a beginning and a length of time: write the last day")
EXCEPTION = Message("an exception is not understood; write the dates that remain")
_EXCEPTIONS = {"кроме", "помимо", "исключая", "исключение", "исключением", "исключени", "перерыв"}
_TURNS = _EXCEPTIONS | {
    "затем",
    "потом",
    "или",
    "либо",
    "от",
    "вместо",
    "плюс",
    "минус",
    "между",
    "отмена",
    "отменено",
    "перенос",
    "перенесено",
}
"""Words that turn what is said of a date into something else: never a name."""
_COUNTED_IN = {"включая", "считая"}
_LONG_MONTH = 6  # letters: of five «карта» is as near to «марта»
_LATIN = re.compile("[a-z]", re.IGNORECASE)
_ROMAN = re.compile("[IVX]+")
EVENT_WORDS = ("во время", "в день", "в дни", "в ходе", "при заключени", "при подписани", "при прием", "при увольнени")
_HEADS = {first: tuple(beginnings.split("|")) for first, beginnings in CONDITION_HEADS.items()}


def starts_phrase(cursor: Cursor) -> bool:
    """Say whether a condition or an event begins here."""
    text = cursor.words_ahead()
    if text.startswith(EVENT_WORDS):
        return True
    words = [*text.split(" ", 2), "", ""]
    return _is_head(words[0], words[1]) or (words[0] in {"в", "во"} and _is_head(words[1], words[2]))


def _is_head(first: str, second: str) -> bool:
    """Say whether two words begin a condition: «по графику», «согласно …»."""
    beginnings = _HEADS.get(first)
    return beginnings is not None and second.startswith(beginnings)


def starts_phrase_at(cursor: Cursor, ahead: int) -> bool:
    """Say whether a condition or an event begins some tokens ahead."""
    cursor.at += ahead
    begins = starts_phrase(cursor)
    cursor.at -= ahead
    return begins


def caption(cursor: Cursor) -> bool:
    """Pass over the name of what happens on the date; False where none stands.

    Only the name of an observance («Всемирный день …») passes without a remark: any other word may say something about
    the date. What looks like a month, and any Latin letter, is never a name.

    caption = [ «–» | «:» ] word { word } | «+» words
    e.g. the name of an event behind its day: «8 сентября 2022 – День грамотности»
    """
    start = cursor.at
    if cursor.peek().kind not in _STARTS and not names_a_time(cursor):
        return False
    if cursor.sees(_SIGNS, NUMBERS, "STAGE"):  # «2017 год – 1 этап»
        cursor.at += 3
        return True
    if cursor.sees("PLUS"):
        while cursor.at < len(cursor.tokens):
            refuse_hidden(cursor)
            cursor.at += 1
        cursor.pass_over(start)
        return True
    ahead = int(cursor.sees(_SIGNS))
    word = cursor.peek(ahead)
    sign = cursor.peek()
    if sign.kind == "DASH" and word.kind == "WORD" and cursor.peek(-1).end == sign.start and sign.end == word.start:
        raise cursor.unknown(word)  # «апрель-мйа»
    name = word.text.capitalize() if word.text.isupper() else word.text
    named = word.kind == "WORD" or (ahead and name in _NAMED_TIMES) or names_a_time(cursor)
    if not named or starts_phrase(cursor) or (ahead and starts_phrase_at(cursor, 1)):
        return False
    cursor.at += ahead
    first, doubtful = cursor.at, False
    while cursor.at < len(cursor.tokens) and cursor.peek().kind not in _ENDS:
        refuse_hidden(cursor)
        _refuse_no_name(cursor)
        doubtful |= is_like_a_date_word(cursor.peek()) or (cursor.at > first and cursor.peek().kind in _NO_NAMES)
        cursor.at += 1
    if doubtful or not (cursor.rest(first).lower() + " ").startswith(_OBSERVANCES):
        cursor.pass_over(start)
    return True


def names_a_time(cursor: Cursor) -> bool:
    """Say whether «День учителя», «Неделя математики» stands here: a unit with a capital letter before its name."""
    text = cursor.peek().text
    return cursor.sees("UNIT", "WORD") and text[:1].isupper() and text.capitalize() in _NAMED_TIMES


def caption_before(cursor: Cursor) -> bool:
    """Pass over what happens, named before its date; False where no date follows, or a word may be a mistyped one.

    caption-before = word { word } [ «–» | «:» ] clause
    e.g. what happens, before its day: «прием заявок до 15 октября, проведение – 20 октября»
    """
    ahead = int(names_a_time(cursor))
    if (cursor.peek().kind not in _NAMES and not ahead) or starts_phrase(cursor):
        return False
    while cursor.peek(ahead).kind in _NAMES and ahead < _LONGEST_NAME:
        if not may_be_a_name(cursor.peek(ahead)):
            return False
        ahead += 1
    signed = cursor.peek(ahead).kind in _SIGNS
    start, following = cursor.at, cursor.peek(ahead + signed).kind
    staged = cursor.peek(ahead - 1).kind == "STAGE"
    if following == "LPAR" and (names_a_time(cursor) or staged):  # «День учителя (5 октября)», «школьный этап (май)»
        cursor.at += ahead
        return True
    if following not in (_DATED if signed else _SURE_DATES) or cursor.peek(ahead + signed - 1).kind == "NUM":
        return False
    if following == "NUM" and cursor.peek(ahead + signed + 1).kind not in {"MONTH", "DASH", "DATE"}:
        return False
    # «муниципальный этап 15 ноября»; of «этап 2 октября» the number may be the stage's
    stage = cursor.peek(ahead - 1).kind == "STAGE" and (signed or ahead > 1 or following != "NUM")
    cursor.at += ahead
    if not stage and not (cursor.rest(start).lower() + " ").startswith(_OBSERVANCES):
        cursor.pass_over(start)
    cursor.at += signed
    cursor.named = cursor.at
    return True


def may_be_a_name(token: Token) -> bool:
    """Say whether a word before a date says nothing of it: no mistyped month, no Latin letter, no «вместо»."""
    if token.kind != "WORD":
        return True
    foreign = _LATIN.search(token.text) and not _ROMAN.fullmatch(token.text)
    return not (foreign or token.value in _TURNS or is_like_a_date_word(token))


def _refuse_no_name(cursor: Cursor) -> None:
    """Refuse what is no name: «2025-Q4», «– Dec 2025», «– П квартал», «– Декабр»."""
    token = cursor.peek()
    if cursor.sees_unit(*_PARTS_OF_YEAR) and cursor.peek(-1).kind == "WORD":
        raise cursor.unknown(cursor.peek(-1))
    if token.kind == "WORD" and (_LATIN.search(token.text) or nearest_word(token.text)):
        raise cursor.unknown()


def refuse_hidden(cursor: Cursor) -> None:
    """Refuse a date, an exception or a mistyped month among words that are passed over."""
    token = cursor.peek()
    refuse_exception(cursor)
    if token.kind in _HIDDEN or cursor.sees("NUM", "MONTH"):
        raise cursor.unknown()
    before = cursor.peek(-1).kind
    if cursor.sees("EACH", OF_EACH) and before not in _ABOUT:  # «на каждый месяц» says for what
        raise cursor.unknown()
    if token.kind == "WEEKDAY" and before in _OF_A_TIME:  # «окружающей среды» is no day
        raise cursor.unknown()
    mistyped = token.kind == "WORD" and cursor.peek(-1).kind in _BEFORE_A_MONTH
    if mistyped and nearest_word(token.text) in MONTH_WORDS:
        raise cursor.unknown()


def refuse_mistyped_month(cursor: Cursor) -> None:
    """Refuse «до октбря», «по согласованию, октябь»: words of no event, but a month that would be lost."""
    token = cursor.peek()
    if token.kind == "WORD" and len(token.text) >= _LONG_MONTH and nearest_word(token.text) in MONTH_WORDS:
        raise cursor.unknown()


def refuse_exception(cursor: Cursor) -> None:
    """Refuse «кроме …», «не включая»: days that are taken away again would be printed nowhere."""
    token = cursor.peek()
    if token.kind == "WORD" and token.value in _EXCEPTIONS:
        raise cursor.fail(EXCEPTION)
    if token.kind == "NOT" and (cursor.peek(1).kind == "INCLUSIVE" or cursor.peek(1).value in _COUNTED_IN):
        raise cursor.fail(EXCEPTION)
