"""Reads «каждый …», and the words behind a date that make it recur or count it from a reporting cycle.

«до 25 числа каждого месяца», «до 20 числа последнего месяца квартала», «до 15 числа месяца, следующего за отчетным
кварталом», «до 15 июля (за I полугодие)».
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from roadmapc.deadlines.grammar.rhythms import RhythmReader
from roadmapc.deadlines.values import At, Dated, Day, Every, From, MonthPart, NthWeekday, Report, Span, Until
from roadmapc.diagnostics import Message

_MODIFIER_STARTS = {"ORD", "EACH", "UNIT", "COMMA", "NEXT", "LPAR", "FOR"}
_REPORT_UNITS = {"year", "half", "quarter", "month"}


class ModifierReader(RhythmReader):
    """Notes dates with what follows them."""

    def each(self) -> None:
        """Read «каждый третий четверг месяца», «каждую пятницу», «каждый квартал», «каждые два месяца»."""
        self.take("EACH")
        if self.kinds("ORD", "WEEKDAY"):
            spot = self.point()
            if not isinstance(spot, NthWeekday):
                raise self.unknown(self.peek(-1))
            self.rhythms.append(Every("month", items=(At(spot),)))
        elif self.kinds("NUM|ORD", "AND|COMMA", "NUM|ORD", "WEEKDAY"):
            self.modified(self.stretches())
        elif self.kinds("WEEKDAY"):
            self.weekdays()
            self.rhythms.append(Every("week"))
        elif self.kinds("NUM|ORD", "DATE"):
            self.rhythms.append(Every("month", items=(At(self.point_of()),)))
            self.monthly = False
        elif self.kinds("MONTH"):
            self.yearly = True
            self.modified([At(self.point_of())])
        else:
            self.at -= 1
            token = self.peek()
            self.at += 1
            step = self.take("NUM", "CARD")
            if step is not None and not 1 <= step.value <= 100:
                raise self.fail(Message("such a count is not understood"), step)
            if not self.unit("year", "half", "quarter", "term", "month", "week", "day"):
                raise self.unknown(token if self.peek().kind == "END" else None)
            unit = self.peek().value
            self.at += 1
            if unit == "year" and step is None:
                self.yearly = True
            else:
                self.rhythms.append(Every(unit, step.value if step else 1))

    def modified(self, items: Sequence[Dated]) -> None:
        """Note dates, with the words after them that make them recur or count from a cycle."""
        self.skip("INCLUSIVE")
        monthly, self.monthly = self.monthly, False
        if self.peek().kind in _MODIFIER_STARTS and (
            self._month_of_cycle(items)
            or self._per_unit(items)
            or self._after_cycle(items)
            or self._looking_back(items)
        ):
            return
        if monthly and not any(every.unit == "month" for every in self.rhythms):
            self.rhythms.append(Every("month", items=tuple(items)))
            self.remarks.append(Message("which month is not said: taken as each month"))
            return
        if self.kinds("RHYTHM"):
            self.rhythm()
        self.items.extend(items)

    def _month_of_cycle(self, items: Sequence[Dated]) -> bool:
        """«последнего месяца квартала», «второго месяца каждого квартала»."""
        each = self.peek(2).kind in {"EACH", "REPORTED", "CURRENT"}
        if not (
            self.kinds("ORD", "UNIT") and self.unit("month", ahead=1) and self.unit("quarter", "half", ahead=2 + each)
        ):
            return False
        if not all(isinstance(item, (At, Until)) and isinstance(item.spot, Day) for item in items):
            return False
        month, unit = self.peek().value, self.peek(2 + each).value
        if month > (3 if unit == "quarter" else 6):
            raise self.fail(Message("there is no such number: {n}", n=month))
        self.at += 3 + each
        bare = Every(unit)
        self.rhythms = [every for every in self.rhythms if every.month or every != bare]
        self.rhythms.append(Every(unit, items=tuple(items), month=month))
        return True

    def _per_unit(self, items: Sequence[Dated]) -> bool:
        """«… каждого месяца», «… ежемесячно» stand behind the day."""
        if not (self.kinds("EACH") and self.peek(1).kind == "UNIT") or self._follows(2):
            return False
        unit = self.peek(1).value
        if unit not in {"year", "half", "quarter", "month"}:
            return False
        if unit != "year" and not (unit == "month" and all(_is_monthly(item) for item in items)):
            raise self.fail(Message("which month of the cycle is meant is not said"))
        self.at += 2
        if unit == "year":
            self.yearly = True
            self.items.extend(items)
        else:
            self.rhythms.append(Every(unit, items=tuple(items)))
        return True

    def _follows(self, ahead: int) -> bool:
        ahead += self.peek(ahead).kind == "COMMA"
        return self.peek(ahead).kind == "NEXT"

    def _after_cycle(self, items: Sequence[Dated]) -> bool:
        """«месяца, следующего за отчетным кварталом», «первого месяца следующего квартала», «следующего года»."""
        start = self.at
        months = 0
        unit: str | None = None
        self.take("EACH")
        if self.kinds("ORD", "UNIT") and self.unit("month", ahead=1):
            months = self.peek().value - 1
            self.at += 1
        if self.unit("month", "year", "quarter", "half"):
            unit = self.peek().value
            self.at += 1
        self.take("COMMA")
        if not self.take("NEXT"):
            self.at = start
            return False
        cycle = self._cycle(unit)
        for item in items:
            self._report(item, cycle, months)
        return True

    def _cycle(self, unit: str | None) -> str | None:
        """Return the reporting cycle's unit; «period» where only the rhythm beside can name it."""
        if self.unit("month", "year", "quarter", "half"):
            unit = self.peek().value
            self.at += 1
            return "rhythm" if unit == "month" else unit
        if not (self.take("FOR") or (self.kinds("AFTER") and self.take("AFTER"))):
            raise self.unknown()
        reported = self.take("REPORTED", "CURRENT")
        if self.kinds("PERIOD"):
            self.at += 1
            return "period"
        if self.unit("month", "year", "quarter", "half"):
            named: str = self.peek().value
            genitive = self.peek().text.lower() in {"месяца", "года", "квартала"}
            self.at += 1
            if reported is not None and genitive:
                return "rhythm" if named == "month" else named
            self._winners(reported is not None)
            return named
        if reported is not None:
            return "rhythm" if unit == "month" else unit
        if self.peek().kind == "ORD" or self.peek().kind == "WORD":
            return "event"
        raise self.unknown()

    def _winners(self, reported: bool) -> None:
        """Pass over «, по итогам которого …» behind «следующего за годом»."""
        if not reported:
            start = self.at
            self.at = len(self.tokens)
            if self.rest(start):
                self.remarks.append(Message("the words “{words}” are passed over", words=self.rest(start)))

    def _report(self, item: Dated, cycle: str | None, months: int) -> None:
        if cycle == "event":
            self.at = len(self.tokens)
            self.event_words.append(self.rest(0))
            self.remarks.append(Message("the day lies outside the plan or after an event"))
            return
        if isinstance(item, (Span, From)):
            raise self.fail(Message("a range after a reporting cycle is not understood"), self.peek(-1))
        if months and isinstance(item, At):
            raise self.unknown(self.peek(-1))
        if cycle == "rhythm":
            self.pending.append(Report("month", item, months=months))
        elif cycle == "period" or cycle not in _REPORT_UNITS:
            self.pending.append(Report("year", item, months=months))
        else:
            self.items.append(Report(cycle, item, months=months))  # type: ignore[arg-type]  # one of _REPORT_UNITS

    def _looking_back(self, items: Sequence[Dated]) -> bool:
        """«до 15 июля (за I полугодие отчетного года)»."""
        start = self.at
        self.take("LPAR")
        if not self.take("FOR"):
            self.at = start
            return False
        half = 0
        if self.kinds("NUM|ORD", "UNIT") and self.unit("half", ahead=1):
            half = self.peek().value
            if half not in {1, 2}:
                raise self.fail(Message("there is no such number: {n}", n=half))
            self.at += 2
        self.take("REPORTED", "PRECEDING", "CURRENT")
        if self.unit("year"):
            self.at += 1
        elif not half:
            self.at = start
            return False
        self.take("RPAR")
        for item in items:
            if not isinstance(item, (Until, At)) or not isinstance(item.spot, Day):
                raise self.unknown(self.tokens[start])
            self.items.append(Report("year", replace(item), half=half))
        return True


def _is_monthly(item: Dated) -> bool:
    """Say whether an item is a day or part of any month: «25 числа», «третий четверг»."""
    spots = (item.first, item.last) if isinstance(item, Span) else (item.spot,)
    return all(isinstance(spot, (Day, MonthPart, NthWeekday)) and spot.month is None for spot in spots)
