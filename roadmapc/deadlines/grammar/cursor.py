"""A place in a list of tokens, what is noticed on the way, and the errors that point at a token."""

from __future__ import annotations

from roadmapc.deadlines.errors import DeadlineError
from roadmapc.deadlines.grammar.lexer import Token
from roadmapc.deadlines.grammar.vocabulary import ROMAN, SUGGESTIONS, WORDS, Kind
from roadmapc.diagnostics import Message
from roadmapc.russian.calendar import MONTHS
from roadmapc.russian.normal_form import named

Kinds = Kind | frozenset[Kind]
"""One kind of token, or several of which any will do."""

END = Token("END", None, 0, 0, "")
_LOOKAHEAD = 16  # more than any production looks ahead

NUMBERS: frozenset[Kind] = frozenset({"NUM", "ORD", "CARD"})
"""Numbers in digits and words: «5», «5-го», «пять»."""
NUMERALS: frozenset[Kind] = frozenset({"NUM", "ORD"})
YEAR_LINKS: frozenset[Kind] = frozenset({"DASH", "SLASH"})
YEAR_OR_NUMBER: frozenset[Kind] = frozenset({"YEAR", "NUM"})
DATES: frozenset[Kind] = frozenset({"DM", "DMY"})
"""Dates in digits: «15.05», «15.05.2022»."""

_ABOUT_AS_LONG = {
    length: tuple(word for word in SUGGESTIONS if abs(len(word) - length) <= 1)
    for length in range(4, max(map(len, SUGGESTIONS)) + 2)
}
"""The words one edit may lead to, by the length of what was written."""


_RUSSIAN = str.maketrans("aeopcxykABCEHKMOPTXY", "аеорсхукАВСЕНКМОРТХУ")
_ROMAN_ONES = str.maketrans("lІі", "III")
_DIGITS_MEANT = {"l": "1", "I": "1", "І": "1", "O": "0", "О": "0", "o": "0", "о": "0", "З": "3", "з": "3"}
_ORDER = {word: at for at, word in enumerate(WORDS)}
_WITH_CASE: frozenset[Kind] = frozenset({"NUM", "ORD", "UNTIL", "FROM", "IN"})
_SHORTEST_LIKE = 5  # letters: two of four would make anything like «март»
_DATE_WORDS = tuple(
    word for word, (kind, _) in WORDS.items() if kind in {"MONTH", "UNIT"} and len(word) >= _SHORTEST_LIKE
)


class Cursor:
    """Walks over tokens; every method moves forward or leaves the place alone.

    Productions move it and return what they have read. Three things that they notice on the way stay with it, for they
    concern the whole wording: `remarks` (doubts that lie in the words), `each_year` («каждого года» behind a date) and
    `each_month` («числа месяца»: which month is not said). `weekday` is one that stands before the next date,
    `date_end` the token behind the last date, and `bracketed` counts the items up to the last brackets. `named` is the
    token behind the name of what happens on the date that follows: «ежемесячно, отчет в мае». `school_begins` is the
    year in which the school year behind the last date begins: its neighbours are of that school year, too.
    """

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.at = 0
        self.date_end = -2  # no token: the first date has no neighbour
        self.remarks: list[Message] = []
        self.each_year = False
        self.each_month = False
        self.weekday: int | None = None
        self.bracketed = 0
        self.named = -1
        self.school_begins: int | None = None
        self._padded = tokens + [END] * _LOOKAHEAD  # so that looking ahead needs no test of the length
        self._commas = (0, 0)

    def peek(self, ahead: int = 0) -> Token:
        """Return a token ahead (or behind) without moving; END past the last and before the first."""
        return self._padded[self.at + ahead]

    def sees(self, first: Kinds, *further: Kinds) -> bool:
        """Say whether the next tokens are of these kinds, in this order."""
        at = self.at
        kind = self._padded[at].kind
        if kind != first and (first.__class__ is str or kind not in first):
            return False
        for wanted in further:
            at += 1
            kind = self._padded[at].kind
            if kind != wanted and (wanted.__class__ is str or kind not in wanted):
                return False
        return True

    def sees_unit(self, *units: str, ahead: int = 0) -> bool:
        """Say whether a token ahead is one of these units."""
        token = self._padded[self.at + ahead]
        return token.kind == "UNIT" and token.value in units

    def stands_apart(self) -> bool:
        """Say whether the next token has space on both sides: «25.09 / 27.09», but not «15/05»."""
        before, token, after = self.peek(-1), self.peek(), self.peek(1)
        return before.end < token.start and (after is END or token.end < after.start)

    def take(self, *kinds: Kind) -> Token | None:
        """Move over the next token if it is of one of these kinds and return it."""
        token = self._padded[self.at]
        if token.kind not in kinds:
            return None
        self.at += 1
        return token

    def next(self) -> Token:
        """Move over the next token, whatever it is, and return it."""
        token = self._padded[self.at]
        self.at += 1
        return token

    def skip(self, *kinds: Kind) -> None:
        """Move over all next tokens of these kinds."""
        while self._padded[self.at].kind in kinds:
            self.at += 1

    def after_commas(self) -> int:
        """Return how far ahead the first token lies that is no comma, «и» or «но»; the next token is one of them.

        A run of commas is walked over once and not again from each of them: «,,,,…» stays linear.
        """
        first, end = self._commas
        if not first <= self.at < end:
            first = end = self.at + 1
            while self._padded[end].kind in {"BUT", "COMMA", "AND"}:
                end += 1
            self._commas = first, end
        return end - self.at

    def words_ahead(self) -> str:
        """Return the next four words in small letters, parted by spaces."""
        words = [self.peek(n).text.lower().replace("ё", "е") for n in range(4)]
        return " ".join(word for word in words if word)

    def rest(self, start: int) -> str:
        """Return the text from the token numbered `start` to the place reached, runs of spaces made single."""
        if start >= self.at:
            return ""
        return " ".join(self.text[self.tokens[start].start : self.tokens[self.at - 1].end].split())

    def remark(self, message: Message) -> None:
        """Note a doubt that lies in the words themselves."""
        self.remarks.append(message)

    def pass_over(self, start: int) -> None:
        """Remark that the words from the token numbered `start` up to here mean nothing to the grammar."""
        self.remark(Message("the words “{words}” are passed over", words=self.rest(start)))

    def fail(self, message: Message, token: Token | None = None) -> DeadlineError:
        """Return the error at a token (by default the next one, or the end)."""
        token = token or self.peek()
        if token is END:
            end = len(self.text.rstrip())
            return DeadlineError(message, max(end - 1, 0), end)
        return DeadlineError(message, token.start, token.end)

    def unknown(self, token: Token | None = None) -> DeadlineError:
        """Return the error for a word that is not understood here, with the nearest word that would be."""
        token = token or self.peek()
        if token.kind == "WORD" and (right := self._digit_meant(token) or _in_cyrillic(token.text)):
            message = Message("“{word}” has letters of another alphabet that look like these", word=token.text)
            return self.mistyped(token, right, message)
        near = nearest_word(token.text) if token.kind == "WORD" else None
        return self.mistyped(token, self._in_its_case(near, token)) if near else self._not_understood(token)

    def _digit_meant(self, token: Token) -> str | None:
        """Return the digit that a letter beside one stands for: «l5 октября»."""
        beside = self.text[max(token.start - 1, 0) : token.start] + self.text[token.end : token.end + 1]
        return _DIGITS_MEANT.get(token.text) if any(map(str.isdigit, beside)) else None

    def mistyped(self, token: Token, meant: str, message: Message | None = None) -> DeadlineError:
        """Return the error for a word that is written otherwise than it is meant."""
        error = self.fail(message or Message("unknown word “{word}”", word=token.text), token)
        error.suggestion = self.text[: token.start] + meant + self.text[token.end :]
        return error

    def _in_its_case(self, near: str, token: Token) -> str:
        """Return a word of the vocabulary as it stands behind the token before: «30 ноября», «в сентябре»."""
        kind, value = WORDS[near]
        if kind == "DURING":
            return "в течение" if token.text.lower().startswith("вт") else "течение"
        at = next((at for at, one in enumerate(self.tokens) if one is token), 0)
        before = self.tokens[at - 1].kind if at else None
        if kind != "MONTH" or before not in _WITH_CASE:
            return near
        month: tuple[str, str, str] = MONTHS[value - 1]
        return month[2 if before == "IN" else 1]

    def _not_understood(self, token: Token) -> DeadlineError:
        if token is END:
            return self.fail(Message("the wording breaks off here"), token)
        return self.fail(Message("“{word}” is not understood here", word=_shown(token)), token)


def _shown(token: Token) -> str:
    """Return the words of a token; a character that cannot be seen by its code."""
    return named(token.text) if token.kind == "OTHER" and len(token.text) == 1 else token.text


def _in_cyrillic(word: str) -> str | None:
    """Return a word of the vocabulary that is written with letters of another alphabet as it should be; else None.

    «мaй» with a Latin «a» in Russian letters, «lV» and «ІV» as a Roman number.
    """
    russian = word.translate(_RUSSIAN)
    if russian != word and russian.lower().replace("ё", "е") in WORDS:
        return russian
    roman = word.translate(_ROMAN_ONES)
    return roman if roman != word and roman.lower() in ROMAN else None


def is_like(token: Token, word: str) -> bool:
    """Say whether a token is a word within two letters of another one."""
    from rapidfuzz.distance import OSA

    return token.kind == "WORD" and OSA.distance(token.value.replace("ё", "е"), word, score_cutoff=2) <= 2


def is_like_a_date_word(token: Token) -> bool:
    """Say whether a word is within two letters of the name of a month or a unit of five letters and more."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    folded = token.text.lower().replace("ё", "е")
    if token.kind != "WORD" or len(folded) < _SHORTEST_LIKE:
        return False
    return process.extractOne(folded, _DATE_WORDS, scorer=OSA.distance, score_cutoff=2) is not None


def nearest_word(word: str) -> str | None:
    """Return the word of the vocabulary within one edit, or None; words of four letters and more."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    folded = word.lower().replace("ё", "е")
    if len(folded) < 4:
        return None
    found = process.extract(folded, _ABOUT_AS_LONG.get(len(folded), ()), scorer=OSA.distance, score_cutoff=1, limit=20)
    # Of forms that are equally near the one that stands first in the vocabulary: «декабрь» before «декабря».
    return min(
        (known for known, _, _ in found), key=lambda known: (abs(len(known) - len(folded)), _ORDER[known]), default=None
    )
