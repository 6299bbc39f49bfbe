"""A date in digits has another form than 05.06.2016.

With a zero before a single digit, four digits of the year, points between; in words without that zero (ГОСТ Р 7.0.97-2025, 5.10). The order of other
countries, 2016-06-05, is for programs.

Bad:
    approval: {act: приказом отдела образования, date: 2021-01-10, number: 7}

Good:
    approval: {act: приказом отдела образования, date: 10.01.2021, number: 7}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._wording import Match, matches
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan
from roadmapc.russian.calendar import MONTHS, make_date

CODE = "RM517"
SEVERITY = Severity.NOTE

# Each begins with a digit, which is found faster than what must not stand before it.
_POINTS = re.compile(r"\d(?<![\w.-]\d)\d?\.\d{1,2}\.\d{4}(?![\w/-]|\.\d)")
_YEAR_IN_POINTS = re.compile(r"\.\d{1,2}\.\d{4}")
_HYPHENS = re.compile(r"\d(?<![\w.-]\d)\d{3}-\d\d-\d\d(?![\w/-]|\.\d)")
_MONTH_IN_HYPHENS = re.compile(r"-\d\d-\d\d")
_ZERO = re.compile(rf"0(?<![\d.]0)(?=[1-9][ \0]+(?:{'|'.join(forms[1] for forms in MONTHS)})(?![а-яё]))")
_SHORT_YEAR = re.compile(r"(?P<day>\d(?<![\w.-]\d)\d)\.(?P<month>\d{2})\.(?P<year>\d\d)(?![\w/-]|\.\d)")
_TWO_DIGITS = re.compile(r"\.\d\d\.\d\d")
_CENTURIES = ("19", "20")


def check(plan: Plan) -> Iterator[Finding]:
    """Report each that is a day of the calendar; the fix writes it as 05.06.2016, of years in two digits to be read over."""
    zero = Message("before the name of a month a day has no zero")
    yield from matches(plan, _ZERO, lambda _: zero, lambda _: "")
    four = Message("the year has four digits")
    message = Message("a date in digits is written as 05.06.2016")
    for finding in chain(
        matches(plan, _SHORT_YEAR, lambda _: four, _with_century, safe=False, part=_TWO_DIGITS),
        matches(plan, _POINTS, lambda _: message, _right, part=_YEAR_IN_POINTS),
        matches(plan, _HYPHENS, lambda _: message, _right, part=_MONTH_IN_HYPHENS),
    ):
        if finding.fix is not None:
            yield finding


def _with_century(match: Match) -> str | None:
    found = make_date(2000 + int(match["year"]), int(match["month"]), int(match["day"]))
    return f"{match['day']}.{match['month']}.{found.year}" if found else None


def _right(match: Match) -> str | None:
    """Return the date as it should be; None for one that is right, or is no day."""
    year, month, day = match[0].split("-") if "-" in match[0] else reversed(match[0].split("."))
    found = make_date(int(year), int(month), int(day)) if year.startswith(_CENTURIES) else None
    right = f"{found.day:02}.{found.month:02}.{found.year}" if found else match[0]
    return None if right == match[0] else right
