"""A number follows the sign № after a no-break space.

The sign is №, not N, as legal databases print it, and it never stays alone at the end of a line. «№ п/п» is treated
alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.word.conformance._observation import Observation, absent, at, fails, holds, notes
from roadmapc.word.reader.document import WordDocument

CLAUSE = "ГОСТ Р 7.0.97-2025, 5.11"
TITLE = Message("The sign № with a no-break space after it")
_BREAKING = re.compile(r"№ +\S{1,12}")
_GLUED = re.compile(r"№[\w]{1,12}")
_LATIN = re.compile(r"(?<![\w.])N ?\d[\w/-]{0,12}")


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Look for the sign in all text."""
    seen = wrong = False
    kinds = (
        (_BREAKING, fails, Message("a line may break after №")),
        (_GLUED, notes, Message("no space after №")),
        (_LATIN, notes, Message("N in place of №")),
    )
    for paragraph in document.paragraphs:
        seen = seen or "№" in paragraph.text
        for pattern, say, message in kinds:
            for found in pattern.finditer(paragraph.text):
                wrong = True
                yield say(Message("{text}: {why}", text=found[0], why=message), at(paragraph))
    if not wrong:
        yield holds(Message("no-break space after №")) if seen else absent(Message("no numbers"))
