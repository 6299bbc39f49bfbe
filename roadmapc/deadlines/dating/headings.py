"""The time that the heading of a column of deadlines names: «2026», «Срок: I квартал», «октябрь».

A mark in such a column («+», «х») means that time; words in it are read within it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from roadmapc.deadlines.dating.calendar_parts import Period
from roadmapc.deadlines.dating.dated_deadline import read
from roadmapc.deadlines.errors import DeadlineError
from roadmapc.russian.calendar import MONTHS, Calendar

_MARK = re.compile(r"[+xхv*✓✔√●■▪•]|да|да\.", re.IGNORECASE)
YEARS = r"20\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?(?:\s*(?:уч\w*\.?\s*)?(?:гг?\b\.?|год\w{0,2}))?"
"""A year, a school year, several years: a pattern."""
_YEAR = re.compile(rf"(?<![\d.]){YEARS}$")
_MONTHS = tuple(forms[0][:3] for forms in MONTHS)
_QUARTER = r"(?:[iv]{1,3}|\d)(?:-?[йея])?\s*(?:кв(?:артал|\.)?|полугодие)"
_PART = re.compile(rf"(?:(?:{'|'.join(_MONTHS)})[а-я]*|{_QUARTER})\b.*", re.IGNORECASE)


def is_mark(text: str) -> bool:
    """Say whether a cell holds a mark and no words."""
    return bool(_MARK.fullmatch(text.strip()))


def time_of(heading: str) -> str:
    """Return the words of a heading that name a year, a part of it or a month; nothing where none do."""
    last = " ".join(heading.split()).rpartition(": ")[2].strip(" .:")
    if _PART.fullmatch(last):
        return last
    year = _YEAR.search(last)
    return year[0] if year else ""


@lru_cache(512)
def days_of(heading: str, period: Period, calendar: Calendar) -> Period | None:
    """Return the days that a heading names within a period; None where it names none, or several stretches of them."""
    if not (words := time_of(heading)):
        return None
    try:
        found = read(words, period, calendar=calendar)
    except DeadlineError:
        return None
    return Period(*found.windows[0]) if len(found.windows) == 1 else None
