"""The time that a report is about: «I полугодие 2023», «9 месяцев 2023», «2022/2023 учебный год»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from roadmapc.deadlines import DeadlineError, Period
from roadmapc.deadlines.dating.periods import as_school_year, parse_period
from roadmapc.diagnostics import Message
from roadmapc.russian.calendar import MONTHS, is_school_year, month_end
from roadmapc.russian.normal_form import normal_form

_ROMAN = ("I", "II", "III", "IV")
_PART = re.compile(
    r"(?P<n>[1-4]|IV|I{1,3})(?:-?[йеяго]{1,2})?\s+(?P<what>кв(?:\.|артал)|полуг(?:\.|одие))\s*(?P<year>\d{4})"
    r"(?:\s*(?:г\.?|года?))?",
    re.IGNORECASE,
)
_MONTHS_OF = re.compile(
    r"(?:за\s+)?(?P<n>[369])\s+мес(?:\.|яцев|яца)\s*(?P<year>\d{4})(?:\s*(?:г\.?|года?))?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """The days of a report, both inclusive, and its words behind «за»: «I полугодие 2023 года»."""

    days: Period
    words: str


def parse_report_period(text: str) -> ReportPeriod:
    """Read the period of a report; raises DeadlineError where it names no days, or none that one reports on."""
    plain = " ".join(normal_form(text).split()).removeprefix("за ")
    if found := _PART.fullmatch(plain.translate(_LATIN)):
        return _part(found, text)
    if found := _MONTHS_OF.fullmatch(plain):
        number, year = int(found["n"]), int(found["year"])
        return ReportPeriod(_days(year, 1, number), f"{number} {'месяца' if number == 3 else 'месяцев'} {year} года")
    days = parse_period(as_school_year(plain))
    return ReportPeriod(days, words_of(days))


# Latin letters that are typed for Roman figures in a Russian layout, and the other way round
_LATIN = str.maketrans("ІіХх", "IiXx")


def _part(found: re.Match[str], text: str) -> ReportPeriod:
    number = int(found["n"]) if found["n"].isdecimal() else _ROMAN.index(found["n"].upper()) + 1
    year, is_half = int(found["year"]), found["what"].lower().startswith("п")
    if is_half and number > 2:
        raise DeadlineError(Message("a year has two halves"), 0, len(text))
    length = 6 if is_half else 3
    days = _days(year, (number - 1) * length + 1, length)
    return ReportPeriod(days, words_of(days))


def _days(year: int, month: int, length: int) -> Period:
    return Period(date(year, month, 1), month_end(year, month + length - 1))


def words_of(days: Period) -> str:
    """Return how a report names a period: «2023 год», «2022/2023 учебный год», «май 2023 года», «период с … по …»."""
    first, last = days
    if first.day == 1 and last == month_end(last.year, last.month):
        if (first.month, last.month) == (1, 12):
            return f"{first.year} год" if first.year == last.year else f"{first.year}–{last.year} годы"
        if (first.year, first.month) == (last.year, last.month):
            return f"{MONTHS[first.month - 1][0]} {first.year} года"
        if first.year == last.year and (part := _part_of_year(first.month, last.month)):
            return f"{part} {first.year} года"
    if is_school_year(first, last):
        return f"{first.year}/{last.year} учебный год"
    return f"период с {first:%d.%m.%Y} по {last:%d.%m.%Y}"


def _part_of_year(first: int, last: int) -> str:
    """Return the words of a quarter, a half-year or nine months, by the first and the last month; «» for any other."""
    if (first, last) == (1, 9):
        return "9 месяцев"
    for length, what in ((3, "квартал"), (6, "полугодие")):
        if first % length == 1 and last == first + length - 1:
            return f"{_ROMAN[last // length - 1]} {what}"
    return ""
