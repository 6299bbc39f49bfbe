"""The period of a plan: from its title, else from its text, else from the days that its rows name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from roadmapc.deadlines import DeadlineError, Period
from roadmapc.deadlines.dating.periods import as_school_year, parse_period

_YEAR = r"20\d\d"
_MONTH = r"(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]*"
_DAY = rf"\d{{1,2}}(?:\.\d{{1,2}}\.{_YEAR}|\s+{_MONTH}\s+{_YEAR})"
_SCHOOL = rf"{_YEAR}\s?[-–—/]\s?(?:{_YEAR}|\d\d)\s*(?:-?\s?[а-я]{{0,3}}\s)?(?:учебн\w*\s+год\w*|уч\.?\s*г(?:од\w*|\.)?)"
_SEARCHED = (
    (re.compile(rf"{_SCHOOL}", re.IGNORECASE), 0.95),
    (re.compile(rf"(?:с\s+)?{_DAY}\s*(?:г\.?|года)?\s*(?:по|до|[-–—])\s*{_DAY}", re.IGNORECASE), 0.95),
    (re.compile(rf"{_MONTH}\s+{_YEAR}\s*(?:г\.?|года)?\s*[-–—]\s*{_MONTH}\s+{_YEAR}", re.IGNORECASE), 0.95),
    (re.compile(rf"{_YEAR}\s?/\s?(?:{_YEAR}|\d\d)\b"), 0.8),
    (re.compile(rf"{_YEAR}\s?[-–—]\s?{_YEAR}"), 0.9),
    (re.compile(rf"{_MONTH}\s+{_YEAR}", re.IGNORECASE), 0.7),
    (re.compile(rf"{_YEAR}(?=\s*(?:год|г\b|г\.))"), 0.85),
    (re.compile(rf"(?<=на ){_YEAR}\b"), 0.8),
)


class FoundPeriod(NamedTuple):
    """A period as it is written into the roadmap, its days, and how sure it is."""

    text: str
    days: Period
    confidence: float


def period_in(text: str) -> FoundPeriod | None:
    """Return the period that a text names."""
    plain = " ".join(text.split())
    for pattern, confidence in _SEARCHED:
        for match in pattern.finditer(plain):
            found = _parsed(match[0])
            if found:
                return FoundPeriod(*found, confidence)
    return None


def _parsed(words: str) -> tuple[str, Period] | None:
    text = re.sub(r"^с\s+", "", words)
    school = re.match(rf"({_YEAR})\s?[-–—/]\s?({_YEAR}|\d\d)\D*уч", text, re.IGNORECASE)
    if school:
        first, last = school.groups()
        text = f"{first}/{first[: 4 - len(last)]}{last} учебный год"
    text = as_school_year(re.sub(rf"({_YEAR})\s*(?:г\.?|года)?\s*(?:по|до)\s", r"\1 – ", text))
    try:
        return text, parse_period(text)
    except DeadlineError:
        return None


def period_of_days(texts: Iterable[str]) -> FoundPeriod | None:
    """Return the years that texts name between them."""
    years = [int(year) for text in texts for year in re.findall(rf"(?<!\d){_YEAR}(?!\d)", text)]
    if not years:
        return None
    first, last = min(years), max(years)
    found = _parsed(str(first) if first == last else f"{first}-{last}") if last - first < 10 else None
    return FoundPeriod(*found, 0.4) if found else None
