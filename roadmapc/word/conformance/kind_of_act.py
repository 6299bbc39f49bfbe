"""An order names its kind: «ПРИКАЗ», in capitals, in the middle.

The word stands below the head of the form and above date and number. Spread letters are spacing between characters,
not spaces. A source that has no such word leaves the document without it, which is for its author to correct.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.word.conformance._anatomy import is_order, kind, plain
from roadmapc.word.conformance._observation import Observation, absent, at, fails, holds, notes
from roadmapc.word.reader.document import WordDocument

CLAUSE = "ГОСТ Р 7.0.97-2025, 5.9"
TITLE = Message("The kind of act: ПРИКАЗ, in capitals, in the middle")


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Look at the paragraph that names the kind."""
    paragraph = kind(document)
    if paragraph is None:
        yield notes(Message("the kind of act is not named")) if is_order(document) else absent(Message("no order"))
        return
    word = paragraph.text.strip()
    faults = (
        (word != word.upper(), Message("the kind of act is not in capitals")),
        (paragraph.align != "center", Message("the kind of act does not stand in the middle")),
        (" " in word, Message("letters are spread with spaces, not with letter spacing")),
    )
    for is_wrong, message in faults:
        if is_wrong:
            yield fails(message, at(paragraph))
    if not any(is_wrong for is_wrong, _ in faults):
        yield holds(Message("{kind}", kind=plain(word)))
