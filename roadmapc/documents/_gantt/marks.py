"""Where the marks of a row stand on a sheet: bars, days, lines, and the numbers of days beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from roadmapc.documents._gantt.chart import Span
from roadmapc.documents._gantt.labels import Label, Labelled, days_text, labels_of, window_text
from roadmapc.documents._gantt.scale import DIAMOND, GAP, Scale

_MOST_LANES = 4


@dataclass(frozen=True, slots=True)
class Bar:
    """A window: from where to where, and in which of how many lanes, where windows of a row overlap."""

    x: float
    end: float
    lane: int
    lanes: int


@dataclass(frozen=True, slots=True)
class Thread:
    """Work all the time; it has an end on this sheet where it begins or stops there."""

    x: float
    end: float
    begins: bool
    stops: bool


@dataclass(frozen=True, slots=True)
class Marks:
    """All marks of a row: `days` are the middles of those that stand apart, `strokes` of those near to each other.

    `before` and `after` tell that something of it goes on beyond the sheet.
    """

    bars: tuple[Bar, ...] = ()
    days: tuple[float, ...] = ()
    strokes: tuple[float, ...] = ()
    threads: tuple[Thread, ...] = ()
    labels: tuple[Label, ...] = ()
    before: bool = False
    after: bool = False


def marks_of(spans: Iterable[Span], scale: Scale) -> Marks:
    """Return the marks of what of these days lies on a sheet."""
    here = [span for span in spans if span.first <= scale.last and span.last >= scale.first]
    windows = [span for span in here if span.kind == "window"]
    bars = _bars(windows, scale)
    threads = tuple(_thread(span, scale) for span in here if span.kind == "always")
    near = _near([span for span in here if span.kind == "day"], scale)
    middles = [tuple(dict.fromkeys(scale.middle(span.first) for span in days)) for days in near]
    labelled = [Labelled(bar.x, bar.end, window_text(span), True) for bar, span in zip(bars, windows, strict=True)]
    labelled += [
        Labelled(found[0] - DIAMOND, found[-1] + DIAMOND, days_text(days))
        for found, days in zip(middles, near, strict=True)
    ]
    labelled += [Labelled(thread.x, thread.end, "") for thread in threads]
    overlap = any(bar.lanes > 1 for bar in bars)
    return Marks(
        bars,
        tuple(found[0] for found in middles if len(found) == 1),
        tuple(x for found in middles if len(found) > 1 for x in found),
        threads,
        () if overlap else tuple(labels_of(labelled, scale)),
        before=any(span.first < scale.first for span in here),
        after=any(span.last > scale.last for span in here),
    )


def _near(days: Iterable[Span], scale: Scale) -> list[list[Span]]:
    """Return days in groups: between two of them there is room for their signs."""
    groups: list[list[Span]] = []
    for span in days:
        x = scale.middle(span.first)
        if groups and x - scale.middle(groups[-1][-1].first) < 2 * DIAMOND + GAP:
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def _bars(windows: Sequence[Span], scale: Scale) -> tuple[Bar, ...]:
    """Return the bars of windows in their order, each in the first lane that is free."""
    free: list[date] = []
    lanes = []
    for span in windows:
        lane = next((at for at, until in enumerate(free) if until < span.first), len(free))
        free[lane : lane + 1] = [span.last]
        lanes.append(lane)
    count = min(_MOST_LANES, len(free))
    return tuple(
        Bar(scale.x(max(span.first, scale.first)), scale.end(min(span.last, scale.last)), lane % count, count)
        for span, lane in zip(windows, lanes, strict=True)
    )


def _thread(span: Span, scale: Scale) -> Thread:
    begins, stops = span.first >= scale.first, span.last <= scale.last
    return Thread(
        scale.x(span.first) if begins else scale.left,
        scale.end(span.last) if stops else scale.left + scale.width,
        begins,
        stops,
    )
