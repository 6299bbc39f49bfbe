"""One typeface is used throughout.

The organisation chooses the typeface; the standard of 2025 names none. Times New Roman and what has the same widths
(Liberation Serif) open alike everywhere. Several typefaces in one document mostly come from pasted text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.word.conformance._anatomy import cyrillic
from roadmapc.word.conformance._observation import Observation, absent, at, holds, notes
from roadmapc.word.reader.document import WordDocument, WordParagraph

CLAUSE = "ГОСТ Р 7.0.97-2025, 3"
TITLE = Message("One typeface")


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Count the letters of each typeface; what is not of the commonest one is noted at its first place."""
    letters: Counter[str] = Counter()
    first: dict[str, WordParagraph] = {}
    for paragraph, run in cyrillic(document):
        letters[run.font] += len(run.text)
        first.setdefault(run.font, paragraph)
    if not letters:
        yield absent(Message("no Russian text"))
        return
    (main, _), *others = letters.most_common()
    for font, _ in others:
        yield notes(
            Message("the typeface is {font}, elsewhere {main}", font=font or "?", main=main or "?"), at(first[font])
        )
    if not others:
        yield holds(Message("{font}", font=main or "?"))
