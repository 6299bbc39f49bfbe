"""The text is aligned with both margins.

Headings, грифы, signatures and cells of tables are not: in a narrow cell justified text tears. Text with line breaks
need not be: Word stretches a line before a break, unless the file's settings say otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.word.conformance._anatomy import running
from roadmapc.word.conformance._observation import Observation, absent, at, fails, holds
from roadmapc.word.reader.document import WordDocument

CLAUSE = "ГОСТ Р 7.0.97-2025, 3"
TITLE = Message("Text aligned with both margins")


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Look at the paragraphs of the text."""
    seen = wrong = False
    for paragraph in running(document):
        seen = True
        if paragraph.align != "both" and "\n" not in paragraph.text.strip():
            wrong = True
            yield fails(Message("the text is not aligned with both margins"), at(paragraph))
    if not seen:
        yield absent(Message("no running text"))
    elif not wrong:
        yield holds(Message("aligned with both margins"))
