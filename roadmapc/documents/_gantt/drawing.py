"""A sheet as SVG: a table of activities on the left, their marks under months on the right, what the signs mean below.

Signs differ in shape, so that a copy in grey says the same; nothing outside the file is referred to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice

from roadmapc.documents._gantt.legend import ACCENT, INK, THREAD, arrow, diamond, legend, rectangle, signs_of, stroke
from roadmapc.documents._gantt.marks import Marks, marks_of
from roadmapc.documents._gantt.scale import SMALL
from roadmapc.documents._gantt.sheets import (
    BOTTOM,
    EDGE,
    HEIGHT,
    LEFT,
    LINE,
    MONTHS_HEIGHT,
    PAD,
    PLOT,
    RIGHT,
    SIZE,
    TITLE,
    TITLE_LINE,
    TOP,
    WIDTH,
    HeadLine,
    RowLine,
    Sheet,
    top_of,
)
from roadmapc.documents._gantt.svg import element, words
from roadmapc.russian.calendar import MONTHS

_FONT = "Liberation Serif, Times New Roman, serif"
_BAR = 3.0  # the height of a bar, or of the lanes that share it
_GREY, _SHADE = "#a6a6a6", "#e6e6e6"
_BASE = 0.78  # of the size of letters, from the top of a line to what they stand on


@dataclass(frozen=True, slots=True)
class Frame:
    """What all sheets of a plan have: the lines of its title, its period, the mark of a draft, how many they are."""

    titles: tuple[str, ...]
    period: str
    draft: str
    count: int


def drawn(sheet: Sheet, at: int, frame: Frame) -> bytes:
    """Return a sheet, the first being 1."""
    name = f"Диаграмма Ганта на {sheet.heading}"
    rows = [line for line in sheet.lines if isinstance(line, RowLine)]
    marks = {id(line): marks_of(line.row.spans, sheet.scale) for line in rows}
    top = top_of(len(frame.titles))
    body = list(_table(sheet, marks, top))
    foot = top + MONTHS_HEIGHT + sum(line.height for line in sheet.lines)
    number = f"Лист {at} из {frame.count}" if frame.count > 1 else ""
    parts = [
        words("title", f"{name}. {' '.join(frame.titles)}", id="title"),
        words("desc", f"{frame.period}. Мероприятий на листе: {len(rows)}. {number}".strip(), id="desc"),
        element("rect", width=WIDTH, height=HEIGHT, fill="#fff"),
        *_heading(name, frame),
        *body,
        *legend(signs_of(marks.values()), sheet.others, foot),
        words("text", number, x=RIGHT, y=BOTTOM, text_anchor="end", font_size=SMALL) if number else "",
    ]
    drawing = element(
        "svg",
        "\n" + "\n".join(filter(None, parts)) + "\n",
        xmlns="http://www.w3.org/2000/svg",
        width=f"{WIDTH}mm",
        height=f"{HEIGHT}mm",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        lang="ru",
        aria_labelledby="title desc",
        font_family=_FONT,
        font_size=SIZE,
        fill=INK,
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{drawing}\n'.encode()


def _heading(name: str, frame: Frame) -> Iterator[str]:
    y = TOP + TITLE
    yield words("text", name, x=LEFT, y=y, font_size=4.23, font_weight="bold")
    if frame.draft:
        yield words("text", frame.draft, x=RIGHT, y=y, font_size=4.23, font_weight="bold", text_anchor="end")
    for n, line in enumerate(frame.titles, 1):
        yield words("text", line, x=LEFT, y=y + n * TITLE_LINE, font_size=TITLE)
    yield words("text", frame.period, x=LEFT, y=y + (len(frame.titles) + 1) * TITLE_LINE)


def _table(sheet: Sheet, marks: dict[int, Marks], top: float) -> Iterator[str]:
    """Yield shades, then lines, then what stands on them: a mark is never crossed by a line."""
    y = top + MONTHS_HEIGHT
    lines: list[str] = []
    shades: list[str] = []
    content: list[str] = []
    for line in sheet.lines:
        if isinstance(line, HeadLine):
            shades.append(rectangle(LEFT, y, RIGHT - LEFT, line.height, _SHADE))
            content += _texts(line.lines, LEFT + 1.2, y + PAD, font_weight="bold")
        else:
            content.append(_row(line, marks[id(line)], y))
            months = _month_lines(sheet, y, y + line.height)
            lines += islice(months, 1) if line.words else months  # no line crosses words
        y += line.height
        lines.append(_rule(LEFT, y, RIGHT, y, INK if line is sheet.lines[-1] else _GREY))
    yield from shades
    yield from _months(sheet, top)
    yield from lines
    yield _rule(PLOT, top, PLOT, top + MONTHS_HEIGHT, INK)
    yield element("rect", x=LEFT, y=top, width=RIGHT - LEFT, height=y - top, fill="none", stroke=INK, stroke_width=0.25)
    yield from content


def _months(sheet: Sheet, top: float) -> Iterator[str]:
    """Yield the head of the table: years over months."""
    middle, foot = top + MONTHS_HEIGHT / 2, top + MONTHS_HEIGHT
    yield rectangle(LEFT, top, RIGHT - LEFT, MONTHS_HEIGHT, _SHADE)
    yield words("text", "Мероприятие", x=(LEFT + PLOT) / 2, y=middle + 1, text_anchor="middle", font_weight="bold")
    starts = _starts(sheet)
    ends = [*starts[1:], RIGHT]
    for (year, month), x, end in zip(sheet.months, starts, ends, strict=True):
        name = MONTHS[month - 1][0]
        yield words("text", name, x=(x + end) / 2, y=foot - 1.6, text_anchor="middle", data_month=f"{year}-{month:02}")
        if x > PLOT:
            yield _rule(x, middle, x, foot, _GREY)
    for year, same in groupby(range(len(starts)), lambda at: sheet.months[at][0]):
        inside = list(same)
        x, end = starts[inside[0]], ends[inside[-1]]
        yield words("text", f"{year} год", x=(x + end) / 2, y=middle - 1.4, text_anchor="middle", font_weight="bold")
        if x > PLOT:
            yield _rule(x, top, x, middle, _GREY)
    yield _rule(PLOT, middle, RIGHT, middle, _GREY)
    yield _rule(LEFT, foot, RIGHT, foot, INK)


def _starts(sheet: Sheet) -> list[float]:
    return [PLOT, *(sheet.scale.x(date(*month, 1)) for month in sheet.months[1:])]


def _month_lines(sheet: Sheet, y: float, end: float) -> Iterator[str]:
    for at, x in enumerate(_starts(sheet)):
        yield _rule(x, y, x, end, _GREY if at else INK)


def _row(line: RowLine, marks: Marks, y: float) -> str:
    """Return a row as a group; its `<title>` has the whole text, which screens show and readers of screens say."""
    row = line.row
    told = f"{row.number} {row.text}".strip() + (f". Срок: {row.deadline}" if row.deadline else "")
    parts = [words("title", told)]
    if line.number:
        parts += _texts([line.number], LEFT + 1.2, y + PAD)
    parts += _texts(line.lines, line.x, y + PAD)
    below = (line.height - len(line.words) * LINE) / 2
    parts += _texts(line.words, PLOT + EDGE, y + below, font_style="italic")
    return element("g", "".join([*parts, *_marks(marks, y + line.height / 2)]))


def _marks(marks: Marks, y: float) -> Iterator[str]:
    for thread in marks.threads:
        yield rectangle(thread.x, y - THREAD / 2, thread.end - thread.x, THREAD, INK)
        for x, there in ((thread.x, thread.begins), (thread.end, thread.stops)):
            if there:
                yield _rule(x, y - 1, x, y + 1, INK, 0.3)
    for bar in marks.bars:
        height = _BAR / bar.lanes
        yield rectangle(bar.x, y - _BAR / 2 + bar.lane * height, bar.end - bar.x, height, ACCENT, "#fff")
    for x in marks.days:
        yield diamond(x, y)
    for x in marks.strokes:
        yield stroke(x, y)
    for label in marks.labels:
        if not label.inside:  # so that no line crosses it
            yield rectangle(label.x, y - SMALL / 2, label.width, SMALL, "#fff")
        colour = "#fff" if label.inside else INK
        yield words("text", label.text, x=label.x, y=y + 0.85, font_size=SMALL, fill=colour)
    if marks.before:
        yield arrow(PLOT + EDGE - 0.2, y, -1)
    if marks.after:
        yield arrow(RIGHT - EDGE + 0.2, y, 1)


def _texts(lines: Sequence[str], x: float, y: float, **attributes: str) -> Iterator[str]:
    for n, line in enumerate(lines):
        yield words("text", line, x=x, y=y + n * LINE + SIZE * _BASE + 0.25, **attributes)


def _rule(x: float, y: float, x2: float, y2: float, colour: str, width: float = 0.15) -> str:
    return element("line", x1=x, y1=y, x2=x2, y2=y2, stroke=colour, stroke_width=width)
