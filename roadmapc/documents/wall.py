"""The wall calendar: a landscape page for each year in which something falls due, a row for each month.

However much falls due in a year, it is one page: where words have no room numbers stand, and where they have none
either it says how many more there are. Nothing is dropped in silence.
"""

from __future__ import annotations

import math
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import accumulate

from roadmapc.documents._cells import lines_cell, text_cell
from roadmapc.documents._groups import Dated, by_row, days_text, months_of
from roadmapc.documents._short_names import first_words
from roadmapc.documents._table import NO_TEXT
from roadmapc.documents._tasks import is_continuous, is_undated
from roadmapc.documents._years import goes_by_school_years, months_in, year_of, years_name
from roadmapc.documents.output import File, OutputContext, about
from roadmapc.plan import Occurrence, Plan, Row
from roadmapc.rendering.blocks import Paragraph, Run, TableCell, TableRow
from roadmapc.russian.calendar import MONTHS, Calendar

ORDER = 46

OFF, DUE, DUE_OFF = "в", "●", "○"
_STYLE = "TableText"
_PAGE_HEIGHT, _TITLE_LINE, _TITLE_SPACE, _NOTE_LINE, _HEAD, _SPARE = 170.0, 5.7, 10.6, 4.9, 5.2, 6.0  # millimetres
_LINE, _ROW_SPACE = 4.1, 1.2  # of a line of the table, beside the lines of a row
_LETTERS, _TITLE_LETTERS, _NOTE_LETTERS = 29, 85, 105  # in a line of the last column, of the title, of a note
_NARROW, _WIDE = 0.5, 1.4  # signs and capitals, in widths of a small letter
_WORDS = (60, 24)  # letters of an activity at the two levels that have words
_SHORT = 28  # of an activity that has no number of its own, where the others have numbers alone
_MOST_NOTE = 3 * _NOTE_LETTERS
_SEE = "см. календарный план"


@dataclass(frozen=True, slots=True)
class WallDayView:
    """A day: `sign` is «●» where something is due, «в» on a day off, «○» for both; `off` tells days off."""

    sign: str
    off: bool


@dataclass(frozen=True, slots=True)
class WallMonthView:
    """A month: its days, how many days are missing to 31, and lines that tell what falls due."""

    name: str
    days: tuple[WallDayView, ...]
    missing: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WallPageView:
    """A page: «2022 год» or «2022/2023 учебный год», its months, and the signs that stand in them.

    `rows_name` is the name of its rows for `<rows of="…"/>`: a loop over months and days says the same, more slowly.
    """

    heading: str
    months: tuple[WallMonthView, ...]
    signs: tuple[str, ...]
    rows_name: str = ""


@dataclass(frozen=True, slots=True)
class WallView:
    """The pages of a wall calendar; `title` is that of the plan, `notes` tell what has no days: it stands on each."""

    title: str
    pages: tuple[WallPageView, ...]
    notes: tuple[str, ...]


def files(plan: Plan, context: OutputContext) -> Iterator[File]:
    """Return `wall.docx`, unless nothing in the plan falls due."""
    wall = wall_view(plan)
    if wall.pages:
        rows = {"days": (_DAYS,), **{page.rows_name: wall_rows(page) for page in wall.pages}}
        yield from context.files(plan, "wall", "wall.html", {"wall": wall}, rows)


def wall_view(plan: Plan) -> WallView:
    """Return the wall calendar of a plan."""
    rows = plan.dated_rows
    names = _Names(rows)
    months = months_of(rows)
    school = goes_by_school_years(plan)
    notes = tuple(_notes(rows, names))
    title = first_words(about(plan, "").title, 2 * _TITLE_LETTERS)
    room = _room(title, notes)
    years = sorted({year_of(year, month, school) for year, month in months})
    pages = (_page(year, months_in(year, school), months, names, plan.calendar, room, school) for year in years)
    return WallView(title, tuple(pages), notes)


def wall_rows(page: WallPageView) -> tuple[TableRow, ...]:
    """Return the rows of a page, a month each: its name, 31 days, what falls due."""
    return tuple(TableRow(tuple(_cells(month))) for month in page.months)


_DAYS = TableRow(
    tuple(text_cell(text, "TableHead") for text in ("Месяц", *map(str, range(1, 32)), "Наступает срок")), "head"
)


def _cells(month: WallMonthView) -> Iterator[TableCell]:
    yield _name_cell(month.name)
    for day in month.days:
        yield _day_cell(day.sign, day.off)
    if month.missing:
        yield TableCell((Paragraph((), _STYLE),), month.missing)
    lines = tuple(filter(None, month.lines))
    yield lines_cell(lines) if lines else text_cell(NO_TEXT)


@cache
def _name_cell(month: str) -> TableCell:
    return TableCell((Paragraph((Run(month, bold=True),), _STYLE),))


@cache
def _day_cell(sign: str, off: bool) -> TableCell:
    return TableCell((Paragraph((sign,) if sign else (), _STYLE),), align="center", shaded=off)


class _Names:
    """Names activities by numbers that are theirs alone, else by words."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._used = Counter({row.route: row.number for row in rows}.values())

    def short(self, row: Row) -> str:
        if row.number and self._used[row.number] == 1:
            return row.number.rstrip(".")
        return f"{row.number} {first_words(row.text, _SHORT)}".strip()

    def long(self, row: Row, most: int) -> str:
        return f"{row.number} {first_words(row.text, most)}".strip()


def _room(title: str, notes: Sequence[str]) -> int:
    """Return how many lines the months of a page may have together."""
    title_lines = 1 + math.ceil(len(title) / _TITLE_LETTERS)
    note_lines = 1 + sum(math.ceil(len(note) / _NOTE_LETTERS) for note in notes)
    height = _PAGE_HEIGHT - _TITLE_SPACE - title_lines * _TITLE_LINE - note_lines * _NOTE_LINE - 2.2 * (1 + len(notes))
    return int((height - _HEAD - _SPARE - 12 * _ROW_SPACE) / _LINE)


def _notes(rows: Sequence[Row], names: _Names) -> Iterator[str]:
    """Yield what has no days, as far as there is room for its numbers."""
    continuous = list(filter(is_continuous, rows))
    undated = list(filter(is_undated, rows))
    for heading, found in (("В течение всего периода", continuous), ("Без установленной даты", undated)):
        if found:
            text = f"{heading}: {_joined([names.short(row) for row in found], _MOST_NOTE)}"
            yield text if text.endswith("…") else f"{text}."


def _joined(names: Sequence[str], most: int) -> str:
    """Return names in a text of at most so many letters; it says how many more there are."""
    whole = ", ".join(names)
    if len(whole) <= most:
        return whole
    room = most - len(f" и еще {len(names)} – {_SEE}") + 2
    kept = sum(length <= room for length in accumulate(len(name) + 2 for name in names))
    return f"{', '.join(names[:kept])} и еще {len(names) - kept} – {_SEE}" if kept else f"{len(names)} – {_SEE}"


def _page(
    year: int,
    inside: Sequence[tuple[int, int]],
    months: dict[tuple[int, int], list[Dated]],
    names: _Names,
    calendar: Calendar,
    room: int,
    school: bool,
) -> WallPageView:
    lines = _fitting([by_row(months.get(month, ())) for month in inside], names, room)
    views = tuple(
        _month(month, months.get(month, ()), calendar, told) for month, told in zip(inside, lines, strict=True)
    )
    used = {day.sign for view in views for day in view.days}
    signs = tuple(sign for sign in (DUE, DUE_OFF, OFF) if sign in used)
    return WallPageView(years_name([year], school), views, signs, f"months-{year}")


def _month(month: tuple[int, int], found: Iterable[Dated], calendar: Calendar, lines: tuple[str, ...]) -> WallMonthView:
    count = monthrange(*month)[1]
    due = {occurrence.due.day for occurrence, _ in found}
    off = _days_off(calendar, month)
    days = (_day(day not in due, day in off) for day in range(1, count + 1))
    return WallMonthView(MONTHS[month[1] - 1][0].capitalize(), tuple(days), 31 - count, lines)


@lru_cache(maxsize=1_200)  # a century of one calendar
def _days_off(calendar: Calendar, month: tuple[int, int]) -> frozenset[int]:
    days = range(1, monthrange(*month)[1] + 1)
    return frozenset(day for day in days if not calendar.is_working(date(*month, day)))


@cache
def _day(free: bool, off: bool) -> WallDayView:
    if free:
        return WallDayView(OFF if off else "", off)
    return WallDayView(DUE_OFF if off else DUE, off)


Due = list[tuple[Row, list[Occurrence]]]


def _fitting(months: Sequence[Due], names: _Names, room: int) -> list[tuple[str, ...]]:
    """Return what falls due in each month in as many words as fit: the longest month says less until all do."""
    ways = [_ways(found, names) for found in months]
    told = [next(way) for way in ways]
    heights = [_height(lines) for lines in told]
    longer = list(range(len(months)))  # those that may have a shorter way
    while longer and sum(heights) > room:
        n = max(longer, key=heights.__getitem__)
        shorter = next(ways[n], None)
        if shorter is None:
            longer.remove(n)
        else:
            told[n], heights[n] = shorter, _height(shorter)
    return told


def _height(lines: tuple[str, ...]) -> int:
    return max(1, sum(map(_lines_of, lines)))


def _lines_of(text: str) -> int:
    """Return how many lines a text takes in the last column, by a rough measure of its letters."""
    lines, at = 1, 0.0
    for word in text.split(" "):
        width = _width(word)
        if at and at + width > _LETTERS:
            lines, at = lines + 1, 0.0
        lines += int(width // _LETTERS)
        at += width + _NARROW
    return lines


@lru_cache(2_000)  # words come again and again
def _width(word: str) -> float:
    return sum(_WIDE if sign.isupper() else 1 if sign.isalnum() else _NARROW for sign in word)


def _ways(found: Due, names: _Names) -> Iterator[tuple[str, ...]]:
    """Yield the ways to tell what falls due in a month, each shorter than the one before."""
    if not found:
        yield ()
        return
    for most in _WORDS:
        yield tuple(f"{_days(occurrences)} – {names.long(row, most)}" for row, occurrences in found)
    by_days: dict[str, list[str]] = {}
    for row, occurrences in found:
        by_days.setdefault(_days(occurrences), []).append(names.short(row))
    yield ("; ".join(f"{days} – {', '.join(same)}" for days, same in by_days.items()),)
    short = [names.short(row) for row, _ in found]
    for lines in (6, 4, 3, 2, 1):
        yield (_joined(short, lines * _LETTERS),)


def _days(occurrences: Iterable[Occurrence]) -> str:
    return days_text(sorted({one.due.day for one in occurrences}))
