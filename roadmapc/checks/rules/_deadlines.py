"""What rules ask of a deadline's value."""

from __future__ import annotations

import re

from roadmapc.deadlines import DeadlineError, parse
from roadmapc.deadlines.values import Day, FromTo, Month, Year
from roadmapc.plan import Plan, Row
from roadmapc.russian.calendar import MONTHS

_DAY = re.compile(
    rf"(?<![\d.])\d{{1,2}}(?:\.\d{{1,2}}(?!\d)|[ \u00a0]+(?:{'|'.join(forms[1] for forms in MONTHS)}|числ))",
    re.IGNORECASE,
)


def rows_with_own(plan: Plan) -> list[Row]:
    """Return the rows whose deadline, if any, is their own: what is inherited has been looked at above."""
    return [row for row in plan.dated_rows if "deadline" not in row.inherits]


def names_a_day(row: Row) -> bool:
    """Say whether the words name an exact day, not only months whose ends are days."""
    return _DAY.search(row.deadline_text) is not None


def runs_backwards(row: Row) -> bool:
    """Say whether the words name a range whose end lies before its beginning."""
    if row.deadline_error is None or row.has_dates:
        return False
    try:
        items = parse(row.deadline_text).items
    except DeadlineError:
        return False
    return any(isinstance(item, FromTo) and _key(item.last) < _key(item.first) for item in items)


def _key(spot: object) -> tuple[int, ...]:
    """Return a spot with its year so that spots of the same kind compare; without a year, one that is never before."""
    if isinstance(spot, Day) and spot.year and spot.month:
        return (spot.year, spot.month, spot.day)
    if isinstance(spot, Month) and spot.year:
        return (spot.year, spot.month)
    return (spot.year,) if isinstance(spot, Year) else ()


_LINKS = ("после", "со дня", "с даты", "с момента", "с начала", "до", "за", "перед", "от", "по", "с")
_BARE = re.compile(
    r"(?:через|в течение|не позднее|не позже|за)\s(?:чем\s|за\s)*(?:\S+\s){0,3}?"
    r"(?:дн[яей]{1,2}|день|недел\w+|месяц\w*|суток|час\w*|год\w*|лет)|в\s\S*(?:дневный|месячный|недельный)\sсрок"
)
"""A length of time and nothing behind it."""


def lacks_event(row: Row) -> bool:
    """Say whether days are counted from an event that the words do not name: «через 10 дней», «в течение 5 дней после»."""
    if row.dated is None or row.dated.kind != "relative" or row.has_dates:
        return False
    words = " ".join(row.dated.deadline.event.lower().rstrip(" .,;").split())
    return _BARE.fullmatch(words) is not None or f" {words}".endswith(tuple(f" {link}" for link in _LINKS))
