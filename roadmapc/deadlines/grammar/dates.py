"""Reads stretches of the calendar: days, months, parts of them, lists and ranges."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from roadmapc.deadlines.grammar.carried_over import LIMITS, Bare, Point, SharingReader
from roadmapc.deadlines.grammar.lexer import Token
from roadmapc.deadlines.values import LAST, Day, Month, MonthPart, NthWeekday, Spot, Year, YearEdge, YearPart
from roadmapc.diagnostics import Message
from roadmapc.russian.calendar import make_date

MonthSpot = TypeVar("MonthSpot", Day, MonthPart, NthWeekday)
_YEARLESS_STARTS = {"UNIT", "EACH", "CURRENT", "REPORTED", "PLANNED", "PLAINYEAR", "SCHOOL"}
_YEAR_UNITS = {"quarter", "half", "term"}
_SPOT_STARTS = {"DMY", "DM", "MY", "BADDATE", "NUM", "ORD", "CARD", "MONTH", "YEAR", "SEASON", "SEASONAL", "EDGE"}


class SpotReader(SharingReader):
    """The part of the grammar that reads dates; the clauses stand in `grammar`."""

    yearly: bool
    monthly: bool

    def starts_spot(self, ahead: int = 0) -> bool:
        """Say whether a date may begin at a token ahead."""
        return self.peek(ahead).kind in _SPOT_STARTS

    def point_of(self) -> Spot:
        """Read one date that must not be a bare number («5» of «5, 6 апреля»)."""
        return self.typed(self.point(), None)

    # -- one point

    def point(self) -> Point:
        """Read one date, month, part of a month or year, or a bare number."""
        token = self.peek()
        if token.kind in {"DMY", "DM", "MY", "BADDATE"}:
            return self._numeric_date()
        if token.kind in {"NUM", "ORD", "CARD"}:
            return self._numbered()
        if token.kind == "MONTH":
            self.at += 1
            return Month(token.value, self.year(comma=True))
        if token.kind == "YEAR":
            self.at += 1
            return self._year(token)
        if token.kind in {"SEASON", "SEASONAL", "HOLIDAYS"}:
            return self._season()
        if token.kind == "EDGE":
            return self._edge()
        if token.kind == "HALFPART":
            raise self.fail(Message("which half? write “first” or “second”"))
        raise self.unknown()

    def _numeric_date(self) -> Spot:
        token = self.peek()
        self.at += 1
        if token.kind == "BADDATE":
            raise self.fail(Message("there is no such date: {text}", text=token.text), token)
        if token.kind == "MY":
            self._skip_year_word()
            return Month(*token.value)
        day, month, *year = token.value
        self._skip_year_word()
        return self._day(day, month, year[0] if year else self.year(), token)

    def _day(self, day: int, month: int, year: int | None, token: Token) -> Day:
        weekday = self._weekday()
        if make_date(year or 2024, month, day) is None:
            raise self.fail(Message("there is no such date: {text}", text=token.text), token)
        return Day(day, month, year if year is not None else self.year(), weekday)

    def _weekday(self) -> int | None:
        if self.kinds("WEEKDAY"):
            before, length = 0, 1
        elif self.kinds("COMMA", "WEEKDAY"):
            before, length = 1, 2
        elif self.kinds("LPAR", "WEEKDAY", "RPAR"):
            before, length = 1, 3
        else:
            return None
        value: int = self.peek(before).value
        self.at += length
        return value

    def _numbered(self) -> Point:
        token = self.peek()
        self.at += 1
        n: int = token.value
        nxt = self.peek()
        if nxt.kind == "MONTH":
            self.at += 1
            return self._day(n, nxt.value, self.year(), token)
        if nxt.kind == "DATE":
            self.at += 1
            day = self._month_of(Day(self.day_number(n, token)))
            if day.month and make_date(day.year or 2024, day.month, day.day) is None:
                raise self.fail(Message("there is no such date: {text}", text=token.text), token)
            return day
        if nxt.kind == "WEEKDAY" and (token.kind == "ORD" or self.peek(1).kind in {"UNIT", "MONTH", "EACH"}) and n <= 5:
            self.at += 1
            return self._month_of(NthWeekday(n, nxt.value))
        if nxt.kind == "HALFPART":
            self.at += 1
            return self._half(n)
        if nxt.kind == "UNIT":
            return self._numbered_unit(n, token)
        if n == LAST:
            raise self.unknown()
        return Bare(n, token, self._weekday())

    def _numbered_unit(self, n: int, token: Token) -> Point:
        unit = self.peek().value
        if unit == "day" and n == LAST:
            self.at += 1
            return self._month_of(Day(LAST))
        if unit not in LIMITS or (unit in _YEAR_UNITS and n == LAST):
            raise self.fail(Message("a duration without a beginning: from which day is it counted?"), token)
        if n > LIMITS[unit] or n == 0:
            raise self.fail(Message("there is no such number: {n}", n=n), token)
        self.at += 1
        if unit in _YEAR_UNITS:
            if self.kinds("YEAR", "DASH|SLASH", "YEAR|NUM", "SCHOOL"):
                return self._of_school_year(unit, n)
            return YearPart(unit, n, self.year())
        n = 3 if unit == "decade" and n == LAST else n
        return self._month_of(MonthPart(unit, n))

    def _of_school_year(self, unit: str, n: int) -> YearPart:
        """Read «III четверть 2022-2023 учебного года»: the second half of the terms lies in the next year."""
        token = self.peek()
        if unit != "term":
            raise self.fail(Message("a half of a school year has no set days; name the months"))
        self.at += 1
        return YearPart("term", n, self._year(token).year + (n > 2))

    def _half(self, n: int) -> Spot:
        if n not in {1, 2}:
            raise self.fail(Message("there is no such number: {n}", n=n), self.peek(-2))
        if self.unit("year") or self.kinds("YEAR|SCHOOL|CURRENT"):
            return YearPart("half", n, self.year())
        return self._month_of(MonthPart("half", n))

    def _month_of(self, spot: MonthSpot) -> MonthSpot:
        """Read the month a part belongs to: «мая 2022 г.», «месяца», or nothing."""
        if token := self.take("MONTH"):
            return replace(spot, month=token.value, year=self.year())
        if self.unit("month") and not self._following(1):
            self.at += 1
            self.monthly = True
        return spot

    def _following(self, ahead: int) -> bool:
        kinds = [self.peek(ahead).kind, self.peek(ahead + 1).kind]
        return kinds[0] == "NEXT" or kinds == ["COMMA", "NEXT"]

    def _year(self, token: Token) -> Year:
        """Read what follows a year: «/2023 учебный год», «год», or nothing."""
        if self.kinds("DASH|SLASH", "YEAR|NUM", "SCHOOL"):
            last = self.peek(1).value
            if last % 100 != (token.value + 1) % 100:
                raise self.fail(Message("a school year lasts from one year to the next"), self.peek(1))
            self.at += 3
            self._skip_year_word()
            return Year(token.value, school=True)
        self._skip_year_word()
        return Year(token.value)

    def _season(self) -> Spot:
        token = self.peek()
        self.at += 1
        if token.kind == "SEASON":
            return YearPart("season", token.value, self.year())
        if token.kind == "HOLIDAYS":
            raise self.fail(Message("which holidays? name the season"), token)
        if self.kinds("SCHOOL"):
            self.at += 1
        if self.take("HOLIDAYS"):
            return YearPart("holidays", (1, 2, 3, 4)[(token.value - 4) % 4], self.year())
        if self.kinds("DASH", "SEASONAL"):
            return YearPart("season", token.value)
        if self.take("PERIOD"):
            return YearPart("season", token.value, self.year())
        raise self.unknown()

    def _edge(self) -> Spot:
        """Read «начало мая», «конец месяца», «конец 2022 года», «начало учебного года»."""
        edge = self.peek()
        self.at += 1
        if self.kinds("MONTH") or self.unit("month"):
            return self._month_of(MonthPart(edge.value, 1))
        if self.kinds("YEAR", "DASH|SLASH", "YEAR|NUM", "SCHOOL"):
            token = self.peek()
            self.at += 1
            return YearEdge(edge.value, self._year(token).year, school=True)
        if self.unit("year") or self.kinds("YEAR|SCHOOL|CURRENT|PLAINYEAR"):
            school = self.peek().kind == "SCHOOL" or self.peek(1).kind == "SCHOOL"
            if edge.value == "middle":
                raise self.fail(Message("the middle of a year is no date"), edge)
            return YearEdge(edge.value, self.year(), school)
        raise self.unknown()

    # -- years

    def year(self, *, comma: bool = False) -> int | None:
        """Read the year of a date; «текущего года» and «каждого года» name none."""
        if comma and self.kinds("COMMA", "YEAR") and self.peek(2).kind not in {"DASH", "SLASH"}:
            self.at += 1
        token = self.peek()
        if token.kind == "YEAR" and self.peek(1).kind != "SLASH" and not self.kinds("YEAR", "DASH", "YEAR"):
            self.at += 1
            self._skip_year_word()
            return int(token.value)
        if token.kind == "NUM" and self.unit("year", ahead=1) and 10 <= token.value <= 99:
            self.at += 1
            self._skip_year_word()
            return 2000 + int(token.value)
        if token.kind in _YEARLESS_STARTS:
            self._yearless()
        return None

    def _yearless(self) -> None:
        """Pass over «текущего года», «каждого года», «года, предшествующего планируемому»."""
        if self._preceding_year():
            return
        start = self.at
        each = self.take("EACH", "CURRENT", "REPORTED", "PLANNED")
        self.skip("PLAINYEAR", "SCHOOL")
        if not self.unit("year"):
            self.at = start
            return
        if self.peek(1).kind == "NEXT" or (self.kinds("UNIT", "COMMA", "NEXT")):
            self.at = start
            return
        self.at += 1
        self.yearly |= each is not None and each.kind == "EACH"
        if each is not None and each.kind == "REPORTED":
            self.remarks.append(Message("“the reporting year” is taken as the year of the plan"))

    def _preceding_year(self) -> bool:
        ahead = 1 + self.kinds("UNIT", "COMMA")
        if not self.unit("year") or self.peek(ahead).kind != "PRECEDING":
            return False
        self.at += ahead + 1
        self.skip("PLANNED", "REPORTED", "CURRENT")
        self.skip("UNIT", "PERIOD")
        self.remarks.append(Message("“the year before” is taken as each year of the period"))
        return True

    def _skip_year_word(self) -> None:
        while self.unit("year"):  # «г.», «г.г.»
            self.at += 1
