"""Lines of the text stand 1 to 1.5 intervals apart.

An exact spacing in points is compared with the single line of its type.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.word.conformance._anatomy import running
from roadmapc.word.conformance._observation import Observation, absent, at, fails, holds, listed, number
from roadmapc.word.reader.document import WordDocument

CLAUSE = "ГОСТ Р 7.0.97-2025, 3"
TITLE = Message("Line spacing 1–1.5")
_LEAST, _MOST = 0.98, 1.52


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Look at the paragraphs of the text."""
    seen: set[float] = set()
    wrong = False
    for paragraph in running(document):
        seen.add(paragraph.line_spacing)
        if not _LEAST <= paragraph.line_spacing <= _MOST:
            wrong = True
            yield fails(Message("the line spacing is {spacing}", spacing=number(paragraph.line_spacing)), at(paragraph))
    if not seen:
        yield absent(Message("no running text"))
    elif not wrong:
        yield holds(Message("spacing: {spacings}", spacings=listed([*map(number, sorted(seen))])))
