"""Reads what comes again: «ежегодно», «1 раз в квартал», «каждый третий четверг», and what follows a date.

A date may be followed by words that make it recur or count it from a reporting cycle: «до 25 числа каждого месяца»,
«до 15 числа месяца, следующего за отчетным кварталом».
"""

from __future__ import annotations

from dataclasses import replace

from roadmapc.deadlines.grammar.date_lists import ListReader
from roadmapc.deadlines.grammar.lexer import Token
from roadmapc.deadlines.values import Every, Item, Report
from roadmapc.diagnostics import Message


class RhythmReader(ListReader):
    """Reads rhythms and the modifiers of dates; collects into the lists below."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        super().__init__(text, tokens)
        self.items: list[Item] = []
        self.rhythms: list[Every] = []
        self.pending: list[Report] = []
        self.frame_years: tuple[int, int] | None = None
        self.yearly = self.monthly = False
        self.whole = False
        self.days: list[int] = []
        self.remarks: list[Message] = []
        self.dated_to = -2
        self.onwards = False
        self.condition_words: list[str] = []
        self.event_words: list[str] = []

    def is_single(self) -> bool:
        """Say whether nothing stands beside the items: most wordings are one date or stretch."""
        beside = self.rhythms or self.days or self.pending or self.frame_years or self.condition_words
        return not (beside or self.event_words or self.yearly or self.whole or self.onwards)

    def set_frame(self, first: int, last: int) -> None:
        """Note the years within which the rest recurs; two frames in one cell are not understood."""
        if last < first:
            raise self.fail(Message("the years go backwards"), self.peek(-1))
        if self.frame_years not in (None, (first, last)):
            raise self.fail(Message("two periods of years in one wording"), self.peek(-1))
        self.frame_years = (first, last)

    # -- rhythms

    def rhythm(self) -> None:
        """Read «ежегодно», «ежемесячно» and their like."""
        unit = self.peek().value
        self.at += 1
        if unit == "year":
            self.yearly = True
        else:
            self.rhythms.append(Every(unit))

    def times(self) -> bool:
        """Read «не реже 1 раза в квартал», «дважды в год», «раз в 3 года»; False where no count stands."""
        ahead = 0
        if self.kinds("NOT"):
            ahead = 2 + (self.peek(2).kind == "COMMA")
            ahead += self.peek(ahead).value == "чем"
            if self.kinds("NOT", "OFTENER"):
                raise self.fail(Message("“at most” sets no deadline; write how often it is due"))
        if not self.counts(ahead):
            return False
        counted = self.peek(ahead + 1).kind == "ONCE"
        twice = self.peek(ahead).kind == "TWICE"
        if self.kinds("NOT") and self.peek(1).kind != "RARER":
            return False
        count = self.peek(ahead).value if counted or twice else 1
        self.at += ahead + (2 if counted else 1)
        self._per(count)
        return True

    def counts(self, ahead: int) -> bool:
        """Say whether «раз», «2 раза» or «дважды» stands ahead."""
        counted = self.peek(ahead).kind in {"NUM", "CARD", "ORD"} and self.peek(ahead + 1).kind == "ONCE"
        return counted or self.peek(ahead).kind in {"TWICE", "ONCE"}

    def _per(self, count: int) -> None:
        if not self.take("IN", "FOR", "ON"):
            raise self.unknown()
        self.take("EACH")
        step_token = self.take("NUM", "CARD", "ORD")
        step = step_token.value if step_token else 1
        self.take("SCHOOL", "PLAINYEAR")
        if not self.unit("year", "half", "quarter", "term", "month", "week", "day"):
            if self.unit("trimester"):
                raise self.fail(Message("trimesters have no dates here; name the months"))
            raise self.unknown()
        if not (1 <= count <= 366 and 1 <= step <= 100):
            raise self.fail(Message("such a count is not understood"), self.peek(-1))
        if count > 1 and step > 1:
            raise self.fail(Message("several times in several cycles is not understood"), self.peek(-1))
        unit = self.peek().value
        if unit == "day" and step > 1:
            raise self.fail(Message("such a count is not understood"))
        self.at += 1
        if (unit, count, step) == ("year", 1, 1):
            self.yearly = True
        else:
            self.rhythms.append(Every(unit, step, count))

    def weekdays(self) -> None:
        """Read «пятницам», «понедельникам и четвергам» after «по» or «в»."""
        found = [self.peek().value]
        self.at += 1
        while self.kinds("COMMA|AND", "WEEKDAY"):
            found.append(self.peek(1).value)
            self.at += 2
        last = self.rhythms[-1] if self.rhythms else None
        if last and last.unit == "week" and last.times == 1 and not last.weekdays:
            self.rhythms[-1] = replace(last, weekdays=tuple(sorted(set(found))))
        else:
            self.days += found

    def bare_weekdays(self) -> None:
        """Read «вторник, четверг» with nothing that says how often; «понедельник, 3 апреля» is that day."""
        ahead = 1 + self.kinds("WEEKDAY", "COMMA")
        if self.peek(ahead).kind in {"DM", "DMY"} or (
            self.peek(ahead).kind in {"NUM", "ORD"} and self.peek(ahead + 1).kind == "MONTH"
        ):
            self.at += ahead
            return
        self.weekdays()
        if not any(every.unit == "week" for every in self.rhythms):
            self.remarks.append(Message("a weekday alone: taken as each week"))
