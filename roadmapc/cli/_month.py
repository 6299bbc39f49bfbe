"""A month as people type it: may, май, мая, сент., 5, 2022-05, 05.2022, май 2022."""

from __future__ import annotations

import re

from roadmapc.deadlines.grammar.vocabulary import MONTH_STEMS, WORDS
from roadmapc.diagnostics import Message, UserError
from roadmapc.russian.normal_form import searched_form

_ENGLISH = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


def parse_month(text: str) -> tuple[int, int | None]:
    """Return the month's number and the year where the text names one; raises UserError."""
    words = re.sub(r"(?<=[а-яa-z])\.", "", searched_form(text)).strip()  # «сент.», «сент. 2025»
    match = re.fullmatch(r"(?:(?P<y1>\d{4})[-./])?(?P<m>\d{1,2})(?:[-./](?P<y2>\d{4}))?", words)
    if match:
        number = int(match["m"])
        year = match["y1"] or match["y2"]
    else:
        name, _, year = words.partition(" ")
        number = _named(name) if not year or re.fullmatch(r"\d{4}", year) else 0
    if not 1 <= number <= 12:
        names = ", ".join(stem + (endings.split()[0].strip("-")) for stem, endings, _ in MONTH_STEMS[4:6])
        raise UserError(Message("“{text}” is no month; write may, {names}, 5 or 2022-05", text=text, names=names))
    return number, int(year) if year else None


def _named(name: str) -> int:
    kind, value = WORDS.get(name, ("", 0))
    if kind == "MONTH":
        return int(value)
    if len(name) >= 3:
        for number, english in enumerate(_ENGLISH, 1):
            if english.startswith(name):
                return number
    return 0
