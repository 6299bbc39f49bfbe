"""The period of a plan: from its title, else from its text, else from the days that its rows name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from roadmapc.deadlines import DeadlineError, Period
from roadmapc.deadlines.dating.periods import as_school_year, parse_period
from roadmapc.russian.calendar import parse_date

_YEAR = r"20\d\d"
_MONTH = r"(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]*"
_DAY = rf"\d{{1,2}}(?:\.\d{{1,2}}\.{_YEAR}|\s+{_MONTH}\s+{_YEAR})"
_SCHOOL = rf"{_YEAR}\s?[-–—/]\s?(?:{_YEAR}|\d\d)\s*(?:-?\s?[а-я]{{0,3}}\s)?(?:учебн\w*\s+год\w*|уч\.?\s*г(?:од\w*|\.)?)"
_YEARS = rf"{_YEAR}\s?[-–—]\s?{_YEAR}|{_YEAR}\s?/\s?(?:{_YEAR}|\d\d)\b|{_YEAR}(?=\s*(?:год\b|г\.))"
_OWN = rf"(?<=на )(?:{_SCHOOL}|{_YEARS})"
_SEARCHED = (
    (re.compile(_OWN, re.IGNORECASE), 0.95),  # «Стратегии … до 2030 года на 2026 год»
    (re.compile(rf"{_SCHOOL}", re.IGNORECASE), 0.95),
    (re.compile(rf"(?:с\s+)?{_DAY}\s*(?:г\.?|года)?\s*(?:по|до|[-–—])\s*{_DAY}", re.IGNORECASE), 0.95),
    (re.compile(rf"{_MONTH}\s+{_YEAR}\s*(?:г\.?|года)?\s*[-–—]\s*{_MONTH}\s+{_YEAR}", re.IGNORECASE), 0.95),
    (re.compile(rf"{_YEAR}\s?/\s?(?:{_YEAR}|\d\d)\b"), 0.8),
    (re.compile(rf"{_YEAR}\s?[-–—]\s?{_YEAR}"), 0.9),
    (re.compile(rf"{_MONTH}\s+{_YEAR}", re.IGNORECASE), 0.7),
    (re.compile(rf"(?<!до ){_YEAR}(?=\s*(?:год|г\b|г\.))"), 0.85),
    (re.compile(rf"{_YEAR}(?=\s*(?:год|г\b|г\.))"), 0.6),
    (re.compile(rf"(?<=на ){_YEAR}\b"), 0.8),
)


_ACT_BEFORE = re.compile(rf"\bот [«\"]?\d{{0,2}}[»\"]? ?(?:\.\d\d\.|{_MONTH} ?)?", re.IGNORECASE)
_LONGEST_DAY = 24  # letters: «от «12» сентября »


def _of_act(before: str) -> bool:
    """Say whether a year behind these words is that of an act."""
    at = before.rfind("от ")
    return at >= 0 and len(before) - at <= _LONGEST_DAY and bool(_ACT_BEFORE.fullmatch(before[at:]))


class FoundPeriod(NamedTuple):
    """A period as it is written into the roadmap, its days, and how sure it is."""

    text: str
    days: Period
    confidence: float


_HALF = re.compile(
    rf"\b(?P<which>I{{1,3}}|IV|[1-4]|перв\w+|втор\w+|треть\w+|четв[её]рт\w+)(?:-?(?:е|ое|й|ый|я|ая))?\s+(?P<part>полугоди\w*|квартал\w*|четверт\w*)\s+"
    rf"(?P<first>{_YEAR})(?:\s?[-–—/]\s?(?P<last>{_YEAR}|\d\d))?",
    re.IGNORECASE,
)
_ORDINALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "перв": 1, "втор": 2, "трет": 3, "четв": 4}
_SCHOOL_PARTS = {
    ("полугоди", 1): "сентябрь {0} – декабрь {0}", ("полугоди", 2): "январь {1} – май {1}",
    ("четверт", 1): "сентябрь {0} – октябрь {0}", ("четверт", 2): "ноябрь {0} – декабрь {0}",
    ("четверт", 3): "январь {1} – март {1}", ("четверт", 4): "апрель {1} – май {1}",
}  # fmt: skip
_YEAR_PARTS = {
    ("полугоди", 1): "январь {0} – июнь {0}", ("полугоди", 2): "июль {0} – декабрь {0}",
    ("квартал", 1): "январь {0} – март {0}", ("квартал", 2): "апрель {0} – июнь {0}",
    ("квартал", 3): "июль {0} – сентябрь {0}", ("квартал", 4): "октябрь {0} – декабрь {0}",
}  # fmt: skip


def _part_of_year(plain: str) -> FoundPeriod | None:
    """Return a half or a quarter of a year that a text names: «I полугодие 2026/2027 учебного года»."""
    match = _HALF.search(plain)
    if match is None:
        return None
    which = match["which"].casefold()
    number = int(which) if which.isdigit() else next((n for word, n in _ORDINALS.items() if which == word), 0)
    number = number or next((n for word, n in _ORDINALS.items() if which.startswith(word) and len(word) > 3), 0)
    part = next(name for name in ("полугоди", "квартал", "четверт") if match["part"].casefold().startswith(name))
    forms = _SCHOOL_PARTS if match["last"] else _YEAR_PARTS
    form = forms.get((part, number))
    if form is None:
        return None
    text = form.format(match["first"], int(match["first"]) + 1)
    first, last = text.split(" – ")
    text = f"{first.split()[0]} – {last}" if first.split()[1] == last.split()[1] else text
    return FoundPeriod(text, parse_period(text), 0.85)


def period_in(text: str) -> FoundPeriod | None:
    """Return the period that a text names."""
    plain = " ".join(text.split())
    part = _part_of_year(plain)
    if part:
        return part
    for pattern, confidence in _SEARCHED:
        for match in pattern.finditer(plain):
            if _of_act(plain[: match.start()]):  # «приказ от 7 мая 2018 года» says nothing of the plan
                continue
            found = _parsed(match[0])
            if found:
                return FoundPeriod(*found, confidence)
    return None


def _parsed(words: str) -> tuple[str, Period] | None:
    text = re.sub(r"^с\s+", "", words.lower())
    school = re.match(rf"({_YEAR})\s?[-–—/]\s?({_YEAR}|\d\d)\D*уч", text, re.IGNORECASE)
    if school:
        first, last = school.groups()
        text = f"{first}/{first[: 4 - len(last)]}{last} учебный год"
    text = as_school_year(re.sub(rf"({_YEAR})\s*(?:г\.?|года)?\s*(?:по|до)\s", r"\1 – ", text))
    try:
        return text, parse_period(text)
    except DeadlineError:
        return None


def period_of_days(texts: Sequence[str]) -> FoundPeriod | None:
    """Return the days that texts name between them, where each has its year; else the years."""
    days = [day for text in texts for day in _days(text)]
    if days and None not in days:
        first_day, last_day = min(filter(None, days)), max(filter(None, days))
        if (last_day - first_day).days < 1500:
            return FoundPeriod(f"{first_day:%d.%m.%Y} – {last_day:%d.%m.%Y}", Period(first_day, last_day), 0.5)
    years = [int(year) for text in texts for year in re.findall(rf"(?<!\d){_YEAR}(?!\d)", text)]
    if not years:
        return None
    first, last = min(years), max(years)
    found = _parsed(str(first) if first == last else f"{first}-{last}") if last - first < 10 else None
    return FoundPeriod(*found, 0.4) if found else None


def _days(text: str) -> Iterator[date | None]:
    """Yield the days that a deadline names, None where it says something else."""
    for piece in re.split(r"\s+[–—-]\s+|\n|,|;|\bдо\b|\bс\b|\bпо\b", text):
        if piece.strip():
            yield parse_date(piece.strip())
