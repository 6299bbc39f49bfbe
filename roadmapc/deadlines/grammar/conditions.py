"""Reads what has no date of its own: the whole period, conditions, events, and the names beside a date."""

from __future__ import annotations

from roadmapc.deadlines.grammar.captions import DATE_KINDS, EVENT_WORDS, NameReader
from roadmapc.deadlines.values import At, MonthPart, Until
from roadmapc.diagnostics import Message

_DATE_STARTS = {"UNTIL", "FROM", "IN", "ON", "TO", "NUM", "ORD", "CARD", "NOT", "YEAR", *DATE_KINDS}


class PhraseReader(NameReader):
    """Reads words whose meaning is not a date."""

    _joined: tuple[int, int] = (0, 0)

    # -- the whole period

    def always(self) -> None:
        """Read «постоянно», «на постоянной основе», «круглый год»."""
        self.at += 1
        self.whole = True
        self.tail()

    def whole_period(self) -> None:
        """Read «весь период», «весь учебный год», «всего срока реализации программы»."""
        self.skip("WHOLE", "SCHOOL", "PLAINYEAR", "CURRENT")
        if not (self.take("PERIOD", "TERM") or self.unit("year")):
            raise self.unknown()
        if self.unit("year"):
            self.at += 1
        self._whole_or_years()

    def _whole_or_years(self) -> None:
        """«весь период», or «весь период 2022-2024 годов», which are those years."""
        if self.kinds("YEAR", "DASH", "YEAR"):
            first, last = self.peek().value, self.peek(2).value
            self.at += 3
            self._skip_year_word()
            self.set_frame(first, last)
            return
        self.whole = True
        self.free()

    def whole_year(self, start: int) -> None:
        """Read «в течение (всего) года / учебного года / периода реализации / 2022-2023 учебного года»."""
        self.skip("IN", "DURING")
        self.skip("WHOLE")
        each = self.take("EACH")
        named = self.take("CURRENT", "REPORTED")
        self.skip("PLAINYEAR", "SCHOOL", "WHOLE")
        if self.unit("year"):
            self.at += 1
            self.yearly |= each is not None
            self.whole |= each is None
            if named is not None:
                self.remarks.append(Message("“the current year” is taken as the whole period"))
        elif self.take("PERIOD", "TERM"):
            self._whole_or_years()
        elif self.kinds("YEAR"):
            self.items.append(At(self.point_of()))
        else:
            self.event(start=start)

    def whole_month(self) -> None:
        """Read «в течение месяца» of a plan for one month."""
        self.take("CURRENT", "EACH")
        self.at += 1
        self.items.append(At(MonthPart("whole", 1)))

    # -- conditions and events

    def phrase(self) -> bool:
        """Read a condition or an event, or names beside a date; False where neither begins."""
        text = self._ahead()
        if text.startswith(("на постоянной основе", "круглый год")):
            self.at += 2 if text.startswith("на") else 1
            self.always()
            return True
        if self.peek().kind == "AFTER" or text.startswith(EVENT_WORDS) or self.day_term() or self._seasonal_work():
            self.event()
            return True
        if self.starts_phrase():
            self.condition()
            return True
        if self.items or self.yearly or self.rhythms:
            return self.tail()
        return False

    def _seasonal_work(self) -> bool:
        """«в отопительный период», «в осенний призыв»: named after something that has no date here."""
        return self.kinds("IN|ON", "WORD", "PERIOD|HOLIDAYS") or self.kinds("IN|ON", "WORD", "WORD", "PERIOD")

    def day_term(self) -> bool:
        """«в 10-дневный срок», «в трехдневный срок», «в недельный срок»."""
        words = self._ahead().split()
        return words[:1] == ["в"] and any("дневн" in word or "недельн" in word or "месячн" in word for word in words)

    def along(self) -> None:
        """Read what follows «по»: weekdays, a date, a condition, results of a year."""
        start = self.at
        if self.kinds("TO", "WEEKDAY"):
            self.at += 1
            self.weekdays()
        elif self.kinds("TO", "RESULTS"):
            self._results()
        elif self.starts_phrase():
            self.condition()
        elif self.kinds("TO", "DMY|DM|YEAR") or self.kinds("TO", "NUM|ORD", "MONTH"):
            self.at += 1
            self.items.append(Until(self.point_of()))
            self.remarks.append(Message("the beginning is not said"))
        elif self._ahead().startswith(("по окончани", "по завершени", "по истечени", "по результат")):
            self.event()
        else:
            raise self.unknown(self.tokens[min(start + 1, len(self.tokens) - 1)])

    def _results(self) -> None:
        """«по итогам года – до 31 марта следующего года» dates itself; «по итогам четверти» does not."""
        start = self.at
        self.at += 2
        self.skip("CURRENT", "REPORTED", "SCHOOL", "PLAINYEAR")
        if self.unit("year", "half", "quarter", "month"):
            self.at += 1
            self.skip("DASH", "COMMA")
            if self.kinds("UNTIL|NOT|BY"):
                return
        self.at = start
        self.event()
        self.remarks.append(Message("to which day it is due is not said"))

    def condition(self) -> None:
        """Take the words of a condition, up to a date or a clause that stands beside it."""
        start = self.at
        self.at += 1
        self.free(stop_at_dates=True)
        self.condition_words.append(self.rest(start))

    def event(self, start: int | None = None) -> None:
        """Take the words that count from an event, to the end or to a clause parted by a comma."""
        begin = self.at if start is None else start
        self.at = max(self.at, begin)
        mentions = False
        while self.at < len(self.tokens) and not self._clause_after_comma():
            self._refuse_exception()
            if self.peek().kind == "BLANK":
                raise self.fail(Message("a blank is not filled in"))
            mentions |= self.peek().kind in DATE_KINDS or self._calendar_unit()
            self.at += 1
        said = [token.kind for token in self.tokens[begin : self.at]]
        if all(kind in {"UNTIL", "NOT", "LATER", "BY", "AFTER", "IN", "FROM", "DURING", "TERM"} for kind in said):
            raise self.fail(Message("the wording breaks off here"), self.tokens[begin])
        self.event_words.append(self.rest(begin))
        if mentions:
            self.remarks.append(Message("a date stands in the words of the event"))

    def _calendar_unit(self) -> bool:
        """«после окончания квартала», «до начала нового учебного года»: the event may have a date."""
        counted = self.peek(-1).kind in {"NUM", "CARD", "ORD"}
        return self.unit("year", "quarter", "half", "term") and not counted

    def free(self, *, stop_at_dates: bool = False) -> None:
        """Pass over words up to a clause parted by a comma, or up to a date."""
        while self.at < len(self.tokens) and not self._clause_after_comma():
            if self._document_reference():
                continue
            if self.peek().kind in {"RPAR", "LPAR"} or (stop_at_dates and self._date_begins()):
                return
            self.refuse_hidden()
            self.at += 1

    def _document_reference(self) -> bool:
        """Pass over «от 12.05.2022 № 15»: the date of a document, not of the deadline."""
        if self.peek().value != "от" or not (self.kinds("WORD", "DMY|DM") or self.kinds("WORD", "NUM|ORD", "MONTH")):
            return False
        self.at += 1
        self.point()
        if self.take("DOCREF"):
            while self.peek().kind in {"NUM", "DASH", "SLASH", "DM", "WORD", "YEAR"}:
                self.at += 1
        return True

    def _date_begins(self) -> bool:
        if self.peek().kind not in _DATE_STARTS:
            return False
        if self.kinds("UNTIL|FROM|IN|ON|TO", "NUM|ORD|CARD", "MONTH") or self.kinds("NUM|ORD|CARD", "MONTH"):
            return True
        if self.kinds("UNTIL|FROM|IN|ON|TO", "DMY|DM|MONTH|YEAR|BADDATE") or self.kinds("NOT", "RARER|LATER"):
            return True
        return self.peek().kind in DATE_KINDS or self.kinds("YEAR") or self.kinds("NUM|CARD", "ONCE")

    def _clause_after_comma(self) -> bool:
        if not self.kinds("COMMA|SEMI|BUT|DASH"):
            return False
        first, end = self._joined
        if not first <= self.at < end:  # a run of commas is walked over once, not again from each of them
            first = end = self.at + 1
            while self._padded[end].kind in {"BUT", "COMMA", "AND"}:
                end += 1
            self._joined = first, end
        ahead = end - self.at
        kind, after = self.peek(ahead).kind, self.peek(ahead + 1).kind
        if kind in {"NUM", "ORD", "CARD"}:
            return after in {"MONTH", "ONCE"}
        if kind in {"UNTIL", "FROM", "IN", "ON", "BY"}:
            return after in {"NUM", "DMY", "DM", "YEAR", "MONTH", "BADDATE", "ORD"}
        return kind in {*DATE_KINDS, "YEAR", "ONCE", "TWICE", "EACH"} or (kind, after) in {
            ("NOT", "RARER"),
            ("NOT", "LATER"),
            ("NOT", "OFTENER"),
        }

    def duration(self, ahead: int) -> bool:
        """Say whether a number of days, weeks, months or years stands ahead: «5 (пяти) рабочих дней»."""
        if self.peek(ahead).kind not in {"NUM", "CARD", "ORD"}:
            return False
        number = self.peek(ahead)
        ahead += 1
        while self.peek(ahead).kind in {"DASH", "COMMA"} or (
            self.peek(ahead).kind == "WORD" and self.peek(ahead).text.lower() in _COUNTED
        ):
            ahead += 1
        unit = self.peek(ahead)
        if unit.kind != "UNIT" or unit.value not in {"day", "week", "month", "year", "hour", "decade"}:
            return False
        text = unit.text.lower()
        if number.kind == "ORD":
            return text in {"дней", "дня", "день"} and number.value > 0
        return text not in {"неделя", "неделе", "неделю", "декада", "декаде", "декаду", "г"} and unit.value != "decade"


_COUNTED = {
    "рабочих",
    "рабочий",
    "рабочего",
    "календарных",
    "календарный",
    "ть",
    "ти",
    "х",
    "го",
    "полных",
    "банковских",
}
