"""The automatic numbers of paragraphs, counted as Word counts them."""

from __future__ import annotations

import re

from roadmapc.importing.counting.list_definitions import Abstract, Definitions, Level, Num
from roadmapc.importing.counting.number_formats import formatted
from roadmapc.importing.counting.styles import Styles

_PLACE = re.compile("%([1-9])")
_LEVELS = range(9)
_HOLLOW_BULLET = "o"
"""What Word writes, in Courier New, for the bullet of its second levels: a sign, not a letter."""
_NO_NUM = Num()
_NO_LEVELS = Abstract()


class ListNumbers:
    """Counts the paragraphs of one story from its start to its end."""

    def __init__(self, definitions: Definitions, styles: Styles) -> None:
        self._definitions = definitions
        self._styles = styles
        self._abstracts: dict[str, Abstract] = {}
        self._counts: dict[int, dict[int, int]] = {}
        self._begun: set[tuple[int, int]] = set()

    def next(self, style: str, num: int | None, level: int | None) -> str:
        """Count a paragraph and return its number; `num` and `level` are what it says itself.

        Nothing is returned where it has no number, or one that is hidden.
        """
        if num is None:
            num = self._styles.num(style)
        known = self._definitions.nums.get(num or 0)
        if not num or known is None:
            return ""
        abstract = self._abstract(known.abstract)
        if level is None:
            level = self._styles.level(style, abstract.linked)
        if level not in _LEVELS or (level not in known.levels and level not in abstract.levels):
            return ""
        return self._counted(_List(num, known, abstract), level)

    def _counted(self, one: _List, level: int) -> str:
        """Count a level of a list, whose counters are those of its levels' owner, and write its number."""
        counts = self._counts.setdefault(id(one.abstract), {})  # owners live as long as the definitions
        if level in one.num.begins and (one.id, level) not in self._begun:
            counts[level] = one.num.begins[level]
        else:
            counts[level] = counts[level] + 1 if level in counts else one.start(level)
        self._begun.add((one.id, level))
        for lower in [at for at in counts if at > level and one.restarts(at, level)]:
            del counts[lower]
        for upper in range(level):  # one that was passed over counts as if it had been there
            counts.setdefault(upper, one.start(upper))
        return one.written(level, counts)

    def _abstract(self, name: str) -> Abstract:
        """Return whose levels an abstract list has: its own, or those of the list that a style of lists stands for."""
        if name not in self._abstracts:
            self._abstracts[name] = self._found(name)
        return self._abstracts[name]

    def _found(self, name: str) -> Abstract:
        abstract = self._definitions.abstracts.get(name, _NO_LEVELS)
        if abstract.levels or not abstract.style_of_levels:
            return abstract
        num = self._definitions.nums.get(self._styles.num(abstract.style_of_levels) or 0, _NO_NUM)
        linked = self._definitions.abstracts.get(num.abstract)
        if linked is None or not linked.levels:
            linked = self._definitions.levels_of(abstract.style_of_levels)
        return linked or abstract


class _List:
    """A list with the levels that it has of its own or shares."""

    def __init__(self, id: int, num: Num, abstract: Abstract) -> None:
        self.id = id
        self.num = num
        self.abstract = abstract

    def level(self, at: int) -> Level:
        return self.num.levels.get(at) or self.abstract.levels.get(at) or Level()

    def start(self, at: int) -> int:
        return self.num.begins.get(at, self.level(at).start)

    def restarts(self, at: int, moved: int) -> bool:
        """Say whether a level begins anew where an upper one, `moved`, is counted."""
        after = self.level(at).restart
        return after is None or after > at or moved < after

    def written(self, at: int, counts: dict[int, int]) -> str:
        level = self.level(at)
        if level.hidden or (level.format == "bullet" and (level.signs or level.text == _HOLLOW_BULLET)):
            return ""

        def number(place: re.Match[str]) -> str:
            which = int(place[1]) - 1
            if which > at:
                return ""
            shown = self.level(which)
            legal = level.legal and shown.format not in ("none", "bullet")
            return formatted(counts[which], "decimal" if legal else shown.format, shown.pattern)

        return _PLACE.sub(number, level.text)
