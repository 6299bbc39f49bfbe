"""The file's properties have a title.

The title is what a browser, an archive or a screen reader shows in place of the file's name.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.word.conformance._observation import Observation, at_text, fails, holds
from roadmapc.word.reader.document import WordDocument

CLAUSE = "практика"
TITLE = Message("A title among the file's properties")
_MADE_BY_PROGRAMS = ("document", "документ", "word document", "документ microsoft word")


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Look at the title."""
    if not document.title or document.title.casefold() in _MADE_BY_PROGRAMS:
        yield fails(Message("the properties have no title"))
    else:
        yield holds(at_text(document.title))
