"""Between words stands a dash: «(далее – План)»; the hyphen stands within words alone.

A hyphen between spaces, or with a space on one side, is the author's to correct.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.word.conformance._observation import Observation, absent, at_text, holds, notes
from roadmapc.word.reader.document import WordDocument

CLAUSE = "практика"
TITLE = Message("A dash between words, a hyphen within them")
_HYPHEN = re.compile(r"(?:(?<!\w)\w++)?[»)]?[ \u00a0]-[ \u00a0]?\w*|(?<![^\W\d_])[^\W\d_]++-[ \u00a0][^\W\d_]+")


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Look for hyphens beside spaces."""
    seen = wrong = False
    for paragraph in document.paragraphs:
        seen = seen or "–" in paragraph.text or "-" in paragraph.text
        for found in _HYPHEN.finditer(paragraph.text):
            wrong = True
            yield notes(Message("a hyphen in place of a dash, or a space too many"), at_text(found[0]))
    if not wrong:
        yield holds(Message("dashes between words")) if seen else absent(Message("no dashes"))
