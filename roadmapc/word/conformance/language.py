"""The language of Russian text is Russian.

Otherwise the office program underlines every word and hyphenates by foreign rules, and a screen reader reads aloud
what nobody understands.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.word.conformance._anatomy import cyrillic
from roadmapc.word.conformance._observation import Observation, absent, at, fails, holds
from roadmapc.word.reader.document import WordDocument

CLAUSE = "практика"
TITLE = Message("The language of the text is ru-RU")


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Look at the language of all Russian text."""
    seen = wrong = False
    for paragraph, run in cyrillic(document):
        seen = True
        if not run.language.lower().startswith("ru"):
            wrong = True
            yield fails(Message("the language is {language}", language=run.language or "–"), at(paragraph))
    if not seen:
        yield absent(Message("no Russian text"))
    elif not wrong:
        yield holds(Message("ru-RU"))
