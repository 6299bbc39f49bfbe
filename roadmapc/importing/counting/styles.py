"""What styles say that counts: whether they hide text, and which list they number their paragraphs in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from roadmapc.importing.counting.names import VAL, W
from roadmapc.importing.counting.scanner import Attributes, Scanner, integer, is_on

T = TypeVar("T")


class Style:
    """A style; what it leaves to the style that it is based on is None."""

    based_on = ""
    vanish: bool | None = None
    num: int | None = None
    level: int | None = None


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, data: bytes | None) -> None:
        reading = _Reading()
        if data is not None:
            reading.read(data)
        self._styles = reading.styles
        self._default = reading.default
        self.all_hidden = reading.all_hidden
        self._vanish: dict[str, bool | None] = {}
        self._nums: dict[str, int | None] = {}
        self._levels: dict[int, dict[str, int | None]] = {}

    def paragraph(self, style: str) -> str:
        """Return a paragraph's style: that of this id, else the default one."""
        return style if style in self._styles else self._default

    def hides(self, style: str) -> bool:
        """Say whether a style of paragraphs or characters hides text."""
        vanish: bool | None = self._nearest(style, lambda one: one.vanish, self._vanish)
        return vanish is True

    def num(self, style: str) -> int | None:
        """Return the id of the list in which a style numbers its paragraphs."""
        return self._nearest(style, lambda one: one.num, self._nums)

    def level(self, style: str, linked: Mapping[str, int]) -> int:
        """Return the level on which a style numbers: that of the list's which names it, else what the style says."""
        known = self._levels.setdefault(id(linked), {})  # lists live as long as the styles of their document
        return self._nearest(style, lambda one: one.level, known, linked) or 0

    def _nearest(
        self,
        style: str,
        own: Callable[[Style], T | None],
        known: dict[str, T | None],
        first: Mapping[str, T] | None = None,
    ) -> T | None:
        """Return what a style says or the nearest one below it; each is asked once, also in a ring of styles."""
        path = []
        found: T | None = None
        while found is None and style not in known and (record := self._styles.get(style)):
            known[style] = None
            path.append(style)
            found = first[style] if first and style in first else own(record)
            style = record.based_on if found is None else style
        if found is None:
            found = known.get(style)
        known.update(dict.fromkeys(path, found))
        return found


class _Reading(Scanner):
    """Reads the part of styles."""

    def __init__(self) -> None:
        super().__init__()
        self.styles: dict[str, Style] = {}
        self.default = ""
        self.all_hidden = False
        self._style: Style | None = None
        self.starts = {
            W + "style": self._begin,
            W + "tblStylePr": lambda _: self.skip(),
            W + "pPrChange": lambda _: self.skip(),
            W + "rPrChange": lambda _: self.skip(),
            W + "basedOn": self._based_on,
            W + "vanish": self._vanish,
            W + "numId": self._num,
            W + "ilvl": self._level,
        }
        self.ends = {W + "style": self._end}

    def _begin(self, attributes: Attributes) -> None:
        self._style = Style()
        name = attributes.get(W + "styleId", "")
        self.styles.setdefault(name, self._style)
        default = attributes.get(W + "default")
        if attributes.get(W + "type") == "paragraph" and default is not None and is_on(default):
            self.default = name

    def _end(self) -> None:
        self._style = None

    def _based_on(self, attributes: Attributes) -> None:
        if self._style:
            self._style.based_on = attributes.get(VAL, "")

    def _vanish(self, attributes: Attributes) -> None:
        hides = is_on(attributes.get(VAL))
        if self._style:
            self._style.vanish = hides
        else:
            self.all_hidden = hides

    def _num(self, attributes: Attributes) -> None:
        if self._style:
            self._style.num = integer(attributes.get(VAL))

    def _level(self, attributes: Attributes) -> None:
        if self._style:
            self._style.level = integer(attributes.get(VAL))
