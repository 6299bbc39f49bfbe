"""Dates are written 05.06.2016 or 5 июня 2016 г.

In digits with a zero before a single one, four digits for the year and without «г.»; in words without that zero and
with «г.» or «года», which a table's cells may leave out. In running text either form may be used, one per document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.russian.calendar import MONTHS
from roadmapc.word.conformance._observation import Observation, absent, at, holds, notes
from roadmapc.word.reader.document import WordDocument

CLAUSE = "ГОСТ Р 7.0.97-2025, 5.10"
TITLE = Message("Dates as 05.06.2016 or 5 июня 2016 г.")
_MONTH = "|".join(forms[1] for forms in MONTHS)
_DIGITS = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?![\d.]\d)(\s*г(?:\.|ода)?(?![а-яё]))?")
_WORDS = re.compile(rf"(?<!\d)(\d{{1,2}})\s+(?:{_MONTH})\s+(\d{{4}})(?!\d)(\s*(?:г\.|год))?")


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Look for dates in all text."""
    seen = 0
    wrong = False
    for paragraph in document.paragraphs:
        for date, message in _dates(paragraph.text, in_table=paragraph.table >= 0):
            seen += 1
            if message is not None:
                wrong = True
                yield notes(Message("{date}: {why}", date=" ".join(date.split()), why=message), at(paragraph))
    if not seen:
        yield absent(Message("no dates"))
    elif not wrong:
        yield holds(Message("dates: {n}", n=seen))


def _dates(text: str, *, in_table: bool) -> Iterator[tuple[str, Message | None]]:
    for found in _DIGITS.finditer(text):
        day, month, year, after = found.groups()
        if not (1 <= int(day) <= 31 and 1 <= int(month) <= 12):
            continue
        if len(day) < 2 or len(month) < 2:
            yield found[0], Message("a single digit needs a zero before it")
        elif len(year) < 4:
            yield found[0], Message("the year has four digits")
        else:
            yield found[0], Message("a date in digits has no «г.»") if after else None
    for found in _WORDS.finditer(text):
        if found[1].startswith("0"):
            yield found[0], Message("before the name of a month a day has no zero")
        else:
            yield found[0], None if found[3] or in_table else Message("a date in words ends with «г.» or «года»")
