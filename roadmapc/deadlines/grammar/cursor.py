"""A place in a list of tokens, and the errors that point at it."""

from __future__ import annotations

from roadmapc.deadlines.errors import DeadlineError
from roadmapc.deadlines.grammar.lexer import Token
from roadmapc.deadlines.grammar.vocabulary import SUGGESTIONS
from roadmapc.diagnostics import Message

END = Token("END", None, 0, 0, "")
_LOOKAHEAD = 16  # more than any rule looks ahead

_ABOUT_AS_LONG = {
    length: tuple(word for word in SUGGESTIONS if abs(len(word) - length) <= 1)
    for length in range(4, max(map(len, SUGGESTIONS)) + 2)
}
"""The words one edit may lead to, by the length of what was written."""


class _Either(dict[str, frozenset[str]]):
    """«A|B» → its kinds; a dictionary answers faster than a cached function, and the grammar asks all the time."""

    def __missing__(self, kinds: str) -> frozenset[str]:
        found = self[kinds] = frozenset(kinds.split("|"))
        return found


_EITHER = _Either()


class Cursor:
    """Walks over tokens; every method moves forward or leaves the place alone."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.at = 0
        self._padded = tokens + [END] * _LOOKAHEAD

    def peek(self, ahead: int = 0) -> Token:
        """Return a token ahead (or behind) without moving; END past the last and before the first."""
        return self._padded[self.at + ahead]

    def kinds(self, first: str, *further: str) -> bool:
        """Say whether the next tokens are of these kinds, in this order; «A|B» means either."""
        at = self.at
        if self._padded[at].kind not in _EITHER[first]:
            return False
        for kind in further:
            at += 1
            if self._padded[at].kind not in _EITHER[kind]:
                return False
        return True

    def unit(self, *units: str, ahead: int = 0) -> bool:
        """Say whether a token ahead is one of these units."""
        token = self._padded[self.at + ahead]
        return token.kind == "UNIT" and token.value in units

    def take(self, *kinds: str) -> Token | None:
        """Move over the next token if it is of one of these kinds and return it."""
        token = self._padded[self.at]
        if token.kind not in kinds:
            return None
        self.at += 1
        return token

    def skip(self, *kinds: str) -> None:
        """Move over all next tokens of these kinds."""
        while self._padded[self.at].kind in kinds:
            self.at += 1

    def rest(self, start: int) -> str:
        """Return the text from the token numbered `start` to the place reached, blanks made single."""
        if start >= self.at:
            return ""
        return " ".join(self.text[self.tokens[start].start : self.tokens[self.at - 1].end].split())

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
        near = nearest(token.text) if token.kind == "WORD" else None
        if near:
            message = Message("unknown word “{word}”", word=token.text)
        elif token is END:
            message = Message("the wording breaks off here")
        else:
            message = Message("“{word}” is not understood here", word=token.text)
        error = self.fail(message, token)
        if near:
            error.suggestion = self.text[: token.start] + near + self.text[token.end :]
        return error


def nearest(word: str) -> str | None:
    """Return the word of the vocabulary within one edit, or None; words of four letters and more."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    folded = word.lower().replace("ё", "е")
    if len(folded) < 4:
        return None
    found = process.extract(folded, _ABOUT_AS_LONG.get(len(folded), ()), scorer=OSA.distance, score_cutoff=1, limit=20)
    return min((known for known, _, _ in found), key=lambda known: (abs(len(known) - len(folded)), known), default=None)
