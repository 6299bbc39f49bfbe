"""Reads names beside dates («II этап –», «срок:») and what stands in brackets."""

from __future__ import annotations

from roadmapc.deadlines.grammar.clauses import ClauseReader
from roadmapc.deadlines.values import At, Day, Item, Span
from roadmapc.diagnostics import Message

_LABEL_STARTS = {"NUM", "ORD", "CARD", "STAGE", "SEASONAL", "TERM", "PERIOD", "WORD", "EDGE"}
_NAME_KINDS = {"WORD", "HOLIDAYS", "SCHOOL", "UNIT", "AND", "STAGE", "TERM", "EDGE"}
_PARTS = ("quarter", "half", "term", "trimester", "week", "decade")


class LabelReader(ClauseReader):
    """Passes over labels; brackets hold clauses, or words that explain."""

    def bracket(self) -> bool:
        """Read what stands in brackets: clauses like any other, or words that explain."""
        if not self.take("LPAR"):
            return False
        start, count = self.at, len(self.items)
        if self.peek().kind == "WORD" and not self.starts_phrase():
            while self.peek().kind not in {"RPAR", "END"}:
                self.refuse_hidden()
                self.at += 1
            self.remarks.append(Message("the words “{words}” are passed over", words=self.rest(start)))
        while self.peek().kind not in {"RPAR", "END"}:
            if self._numbered_name():
                self.at += 2
            elif not self.take("COMMA", "SEMI", "AND", "COLON", "DASH", "INCLUSIVE"):
                self.clause()
        self.take("RPAR")
        self._narrow_to_days(count)
        return True

    def _narrow_to_days(self, count: int) -> None:
        """«май (15.05 – 20.05)»: days in brackets say when in the stretch before them."""
        inner = self.items[count:]
        before = self.items[count - 1] if count else None
        if isinstance(before, At) and inner and type(before.spot) in {type(getattr(i, "spot", None)) for i in inner}:
            self.remarks.append(Message("dates in brackets beside dates: all are taken"))
        if isinstance(before, At) and not isinstance(before.spot, Day) and inner and all(map(_has_days, inner)):
            del self.items[count - 1]

    def label_dash(self) -> bool:
        """Pass over a dash between a label or a rhythm and what it governs."""
        if self.peek().kind != "DASH":
            return False
        nxt = self.peek(1).kind
        if nxt in {"UNTIL", "FROM", "IN", "NOT", "RHYTHM", "BY", "END", "WHOLE"} or self.starts_spot(1):
            if self.items and self.starts_spot(1):
                return False
            self.at += 1
            return True
        return False

    def labels(self) -> None:
        """Pass over «II этап (окружной) –», «1 период –», «III четверть –», «Осенние каникулы —», «срок:»."""
        if self.peek().kind not in _LABEL_STARTS:
            return
        start = self.at
        season = self.kinds("SEASONAL", "FROM|DASH|DM|DMY") and self.peek(2).kind != "SEASONAL"
        if self._numbered_name() or self.kinds("SEASONAL", "HOLIDAYS"):
            self.at += 2
        elif season or self.kinds("TERM|PERIOD", "COLON|DASH|UNTIL|NOT|FROM|TO|IN|YEAR"):
            self.at += 1
        elif not self._words_before_colon():
            return
        if self.kinds("LPAR", "WORD", "RPAR"):
            self.at += 3
        loose = self.tokens[start].kind not in {"SEASONAL", "WORD"} and not self.unit(
            *_PARTS, ahead=start + 1 - self.at
        )
        explicit = self.kinds("FROM|UNTIL|NOT|DMY|DM") or (self.kinds("DASH|COLON") and not self.starts_phrase_at(1))
        if not (explicit or (loose and self.kinds("MONTH|YEAR|NUM|COMMA|TO|IN"))):
            self.at = start
            return
        self.skip("DASH", "COLON", "COMMA")

    def _numbered_name(self) -> bool:
        if self.kinds("NUM|ORD|CARD", "STAGE|PERIOD") or self.kinds("STAGE", "NUM|ORD|CARD"):
            return True
        dated = self.kinds("NUM|ORD|CARD", "UNIT", "FROM") or self.kinds(
            "NUM|ORD|CARD", "UNIT", "DASH|COLON", "FROM|DM|DMY"
        )
        return dated and self.unit(*_PARTS, ahead=1)

    def _words_before_colon(self) -> bool:
        """«Дополнительные каникулы для первоклассников: с …»: words and a colon before explicit dates."""
        if self.peek().kind not in {"WORD", "TERM", "EDGE"} or self.starts_phrase():
            return False
        ahead = 0
        while self.peek(ahead).kind in _NAME_KINDS and ahead < 10:
            ahead += 1
        dates = {"FROM", "UNTIL", "DM", "DMY", "NUM", "MONTH", "YEAR"}
        if ahead == 0 or self.peek(ahead).kind not in {"COLON", "DASH"} or self.peek(ahead + 1).kind not in dates:
            return False
        start = self.at
        self.at += ahead
        self.remarks.append(Message("the words “{words}” are passed over", words=self.rest(start)))
        return True


def _has_days(item: Item) -> bool:
    """Say whether an item names days of a named month."""
    spots = (item.first, item.last) if isinstance(item, Span) else (item.spot,) if isinstance(item, At) else ()
    return bool(spots) and all(isinstance(spot, Day) and spot.month for spot in spots)
