"""Reads names beside a date («8 сентября Международный день …») and sees where a condition or an event begins."""

from __future__ import annotations

from roadmapc.deadlines.grammar.cursor import nearest
from roadmapc.deadlines.grammar.recurrence import ModifierReader
from roadmapc.deadlines.grammar.vocabulary import CONDITION_HEADS, MONTH_WORDS
from roadmapc.diagnostics import Message

DATE_KINDS = {"DMY", "DM", "MY", "MONTH", "RHYTHM", "BADDATE"}
_NAME_STARTS = {"PLUS", "DASH", "COLON", "WORD"}
_HIDDEN = DATE_KINDS | {"BLANK"}
EVENT_WORDS = ("во время", "в день", "в дни", "в ходе", "при заключени", "при подписани", "при прием", "при увольнени")
_EXCEPTIONS = {"кроме", "исключая", "исключением", "исключени"}


class NameReader(ModifierReader):
    """Passes over words that name what happens on a date; hidden dates and exceptions among them are refused."""

    def starts_phrase(self) -> bool:
        """Say whether a condition or an event begins here."""
        text = self._ahead()
        if text.startswith(EVENT_WORDS):
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

    def tail(self) -> bool:
        """Pass over the name of what happens on the date: «8 сентября Международный день …», «– День знаний»."""
        start = self.at
        if self.peek().kind not in _NAME_STARTS:
            return False
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
        if token.kind in _HIDDEN or self.kinds("NUM", "MONTH"):
            raise self.unknown()
        if token.kind == "WORD" and self.peek(-1).kind in {"NUM", "UNTIL", "FROM", "TO", "BY"}:
            near = nearest(token.text)
            if near in MONTH_WORDS:
                raise self.unknown()

    def _refuse_exception(self) -> None:
        if self.peek().kind == "WORD" and self.peek().value in _EXCEPTIONS:
            raise self.fail(Message("an exception is not understood; write the dates that remain"))


_HEADS = {first: tuple(beginnings.split("|")) for first, beginnings in CONDITION_HEADS.items()}


def _is_head(first: str, second: str) -> bool:
    """Say whether two words begin a condition: «по графику», «согласно …»."""
    beginnings = _HEADS.get(first)
    return beginnings is not None and second.startswith(beginnings)
