"""Reads what only its parts are: «2 квартал, до 19 июня / 4 квартал, до 24 декабря», a deadline in each of its lines.

It is tried where a wording as a whole is not understood. Parts that differ in kind may limit one another («II квартал /
до 15 мая»), so all must be alike, and each whole without its neighbours. Years with what they hold may differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from roadmapc.deadlines.errors import DeadlineError
from roadmapc.deadlines.values import (
    At,
    Deadline,
    FromTo,
    Item,
    Until,
    Year,
    YearEdge,
    lacks_year,
    needs_month,
    parts_of,
)
from roadmapc.russian.calendar import MONTHS

YEAR_CAPTION = re.compile(
    r"(?:^|[,;\n])[ \t]*+(?=20\d\d[ \t]*+(?:г(?:од|\.)?)?[ \t]*+(?:[:(]|[–—-][ \t]*+[^\s\d]))", re.IGNORECASE
)
_LINES = re.compile(r"[;\n]+")
_COMMAS = re.compile(r",(?!\d)")
_BRACKETS = re.compile(r"\([^()]*\)?")
_GENITIVES = tuple(forms[1] for forms in MONTHS)
_CLASS = re.compile(r"класс|\bкл\b", re.IGNORECASE)
"""Dates of different classes are those of different rows."""
_MOST_PARTS = 12


def separate(text: str, read: Callable[[str], Deadline]) -> Deadline | None:
    """Return the deadlines of the parts of a wording as one; None where a part needs another one, or differs in kind.

    `read` reads a part, or raises DeadlineError.
    """
    sign = next((one for one in (YEAR_CAPTION, _LINES) if len(_parts(text, one)) > 1), _COMMAS)
    parts = _parts(text, sign)
    if not 2 <= len(parts) <= _MOST_PARTS or _CLASS.search(text) or any(map(_leans, parts)):
        return None
    try:
        found = [_with_its_year(read(part)) for part in parts]
    except DeadlineError:
        return None
    kinds = {frozenset(map(_kind, one.items)) for one in found}
    items = tuple(item for one in found for item in one.items)
    if (
        (len(kinds) > 1 and sign is not YEAR_CAPTION)
        or not all(map(_is_whole, found))
        or not all(map(_is_dated, items))
    ):
        return None
    if sign is _COMMAS and any(isinstance(item, At) for item in items):
        return None  # lists of days and months are read as a whole, or not at all
    yearless = {lacks_year(part) for item in items for part in parts_of(item)}
    if len(yearless) > 1:
        return None
    remarks = tuple(dict.fromkeys(remark for one in found for remark in one.remarks))
    return Deadline(items=tuple(dict.fromkeys(items)), remarks=remarks)


def _parts(text: str, sign: re.Pattern[str]) -> list[str]:
    """Return the parts of a text between signs that stand in no brackets."""
    hidden = _BRACKETS.sub(lambda bracket: "(" + " " * (len(bracket.group()) - 1), text)
    ends = [match.span() for match in sign.finditer(hidden)]
    starts = [0, *(end for _, end in ends)]
    found = (text[first:last] for first, last in zip(starts, [*(start for start, _ in ends), len(text)], strict=True))
    return [part.strip(" ,\t\r") for part in found if part.strip(" ,.\t\r")]


def _leans(part: str) -> bool:
    """Say whether a part goes on before it or behind it: «октября», «2026 год:»."""
    return part.lower().startswith(_GENITIVES) or part[-1] in ":-–—"


def _with_its_year(found: Deadline) -> Deadline:
    """«2024 год: до 21 июля»: the day of that year."""
    if not found.frame or found.frame[0] != found.frame[1]:
        return found
    return replace(found, frame=None, items=tuple(_of_year(item, found.frame[0]) for item in found.items))


def _of_year(item: Item, year: int) -> Item:
    if isinstance(item, FromTo):
        first, last = (part if isinstance(part, Year) else replace(part, year=year) for part in parts_of(item))
        return FromTo(first, last)
    if not isinstance(item, (At, Until)) or isinstance(item.part, Year):
        return item
    return replace(item, part=replace(item.part, year=year))


def _kind(item: Item) -> tuple[type, ...]:
    return (type(item), *map(type, parts_of(item)))


def _is_whole(found: Deadline) -> bool:
    """Say whether a deadline is dates and nothing else."""
    return bool(found.items) and replace(found, items=(), remarks=()) == Deadline()


def _is_dated(item: Item) -> bool:
    """Say whether an item is a day or a stretch of time that needs no neighbour to be known."""
    return isinstance(item, (At, FromTo, Until)) and not any(
        isinstance(part, (Year, YearEdge)) or needs_month(part) for part in parts_of(item)
    )
