"""Reads lists and ranges of dates: «20 апреля, 18 мая и 15 июня», «октябрь – май», «май 2022, 2023 гг.»."""

from __future__ import annotations

from dataclasses import replace

from roadmapc.deadlines.grammar.carried_over import Bare, Point, Stretch, item_of
from roadmapc.deadlines.grammar.dates import SpotReader
from roadmapc.deadlines.values import At, Day, MonthPart, Span, Year, YearPart
from roadmapc.diagnostics import Message


class ListReader(SpotReader):
    """Reads dates that stand together."""

    def stretches(self) -> list[At | Span]:
        """Read a list of dates and ranges; months and years given once serve their neighbours."""
        found = [self._stretch()]
        while self.kinds("COMMA|AND") and self._continues(1):
            self.at += 1
            found.append(self._same_day(found[-1].first) or self._stretch())
            self._same_spot(found)
        first, last = found[0]
        if len(found) == 1 and last is None and not isinstance(first, Bare):
            return [At(first)]  # no neighbour to share with
        return [item_of(first, last) for first, last in self.filled(found)]

    def _same_day(self, before: Point) -> Stretch | None:
        """«10 октября, ноября, декабря»: the same day of further months, which stand in the genitive."""
        month = self.peek()
        if not (isinstance(before, Day) and month.kind == "MONTH" and month.text.lower().endswith(("я", "а"))):
            return None
        self.at += 1
        return Stretch(replace(before, month=month.value, year=self.year(), weekday=None), None)

    def _same_spot(self, found: list[Stretch]) -> None:
        """«май 2022, 2023 гг.»: the same month, day or part of further years."""
        last, before = found[-1], found[-2].first
        if not isinstance(last.first, Year) or last.last is not None or last.first.school:
            return
        if not isinstance(before, (Bare, Year)) and before.year is not None:
            found[-1] = Stretch(replace(before, year=last.first.year), None)

    def _continues(self, ahead: int) -> bool:
        token = self.peek(ahead)
        if token.kind == "YEAR" and self.peek(ahead + 1).kind in {"DASH", "SLASH"}:
            return False
        if token.kind in {"NUM", "CARD", "ORD"} and self.peek(ahead + 1).kind in {"ONCE", "STAGE", "PERIOD"}:
            return False
        return self.starts_spot(ahead)

    def _stretch(self) -> Stretch:
        first = self.point()
        if isinstance(first, Bare) and self.kinds("DASH", "NUM", "ONCE"):
            raise self.fail(Message("how many times is not clear; write one number"), first.token)
        if self.kinds("DASH", "YEAR") and not isinstance(first, Year) and self.peek(2).kind not in {"DASH", "SLASH"}:
            return Stretch(self._dashed_year(first), None)
        if self.kinds("DASH|ELLIPSIS|TO") and self.starts_spot(1):
            dash = self.peek()
            self.at += 1
            if dash.kind == "ELLIPSIS":
                self.remarks.append(Message("“…” is read as a dash"))
            return self._range(first, self.point())
        if isinstance(first, (YearPart, MonthPart)) and self.peek(-1).text.lower() in {"недели", "недель"}:
            self._refuse_duration(first)
        return Stretch(first, None)

    def _range(self, first: Point, last: Point) -> Stretch:
        if isinstance(first, Year) != isinstance(last, Year):
            raise self.fail(Message("a range from a year to something else is not understood"), self.peek(-1))
        return Stretch(first, last)

    def _dashed_year(self, first: Point) -> Point:
        """«октябрь - 2022»: the dash parts a month from its year."""
        if isinstance(first, (Bare, Year)) or first.year is not None:
            raise self.unknown()
        self.at += 1
        return replace(first, year=self.year())

    def _refuse_duration(self, spot: YearPart | MonthPart) -> None:
        """«2 недели» alone is a duration; «1, 2 недели» and «2-я неделя» are weeks of the month."""
        number = self.peek(-2)
        if number.kind != "NUM" or self.peek(-3).kind in {"COMMA", "AND", "DASH"}:
            return
        if isinstance(spot, MonthPart) and spot.month is None:
            raise self.fail(Message("a duration without a beginning: from which day is it counted?"), number)
