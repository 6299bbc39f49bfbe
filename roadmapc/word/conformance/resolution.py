"""An order resolves with «ПРИКАЗЫВАЮ:».

Three ways are met: capitals on a line of their own with a colon (usual), spread letters or plain ones at the end of
the preamble with a colon. Spread letters are spacing between characters, not spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.word.conformance._anatomy import is_order
from roadmapc.word.conformance._anatomy import resolution as found_in
from roadmapc.word.conformance._observation import Observation, absent, at, fails, holds, notes
from roadmapc.word.reader.document import WordDocument

CLAUSE = "ГОСТ Р 7.0.97-2025, 5.18"
TITLE = Message("ПРИКАЗЫВАЮ: with a colon, before the items")
_SPREAD = re.compile(r"(?:[а-я] ){4,}[а-я]", re.IGNORECASE)


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Look at the paragraph with the word."""
    if not is_order(document):
        yield absent(Message("no order"))
        return
    paragraph = found_in(document)
    if paragraph is None:
        yield fails(Message("“ПРИКАЗЫВАЮ:” is missing"))
        return
    text = paragraph.text.strip()
    if not text.endswith(":"):
        yield fails(Message("no colon at the end"), at(paragraph))
    elif _SPREAD.search(text):
        yield notes(Message("letters are spread with spaces, not with letter spacing"), at(paragraph))
    else:
        yield holds(Message("{word}", word=text.split()[-1]))
