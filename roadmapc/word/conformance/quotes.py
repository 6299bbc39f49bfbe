"""Quotation marks are «ёлочки»; inner ones are „лапки“.

Straight quotes and English ones come from keyboards and pasted text; they are the author's to correct.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.russian.quotation import foreign_marks
from roadmapc.word.conformance._observation import Observation, absent, at, holds, notes
from roadmapc.word.reader.document import WordDocument

CLAUSE = "практика"
TITLE = Message("Quotation marks «ёлочки»")


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Look for other marks in all text."""
    seen = wrong = False
    for paragraph in document.paragraphs:
        seen = seen or "«" in paragraph.text
        for mark in dict.fromkeys(_marks(paragraph.text)):
            wrong = True
            yield notes(Message("the quotation mark {mark}", mark=mark), at(paragraph))
    if not wrong:
        yield holds(Message("«ёлочки»")) if seen else absent(Message("no quotation marks"))


def _marks(text: str) -> Iterator[str]:
    """Yield the opening mark of each quotation, those of «check» and straight ones."""
    found = [quotation.first for quotation in foreign_marks(text)]
    found += [place for place, sign in enumerate(text) if sign == '"']
    yield from (text[place] for place in sorted(found))
