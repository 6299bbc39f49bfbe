"""Years in words and dates, moved: «на 2025/2026 учебный год» → «на 2026/2027 учебный год».

A reference to an act keeps its date («приказ от 12.05.2021 № 5»), and so does what lies far from the plan's years;
where a careful reader could think otherwise, it is marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from roadmapc.deadlines import Period
from roadmapc.diagnostics import Message
from roadmapc.russian.calendar import MONTHS, make_date

_MONTH = "|".join(forms[1] for forms in MONTHS)
_ANY_MONTH = "|".join(form for forms in MONTHS for form in forms)
_DASH = r"\s?[-–—/]\s?"
_TOKEN = re.compile(
    rf"(?<![\d.])(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<dated>(?:19|20)\d\d|\d\d)(?![\d.]\d|\d)"
    rf"|(?<!\d)(?P<isoyear>(?:19|20)\d\d)-(?P<isomonth>\d\d)-(?P<isoday>\d\d)(?!\d)"
    rf"|(?<!\d)(?P<wordday>\d{{1,2}})\s+(?P<wordmonth>{_MONTH})\s+(?P<worded>(?:19|20)\d\d)(?!\d)"
    rf"|(?<![\d.\w-])(?P<first>(?:19|20)\d\d)(?:\s(?:г\.|год[а-я]*))?{_DASH}(?P<last>(?:19|20)?\d\d)(?!\d|(?!г)\w|[-.]\w)"
    rf"|(?<![\d.\w/-])(?P<shortfirst>\d\d)/(?P<shortlast>\d\d)(?=\s*уч)"
    rf"|(?<![\d\w№/-])(?P<year>(?:19|20)\d\d)(?!\d|(?!г)\w|[-/.]\d|-\w)",
    re.IGNORECASE,
)
_ACT = r"(?:приказ|распоряжени|постановлени|закон|указ|письм|решени|протокол|поручени|соглашени|договор)\w*"
_OF_ACT = re.compile(r"\b(?:от|утв\.)\s+$", re.IGNORECASE)
_NUMBER = re.compile(r"\s*+(?:г\.|года|год)?,?\s*+(?:№|N\s?\d)", re.IGNORECASE)
_AFTER_NUMBER = re.compile(r"№\s*$")
_OTHERS = re.compile(
    rf"\b(?:{_ACT}|национальн|стратеги|концепци|государственн|федеральн|указ|росси|десятилети|прошл|предыдущ|предшеств)\w*",
    re.IGNORECASE,
)
_YEAR_WORD = re.compile(r"\s*(?:г\b|гг\b|год|учебн|уч\.)", re.IGNORECASE)
_BEFORE_YEAR = re.compile(
    rf"\b(?:в|на|за|с|до|по|к|из|концу|начало|конец|полугодие|квартал|четверть|лето|осень|зима|весна|{_ANY_MONTH})\s+$"
    r"|[,(–-]\s+$|(?<!\d)\d{1,2}\.$|^[\s'\"|>-]*$",
    re.IGNORECASE,
)
_NOT_COUNTED = re.compile(r"\s*(?:[^\sа-яё]|$|(?:и|по|до|или)\s)", re.IGNORECASE)
"""What follows a year rather than a number of something."""
_WEEKDAY = re.compile(
    r"\b(?:понедельник\w*|вторник\w*|сред[аыуе]|четверг\w*|пятниц\w+|суббот\w+|воскресень\w+)\b", re.IGNORECASE
)
_NEAR = 60
"""Characters before and behind a year that say whose it is."""


class Remark(NamedTuple):
    """Characters of a text at which a person must look, and why."""

    start: int
    end: int
    message: Message


@dataclass(frozen=True)
class YearMove:
    """By how many years a plan moves, and from which period to which."""

    old: Period
    new: Period

    @property
    def years(self) -> int:
        """Return the difference of the periods in years."""
        return self.new.first.year - self.old.first.year

    def moved(self, text: str, *, is_deadline: bool = False) -> tuple[str, list[Remark]]:
        """Return a text with its years moved, and what a person must look at, by the offsets of the text given.

        In a deadline every year is the plan's, unless it belongs to an act.
        """
        parts, remarks, at = [], [], 0
        for found in _TOKEN.finditer(text):
            replaced, why = self._one(text, found, is_deadline)
            if why:
                remarks.append(Remark(*found.span(), why))
            parts += [text[at : found.start()], replaced]
            at = found.end()
        parts.append(text[at:])
        result = "".join(parts)
        if result != text:
            remarks += _weekdays(text)
        return result, remarks

    def _one(self, text: str, found: re.Match[str], is_deadline: bool) -> tuple[str, Message | None]:
        """Return what stands in place of a token, and why a person must look at it, if so."""
        before, after = text[max(found.start() - _NEAR, 0) : found.start()], text[found.end() : found.end() + _NEAR]
        is_date = bool(found["day"] or found["isoyear"] or found["wordday"])
        if _AFTER_NUMBER.search(before) or _NUMBER.match(after) or (_OF_ACT.search(before) and not is_deadline):
            return found[0], None
        years = self._years(found)
        if not years:
            return found[0], None
        if not is_deadline and not is_date and found["year"] and not _is_year(before, after):
            near = self._is_near(years[0])
            return found[0], Message("{text}: a year or a number? It was left", text=found[0]) if near else None
        if not is_deadline and not all(self._is_near(year) for year in years):
            return found[0], Message("{text}: far from the plan’s years, so it was left", text=found[0])
        if not is_deadline and not self._is_own(years) and _OTHERS.search(_clause(before)):
            return found[0], Message("{text}: seems to be of another document, so it was left", text=found[0])
        moved = self._shifted(found)
        if moved is None:
            return found[0], Message("{text}: there is no such day in the new year, so it was left", text=found[0])
        if found["year"] and years[0] <= self.old.last.year and years[0] + self.years > self.new.last.year:
            return moved, Message("{text}: moved beyond the new period", text=moved)
        return moved, None

    def _years(self, found: re.Match[str]) -> list[int]:
        names = ("dated", "isoyear", "worded", "first", "last", "shortfirst", "shortlast", "year")
        years = [_full(found[name]) for name in names if found[name]]
        for day, month in (("day", "month"), ("isoday", "isomonth")):
            if found[day] and _day_in(years[0], found[month], found[day]) is None:
                return []  # a number that only looks like a date
        if found["first"] and not years[0] < years[1] < years[0] + 30:
            return []  # no years: «2021-15»
        if found["shortfirst"] and years[1] != years[0] + 1:
            return []
        return years

    def _is_near(self, year: int) -> bool:
        return self.old.first.year - 1 <= year <= self.old.last.year + 1

    def _is_own(self, years: list[int]) -> bool:
        """Say whether years are the plan's own."""
        return years == list(dict.fromkeys((self.old.first.year, self.old.last.year)))

    def _shifted(self, found: re.Match[str]) -> str | None:
        """Return a token some years later; none where there is no such day."""
        for day, month, year in (("day", "month", "dated"), ("isoday", "isomonth", "isoyear")):
            if found[day] and _day_in(_full(found[year]) + self.years, found[month], found[day]) is None:
                return None
        if found["wordday"]:
            number = [forms[1] for forms in MONTHS].index(found["wordmonth"].lower()) + 1
            if make_date(_full(found["worded"]) + self.years, number, int(found["wordday"])) is None:
                return None
        years = self._years(found)
        pair = found["first"] and self._is_own(years)
        new = [self.new.first.year, self.new.last.year] if pair else [year + self.years for year in years]
        text, offset = found[0], found.start()
        names = [name for name, value in found.groupdict().items() if value and _is_year_name(name)]
        for name, moved in reversed(list(zip(names, new, strict=True))):
            start, end = found.start(name) - offset, found.end(name) - offset
            text = text[:start] + str(moved)[4 - (end - start) :] + text[end:]
        return text


def moved_day(day: date, years: int) -> date | None:
    """Return the same day some years later; none for the 29th of February where there is none."""
    return make_date(day.year + years, day.month, day.day)


def _day_in(year: int, month: str, day: str) -> date | None:
    return make_date(year, int(month), int(day))


def _is_year_name(name: str) -> bool:
    return name in {"dated", "isoyear", "worded", "first", "last", "shortfirst", "shortlast", "year"}


def _full(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _is_year(before: str, after: str) -> bool:
    """Say whether four digits are a year rather than a number of people."""
    return bool(_YEAR_WORD.match(after) or (_BEFORE_YEAR.search(before) and _NOT_COUNTED.match(after)))


def _clause(before: str) -> str:
    """Return the part of a sentence that leads to a place."""
    return re.split(r"[;:]|\.\s|\n\s*\n", before)[-1]


def _weekdays(text: str) -> Iterator[Remark]:
    """Yield the days of the week in a text whose dates have moved: the same day is another one a year later."""
    for found in _WEEKDAY.finditer(text):
        if _TOKEN.search(text[max(found.start() - _NEAR, 0) : found.end() + _NEAR]):
            message = Message("{text}: a day of the week beside a date that has moved", text=found[0])
            yield Remark(*found.span(), message)
