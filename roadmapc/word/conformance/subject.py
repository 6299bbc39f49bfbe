"""An order has a heading «О …» or «Об …», without a full stop.

It answers the question «о чем?», stands between number and text, and says «об» before а, и, о, у, э, else «о».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.word.conformance._anatomy import heading, is_order
from roadmapc.word.conformance._observation import Observation, absent, at, fails, holds, notes
from roadmapc.word.reader.document import WordDocument

CLAUSE = "ГОСТ Р 7.0.97-2025, 5.17"
TITLE = Message("An order's heading: О … or Об …, without a full stop")
_START = re.compile(r"(?P<word>Обо|Об|О)\s+(?P<next>\w)")


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Look at the heading of an order."""
    if not is_order(document):
        yield absent(Message("no order"))
        return
    paragraph = heading(document)
    if paragraph is None:
        yield fails(Message("the order has no heading"))
        return
    text = paragraph.text.strip()
    start = _START.match(text)
    faults = (
        (start is None, fails(Message("the heading does not begin with “О” or “Об”"), at(paragraph))),
        (text.endswith("."), notes(Message("the heading ends with a full stop"), at(paragraph))),
        (
            start is not None
            and start["word"] != "Обо"
            and (start["next"].lower() in "аиоуэ") != (start["word"] == "Об"),
            notes(Message("“о” and “об” are confused"), at(paragraph)),
        ),
    )
    yield from (observation for is_wrong, observation in faults if is_wrong)
    if not any(is_wrong for is_wrong, _ in faults):
        yield holds(Message("“{words} …”", words=" ".join(text.split()[:2])))
