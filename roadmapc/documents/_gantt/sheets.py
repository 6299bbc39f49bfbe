"""The sheets of the picture: the rows of each year, as many on a sheet of A4 as are read at ease.

All lengths are millimetres.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from roadmapc.documents._gantt.chart import ChartRow, Group, groups_of
from roadmapc.documents._gantt.fitted_lines import lines_of
from roadmapc.documents._gantt.scale import Scale
from roadmapc.documents._years import Months, goes_by_school_years, months_in, year_of, years_name
from roadmapc.plan import Plan
from roadmapc.rendering.letters import width_of
from roadmapc.russian.calendar import month_end

WIDTH, HEIGHT = 297, 210
LEFT, RIGHT, TOP, BOTTOM = 20, 287, 12, 202  # the wide margin is for the binder
PLOT = 118  # where the months begin
EDGE = 1.6  # left free at both sides of the days, for marks at the ends and arrows
SIZE, LINE, PAD = 2.82, 3.3, 0.8  # 8 points, a line of them, above and below the lines of a row
TITLE, TITLE_LINE = 3.53, 4.4  # 10 points
MONTHS_HEIGHT, LEGEND = 9.6, 13.0
_INDENT, _MOST_NUMBER, _CELL = 2.0, 18.0, 1.2
_MOST_LINES = 2
_STEP = 2.0  # by which sheets grow until the rows are on as few as can be


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A heading over rows."""

    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """Return its height."""
        return len(self.lines) * LINE + 2 * PAD


@dataclass(frozen=True, slots=True)
class RowLine:
    """A row: its number and the lines of its words, from where they begin; words in the place of days."""

    row: ChartRow
    number: str
    x: float
    lines: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def height(self) -> float:
        """Return its height."""
        return max(len(self.lines), len(self.words), 1) * LINE + 2 * PAD


Line = HeadLine | RowLine


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its year and months, the days that they are, its lines; `others` have rows that are not due in it."""

    heading: str
    months: Months
    scale: Scale
    lines: tuple[Line, ...]
    others: bool


def top_of(titles: int) -> float:
    """Return where the table begins below so many lines of a title: above them stand the year, below the period."""
    return TOP + TITLE_LINE * (titles + 2) + 1.5


def sheets_of(plan: Plan, titles: int) -> list[Sheet]:
    """Return the sheets of a plan in their order: the years in which it has days, else its first one."""
    groups = groups_of(plan)
    school = goes_by_school_years(plan)
    spans = [span for group in groups for row in group.rows for span in row.spans]
    known = [day for span in spans for day in (span.first, span.last)] + list(plan.period or ())
    if not groups or not known:
        return []
    years = {year for one in spans for year in range(_year(one.first, school), _year(one.last, school) + 1)}
    within = (min(known), max(known))
    room = BOTTOM - LEGEND - MONTHS_HEIGHT - top_of(titles)
    return [
        sheet
        for year in sorted(years or {_year(within[0], school)})
        for sheet in _of_year(groups, year, school, within, room)
    ]


def _year(day: date, school: bool) -> int:
    return year_of(day.year, day.month, school)


def _of_year(
    groups: Sequence[Group], year: int, school: bool, within: tuple[date, date], room: float
) -> Iterator[Sheet]:
    low, high = ((day.year, day.month) for day in within)
    months = tuple(month for month in months_in(year, school) if low <= month <= high)
    scale = Scale(date(*months[0], 1), month_end(*months[-1]), PLOT + EDGE, RIGHT - PLOT - 2 * EDGE)
    shown = [
        Group(group.headings, rows)
        for group in groups
        if (rows := tuple(row for row in group.rows if row.is_in(scale.first, scale.last)))
    ]
    others = sum(len(group.rows) for group in shown) < sum(len(group.rows) for group in groups)
    wide = max((_number_width(row) for group in groups for row in group.rows), default=0.0)
    blocks = [([_head(text) for text in group.headings], [_line(row, wide) for row in group.rows]) for group in shown]
    for lines in _on_few_sheets(blocks, room):
        yield Sheet(years_name([year], school), months, scale, tuple(lines), others)


def _number_width(row: ChartRow) -> float:
    """Return the width of a number with its space; one too long for a column stands before the words."""
    width = width_of(row.number, SIZE) + 1.5
    return width if row.number and width <= _MOST_NUMBER else 0.0


def _head(text: str) -> HeadLine:
    return HeadLine(lines_of(text, RIGHT - LEFT - 2 * _CELL, SIZE, _MOST_LINES, bold=True))


def _line(row: ChartRow, wide: float) -> RowLine:
    apart = bool(_number_width(row))
    x = LEFT + _CELL + wide + _INDENT * max(0, min(row.level, 4) - 2)
    text = row.text if apart else f"{row.number} {row.text}".strip()
    words = lines_of(row.words, RIGHT - PLOT - 2 * EDGE, SIZE, _MOST_LINES)
    return RowLine(row, row.number if apart else "", x, lines_of(text, PLOT - _CELL - x, SIZE, _MOST_LINES), words)


Block = tuple[list[HeadLine], list[RowLine]]


def _on_few_sheets(blocks: Sequence[Block], room: float) -> list[list[Line]]:
    """Return the lines of as few sheets as there can be, each about as full as the others."""
    fewest = len(_filled(blocks, room))
    height = sum(_height(heads) + _height(rows) for heads, rows in blocks) / fewest
    while height < room:
        if len(found := _filled(blocks, height)) == fewest:
            return found
        height += _STEP
    return _filled(blocks, room)


def _height(lines: Sequence[Line]) -> float:
    return sum(line.height for line in lines)


def _filled(blocks: Sequence[Block], room: float) -> list[list[Line]]:
    """Return lines on sheets: no heading without a row below it; where a section goes on, it is named again."""
    sheets: list[list[Line]] = [[]]
    taken = 0.0
    for heads, rows in blocks:
        before: list[Line] = list(heads)
        for row in rows:
            needed = _height(before) + row.height
            if taken + needed > room and sheets[-1]:
                sheets.append([])
                taken = 0.0
                before = before or [_again(head) for head in heads[-1:]]
                needed = _height(before) + row.height
            sheets[-1] += [*before, row]
            taken += needed
            before = []
    return sheets


def _again(head: HeadLine) -> HeadLine:
    return _head(f"{' '.join(head.lines)} (продолжение)")
