"""Paragraphs of the text before the table that change: «в абзаце третьем раздела «…» слова …» (§§3, 4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from roadmapc.diagnostics import Message
from roadmapc.documents.amending._cells import formula, quotable, quote
from roadmapc.documents.amending._items import Change
from roadmapc.documents.amending._lines import Whole, line_words
from roadmapc.documents.attachment import PartView
from roadmapc.plan.amending import AmendSettings
from roadmapc.rendering.prose import pieces
from roadmapc.russian.ordinals import MOST, Case, ordinal

_WHY = Message("the text before the table changes")


@dataclass(frozen=True)
class _Text:
    """A part of the text: its heading, «» for what stands before the first one, and its paragraphs."""

    heading: str
    paragraphs: tuple[str, ...]


def preface_changes(old: Sequence[PartView], new: Sequence[PartView], settings: AmendSettings) -> Iterator[Change]:
    """Yield the changes of paragraphs in the order of the text; raises Whole where headings or most of a part do."""
    before, after = _texts(old), _texts(new)
    if [one.heading for one in before] != [one.heading for one in after] or _sides(old) != _sides(new):
        raise Whole(_WHY)
    for was, now in zip(before, after, strict=True):
        if was != now:
            yield from _PartChanges(was, now, settings).changes()


def _sides(parts: Sequence[PartView]) -> list[bool]:
    return [one.landscape for one in parts]


def _texts(parts: Sequence[PartView]) -> list[_Text]:
    """Return the parts, those without a heading with what stands above them."""
    found: list[_Text] = []
    for part in parts:
        heading = line_words(part.heading)
        paragraphs = tuple(f"{mark} {line_words(text)}".strip() for mark, text in pieces(part.text))
        if found and not heading:
            found[-1] = _Text(found[-1].heading, (*found[-1].paragraphs, *paragraphs))
        else:
            found.append(_Text(heading, paragraphs))
    return found


@dataclass(frozen=True)
class _PartChanges:
    old: _Text
    new: _Text
    settings: AmendSettings

    def changes(self) -> Iterator[Change]:
        old, new = self.old.paragraphs, self.new.paragraphs
        found = [one for one in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if one[0] != "equal"]
        if 2 * sum(max(b - a, d - c) for _kind, a, b, c, d in found) > max(len(old), 2) or len(old) > MOST:
            raise Whole(_WHY)
        for _kind, a, b, c, d in found:
            paired = min(b - a, d - c)
            for at in range(paired):
                yield self._changed(a + at, old[a + at], new[c + at])
            for at in range(a + paired, b):
                dropping = self.settings.dropping
                yield Change(f"{self._named(at, 'nominative')} {dropping}", Message("the paragraph goes"))
            for text in new[c + paired : d]:
                yield self._added(b, text)

    def _named(self, at: int, case: Case) -> str:
        word = {"nominative": "абзац", "genitive": "абзаца", "prepositional": "абзаце"}[case]
        if not self.old.heading:
            return f"{word} {ordinal(at + 1, case)} вводной части"
        return f"{word} {ordinal(at + 1, case)} раздела {self._quoted(self.old.heading)}"

    def _quoted(self, text: str) -> str:
        if not quotable(text, self.settings):
            raise Whole(_WHY)
        return quote(text, self.settings)

    def _changed(self, at: int, was: str, now: str) -> Change:
        found = formula(was, now, self.settings)
        if found is None:
            raise Whole(_WHY)
        case: Case = "prepositional" if found.within else "nominative"
        return Change(f"{'в ' if found.within else ''}{self._named(at, case)} {found.words}", found.why)

    def _added(self, at: int, text: str) -> Change:
        if not self.old.paragraphs:
            raise Whole(_WHY)
        where = f"после {self._named(at - 1, 'genitive')}" if at else f"перед {self._first}"
        said = f"{where} дополнить абзацем следующего содержания: {self._quoted(text)}"
        return Change(said, Message("a paragraph comes in"))

    @property
    def _first(self) -> str:
        return self._named(0, "nominative").replace("абзац первый", "абзацем первым", 1)
