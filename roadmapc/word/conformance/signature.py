"""The post stands at the left margin, initials and surname at the right, on the last line of the post.

A signature is never alone on a page: at least three lines of text go with it. In Word the paragraphs before it are
kept with the next, from the third line above on; or the last row of a table before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.word.conformance._anatomy import SignatureLine, signatures
from roadmapc.word.conformance._observation import Observation, absent, at, fails, holds
from roadmapc.word.reader.document import WordDocument, WordParagraph, WordTable

CLAUSE = "ГОСТ Р 7.0.97-2025, 5.22"
TITLE = Message("Signature: post at the left, name at the right, three lines of text with it")
_LINES = 3
_INDENTED = 60  # about a millimetre
_LETTER = 10  # twentieths of a point that a letter takes of every point of size


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Look at every signature and at what stands before it."""
    found = list(signatures(document))
    if not found:
        yield absent(Message("no signature"))
    for signature in found:
        faults = list(_faults(document, signature))
        yield from (fails(message, at(signature.post)) for message in faults)
        if not faults:
            yield holds(Message("{name}", name=signature.name.text.strip().split("\t")[-1]))


def _faults(document: WordDocument, signature: SignatureLine) -> Iterator[Message]:
    post, name = signature.post, signature.name
    if post.left_indent + post.first_line_indent > _INDENTED or post.align not in ("left", "both"):
        yield Message("the post does not stand at the left margin")
    if signature.gap_is_typed:
        yield Message("post and name are set apart with spaces")
    elif name is not post and name.align != "right":
        yield Message("the name does not stand at the right margin")
    if not _is_kept(document, signature.block):
        yield Message("the signature may come to stand alone on a page: keep the lines before it with the next")


def _is_kept(document: WordDocument, block: int) -> bool:
    """Tell whether three lines before the signature, or a table's last row, stay on its page."""
    lines = 0
    for index in range(block - 1, -1, -1):
        before = document.blocks[index]
        if lines >= _LINES:
            return True
        if isinstance(before, WordTable):
            return all(p.keep_next for cell in before.rows[-1].cells for p in cell.paragraphs)
        if not before.keep_next:
            return False
        lines += _lines(before)
    return True


def _lines(paragraph: WordParagraph) -> int:
    """Return how many lines of text a paragraph has at least."""
    if not paragraph.text.strip():
        return 0
    size = max((run.size for run in paragraph.shown), default=12.0)
    letters = max((paragraph.room - paragraph.left_indent - paragraph.right_indent) / (size * _LETTER), 1)
    return sum(1 + int(len(line) / letters) for line in paragraph.text.split("\n"))
