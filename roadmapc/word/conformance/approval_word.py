"""A гриф begins with УТВЕРЖДЕН, УТВЕРЖДЕНА, УТВЕРЖДЕНО or УТВЕРЖДЕНЫ, in capitals, without quotes and colon.

The word agrees with what is approved: план УТВЕРЖДЕН, карта УТВЕРЖДЕНА, положение УТВЕРЖДЕНО, правила УТВЕРЖДЕНЫ. A
person approves with «УТВЕРЖДАЮ».
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.russian.agreement import ApprovedNoun, approved_noun
from roadmapc.word.conformance._anatomy import ApprovalLines, approvals
from roadmapc.word.conformance._observation import Observation, absent, at, fails, holds, notes
from roadmapc.word.reader.document import WordDocument, WordParagraph

CLAUSE = "ГОСТ Р 7.0.97-2025, 5.16"
TITLE = Message("Гриф: УТВЕРЖДЕН (-А, -О, -Ы) in capitals, without quotes and colon")
_WORDS_OF_A_NAME = 3


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Look at the word of every гриф."""
    found = [approval for approval in approvals(document) if not approval.is_attachment]
    if not found:
        yield absent(Message("no гриф of approval"))
    for approval in found:
        place = at(approval.paragraphs[0])
        faults = list(_faults(document, approval))
        for message, is_typing in faults:
            yield fails(message, place) if is_typing else notes(message, place)
        if not faults:
            yield holds(Message("{word}", word=approval.word))


def _faults(document: WordDocument, approval: ApprovalLines) -> Iterator[tuple[Message, bool]]:
    word = approval.word.upper().replace("Ё", "Е")
    if approval.word != approval.word.upper():
        yield Message("“{word}” is not in capitals", word=approval.word), True
    if "Ё" in approval.word.upper():
        yield Message("“ё” is not printed in the гриф"), False
    if approval.signs:
        yield Message("quotes or punctuation at the word: {signs}", signs=approval.signs), True
    name = _approved(document, approval.paragraphs[-1])
    if name and word not in (name.word, "УТВЕРЖДАЮ"):
        noun, wanted = name
        yield Message("“{word}” does not agree with “{noun}”: {wanted}", word=word, noun=noun, wanted=wanted), False


def _approved(document: WordDocument, last: WordParagraph) -> ApprovedNoun | None:
    """Return the noun in the name of what is approved, which stands below the гриф; None where it is not known."""
    below = False
    for paragraph in document.paragraphs:
        if below and paragraph.text.strip():
            return approved_noun(paragraph.text, _WORDS_OF_A_NAME)
        below = below or paragraph is last
    return None
