"""The гриф stands in the top right corner, no line of it longer than 9 cm.

Its lines begin at one place about 10 cm from the left edge of the text, or are centred on the longest one. The
standard of 2025 allows 8 cm for a line in a corner, regional instructions 9.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.word.conformance._anatomy import ApprovalLines, approvals
from roadmapc.word.conformance._observation import Observation, absent, at, fails, holds, millimetres, notes
from roadmapc.word.reader.document import WordDocument, WordParagraph

CLAUSE = "ГОСТ Р 7.0.97-2025, 5.16"
TITLE = Message("Гриф at the top right, its lines at most 9 cm")
_CENTIMETRE = 1440 / 2.54
_FARTHEST_LEFT = 7 * _CENTIMETRE
_LONGEST = 9 * _CENTIMETRE
_LETTER = 10  # twentieths of a point that a letter takes of every point of size


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Look at where the lines of every гриф begin and end."""
    found = approvals(document)
    if not found:
        yield absent(Message("no гриф"))
    for approval in found:
        place = at(approval.paragraphs[0])
        faults = list(_faults(approval))
        yield from (Observation(fault.message, place, fault.severity) for fault in faults)
        if not faults:
            start = _start(approval.paragraphs[0])
            yield holds(Message("from {mm} mm of the text's left edge", mm=millimetres(start)))


def _start(paragraph: WordParagraph) -> int:
    return paragraph.offset + paragraph.left_indent


def _faults(approval: ApprovalLines) -> Iterator[Observation]:
    first = approval.paragraphs[0]
    if first.align == "right":
        yield notes(Message("the lines of the гриф are aligned at the right: they begin at one place or are centred"))
    elif _start(first) < _FARTHEST_LEFT:
        yield fails(Message("the гриф does not stand at the right"))
    widest = max(map(_width, approval.paragraphs))
    if widest > _LONGEST:
        yield fails(Message("a line of the гриф may be {mm} mm long", mm=millimetres(widest)))


def _width(paragraph: WordParagraph) -> float:
    """Return how long the longest line may become: as its letters take, at most as there is room."""
    size = max((run.size for run in paragraph.shown), default=0.0)
    letters = max(len(line.strip()) for line in paragraph.text.split("\n"))
    return min(paragraph.room - paragraph.left_indent - paragraph.right_indent, letters * size * _LETTER)
