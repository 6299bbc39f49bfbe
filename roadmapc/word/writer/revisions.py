"""Marks of change as revisions of Word (ECMA-376 part 1, 17.13.5): `w:ins` and `w:del`.

A row that comes or goes is marked three times: in its properties, which alone say nothing of its cells (17.13.5.16,
17.13.5.12), at every run, and at the end of every paragraph; LibreOffice leaves an empty row where one is missing.
Marks are written bare, so that equal cells can be written once; `stamped` gives each its number, author and date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from roadmapc.rendering.blocks import Paragraph, Run, TableRow, TwoSidedLine
from roadmapc.rendering.marked import Change, MarkedDocument, MarkedLine, MarkedParagraph, MarkedRow, MarkedRun

_TAGS: Mapping[Change, str] = {"inserted": "ins", "deleted": "del"}
_BARE = re.compile(b"<w:(?:ins|del)(?=/?>)")
_ID = re.compile(rb'\bw:id="(\d{1,9})"')


def with_mark(run: Run, xml: str) -> str:
    """Return a run between its marks; deleted words are `w:delText`."""
    change = run.change if isinstance(run, MarkedRun) else ""
    if change == "deleted":
        for begin, deleted in (("<w:t ", "<w:delText "), ("<w:t>", "<w:delText>"), ("</w:t>", "</w:delText>")):
            xml = xml.replace(begin, deleted)  # `<` in a text is «&lt;»
    return f"<w:{_TAGS[change]}>{xml}</w:{_TAGS[change]}>" if change else xml


def paragraph_mark(paragraph: Paragraph) -> str:
    """Return the properties of the end of a paragraph, where it is marked."""
    return mark_of_end(paragraph.change if isinstance(paragraph, MarkedParagraph) else "")


def mark_of_end(change: Change) -> str:
    """Return the properties of the end of a paragraph with that change."""
    return f"<w:rPr><w:{_TAGS[change]}/></w:rPr>" if change else ""


def row_mark(row: TableRow | TwoSidedLine, properties: str) -> str:
    """Return the inside of a `w:trPr` with the row's mark behind its properties, of which it then has at least one."""
    change = row.change if isinstance(row, MarkedRow | MarkedLine) else ""
    return f"""{properties or '<w:cantSplit w:val="0"/>'}<w:{_TAGS[change]}/>""" if change else properties


def stamped(parts: Iterable[bytes], document: MarkedDocument, others: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the parts of a document with the number of each mark, its author and date.

    Numbers are greater than all that `others`, the further parts of the file, have.
    """
    numbers = count(max((int(found) for part in others for found in _ID.findall(part)), default=0) + 1)
    date = f' w:date="{document.date}"' if document.date else ""
    behind = f'" w:author="{_quoted(document.author)}"{date}'.encode()
    for part in parts:
        yield _BARE.sub(lambda mark: b'%b w:id="%d%b' % (mark[0], next(numbers), behind), part)


def _quoted(text: str) -> str:
    """Return a text for the inside of a quoted attribute."""
    for letter, reference in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(letter, reference)
    return " ".join(text.split())
