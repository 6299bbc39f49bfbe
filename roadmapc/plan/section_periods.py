"""The time that a section's deadlines are read in: what its `period:` says, or its title («Сентябрь 2026»).

So «в течение месяца», «I неделя» and «до 10 числа» have their days. Words that reach beyond the section by themselves
(«ежемесячно», «в течение года», another month) keep their own days, with a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from roadmapc.deadlines import DatedDeadline, DeadlineError, Period
from roadmapc.deadlines.dating.headings import YEARS
from roadmapc.deadlines.dating.periods import as_school_year, parse_period
from roadmapc.deadlines.grammar.recurrence import EACH_MONTH
from roadmapc.deadlines.values import Every
from roadmapc.diagnostics import Message
from roadmapc.russian.calendar import MONTHS, month_end
from roadmapc.source.model import Section

_DAYS = {"day": 1, "week": 7, "ten_days": 10, "month": 31, "school_quarter": 60, "quarter": 90, "half": 180}
_YEAR = 365
_SUMMER = (7, 8)
_MONTH_NUMBERS = {forms[0]: number for number, forms in enumerate(MONTHS, 1)}
_MONTH = re.compile(rf"(?:{'|'.join(_MONTH_NUMBERS)})(?=[\s,.:;(/–—-]|$)")
_NUMBER = re.compile(r"(?:\d{1,2}|[ivx]{1,5})[.)]\s*")  # typed before the title: another rule tells of it
_WITH_YEAR = re.compile(rf"({_MONTH.pattern}),?\s+(\d{{4}})(?:\s*(?:г\.?|года?))?\.?")

_STAGE = r"(?:(?:[ivx]{1,4}|\d|первый|второй|третий|четвертый|четвёртый|пятый)\s+этап|этап\s+(?:[ivx]{1,4}|\d))"
_TITLE_YEAR = re.compile(rf"(?:(?:мероприятия\s+)?на\s+)?({YEARS})|{_STAGE}\s*[.:(–—-]\s*({YEARS})\)?")


@dataclass(frozen=True, slots=True)
class SectionPeriod:
    """The time of a section: its days where they are known; what its `period:` has wrong; why a title is in doubt."""

    days: Period | None = None
    error: DeadlineError | None = None
    doubt: Message | None = None


NO_PERIOD = SectionPeriod()


def period_of(section: Section, whole: Period | None) -> SectionPeriod:
    """Return the time of a section within that of its table."""
    if section.period:
        try:
            return SectionPeriod(within(parse_period(as_school_year(section.period)), whole))
        except DeadlineError as error:
            return SectionPeriod(error=error)
    title = " ".join((section.title or "").split()).casefold().rstrip(".: ")
    title = _NUMBER.sub("", title, count=1) if _NUMBER.match(title) else title
    if whole is None:
        return NO_PERIOD
    if year := _TITLE_YEAR.fullmatch(title):
        return _of_year(year[1] or year[2], whole)
    if (month := _MONTH.match(title)) is None:
        return NO_PERIOD
    return _of_month(title, _MONTH_NUMBERS[month[0]], title == month[0], whole)


def _of_year(words: str, whole: Period) -> SectionPeriod:
    """Return the days of a title that is a year or a school year: «2026 год», «I этап (2026 год)»."""
    days = _stretch(as_school_year(words))
    if days is None:
        return NO_PERIOD
    if days.last < whole.first or days.first > whole.last:
        return SectionPeriod(doubt=Message("the year of the title lies outside the period of the plan"))
    return SectionPeriod(within(days, whole))


def _of_month(title: str, month: int, is_alone: bool, whole: Period) -> SectionPeriod:
    """Return the days of a title that begins with a month, or why it leaves them open."""
    found = _WITH_YEAR.fullmatch(title)
    days = _month(int(found[2]), month) if found else _stretch(title)
    if days:
        if days.last < whole.first or days.first > whole.last:
            return SectionPeriod(doubt=Message("the month of the title lies outside the period of the plan"))
        return SectionPeriod(within(days, whole))
    if not is_alone:
        return SectionPeriod(doubt=Message("the title begins with a month, but says more than a month"))
    years = [
        year
        for year in range(whole.first.year, whole.last.year + 1)
        if date(year, month, 1) <= whole.last and month_end(year, month) >= whole.first
    ]
    if not years:
        return SectionPeriod(doubt=Message("the plan has no such month"))
    if month in _SUMMER and (whole.first.month, whole.first.day) == (9, 1):
        return SectionPeriod(doubt=Message("a school year has such a month before it and at its end"))
    if len(years) > 1:
        return SectionPeriod(doubt=Message("the plan has several such months"))
    return SectionPeriod(within(_month(years[0], month), whole))


def within(days: Period, whole: Period | None) -> Period:
    """Return the days of a period that lie in a longer one; raises DeadlineError where there are none."""
    if whole is None:
        return days
    first, last = max(days.first, whole.first), min(days.last, whole.last)
    if first > last:
        raise DeadlineError(Message("it lies outside the period of the document"), 0, 0)
    return Period(first, last)


def _stretch(title: str) -> Period | None:
    """Return the days of a title that says several months with their years: «сентябрь 2026 – май 2027»."""
    try:
        return parse_period(title)
    except DeadlineError:
        return None


def _month(year: int, month: int) -> Period:
    return Period(date(year, month, 1), month_end(year, month))


def dated_within(read: Callable[[Period], DatedDeadline], section: Period, whole: Period) -> DatedDeadline:
    """Return a deadline dated in its section, or in the whole plan where its words say so; raises DeadlineError."""
    try:
        inside = read(section)
    except DeadlineError as error:
        try:
            return _beyond(read(whole), section)
        except DeadlineError:
            raise error from None
    if EACH_MONTH in inside.doubts:  # the section says which
        return replace(inside, doubts=tuple(doubt for doubt in inside.doubts if doubt != EACH_MONTH))
    try:
        outside = read(whole)
    except DeadlineError:
        return inside
    if _reaches_beyond(outside, section) or _is_cut(outside, section):
        return _beyond(outside, section)
    return inside


def _is_cut(dated: DatedDeadline, section: Period) -> bool:
    """Say whether days begin in the section and end behind it: «с 25 сентября по 5 октября»."""
    begun = [one for one in dated.windows if section.first <= one.first <= section.last < one.last]
    return dated.kind in {"date", "window"} and bool(begun)


def _reaches_beyond(dated: DatedDeadline, section: Period) -> bool:
    """Say whether words name a cycle or a time longer than the section: «ежемесячно» under «Сентябрь»."""
    if not any(one.first < section.first or one.last > section.last for one in dated.windows):
        return False
    length = (section.last - section.first).days
    if length >= _YEAR - 1 and (dated.kind == "continuous" or dated.deadline.items == (Every("year"),)):
        return False  # «в течение года» under «2026 год»
    cycles = [item for item in dated.deadline.items if isinstance(item, Every)]
    return dated.kind == "continuous" or any(_DAYS.get(one.unit, _YEAR) * one.step >= length for one in cycles)


def _beyond(dated: DatedDeadline, section: Period) -> DatedDeadline:
    first, last = (f"{day:%d.%m.%Y}" for day in section)
    doubt = Message("its days are not only those of its section, {first} – {last}", first=first, last=last)
    return replace(dated, doubts=(*dated.doubts, doubt))
