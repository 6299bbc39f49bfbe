"""Dates as officials count them: month names, working days, school years and quarters."""

from __future__ import annotations

import re
from calendar import isleap
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import accumulate
from typing import Literal

from roadmapc.russian.decreed_days import DAYS_OFF, WORKING_SATURDAYS
from roadmapc.russian.normal_form import normal_form

MONTHS: tuple[tuple[str, str, str], ...] = (
    ("январь", "января", "январе"),
    ("февраль", "февраля", "феврале"),
    ("март", "марта", "марте"),
    ("апрель", "апреля", "апреле"),
    ("май", "мая", "мае"),
    ("июнь", "июня", "июне"),
    ("июль", "июля", "июле"),
    ("август", "августа", "августе"),
    ("сентябрь", "сентября", "сентябре"),
    ("октябрь", "октября", "октябре"),
    ("ноябрь", "ноября", "ноябре"),
    ("декабрь", "декабря", "декабре"),
)
"""Nominative, genitive and prepositional of each month."""

WEEKDAYS: tuple[str, ...] = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
WEEKDAYS_SHORT: tuple[str, ...] = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")

MonthDay = tuple[int, int]

_JANUARY = 131
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

PUBLIC_HOLIDAYS = frozenset({101, 102, 103, 104, 105, 106, 107, 108, 223, 308, 501, 509, 612, 1104})
"""Non-working holidays of every year (ст. 112 ТК РФ), as month * 100 + day."""
_FIRST_DECREED, _LAST_DECREED = min(DAYS_OFF), max(DAYS_OFF)

_DATE = re.compile(
    r"(?:(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})|(?P<iy>\d{4})-(?P<im>\d{2})-(?P<id>\d{2})"
    r"|«?(?P<wd>\d{1,2})»?\s+(?P<month>[а-яё]+)\s+(?P<wy>\d{4}))\s*(?:г\.?|года)?",
    re.IGNORECASE,
)


def parse_date(text: str) -> date | None:
    """Read «20.10.2022», «20.10.2022 г.», «20 октября 2022 г.» or «2022-10-20»; None for anything else."""
    match = _DATE.fullmatch(normal_form(text).strip())
    if not match:
        return None
    if match["month"]:
        months = [index for index, forms in enumerate(MONTHS, 1) if forms[1] == match["month"].lower()]
        if not months:
            return None
        year, month, day = match["wy"], months[0], match["wd"]
    else:
        year, month, day = match["y"] or match["iy"], int(match["m"] or match["im"]), match["d"] or match["id"]
    return make_date(int(year), month, int(day))


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_end(year: int, month: int) -> date:
    """Return the last day of a month; the thirteenth is January of the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 29 if month == 2 and isleap(year) else _LENGTHS[month - 1])


@cache
def _days_off_by_law(year: int) -> frozenset[int]:
    """Return the public holidays of a year, and the weekdays that are off for those on a weekend (ст. 112 ч. 2 ТК РФ).

    It is the next working day after the holiday. Days off of January are moved by decrees alone.
    """
    off = set(PUBLIC_HOLIDAYS)
    for key in sorted(PUBLIC_HOLIDAYS):
        day = date(year, *divmod(key, 100))
        if key > _JANUARY and day.weekday() >= 5:
            while day.weekday() >= 5 or day.month * 100 + day.day in off:
                day += timedelta(days=1)
            off.add(day.month * 100 + day.day)
    return frozenset(off)


@dataclass(frozen=True)
class Calendar:
    """What the user sets about days: school quarters and breaks, regional days off, where a due day on a day off goes.

    School quarters and breaks are pairs of (month, day), inclusive, in the order of the school year.
    """

    days_off: frozenset[date] = frozenset()
    working_days: frozenset[date] = frozenset()
    shift: Literal["previous", "next", "keep"] = "previous"
    school_quarters: tuple[tuple[MonthDay, MonthDay], ...] = (
        ((9, 1), (10, 31)),
        ((11, 1), (12, 31)),
        ((1, 1), (3, 31)),
        ((4, 1), (5, 31)),
    )
    school_breaks: tuple[tuple[MonthDay, MonthDay], ...] = (
        ((10, 28), (11, 5)),
        ((12, 29), (1, 8)),
        ((3, 24), (3, 31)),
        ((6, 1), (8, 31)),
    )
    yearly: Literal["auto", "calendar", "school"] = "auto"

    def is_decreed(self, year: int) -> bool:
        """Say whether the year's transfers of days off are known; otherwise only weekends and public holidays are."""
        return _FIRST_DECREED <= year <= _LAST_DECREED

    def is_before_decrees(self, year: int) -> bool:
        """Say whether a year is too long ago to be in the table: it was decreed, but the program does not know how."""
        return year < _FIRST_DECREED

    def is_working(self, day: date) -> bool:
        """Say whether offices work on that day (five-day week, ст. 111, 112 ТК РФ)."""
        if day in self.working_days:
            return True
        if day in self.days_off:
            return False
        key = day.month * 100 + day.day
        if day.weekday() >= 5:
            return key in WORKING_SATURDAYS.get(day.year, ())
        known = DAYS_OFF.get(day.year)
        return key not in (known if known is not None else _days_off_by_law(day.year))

    def act_by(self, due: date, first: date = date.min, *, is_event: bool = False) -> date:
        """Return the working day on which to act for a due day, by the `shift` setting.

        Executive practice takes the previous working day, ст. 193 ГК РФ the next one. Where the previous one lies
        before the work may begin (`first`), it is the next one too. An event on days off keeps them, so what it needs
        is ready on the working day before them: nothing about it is ever moved forward, whatever the setting.
        """
        if self.shift == "keep":
            return due
        before = self._working(due, -1)
        if is_event and (first == due or before < first):
            return before
        before = before if self.shift == "previous" else due
        return before if self.is_working(before) and before >= first else self._working(due, 1)

    def working_days_after(self, start: date, end: date) -> int:
        """Return how many working days follow a day up to another one, inclusive; 0 where that does not come later."""
        if end <= start:
            return 0
        whole = _worked_between(self, start.year, end.year)
        last, first = (_worked(self, self.like(day.year)) for day in (end, start))
        return whole + last[_day_of_year(end)] - first[_day_of_year(start)]

    def like(self, year: int) -> int:
        """Return a year of the same working days, not beyond what is counted: weekdays come round in 400 years."""
        if year <= _LAST_DECREED + 400:
            return year
        known = max([_LAST_DECREED, *(day.year for day in (*self.days_off, *self.working_days))])
        return year if year <= known + 400 else known + 1 + (year - known - 1) % 400

    def _working(self, day: date, step: int) -> date:
        while not self.is_working(day) and date.min < day < date.max:
            day += timedelta(days=step)
        return day


@lru_cache(maxsize=1024)
def _worked_between(calendar: Calendar, first: int, last: int) -> int:
    """Return how many working days the years have from the first up to the last one, which does not count."""
    return sum(_worked(calendar, calendar.like(year))[-1] for year in range(first, last))


@lru_cache(maxsize=512)
def _worked(calendar: Calendar, year: int) -> tuple[int, ...]:
    """Return how many working days a year has by the end of each of its days; 0 before the first."""
    days = (date(year, 1, 1) + timedelta(n) for n in range(366 if isleap(year) else 365))
    return (0, *accumulate(int(calendar.is_working(day)) for day in days))


def _day_of_year(day: date) -> int:
    return (day - date(day.year, 1, 1)).days + 1


DEFAULT_CALENDAR = Calendar()


def is_school_year(first: date, last: date) -> bool:
    """Say whether a period is a school year: begins 1 August – 1 September, ends by 31 August of the next year."""
    return (8, 1) <= (first.month, first.day) <= (9, 1) and (last.year, last.month) <= (first.year + 1, 8)


def is_single_cycle(first: date, last: date) -> bool:
    """Say whether a period is at most twelve months long, so that a bare month in it is one month."""
    return (last.year, last.month, last.day) < (first.year + 1, first.month, first.day)
