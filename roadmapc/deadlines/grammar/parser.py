"""The grammar of deadlines: the clauses of a wording, then their sum as one value.

Recursive descent by composition: a production is a function of the cursor that returns a frozen value; where it depends
on the clauses before it, it is given what they have `said`. Its docstring holds its line of the grammar, and
`docs/deadlines.md` is made of these lines. Each clause begins with a word that decides it, so the parser never goes
back further than a few tokens and its time is linear in the length of the text.
"""

from __future__ import annotations

import re
from itertools import pairwise

from roadmapc.deadlines.errors import DeadlineError
from roadmapc.deadlines.grammar.captions import EXCEPTION
from roadmapc.deadlines.grammar.combining import combined
from roadmapc.deadlines.grammar.cursor import NUMBERS, Cursor
from roadmapc.deadlines.grammar.day_times import may_be_times
from roadmapc.deadlines.grammar.joined_words import unparted
from roadmapc.deadlines.grammar.lexer import tokens
from roadmapc.deadlines.grammar.narrowing import APART
from roadmapc.deadlines.grammar.noise import without_noise
from roadmapc.deadlines.grammar.separate_deadlines import YEAR_CAPTION, separate
from roadmapc.deadlines.grammar.statements import statements
from roadmapc.deadlines.grammar.vocabulary import Kind
from roadmapc.deadlines.values import Deadline, Every, needs_month, parts_of
from roadmapc.deadlines.wording import wording
from roadmapc.diagnostics import Message

LIMIT = 10_000
"""Characters of the longest text that is read: no cell of a table holds more, and a whole file is no deadline."""

_EMPTY = Deadline()
_NOTE_MARKS = re.compile("[⁰¹²³⁴-⁹]+")
_DATES: frozenset[Kind] = frozenset({"MONTH", "DM", "DMY", "MY"})
_CLASS = re.compile("класс|кл$")
_TAKEN_AWAY: frozenset[Kind] = NUMBERS | {"MONTH", "SEASON", "SEASONAL", "SCHOOL_BREAK", "WEEKDAY", "DM", "DMY"}


def parse(text: str) -> Deadline:
    """Read a wording into its value, or raise DeadlineError at the word that is not understood.

    What is said in several statements must read back as the same value: statements that would mean something else in
    canonical words do not go together, and that is an error rather than a guess.
    """
    if len(text) > LIMIT:
        message = Message(
            "the text is too long for a deadline: {length} characters of {limit} at most", length=len(text), limit=LIMIT
        )
        raise DeadlineError(message, 0, len(text))
    try:
        deadline = _parsed(text)
        if len(deadline.items) > 1 and not _reads_back(deadline):
            raise DeadlineError(APART, 0, len(text))
    except DeadlineError as error:
        if found := _in_parts(text):
            return found
        if error.suggestion and not _leads_on(error, error.suggestion):
            error.suggestion = None
        raise
    return (_in_parts(text) if _leaves_a_month_open(deadline) else None) or deadline


def _in_parts(text: str) -> Deadline | None:
    found = separate(text, _parsed)
    return found if found and _reads_back(found) else None


def _leaves_a_month_open(deadline: Deadline) -> bool:
    """«сентябрь – до 28 числа, октябрь – до 17 числа»: which months the days are of was not understood."""
    of_any = [needs_month(part) for item in deadline.items if not isinstance(item, Every) for part in parts_of(item)]
    return any(of_any) and not all(of_any)


def _leads_on(error: DeadlineError, suggestion: str) -> bool:
    """Say whether a suggestion is read, or at least up to some other word behind."""
    try:
        _parsed(suggestion)
    except DeadlineError as other:
        return other.start > error.end
    return True


def _reads_back(deadline: Deadline) -> bool:
    try:
        return _parsed(wording(deadline)) == deadline
    except DeadlineError:
        return False


def _parsed(text: str) -> Deadline:
    raw = unparted(tokens(text))
    classes = [token for token in raw if token.kind == "WORD" and _CLASS.match(token.value)]
    if len(classes) > 1 and len([token for token in raw if token.kind in _DATES]) > 1:
        raise DeadlineError(Message("different dates for different classes; write them as two rows"), 0, len(text))
    if len(YEAR_CAPTION.findall(text)) > 1:  # «2024 г.: май, 2025 г.: октябрь»
        raise DeadlineError(APART, 0, len(text))
    found = without_noise(raw)
    for token, following in pairwise(found):
        if token.value == "без" and following.kind in _TAKEN_AWAY:
            raise DeadlineError(EXCEPTION, token.start, following.end)
    if all(token.kind in {"DASH", "COMMA", "SEMI", "COLON"} for token in found):
        raise DeadlineError(Message("no deadline is given"), 0, len(text))
    cursor = Cursor(text, found)
    for mark in _NOTE_MARKS.findall(text):
        cursor.remark(Message("the words “{words}” are passed over", words=mark))
    for token in may_be_times(found):
        cursor.remark(Message("“{text}” is taken as a day; it may be a time of day", text=token.text))
    deadline = combined(cursor, statements(cursor))
    if not deadline.items and deadline == _EMPTY:
        raise DeadlineError(Message("no deadline is given"), 0, len(text))
    return deadline
