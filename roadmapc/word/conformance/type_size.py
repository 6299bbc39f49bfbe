"""Text is set in 12, 13 or 14 points; in tables it may be smaller, but can be read from 10 points on.

Larger type is noted where a form's head or a title has it, since an organisation's form is its own affair. Below the
signature, the mark of who wrote the document is printed smaller by custom.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.word.conformance._anatomy import cyrillic, is_data, signatures
from roadmapc.word.conformance._observation import Observation, absent, at, fails, holds, listed, notes, number
from roadmapc.word.reader.document import WordDocument

CLAUSE = "ГОСТ Р 7.0.97-2025, 3"
TITLE = Message("Type of 12–14 points, in tables from 10")
_SMALLEST, _SMALLEST_IN_TABLES, _LARGEST = 12, 10, 14


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Look at the size of all Russian text."""
    sizes: set[float] = set()
    wrong = False
    names = [id(signature.name) for signature in signatures(document)]
    signed = False
    for paragraph, run in cyrillic(document):
        sizes.add(run.size)
        size = number(run.size)
        small = _SMALLEST_IN_TABLES if is_data(paragraph, document) or signed else _SMALLEST
        if run.size < small:
            wrong = True
            yield fails(Message("the type is {size} points, not {least}", size=size, least=small), at(paragraph))
        elif run.size > _LARGEST:
            wrong = True
            say = notes if paragraph.align == "center" else fails
            yield say(Message("the type is {size} points, not {most}", size=size, most=_LARGEST), at(paragraph))
        signed = signed or (bool(names) and id(paragraph) == names[-1])
    if not sizes:
        yield absent(Message("no Russian text"))
    elif not wrong:
        yield holds(Message("points: {sizes}", sizes=listed([*map(number, sorted(sizes))])))
