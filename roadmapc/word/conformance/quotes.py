"""Quotation marks are «ёлочки»; inner ones are „лапки“.

Straight quotes and English ones come from keyboards and pasted text; they are the author's to correct.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.word.conformance._observation import Observation, absent, at, holds, notes
from roadmapc.word.reader.document import WordDocument

CLAUSE = "практика"
TITLE = Message("Quotation marks «ёлочки»")
_OTHER = re.compile(r"[\"”]|(?<!„)(?<!„.)“(?=\w)")


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Look for other marks in all text."""
    seen = wrong = False
    for paragraph in document.paragraphs:
        seen = seen or "«" in paragraph.text
        found = _OTHER.search(paragraph.text)
        if found:
            wrong = True
            yield notes(Message("the quotation mark {mark}", mark=found[0]), at(paragraph))
    if not wrong:
        yield holds(Message("«ёлочки»")) if seen else absent(Message("no quotation marks"))
