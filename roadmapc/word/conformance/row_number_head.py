"""The column of the rows' numbers is headed «№ п/п», with a no-break space.

«№/п» and «Номер строки» are met too; one who prints them has the author's word for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.word.conformance._observation import Observation, absent, at_row, fails, holds, notes
from roadmapc.word.reader.document import WordDocument, WordTable

CLAUSE = "практика"
TITLE = Message("The column of numbers is headed “№ п/п”")
_NUMBER = re.compile(r"№|n п/п|номер", re.IGNORECASE)
_WANTED = "№\u00a0п/п"


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Look at the heads of all tables for the one of the numbers."""
    seen = wrong = False
    for index, table in enumerate(document.tables):
        head = _head(table)
        if head is None:
            continue
        seen = True
        if head != _WANTED:
            wrong = True
            breaking = " ".join(head.split()) == "№ п/п"
            message = Message("a line may break after №") if breaking else Message("the head is “{head}”", head=head)
            yield (fails if breaking else notes)(message, at_row(index, 0))
    if not seen:
        yield absent(Message("no column of numbers"))
    elif not wrong:
        yield holds(Message("№ п/п"))


def _head(table: WordTable) -> str | None:
    cells = table.rows[0].cells if table.rows and not table.is_layout else ()
    texts = (cell.text.strip() for cell in cells)
    return next((text for text in texts if _NUMBER.match(text) and len(text) < 20), None)
