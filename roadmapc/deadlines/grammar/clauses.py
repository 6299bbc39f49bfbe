"""Reads clauses that hold dates: lists of them, and what «до», «с», «в», «на», «за», «в течение» make of them."""

from __future__ import annotations

from collections.abc import Callable

from roadmapc.deadlines.grammar.carried_over import span
from roadmapc.deadlines.grammar.conditions import PhraseReader
from roadmapc.deadlines.values import At, From, Span, Until, Year
from roadmapc.diagnostics import Message

_NUMBERS = {"NUM", "ORD", "CARD"}


class ClauseReader(PhraseReader):
    """Reads dated clauses; `clause` is the grammar's choice among all of them."""

    def clause(self) -> None:
        """Read one clause, chosen by its first word."""
        raise NotImplementedError

    def dates(self) -> None:
        """Read a list of dates, years that frame the rest, a count («1 раз в …»), or a bare duration."""
        counted = self.peek().kind in _NUMBERS
        if self.frame() or (counted and self.times()):
            return
        if counted and self.duration(0):
            if not any(self._from_event(ahead) for ahead in range(1, 8)):
                raise self.fail(Message("a duration without a beginning: from which day is it counted?"))
            self.event()
            return
        self.refuse_neighbour()
        items = self.stretches()
        if self.kinds("DASH", "UNTIL") and isinstance(items[-1], At):
            self.at += 2
            items[-1] = span(items[-1].spot, self.point_of())
            self.remarks.append(Message("a stretch and a day in it: due on that day"))
        self.modified(items)
        self.dated_to = self.at
        self.tail()

    def _from_event(self, ahead: int) -> bool:
        token, following = self.peek(ahead), self.peek(ahead + 1)
        return token.kind in {"MOMENT", "AFTER"} or (token.kind == "FROM" and following.value == "day")

    def frame(self) -> bool:
        """Read «2021-2024 гг.», «2020, 2021 и 2022 годы» is a list and not a frame."""
        if not self.kinds("YEAR", "DASH"):
            return False
        short = self.kinds("YEAR", "DASH", "NUM", "UNIT") and self.unit("year", ahead=3) and self.peek(2).value > 9
        if not (short or self.kinds("YEAR", "DASH", "YEAR")) or self.peek(3).kind == "SCHOOL":
            return False
        first, last = self.peek(0), self.peek(2)
        end = last.value + (2000 if short else 0)
        if end < first.value:
            raise self.fail(Message("the years go backwards"), last)
        self.at += 3
        self._skip_year_word()
        self.set_frame(first.value, end)
        return True

    def refuse_neighbour(self) -> None:
        """Refuse a second date with no sign between it and the first: they may be two rows."""
        if self.dated_to == self.at:
            raise self.fail(Message("two dates with no sign between them"))

    # -- prepositions

    def until(self) -> None:
        """Read «до …», «не позднее …», «к …», with all the dates of its list."""
        if self.kinds("NOT", "RARER|OFTENER"):
            raise self.unknown(self.peek(1))
        if not (self.items and isinstance(self.items[-1], (At, Span))):
            self.refuse_neighbour()
        start = self.at
        self.skip("UNTIL", "NOT", "LATER", "BY", "COMMA", "COLON")
        self._skip_than()
        if self.kinds("MOMENT") or self.duration(0) or not self._until_date():
            self.event(start=start)
            return
        if self.kinds("EDGE") and self.tokens[start].kind == "BY":
            self.remarks.append(Message("the exact day is not named: taken by convention"))
        items = [Until(item.spot) if isinstance(item, At) else item for item in self.stretches()]
        if any(isinstance(item, Span) for item in items):
            raise self.fail(Message("“until” takes a day, not a range"), self.tokens[start])
        self.modified(items)
        self.dated_to = self.at
        self.tail()

    def _skip_than(self) -> None:
        """«не позднее, чем 15 мая», «не позднее чем до 15 мая»; «чем за 10 дней до …» is an event."""
        if self.peek().value == "чем":
            if self.kinds("WORD", "UNTIL"):
                self.at += 2
            elif self.kinds("WORD", "NUM|ORD", "MONTH") or self.kinds("WORD", "DM|DMY"):
                self.at += 1

    def _until_date(self) -> bool:
        """Say whether a date follows «до»; «до конца I квартала» is until the quarter."""
        if not self.starts_spot():
            return False
        parted = self.kinds("EDGE", "NUM|ORD|CARD", "UNIT") or self.kinds("EDGE", "SEASON|SEASONAL")
        if parted and self.peek().value == "end":
            self.at += 1
        elif self.kinds("NUM|ORD|CARD", "UNIT") and self.unit("quarter", "half", "term", ahead=1):
            self.remarks.append(Message("“until” a stretch of time: taken to its last day; it may mean its first"))
        return not self.kinds("EDGE") or self._dated_edge()

    def bound(self) -> None:
        """Read what follows «не»: «не реже 1 раза …», «не позднее …», «не ранее … и не позднее …»."""
        if self.kinds("NOT") and self.peek(1).kind not in {"LATER", "RARER", "EARLIER", "OFTENER"}:
            raise self.unknown()
        if self.kinds("NOT", "RARER", "WORD") and self.peek(2).value == "чем" and not self.counts(3):
            self.event()
        elif self.kinds("NOT", "EARLIER"):
            self.not_before()
        elif not self.times():
            self.until()

    def not_before(self) -> None:
        """Read «не ранее 1 сентября и не позднее 15 октября»; alone it has no end."""
        self.at += 2
        begin = self.point()
        if not self.kinds("AND|COMMA", "NOT", "LATER"):
            self.modified([From(self.typed(begin, None))])
            return
        self.at += 3
        last = self.point_of()
        first, end = self.dated(self.typed(begin, last, before=True), last, None)
        self.modified([span(first, end if end is not None else last)])

    def _dated_edge(self) -> bool:
        if self.peek(1).kind in {"MONTH", "YEAR", "CURRENT", "PLAINYEAR"}:
            return True
        if self.peek(1).kind == "SCHOOL":
            return self.unit("year", ahead=2)
        return self.unit("year", "month", ahead=1)

    def starting(self) -> None:
        """Read «начиная с …»."""
        self.at += 1
        if not self.kinds("FROM"):
            raise self.unknown()
        self.since()

    def since(self) -> None:
        """Read «с … по …», «с … до …», «с …»."""
        self.refuse_neighbour()
        start = self.at
        self.at += 1
        if self.kinds("MOMENT") or self.unit("day"):
            self.event(start=start)
            return
        if self.kinds("BLANK"):
            raise self.fail(Message("a blank is not filled in"))
        if not self.starts_spot():
            raise self.unknown()
        begin = self.point()
        link = self.take("TO", "UNTIL", "DASH", "BUT")
        if link is not None and link.kind == "DASH":
            self.take("TO")
        if link is None:
            self.modified([From(self.typed(begin, None))])
            self.dated_to = self.at
            self.tail()
            return
        if link.kind == "BUT":
            self.remarks.append(Message("“но” is read as “по”"))
        self.take("AND")
        last = self.point_of()
        if isinstance(begin, Year) and isinstance(last, Year):
            self.set_frame(begin.year, last.year)
            if link.kind == "UNTIL":
                self.remarks.append(Message("the last year is taken whole"))
            return
        if isinstance(begin, Year) or isinstance(last, Year):
            raise self.fail(Message("a range from a year to something else is not understood"), self.peek(-1))
        first, end = self.dated(self.typed(begin, last, before=True), last, None)
        self.modified([span(first, end if end is not None else last)])
        self.dated_to = self.at
        self.tail()

    def inside(self) -> None:
        """Read what follows «в», «на», «за», «в течение»."""
        start = self.at
        if self.day_term():
            self.event()
            return
        if self.kinds("IN", "WORD|UNIT", "SEASONAL", "HOLIDAYS") and self.peek(1).text.lower() in {"время", "дни"}:
            self.at += 2
            self.dates()
            return
        word = self.peek()
        self.at += 1
        if word.kind == "DURING" or self.take("DURING"):
            self.during(start)
        elif self.kinds("TERM", "COMMA", "NOT") or self.kinds("TERM", "UNTIL|NOT|BY"):
            self.at += 1
            self.take("COMMA")
        elif self.kinds("TERM") and self.peek(1).kind != "END":
            self.at = start
            self.condition()
        elif self.kinds("NEXT"):
            self.event(start=start)
        elif self.kinds("PERIOD"):
            self.in_period(start)
        elif word.kind == "FOR":
            self.looking_back(start)
        elif word.kind == "ON" and self.kinds("YEAR", "UNIT", "AND", "PLANNED", "PERIOD", "YEAR"):
            self.budget_years()
        elif self.starts_spot() and not self.duration(0):
            self.dates()
        elif handler := _INSIDE.get(self.peek().kind):
            handler(self, start)
        else:
            self._phrase_or_refuse(start)

    def _phrase_or_refuse(self, start: int) -> None:
        self.at = start
        if not self.phrase():
            raise self.unknown(self.tokens[min(start + 1, len(self.tokens) - 1)])

    def during(self, start: int) -> None:
        """Read «в течение года / периода / мая / I квартала / 10 дней …»."""
        if self.frame():
            return
        if self.duration(0) or self.unit("week", "quarter", "half", "day", "term"):
            implied = not self.duration(0)
            self.event(start=start)
            if implied:
                self.remarks.append(Message("from which day it is counted is not said"))
        elif self.unit("month") and self.peek(1).kind in {"AFTER", "FROM", "UNTIL"}:
            self.event(start=start)
        elif self.unit("month") or (self.kinds("CURRENT|EACH") and self.unit("month", ahead=1)):
            self.whole_month()
        elif self.kinds("WHOLE|PERIOD|TERM|SCHOOL|CURRENT|PLAINYEAR|REPORTED|EACH") or self.unit("year"):
            self.whole_year(start)
        elif self.starts_spot():
            self.dates()
        else:
            self.event(start=start)

    def in_period(self, start: int) -> None:
        """Read «в период с … по …», «в период летних каникул», «на период до …»."""
        self.at += 1
        if self.kinds("FROM|UNTIL|SEASONAL|YEAR|DMY|DM|MONTH") or self.kinds("NUM", "MONTH"):
            self.clause()
        elif self._whole_term():
            self.whole = True
            self.free()
        else:
            self.event(start=start)

    def _whole_term(self) -> bool:
        """«в период реализации (программы)», but not «в период действия режима …»."""
        first, second = self.peek().text.lower(), self.peek(1)
        whose = ("програм", "подпрограм", "план", "проект", "дорожн", "карт", "мероприят", "договор", "контракт")
        return first in {"реализации", "действия"} and (second.kind == "END" or second.text.lower().startswith(whose))

    def looking_back(self, start: int) -> None:
        """«за отчетный период» names no time; «за 5 дней до …» counts from an event."""
        if (self.duration(0) and any(self.peek(n).kind == "UNTIL" for n in range(1, 5))) or self.kinds("UNIT", "UNTIL"):
            self.event(start=start)
        else:
            raise self.fail(Message("which period is meant is not said"), self.tokens[start])

    def budget_years(self) -> None:
        """Read «на 2018 год и плановый период 2019 и 2020 годов» as the years from first to last."""
        years = []
        while self.kinds("YEAR|UNIT|AND|PLANNED|PERIOD|COMMA"):
            years += [self.peek().value] if self.peek().kind == "YEAR" else []
            self.at += 1
        self.set_frame(years[0], years[-1])
        self.remarks.append(Message("the years are taken as one stretch"))


_INSIDE: dict[str, Callable[[ClauseReader, int], None]] = {
    **dict.fromkeys(("CURRENT", "PLAINYEAR", "SCHOOL"), ClauseReader.whole_year),
    "EACH": lambda parser, _: parser.each(),
    "WEEKDAY": lambda parser, _: parser.weekdays(),
    "WHOLE": lambda parser, _: parser.whole_period(),
}
