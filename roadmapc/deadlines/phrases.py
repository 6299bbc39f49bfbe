"""Reads what has no date of its own: the whole period, conditions, events, and the names beside a date."""

from __future__ import annotations

from roadmapc.deadlines.cursor import nearest
from roadmapc.deadlines.modifiers import ModifierReader
from roadmapc.deadlines.values import At, MonthPart, Until
from roadmapc.deadlines.words import CONDITION_HEADS, MONTH_WORDS
from roadmapc.diagnostics import Message

_EVENT_WORDS = ("во время", "в день", "в дни", "в ходе", "при заключени", "при подписани", "при прием", "при увольнени")
_DATE_KINDS = {"DMY", "DM", "MY", "MONTH", "RHYTHM", "BADDATE"}
_EXCEPTIONS = {"кроме", "исключая", "исключением", "исключени"}


class PhraseReader(ModifierReader):
    """Reads words whose meaning is not a date."""

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

    def starts_phrase(self) -> bool:
        """Say whether a condition or an event begins here."""
        text = self._ahead()
        if text.startswith(_EVENT_WORDS):
            return True
        words = [*text.split(" ", 2), "", ""]
        return _is_head(words[0], words[1]) or (words[0] in {"в", "во"} and _is_head(words[1], words[2]))

    def starts_phrase_at(self, ahead: int) -> bool:
        """Say whether a condition or an event begins some tokens ahead."""
        self.at += ahead
        begins = self.starts_phrase()
        self.at -= ahead
        return begins

    def _ahead(self) -> str:
        words = [self.peek(n).text.lower().replace("ё", "е") for n in range(4)]
        return " ".join(word for word in words if word)

    def phrase(self) -> bool:
        """Read a condition or an event, or names beside a date; False where neither begins."""
        text = self._ahead()
        if text.startswith(("на постоянной основе", "круглый год")):
            self.at += 2 if text.startswith("на") else 1
            self.always()
            return True
        if self.peek().kind == "AFTER" or text.startswith(_EVENT_WORDS) or self.day_term() or self._seasonal_work():
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
            mentions |= self.peek().kind in _DATE_KINDS or self._calendar_unit()
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
        if self.kinds("UNTIL|FROM|IN|ON|TO", "NUM|ORD|CARD", "MONTH") or self.kinds("NUM|ORD|CARD", "MONTH"):
            return True
        if self.kinds("UNTIL|FROM|IN|ON|TO", "DMY|DM|MONTH|YEAR|BADDATE") or self.kinds("NOT", "RARER|LATER"):
            return True
        return self.peek().kind in _DATE_KINDS or self.kinds("YEAR") or self.kinds("NUM|CARD", "ONCE")

    def _clause_after_comma(self) -> bool:
        if not self.kinds("COMMA|SEMI|BUT|DASH"):
            return False
        ahead = 1
        while self.peek(ahead).kind in {"BUT", "COMMA", "AND"}:
            ahead += 1
        kind, after = self.peek(ahead).kind, self.peek(ahead + 1).kind
        if kind in {"NUM", "ORD", "CARD"}:
            return after in {"MONTH", "ONCE"}
        if kind in {"UNTIL", "FROM", "IN", "ON", "BY"}:
            return after in {"NUM", "DMY", "DM", "YEAR", "MONTH", "BADDATE", "ORD"}
        return kind in {*_DATE_KINDS, "YEAR", "ONCE", "TWICE", "EACH"} or (kind, after) in {
            ("NOT", "RARER"),
            ("NOT", "LATER"),
            ("NOT", "OFTENER"),
        }

    # -- names beside a date

    def tail(self) -> bool:
        """Pass over the name of what happens on the date: «8 сентября Международный день …», «– День знаний»."""
        start = self.at
        if self.kinds("PLUS"):
            self.at = len(self.tokens)
            self._passed_over(start)
            return True
        ahead = int(self.kinds("DASH|COLON"))
        word = self.peek(ahead)
        named = word.kind == "WORD" or (ahead and self._is_event_day(word.text))
        if not named or self.starts_phrase() or (ahead and self.starts_phrase_at(1)):
            return False
        self.at += ahead
        while self.at < len(self.tokens) and self.peek().kind not in {"COMMA", "SEMI", "LPAR", "RPAR"}:
            self.refuse_hidden()
            self.at += 1
        if not word.text[:1].isupper():
            self._passed_over(start)
        return True

    @staticmethod
    def _is_event_day(text: str) -> bool:
        return text in {"День", "день", "Неделя", "Декада", "Месяц", "Год"}

    def _passed_over(self, start: int) -> None:
        self.remarks.append(Message("the words “{words}” are passed over", words=self.rest(start)))

    def refuse_hidden(self) -> None:
        """Refuse a date, an exception or a mistyped month among words that are passed over."""
        token = self.peek()
        self._refuse_exception()
        if token.kind in _DATE_KINDS | {"BLANK"} or self.kinds("NUM", "MONTH"):
            raise self.unknown()
        if token.kind == "WORD" and self.peek(-1).kind in {"NUM", "UNTIL", "FROM", "TO", "BY"}:
            near = nearest(token.text)
            if near in MONTH_WORDS:
                raise self.unknown()

    def _refuse_exception(self) -> None:
        if self.peek().kind == "WORD" and self.peek().value in _EXCEPTIONS:
            raise self.fail(Message("an exception is not understood; write the dates that remain"))

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


_HEADS = {first: tuple(beginnings.split("|")) for first, beginnings in CONDITION_HEADS.items()}


def _is_head(first: str, second: str) -> bool:
    """Say whether two words begin a condition: «по графику», «согласно …»."""
    beginnings = _HEADS.get(first)
    return beginnings is not None and second.startswith(beginnings)
