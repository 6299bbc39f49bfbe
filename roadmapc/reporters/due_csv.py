"""What is due, as CSV that Excel opens by itself: UTF-8 with BOM, semicolons, CRLF.

Words are text in a spreadsheet, whatever they begin with: docs/decisions/012. Programs read the JSON.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata

from roadmapc.plan.due import DueEntry
from roadmapc.reporters import Translate

# What the runner of GitHub takes for a command of its own: the apostrophe breaks it.
_COMMAND = re.compile(r"(?m)^([^\S\n]*+)::")
_HEAD = (
    "Municipality",
    "No.",
    "Activity",
    "Deadline",
    "From",
    "Due",
    "Act by",
    "Owners",
    "Result",
    "Status",
    "Section",
    "State",
)
_NUMBER_LIKE = re.compile(
    r"(?=\D*\d)[\d\s.,:/\-–%]+(?:[eе][+-]?\d{1,4}|₽|р\.?|руб\.?|г\.?|[ap]m)?"
    r"|(?:\d{1,4}[\s.\-/]{0,3})?(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|jan|feb|mar|apr|may|jun|jul|aug"
    r"|sep|oct|nov|dec)[а-яa-z]{0,9}[\s.\-/]{0,3}(?:\d{1,4})?\s{0,3}(?:г\.?|года?)?",
    re.IGNORECASE,
)
"""What some spreadsheet may take for a number, a day, a month, a time or a sum: «1.1.», «1-2», «май 2022», «15 мая»."""
_PLAIN_NUMBER = re.compile(r"0|[1-9]\d{0,14}")
_QUOTES = frozenset("\"'`«»“”„‘’‚‹›")
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Mn", "Me"})
"""Categories of Unicode: controls, marks of direction, zero width, spaces, marks on other signs."""


def report(found: list[DueEntry], translate: Translate = str) -> str:
    """Return the table with a head; cells that a spreadsheet would take for a formula are made text."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(["\ufeff" + translate(_HEAD[0]), *(translate(name) for name in _HEAD[1:])])
    for entry in found:
        row, occurrence = entry.row, entry.occurrence
        before = (entry.municipality, row.number, row.text, row.deadline_text)
        days = (f"{day:%d.%m.%Y}" for day in (occurrence.first, occurrence.due, occurrence.act_by))
        owners = "; ".join(assignee.text for assignee in row.assignees)
        after = (owners, row.result, translate(entry.status), entry.row.section, _state(entry, translate))
        writer.writerow([*map(plain_text, before), *days, *map(plain_text, after)])
    return out.getvalue()


def _state(entry: DueEntry, translate: Translate) -> str:
    if entry.state is None:
        return ""
    from roadmapc.reporters.status_words import short_words  # it loads what judges marks

    return ", ".join(word.text(translate) for word in short_words(entry.state))


def plain_text(cell: str) -> str:
    """Return words that no sheet computes with, in any of their lines, and that none takes for a number or a day."""
    cell = _COMMAND.sub(r"\1'::", cell)
    text = "\n".join(map(_line, cell.split("\n")))
    if _NUMBER_LIKE.fullmatch(text) and not _PLAIN_NUMBER.fullmatch(text):
        return f"{text}\t"  # no sheet shows it
    return text


def _line(text: str) -> str:
    """Return a line without a sign that begins a formula, behind whatever hides it."""
    if text.startswith("- "):
        return f"– {text[2:]}"  # a dash that no sheet computes with
    first = next((sign for sign in text if not _is_unseen(sign)), "")
    begins = unicodedata.normalize("NFKC", first)[:1] in set("=+-@−") if first else False
    return f"'{text}" if begins or text[:1] in {"\t", "\r"} else text


def _is_unseen(sign: str) -> bool:
    """Say whether a sign is not seen, or is a quotation mark: some readers drop both at the beginning of a cell."""
    return sign in _QUOTES or unicodedata.category(sign) in _UNSEEN
