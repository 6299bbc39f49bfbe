"""The paper is A4.

Every section of pages is 210 × 297 mm, upright or on its side. A printer set to Letter, as templates made abroad
are, cuts the margins or moves the lines.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.word.conformance._observation import Observation, at_section, fails, holds, millimetres
from roadmapc.word.reader.document import WordDocument

CLAUSE = "ГОСТ Р 7.0.97-2025, 3"
TITLE = Message("Paper A4")
_A4 = (11906, 16838)
_ROUNDING = 30  # half a millimetre


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Compare the two sides of every section's page."""
    wrong = False
    for index, section in enumerate(document.sections):
        sides = sorted((section.page.width, section.page.height))
        if any(abs(side - wanted) > _ROUNDING for side, wanted in zip(sides, _A4, strict=True)):
            wrong = True
            width, height = millimetres(section.page.width), millimetres(section.page.height)
            text = Message("the paper is {width} × {height} mm, not A4", width=width, height=height)
            yield fails(text, at_section(index))
    if not wrong:
        yield holds(Message("A4, sections: {n}", n=len(document.sections)))
