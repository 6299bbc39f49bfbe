"""Automatic numbers of paragraphs, as Word prints them: ECMA-376 part 1, 17.9.

What is easily got wrong: counters belong to the abstract list, which several numbers (`w:num`) share; a number begins
a level anew only at its first use, and only where it says so (`w:startOverride`); a level goes back to its start when
one above it has moved, unless it names another (`w:lvlRestart`). A level that is nowhere
described has no number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from roadmapc.russian.roman_numbers import roman
from roadmapc.word.package.attributes import W, child, count, is_on, value

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"  # as Word counts: without ё, й, ъ and ь
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ALPHABETS = {
    "russianLower": _RUSSIAN,
    "russianUpper": _RUSSIAN.upper(),
    "lowerLetter": _LATIN,
    "upperLetter": _LATIN.upper(),
}
_EMPTY = ("none", "bullet")
"""Formats of levels whose number is nothing in that of a level below them."""
_BULLET = "•"
_SIGNS = ("symbol", "wingdings", "webdings", "marlett", "zapf dingbats")
"""Fonts whose letters are signs."""
_RING = "o"
"""What Word writes, in Courier New, for the bullet of its second levels."""
_MOST = 32_767
"""The highest number that Word writes in letters."""


@dataclass(frozen=True)
class _Level:
    """A level of a list: `restart` is the level (from 1) whose move begins it anew, None for any above, 0 for none.

    `pattern` is that of a format of one's own («001, 002, …»); `sign` says that its font draws signs for letters.
    """

    start: int = 0
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    pattern: str = ""
    hidden: bool = False
    sign: bool = False


_NO_LEVEL = _Level()


@dataclass
class _List:
    """An abstract list with its counters; a level that has not begun has none. `linked` are levels by their style."""

    levels: dict[int, _Level]
    linked: dict[str, int]
    counters: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class Numbering:
    """Gives paragraphs their numbers, which depend on all those before: they are asked for in order."""

    def __init__(self, root: Element | None, number_of_style: Callable[[str], str] = lambda _: "") -> None:
        elements: dict[str, Element] = {}
        for one in () if root is None else root.findall(f"{W}abstractNum"):
            elements.setdefault(value(one, "abstractNumId"), one)
        self._numbers: dict[str, Element] = {}
        for one in () if root is None else root.findall(f"{W}num"):
            self._numbers.setdefault(value(one, "numId"), one)
        lists: dict[str, _List] = {}
        self._lists: dict[str, _List] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._overrides: dict[str, dict[int, int]] = {}
        for name, number in self._numbers.items():
            abstract = self._abstract(number, elements, number_of_style)
            if abstract not in lists:
                lists[abstract] = _list(elements.get(abstract))
            self._lists[name] = lists[abstract]
            overrides = number.findall(f"{W}lvlOverride")
            own = dict(_level(lvl) for o in overrides if (lvl := child(o, "lvl")) is not None)
            self._levels[name] = {**lists[abstract].levels, **own}
            starts = ((_index(o), count(value(child(o, "startOverride")))) for o in overrides)
            self._overrides[name] = {at: start for at, start in starts if start is not None}

    def _abstract(self, number: Element, elements: Mapping[str, Element], number_of_style: Callable[[str], str]) -> str:
        """Return the list that has the levels of a number: its own, or that of the style of lists it stands for."""
        abstract = value(child(number, "abstractNumId"))
        element = elements.get(abstract)
        link = value(child(element, "numStyleLink"))
        if not link or (element is not None and child(element, "lvl") is not None):
            return abstract
        by_style = value(child(self._numbers.get(number_of_style(link)), "abstractNumId"))
        if child(elements.get(by_style), "lvl") is not None:
            return by_style
        having = (name for name, one in elements.items() if value(child(one, "styleLink")) == link)
        return next((name for name in having if child(elements[name], "lvl") is not None), abstract)

    def linked(self, number: str) -> Mapping[str, int]:
        """Return the levels of a list that are those of paragraph styles."""
        return self._lists[number].linked if number in self._lists else {}

    def next(self, number: str, level: int) -> str:
        """Return the number of the next paragraph of a list, «» where it prints none."""
        found = self._lists.get(number)
        levels = self._levels.get(number, {})
        if found is None or not 0 <= level < _LEVELS or level not in levels:
            return ""
        self._move(found, number, level, levels)
        own = levels[level]
        if own.hidden:
            return ""
        if own.format == "bullet" and "%" not in own.text:
            return _bullet(own)

        def figure(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            counter = found.counters[at]
            if at > level or counter is None:
                return ""
            one = levels.get(at, _NO_LEVEL)
            return written(counter, "decimal" if own.legal and one.format not in _EMPTY else one.format, one.pattern)

        return _PLACE.sub(figure, own.text).strip()

    def _move(self, found: _List, number: str, level: int, levels: Mapping[int, _Level]) -> None:
        """Count one more paragraph of a level, and begin those below it anew."""
        counters, starts = found.counters, self._overrides[number]
        counter = counters[level]
        if level in starts and (number, level) not in self._begun:
            counters[level] = starts[level]
        else:
            counters[level] = starts.get(level, levels[level].start) if counter is None else counter + 1
        self._begun.add((number, level))
        for above in range(level):  # «1.1» before any «1.»: the level above has begun, its next paragraph is «2.»
            if counters[above] is None:
                counters[above] = starts.get(above, levels.get(above, _NO_LEVEL).start)
        for below in range(level + 1, _LEVELS):
            restart = levels.get(below, _NO_LEVEL).restart
            if restart is None or restart > below or level < restart:
                counters[below] = None


def _list(element: Element | None) -> _List:
    """Return an abstract list; of two that describe one level the first counts."""
    found = [] if element is None else element.findall(f"{W}lvl")
    styles = [(value(child(one, "pStyle")), _index(one)) for one in found]
    return _List(dict(map(_level, reversed(found))), {style: at for style, at in reversed(styles) if style})


def _index(element: Element) -> int:
    found = count(value(element, "ilvl"))
    return 0 if found is None else found


def _level(element: Element) -> tuple[int, _Level]:
    looks, written_as = child(element, "rPr"), child(element, "numFmt")
    font = child(looks, "rFonts")
    return _index(element), _Level(
        start=count(value(child(element, "start"))) or 0,
        format=value(written_as, default="decimal"),
        text=value(child(element, "lvlText")),
        restart=count(value(child(element, "lvlRestart"))),
        legal=is_on(child(element, "isLgl")),
        pattern=value(written_as, "format"),
        hidden=is_on(child(looks, "vanish")),
        sign=(value(font, "ascii") or value(font, "hAnsi")).casefold().startswith(_SIGNS),
    )


def _bullet(level: _Level) -> str:
    """Return a list's sign: a dash is one, and so are letters; whatever a font of signs draws is a bullet."""
    text = level.text.strip()
    is_text = text in {"-", "–", "—", "*"} or (text != _RING and not level.sign and any(map(str.isalnum, text)))
    return text if is_text else _BULLET if text else ""


def written(number: int, format: str, pattern: str = "") -> str:
    """Return a number in a format of 17.18.59; what is not known here prints as decimal, as in Word.

    A «custom» format says by its pattern how many digits there are: «001, 002, …».
    """
    if format in _EMPTY:
        return ""
    if format == "custom":
        return str(number).zfill(min(len(pattern.partition(",")[0].strip()), 5))
    if format in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        return roman(number) if format == "upperRoman" else roman(number).lower()
    if format in _ALPHABETS and 0 < number <= _MOST:
        alphabet = _ALPHABETS[format]
        return alphabet[(number - 1) % len(alphabet)] * ((number - 1) // len(alphabet) + 1)
    return f"{number:02}" if format == "decimalZero" else f"{number}-й" if format == "ordinal" else str(number)
