"""Paragraphs begin 1.25 cm from the margin.

Items of a list begin there too, or further in; their other lines may hang. The indent is the paragraph's, never made
of spaces or tabs.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.word.conformance._anatomy import is_item, running
from roadmapc.word.conformance._observation import Observation, absent, at, fails, holds, number
from roadmapc.word.reader.document import WordDocument

CLAUSE = "ГОСТ Р 7.0.97-2025, 3"
TITLE = Message("Paragraph indent 1.25 cm")
_INDENT = 709
_ROUNDING = 15
_CENTIMETRE = 1440 / 2.54


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Look at where the first lines of the text begin."""
    seen = wrong = False
    for paragraph in running(document):
        seen = True
        start = paragraph.left_indent + paragraph.first_line_indent
        typed = paragraph.text[0] in " \t\u00a0"
        deeper = is_item(paragraph) and start > _INDENT
        if typed:
            wrong = True
            yield fails(Message("the indent is made of spaces or tabs"), at(paragraph))
        elif abs(start - _INDENT) > _ROUNDING and not deeper and paragraph.align != "center":
            wrong = True
            yield fails(Message("the first line begins at {cm} cm", cm=number(start / _CENTIMETRE)), at(paragraph))
    if not seen:
        yield absent(Message("no running text"))
    elif not wrong:
        yield holds(Message("1.25 cm"))
