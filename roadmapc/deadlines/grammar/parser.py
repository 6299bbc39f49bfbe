"""The grammar of deadlines: clauses one after another, then their sum as one value.

    deadline  = { label } clause { [","] clause }
    clause    = frame | rhythm | until | from | in | dates | whole | condition | event

Each clause begins with a word that decides it, so the parser never goes back further than a few tokens and its time
is linear in the length of the text. `docs/deadlines.md` prints the language with examples.
"""

from __future__ import annotations

from collections.abc import Callable

from roadmapc.deadlines.errors import DeadlineError
from roadmapc.deadlines.grammar.combining import summed
from roadmapc.deadlines.grammar.labels import LabelReader
from roadmapc.deadlines.grammar.lexer import tokens
from roadmapc.deadlines.grammar.noise import without_noise
from roadmapc.deadlines.values import Deadline
from roadmapc.deadlines.wording import wording
from roadmapc.diagnostics import Message

LIMIT = 10_000
"""Characters of the longest text that is read: no cell of a table holds more, and a whole file is no deadline."""

_NOTHING = Deadline()


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
    deadline = _parsed(text)
    if len(deadline.items) > 1 and not _reads_back(deadline):
        raise DeadlineError(Message("these statements do not go together; write them as two rows"), 0, len(text))
    return deadline


def _reads_back(deadline: Deadline) -> bool:
    try:
        return _parsed(wording(deadline)) == deadline
    except DeadlineError:
        return False


def _parsed(text: str) -> Deadline:
    raw = tokens(text)
    if len([token for token in raw if token.kind == "WORD" and token.value.startswith("класс")]) > 1:
        raise DeadlineError(Message("different dates for different classes; write them as two rows"), 0, len(text))
    found = without_noise(raw)
    if all(token.kind in {"DASH", "COMMA", "SEMI", "COLON"} for token in found):
        raise DeadlineError(Message("no deadline is given"), 0, len(text))
    parser = Parser(text, found)
    parser.clauses()
    deadline = summed(parser)
    if not deadline.items and deadline == _NOTHING:
        raise DeadlineError(Message("no deadline is given"), 0, len(text))
    return deadline


class Parser(LabelReader):
    """Collects clauses; `summing` makes one value of them."""

    def clauses(self) -> None:
        """Read all clauses to the end of the text."""
        self.skip("DASH", "COLON")
        self.labels()
        while self.at < len(self.tokens):
            start = self.at
            kind = self.tokens[start].kind
            if kind in _BETWEEN:
                self.at += 1
                self.onwards |= kind == "LATERON"
            elif self.kinds("NUM|ORD|CARD", "STAGE"):
                self.at += 2
                self.skip("DASH", "COLON")
            elif not ((kind == "LPAR" and self.bracket()) or (kind == "DASH" and self.label_dash())):
                self.clause()
                if self.at == start:
                    raise self.unknown()

    def blank(self) -> None:
        """Refuse an unfilled form or a reference to a document."""
        raise self.fail(Message("this is no deadline: an unfilled form or a document's number"))

    def time_alone(self) -> None:
        """Refuse a time of day without a date."""
        raise self.fail(Message("a time of day is no deadline; name the day"))

    def clause(self) -> None:
        """Read one clause, chosen by its first word."""
        handler = _CLAUSES.get(self.peek().kind)
        if handler:
            handler(self)
        elif not self.phrase():
            raise self.unknown()


_BETWEEN = {"COMMA", "SEMI", "AND", "COLON", "BUT", "INCLUSIVE", "LATERON"}
_CLAUSES: dict[str, Callable[[Parser], object]] = {
    **dict.fromkeys(
        ("NUM", "ORD", "CARD", "DM", "DMY", "MY", "BADDATE", "MONTH", "YEAR", "SEASON", "SEASONAL", "EDGE", "HOLIDAYS"),
        Parser.dates,
    ),
    **dict.fromkeys(("UNTIL", "BY"), Parser.until),
    "NOT": Parser.bound,
    "FROM": Parser.since,
    "STARTING": Parser.starting,
    **dict.fromkeys(("IN", "ON", "FOR", "DURING"), Parser.inside),
    "TO": Parser.along,
    "RHYTHM": Parser.rhythm,
    "EACH": Parser.each,
    "ONCE": Parser.times,
    "TWICE": Parser.times,
    "WHOLE": Parser.whole_period,
    "ALWAYS": Parser.always,
    "WEEKDAY": Parser.bare_weekdays,
    "BLANK": Parser.blank,
    "DOCREF": Parser.blank,
    "TIME": Parser.time_alone,
}
