"""Automatic numbers of paragraphs, as Word prints them: ECMA-376 part 1, 17.9.

What is easily got wrong: counters belong to the abstract list, which several numbers (`w:num`) share; a number begins
a level anew only at its first use, and only where it says so (`w:startOverride`); a level goes back to its start when
one above it has moved, unless it names another (`w:lvlRestart`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml.etree import _Element as Element

from roadmapc.russian.roman_numbers import roman
from roadmapc.word.package.attributes import W, child, count, is_on, value

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"  # as Word counts: without ё, й, ъ and ь
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_BULLET = "•"


@dataclass(frozen=True)
class _Level:
    """A level of a list: `restart` is the level (from 1) whose move begins it anew, None for any above, 0 for none."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""


@dataclass
class _List:
    """An abstract list with its counters; a level that has not begun has none."""

    levels: dict[int, _Level]
    counters: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class Numbering:
    """Gives paragraphs their numbers, which depend on all those before: they are asked for in order."""

    def __init__(self, root: Element | None) -> None:
        elements = {} if root is None else {value(one, "abstractNumId"): one for one in root.findall(f"{W}abstractNum")}
        linked = {value(child(one, "styleLink")): id for id, one in elements.items()}
        lists: dict[str, _List] = {}
        self._lists: dict[str, _List] = {}
        self._own: dict[str, dict[int, _Level]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._overrides: dict[str, dict[int, int]] = {}
        for number in () if root is None else root.findall(f"{W}num"):
            id, abstract = value(number, "numId"), value(child(number, "abstractNumId"))
            if abstract not in elements:
                continue
            link = value(child(elements[abstract], "numStyleLink"))
            abstract = linked.get(link, abstract) if link else abstract
            if abstract not in lists:
                lists[abstract] = _List(dict(map(_level, elements[abstract].findall(f"{W}lvl"))))
            self._lists[id] = lists[abstract]
            overrides = number.findall(f"{W}lvlOverride")
            self._own[id] = dict(_level(one) for o in overrides if (one := child(o, "lvl")) is not None)
            starts = ((_index(o), count(value(child(o, "startOverride")))) for o in overrides)
            self._overrides[id] = {at: start for at, start in starts if start is not None}

    def level_of_style(self, number: str, style: str) -> int | None:
        """Return the level of a list that is a paragraph style's, where one is."""
        levels = self._lists[number].levels if number in self._lists else {}
        return next((at for at, level in levels.items() if style and level.style == style), None)

    def next(self, number: str, level: int) -> str:
        """Return the number of the next paragraph of a list, «» where it prints none."""
        found = self._lists.get(number)
        if found is None or not 0 <= level < _LEVELS:
            return ""
        levels = {**found.levels, **self._own[number]}
        self._move(found, number, level, levels)
        own = levels.get(level, _Level())
        if own.format in ("bullet", "none"):
            return _bullet(own.text) if own.format == "bullet" else _PLACE.sub("", own.text).strip()

        def figure(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            one = levels.get(at, _Level())
            counter = found.counters[at]
            return written(one.start if counter is None else counter, "decimal" if own.legal else one.format)

        return _PLACE.sub(figure, own.text).strip()

    def _move(self, found: _List, number: str, level: int, levels: dict[int, _Level]) -> None:
        """Count one more paragraph of a level, and begin those below it anew."""
        counters = found.counters
        start = self._overrides[number].get(level)
        if start is not None and (number, level) not in self._begun:
            counters[level] = start
        else:
            counter = counters[level]
            counters[level] = levels.get(level, _Level()).start if counter is None else counter + 1
        self._begun.add((number, level))
        for above in range(level):  # «1.1» before any «1.»: the level above has begun, its next paragraph is «2.»
            if counters[above] is None:
                counters[above] = levels.get(above, _Level()).start
        for below in range(level + 1, _LEVELS):
            restart = levels.get(below, _Level()).restart
            if restart is None or level < restart:
                counters[below] = None


def _index(element: Element) -> int:
    found = count(value(element, "ilvl"))
    return 0 if found is None else found


def _level(element: Element) -> tuple[int, _Level]:
    start, restart = count(value(child(element, "start"))), count(value(child(element, "lvlRestart")))
    level = _Level(
        format=value(child(element, "numFmt"), default="decimal"),
        text=value(child(element, "lvlText")),
        restart=restart,
        legal=is_on(child(element, "isLgl")),
        style=value(child(element, "pStyle")),
    )
    return _index(element), level if start is None else replace(level, start=start)


def _bullet(text: str) -> str:
    """Return a list's sign: a dash is one; whatever a symbol font or «o» draws is a bullet."""
    return text if text in {"-", "–", "—", "*"} else _BULLET if text.strip() else ""


def written(number: int, format: str) -> str:
    """Return a number in a format of 17.18.59; what is not known here prints as decimal, as in Word."""
    if format in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        return roman(number) if format == "upperRoman" else roman(number).lower()
    letters = {"russianLower": _RUSSIAN, "russianUpper": _RUSSIAN, "lowerLetter": _LATIN, "upperLetter": _LATIN}
    if format in letters and number > 0:
        alphabet = letters[format]
        repeated = alphabet[(number - 1) % len(alphabet)] * ((number - 1) // len(alphabet) + 1)
        return repeated.upper() if format.endswith("Upper") or format.startswith("upper") else repeated
    return f"{number:02}" if format == "decimalZero" else str(number)
