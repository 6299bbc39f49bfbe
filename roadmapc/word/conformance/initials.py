"""Initials are not parted from the surname at the end of a line.

A no-break space stands between them: «И.И. Иванов», «Иванов И.И.». Between the initials there may be one too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.word.conformance._observation import Observation, absent, at, fails, holds, notes
from roadmapc.word.reader.document import WordDocument

CLAUSE = "ГОСТ Р 7.0.97-2025, 5.22"
TITLE = Message("Initials and surname with a no-break space between them")
_INITIALS = r"[А-ЯЁ]\.[ \u00a0]?[А-ЯЁ]\."
_SURNAME = r"[А-ЯЁ][а-яё]+"
_NAMED = re.compile(rf"{_INITIALS}([ \u00a0\n]?){_SURNAME}|(?<!\w){_SURNAME}([ \u00a0\n]){_INITIALS}")


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Look for initials in all text."""
    seen = 0
    wrong = False
    for paragraph in document.paragraphs:
        for found in _NAMED.finditer(paragraph.text):
            seen += 1
            gap = found[1] if found[1] is not None else found[2]
            if gap == "\u00a0":
                continue
            wrong = True
            say, why = (
                (notes, Message("no space before the surname")) if not gap else (fails, Message("a line may break"))
            )
            yield say(Message("{text}: {why}", text=" ".join(found[0].split()), why=why), at(paragraph))
    if not seen:
        yield absent(Message("no initials"))
    elif not wrong:
        yield holds(Message("names: {n}", n=seen))
