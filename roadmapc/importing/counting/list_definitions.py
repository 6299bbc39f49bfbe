"""What a document says of its lists: their levels, which lists share them, and where numbers begin anew."""

from __future__ import annotations

from roadmapc.importing.counting.names import VAL, W
from roadmapc.importing.counting.scanner import Attributes, Scanner, integer, is_on
from roadmapc.word.package.unpacking import NotWordFile

_LONGEST_TEXT = 1_000
"""Characters of a level's text; Word itself takes 255."""
_FONTS_OF_SIGNS = ("symbol", "wingdings", "webdings", "marlett", "zapf dingbats")


class Level:
    """A level: `text` is what prints, with %1 to %9 for the numbers of levels.

    `restart` is after which levels, counted from 1, it begins anew: None any upper one, 0 none. `signs` is set where
    its font has signs for letters.
    """

    start = 0
    format = "decimal"
    pattern = ""
    text = ""
    restart: int | None = None
    legal = False
    hidden = False
    signs = False


class Abstract:
    """The levels that lists share, and so do their counters; `linked` are levels by the styles that they name."""

    def __init__(self) -> None:
        self.levels: dict[int, Level] = {}
        self.linked: dict[str, int] = {}
        self.style = ""
        self.style_of_levels = ""


class Num:
    """A list: the id of its abstract one, levels of its own, and numbers with which levels begin in it."""

    def __init__(self) -> None:
        self.abstract = ""
        self.levels: dict[int, Level] = {}
        self.begins: dict[int, int] = {}


class Definitions(Scanner):
    """Reads the part of numbering."""

    def __init__(self, data: bytes | None) -> None:
        super().__init__()
        self.abstracts: dict[str, Abstract] = {}
        self.nums: dict[int, Num] = {}
        self._abstract: Abstract | None = None
        self._num: Num | None = None
        self._at = 0
        self._level = Level()
        self.starts = {
            W + "abstractNum": self._begin_abstract,
            W + "num": self._begin_num,
            W + "abstractNumId": self._use_abstract,
            W + "styleLink": self._style,
            W + "numStyleLink": self._style_of_levels,
            W + "lvlOverride": self._override,
            W + "startOverride": self._begin_at,
            W + "lvl": self._begin_level,
            W + "start": self._start,
            W + "numFmt": self._format,
            W + "lvlText": self._text,
            W + "lvlRestart": self._restart,
            W + "isLgl": self._legal,
            W + "pStyle": self._link,
            W + "vanish": self._vanish,
            W + "rFonts": self._font,
        }
        if data is not None:
            self.read(data)

    def levels_of(self, style: str) -> Abstract | None:
        """Return the levels that belong to a style of lists."""
        return next((one for one in self.abstracts.values() if one.style == style and one.levels), None)

    def _begin_abstract(self, attributes: Attributes) -> None:
        self._num, self._abstract = None, Abstract()
        self.abstracts.setdefault(attributes.get(W + "abstractNumId", ""), self._abstract)

    def _begin_num(self, attributes: Attributes) -> None:
        self._num, self._abstract = Num(), None
        number = integer(attributes.get(W + "numId"))
        if number is not None:
            self.nums.setdefault(number, self._num)

    def _use_abstract(self, attributes: Attributes) -> None:
        if self._num:
            self._num.abstract = attributes.get(VAL, "")

    def _style(self, attributes: Attributes) -> None:
        if self._abstract:
            self._abstract.style = attributes.get(VAL, "")

    def _style_of_levels(self, attributes: Attributes) -> None:
        if self._abstract:
            self._abstract.style_of_levels = attributes.get(VAL, "")

    def _override(self, attributes: Attributes) -> None:
        self._at = integer(attributes.get(W + "ilvl")) or 0

    def _begin_at(self, attributes: Attributes) -> None:
        if self._num:
            self._num.begins[self._at] = integer(attributes.get(VAL)) or 0

    def _begin_level(self, attributes: Attributes) -> None:
        self._at = integer(attributes.get(W + "ilvl")) or 0
        self._level = Level()
        if owner := self._num or self._abstract:
            owner.levels.setdefault(self._at, self._level)

    def _start(self, attributes: Attributes) -> None:
        self._level.start = integer(attributes.get(VAL)) or 0

    def _format(self, attributes: Attributes) -> None:
        self._level.format = attributes.get(VAL, "decimal")
        self._level.pattern = attributes.get(W + "format", "")

    def _text(self, attributes: Attributes) -> None:
        self._level.text = attributes.get(VAL, "")
        if len(self._level.text) > _LONGEST_TEXT:  # it would be said again for every paragraph
            raise NotWordFile

    def _restart(self, attributes: Attributes) -> None:
        self._level.restart = integer(attributes.get(VAL))

    def _legal(self, attributes: Attributes) -> None:
        self._level.legal = is_on(attributes.get(VAL))

    def _link(self, attributes: Attributes) -> None:
        if self._abstract:
            self._abstract.linked.setdefault(attributes.get(VAL, ""), self._at)

    def _vanish(self, attributes: Attributes) -> None:
        self._level.hidden = is_on(attributes.get(VAL))

    def _font(self, attributes: Attributes) -> None:
        font = attributes.get(W + "ascii", attributes.get(W + "hAnsi", ""))
        self._level.signs = font.casefold().startswith(_FONTS_OF_SIGNS)
