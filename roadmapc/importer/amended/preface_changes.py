"""The changes of the text before the table, carried out: paragraphs are counted in the text as it was."""

from __future__ import annotations

import re

from roadmapc.importer.amended.texts import TextParagraph, WordText
from roadmapc.importer.amended.words import Misread, apply_words, unquoted
from roadmapc.russian.ordinals import NUMBERS

_PART = r"(?:раздела (?P<part>«(?:[^«»]|«[^»]*»)*»)|вводной части)"
_PARAGRAPH = rf"абзац(?:а|е|ем)? (?P<n>[а-я]+(?: [а-я]+)?) {_PART}"
_GONE = re.compile(rf"{_PARAGRAPH} (?:исключить|признать утратившим силу)")
_ADDED = re.compile(
    rf"(?P<where>после|перед) {_PARAGRAPH} дополнить абзацем следующего содержания: (?P<new>«.*»)", re.DOTALL
)
_CHANGED = re.compile(rf"(?:в )?{_PARAGRAPH} (?P<said>.+)", re.DOTALL)
_FIRST = {"первым": 1}


class PrefaceText:
    """The paragraphs before the table, with the changes that were taken; `finish` carries them out."""

    def __init__(self, text: WordText) -> None:
        self.text = text
        self.parts = _parts(text)
        self.edits: list[tuple[int, int, str]] = []

    def take(self, sentence: str) -> bool:
        """Take a change, if it is one of paragraphs; raises Misread where there is no such paragraph."""
        if found := _GONE.fullmatch(sentence):
            self.edits.append((self._place(found), 1, ""))
        elif found := _ADDED.fullmatch(sentence):
            at = self._place(found) + (found["where"] == "после")
            self.edits.append((at, 0, unquoted(found["new"])))
        elif found := _CHANGED.fullmatch(sentence):
            at = self._place(found)
            self.edits.append((at, 1, apply_words(" ".join(self._paragraph(at).text.split()), found["said"])))
        else:
            return False
        return True

    def _place(self, found: re.Match[str]) -> int:
        """Return the place of a paragraph among the blocks."""
        heading = unquoted(found["part"]) if found["part"] else ""
        meant = [places for name, places in self.parts if name == heading]
        number = NUMBERS.get(found["n"]) or _FIRST.get(found["n"], 0)
        if len(meant) != 1 or not 1 <= number <= len(meant[0]):
            raise Misread(found[0])
        return meant[0][number - 1]

    def _paragraph(self, at: int) -> TextParagraph:
        block = self.text.blocks[at]
        assert isinstance(block, TextParagraph)  # places are those of paragraphs
        return block

    def finish(self) -> None:
        """Carry all changes out, from the end to the beginning; of several at one place the last one first."""
        order = sorted(range(len(self.edits)), key=lambda n: (*self.edits[n][:2], n), reverse=True)
        for at, length, words in (self.edits[n] for n in order):
            self.text.blocks[at : at + length] = [TextParagraph(words)] if words else []


def _parts(text: WordText) -> list[tuple[str, list[int]]]:
    """Return the parts between the title and the first table: heading, places of paragraphs."""
    titles = [at for at, one in enumerate(text.blocks) if isinstance(one, TextParagraph) and one.is_title]
    found: list[tuple[str, list[int]]] = [("", [])]
    for at in range(titles[0] + 1 if titles else 0, len(text.blocks)):
        block = text.blocks[at]
        if not isinstance(block, TextParagraph) or block.is_title:
            break
        if block.level >= 0:
            found.append((" ".join(block.text.split()), []))
        elif block.text:
            found[-1][1].append(at)
    return found
