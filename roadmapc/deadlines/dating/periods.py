"""The period of a plan, and dates given beside the words."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from roadmapc.deadlines.dating.calendar_parts import DateRange, Period
from roadmapc.deadlines.dating.single_dates import Dating, Outside
from roadmapc.deadlines.dating.windows import windows
from roadmapc.deadlines.errors import DeadlineError
from roadmapc.deadlines.grammar.parser import parse
from roadmapc.deadlines.values import At, Day, FromTo, Month, Year
from roadmapc.diagnostics import Message
from roadmapc.russian.calendar import DEFAULT_CALENDAR, parse_date

_EVER = Period(date(1900, 1, 1), date(2199, 12, 31))


@lru_cache(1024)  # those of a country's roadmaps are few
def parse_period(text: str) -> Period:
    """Read «2021-2024», «2022/2023 учебный год», «сентябрь 2021 – май 2022» or exact dates.

    Raises DeadlineError where the text names no days, no year, anything else besides, or ends before it begins.
    """
    deadline = parse(text)
    if deadline.remarks:
        raise DeadlineError(Message("only years or days make a period: {why}", why=deadline.remarks[0]), 0, len(text))
    if deadline.frame and not deadline.items and not deadline.condition:
        return Period(date(deadline.frame[0], 1, 1), date(deadline.frame[1], 12, 31))
    item = deadline.items[0] if len(deadline.items) == 1 and not deadline.yearly and not deadline.condition else None
    parts = (item.first, item.last) if isinstance(item, FromTo) else (item.part,) if isinstance(item, At) else ()
    if not parts or not all(isinstance(part, (Year, Month, Day)) and part.year for part in parts):
        raise DeadlineError(Message("a period names its years: 2021-2024, or 01.09.2021 – 31.05.2022"), 0, len(text))
    assert item is not None  # it has parts
    try:
        return Period(*windows(Dating(_EVER, DEFAULT_CALENDAR), item)[0])
    except Outside:
        raise DeadlineError(Message("the period ends before it begins"), 0, len(text)) from None


def as_school_year(text: str) -> str:
    """Return «2026/2027» as a school year, which the slash means; other periods as they are."""
    found = re.fullmatch(r"(\d{4})\s?/\s?(\d{4}|\d\d)", text)
    if found is None:
        return text
    first, last = found.groups()
    return f"{first}/{first[: 4 - len(last)]}{last} учебный год"


def parse_window(text: str) -> DateRange:
    """Read a date or «first – last» given beside the words of a deadline; raises DeadlineError."""
    day = parse_date(text)
    if day:
        return DateRange(day, day)
    try:
        return DateRange(*parse_period(text))
    except DeadlineError:
        message = Message("“{text}” is no date; write 15.03.2022, or 01.03.2022 – 15.03.2022", text=text)
        raise DeadlineError(message, 0, len(text)) from None
