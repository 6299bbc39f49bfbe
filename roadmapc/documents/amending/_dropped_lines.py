"""Rows and sections that go: «пункт 4.2 исключить» (§4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from roadmapc.diagnostics import Message
from roadmapc.documents.amending._items import Change
from roadmapc.documents.amending._lines import TableLines, Whole
from roadmapc.documents.amending._names import ACCUSATIVE, Names
from roadmapc.plan.amending import AmendSettings

_GONE = Message("the row goes, its number stays vacant")
_ENDINGS = {"пункты ": "ими", "строки ": "ими", "позиции ": "ими", "строку ": "ей", "позицию ": "ей"}
"""Of «признать утратившим силу», by what goes."""


@dataclass(frozen=True)
class DroppedLines:
    """Finds how it is said that lines go."""

    lines: TableLines
    names: Names
    settings: AmendSettings

    def changes(self) -> Iterator[tuple[float, Change]]:
        """Yield the changes with their places in the old text; raises Whole."""
        old, gone = self.lines.old, self.lines.gone
        sections = {id(old[at].source) for at in gone if self.lines.is_section(at)}
        titled = {id(one.source) for one in old if not one.is_task}
        stays = {id(self.lines.section(at)) for at in self.lines.kept if not self.lines.is_section(at)}
        rest: list[int] = []
        for at in gone:
            line, section = old[at], self.lines.section(at)
            if not self.lines.is_section(at):
                if any(cell.rows != 1 for cell in line.view.cells):
                    raise Whole(Message("a row goes that shares a cell with others"))
                if id(section) not in sections:
                    rest.append(at)
            elif not line.is_task:
                if id(section) in stays:
                    raise Whole(Message("a section goes and its rows stay"))
                text = f"{self.names.section(section)}{self.names.behind}"
                yield at, self._change(text, Message("the section goes with its rows"))
            elif id(section) not in titled:
                raise Whole(Message("a section without a title goes"))
        for _, run in groupby(enumerate(rest), key=lambda pair: pair[1] - pair[0]):
            yield from self._run_removed([at for _n, at in run])

    def _run_removed(self, run: list[int]) -> Iterator[tuple[float, Change]]:
        rows = [self.lines.row(at) for at in run]
        named = [self.names.row(row, ACCUSATIVE) for row in rows]
        numbers = [self.names.number(row) for row in rows]
        plain = [f"{self.names.word(ACCUSATIVE)} {number}{self.names.behind}" for number in numbers]
        if len(rows) > 1 and named == plain:
            text = f"{self.names.numbered(numbers, ACCUSATIVE)}{self.names.behind}"
            yield run[0], self._change(text, _GONE)
            return
        for at, name in zip(run, named, strict=True):
            yield at, self._change(name, _GONE)

    def _change(self, named: str, why: Message) -> Change:
        ending = next((ending for word, ending in _ENDINGS.items() if named.startswith(word)), "им")
        return Change(f"{named} {self.settings.dropping.replace('утратившим', f'утративш{ending}')}", why)
