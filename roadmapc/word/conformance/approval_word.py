"""A гриф begins with УТВЕРЖДЕН, УТВЕРЖДЕНА, УТВЕРЖДЕНО or УТВЕРЖДЕНЫ, in capitals, without quotes and colon.

The word agrees with what is approved: план УТВЕРЖДЕН, карта УТВЕРЖДЕНА, положение УТВЕРЖДЕНО, правила УТВЕРЖДЕНЫ. A
person approves with «УТВЕРЖДАЮ».
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.russian.agreement import approved_noun
from roadmapc.word.conformance._anatomy import ApprovalLines, approvals
from roadmapc.word.conformance._observation import Observation, absent, at, fails, holds, notes
from roadmapc.word.reader.document import WordDocument

CLAUSE = "ГОСТ Р 7.0.97-2025, 5.16"
TITLE = Message("Гриф: УТВЕРЖДЕН (-А, -О, -Ы) in capitals, without quotes and colon")
_WORDS_OF_A_NAME = 3


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Look at the word of every гриф."""
    found = [approval for approval in approvals(document) if not approval.is_attachment]
    if not found:
        yield absent(Message("no гриф of approval"))
    below = _texts_below(document)
    for approval in found:
        place = at(approval.paragraphs[0])
        faults = list(_faults(approval, below[id(approval.paragraphs[-1])]))
        for message, is_typing in faults:
            yield fails(message, place) if is_typing else notes(message, place)
        if not faults:
            yield holds(Message("{word}", word=approval.word))


def _faults(approval: ApprovalLines, below: str) -> Iterator[tuple[Message, bool]]:
    word = approval.word.upper().replace("Ё", "Е")
    if approval.word != approval.word.upper():
        yield Message("“{word}” is not in capitals", word=approval.word), True
    if "Ё" in approval.word.upper():
        yield Message("“ё” is not printed in the гриф"), False
    if approval.signs:
        yield Message("quotes or punctuation at the word: {signs}", signs=approval.signs), True
    name = approved_noun(below, _WORDS_OF_A_NAME)  # of what is approved, whose name stands below the гриф
    if name and word not in (name.word, "УТВЕРЖДАЮ"):
        noun, wanted = name
        yield Message("“{word}” does not agree with “{noun}”: {wanted}", word=word, noun=noun, wanted=wanted), False


def _texts_below(document: WordDocument) -> dict[int, str]:
    """Return the text that stands below every paragraph, by the paragraph's identity; nothing below the last."""
    found, below = {}, ""
    for paragraph in reversed(document.paragraphs):
        found[id(paragraph)] = below
        below = paragraph.text if paragraph.text.strip() else below
    return found
