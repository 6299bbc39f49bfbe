"""The days of marks in words, where there is room for them: what a place between two lines does not tell by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from roadmapc.documents._gantt.chart import Span
from roadmapc.documents._gantt.scale import GAP, SMALL, Scale
from roadmapc.rendering.letters import width_of
from roadmapc.russian.calendar import month_end
from roadmapc.russian.numerals import agreed

_MOST_DAYS = 3  # beside days that are near to each other


@dataclass(frozen=True, slots=True)
class Label:
    """Words from `x` on, so wide; `inside` a bar."""

    x: float
    width: float
    text: str
    inside: bool = False


class Labelled(NamedTuple):
    """A mark from where to where, and what is to be told of it; `is_bar` where words may stand in it."""

    x: float
    end: float
    text: str
    is_bar: bool = False


def labels_of(marks: Sequence[Labelled], scale: Scale) -> Iterator[Label]:
    """Yield what is told of marks, in the order of these: in a bar, else behind the mark, else before it."""
    taken = [(mark.x, mark.end) for mark in marks]
    for mark in marks:
        width = width_of(mark.text, SMALL)
        over = [(x, end) for x, end in taken if x < mark.end and end > mark.x]
        if not mark.text:
            continue
        if mark.is_bar and mark.end - mark.x >= width + 2 * GAP and len(over) == 1:
            yield Label((mark.x + mark.end - width) / 2, width, mark.text, inside=True)
            continue
        for x in (mark.end + GAP, mark.x - GAP - width):
            fits = scale.left <= x and x + width <= scale.left + scale.width
            if fits and not any(start < x + width and end > x for start, end in taken):
                taken.append((x - GAP, x + width + GAP))
                yield Label(x, width, mark.text)
                break


def window_text(span: Span) -> str:
    """Return the days of a window, but for whole months, and how often it is due."""
    first, last = span.first, span.last
    days = "" if first.day == 1 and last == month_end(last.year, last.month) else _from_to(first, last)
    return ", ".join(filter(None, (days, _times(span.times))))


def days_text(spans: Sequence[Span]) -> str:
    """Return the numbers of some days of one month that are near to each other; of more they would be a riddle."""
    days = sorted({span.first for span in spans})
    if len(days) > _MOST_DAYS or len({(day.year, day.month) for day in days}) > 1:
        return ""
    return ", ".join([*(str(day.day) for day in days), *_all_times(spans)])


def _all_times(spans: Iterable[Span]) -> list[str]:
    return [told for span in spans if (told := _times(span.times))]


def _times(times: int) -> str:
    return f"{times} {agreed(times, 'раз', 'раза', 'раз')}" if times > 1 else ""


def _from_to(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day}"
    return f"{first:%d.%m}–{last:%d.%m}"
