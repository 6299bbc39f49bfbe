"""The signs of the picture, and what is said of those that stand on a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from roadmapc.documents._gantt.marks import Marks
from roadmapc.documents._gantt.scale import DIAMOND, SMALL
from roadmapc.documents._gantt.sheets import LEFT, RIGHT
from roadmapc.documents._gantt.svg import element, words
from roadmapc.rendering.letters import width_of

Sign = Literal["bar", "day", "strokes", "thread", "more"]

INK, ACCENT = "#000", "#1f4e79"
THREAD = 0.6  # the height of the line of work that goes on
_SAMPLE, _SPACE, _LINE = 7.0, 5.0, 4.0
_SAID: dict[Sign, str] = {
    "bar": "срок – эти дни",
    "day": "срок – этот день",
    "strokes": "близкие сроки: штрих – день",
    "thread": "работа ведется все эти дни",
    "more": "продолжается за пределами листа",
}
_OTHERS = "Мероприятия, срок которых в другое время, – на других листах."


def signs_of(marks: Iterable[Marks]) -> list[Sign]:
    """Return the signs that stand in rows, in the order in which a legend tells them."""
    used: set[Sign] = set()
    for one in marks:
        there: dict[Sign, bool] = {
            "bar": bool(one.bars),
            "day": bool(one.days),
            "strokes": bool(one.strokes),
            "thread": bool(one.threads),
            "more": one.before or one.after,
        }
        used.update(sign for sign, is_there in there.items() if is_there)
    return [sign for sign in _SAID if sign in used]


def legend(signs: Iterable[Sign], others: bool, top: float) -> Iterator[str]:
    """Yield what signs mean, below the table; `others` says that rows are left to other sheets."""
    x, y = float(LEFT), top + _LINE
    for sign in signs:
        width = _SAMPLE + width_of(_SAID[sign], SMALL)
        if x + width > RIGHT:
            x, y = float(LEFT), y + _LINE
        yield from _sample(sign, x, y - 0.85)
        yield words("text", _SAID[sign], x=x + _SAMPLE, y=y, font_size=SMALL)
        x += width + _SPACE
    if others:
        yield words("text", _OTHERS, x=LEFT, y=y + (_LINE if x > LEFT else 0), font_size=SMALL)


def _sample(sign: Sign, x: float, y: float) -> Iterator[str]:
    middle = x + _SAMPLE / 2 - 0.5
    if sign == "bar":
        yield rectangle(x, y - 1.2, _SAMPLE - 1.5, 2.4, ACCENT)
    elif sign == "thread":
        yield rectangle(x, y - THREAD / 2, _SAMPLE - 1.5, THREAD, INK)
    elif sign == "day":
        yield diamond(middle, y)
    elif sign == "strokes":
        yield from (stroke(middle + shift, y) for shift in (-1, 0, 1))
    else:
        yield arrow(middle, y, 1)


def rectangle(x: float, y: float, width: float, height: float, fill: str, edge: str = "") -> str:
    """Return a rectangle; an edge parts it from its neighbours."""
    edged: dict[str, str | float] = {"stroke": edge, "stroke_width": 0.2} if edge else {}
    return element("rect", x=x, y=y, width=width, height=height, fill=fill, **edged)


def diamond(x: float, y: float) -> str:
    """Return the sign of a day around its middle; its edge parts it from a bar that it stands on."""
    points = ((x, y - DIAMOND), (x + DIAMOND, y), (x, y + DIAMOND), (x - DIAMOND, y))
    return element("polygon", points=_points(points), fill=INK, stroke="#fff", stroke_width=0.2)


def stroke(x: float, y: float) -> str:
    """Return the sign of a day among many."""
    return element("line", x1=x, y1=y - 1.5, x2=x, y2=y + 1.5, stroke=INK, stroke_width=0.25)


def arrow(x: float, y: float, way: int) -> str:
    """Return the sign that something goes on: to the right (1), to the left (-1)."""
    return element("polygon", points=_points(((x, y - 1), (x + 1.2 * way, y), (x, y + 1))), fill=INK)


def _points(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
