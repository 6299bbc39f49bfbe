"""Pages are numbered from the second on, in the middle of the top margin, at least 10 mm from the edge.

The first page bears no number; an attachment that is numbered anew has none on its first page either. Pages on their
side have their number in the same place. A document that Word has counted as one page needs no numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.diagnostics import Message
from roadmapc.word.conformance._observation import Observation, absent, at_section, fails, holds, millimetres
from roadmapc.word.reader.document import WordDocument, WordSection

CLAUSE = "ГОСТ Р 7.0.97-2025, 3"
TITLE = Message("Page numbers from page 2, in the middle of the top margin, at least 10 mm from the edge")
_DISTANCE = 567 - 10  # 1 cm, less what is lost in rounding


def inspect(document: WordDocument) -> Iterator[Observation]:
    """Look at the headers and footers of every section."""
    if document.pages == 1:
        yield absent(Message("the document has one page"))
        return
    wrong = False
    for index, section in enumerate(document.sections):
        for message in _faults(document, section, index):
            wrong = True
            yield fails(message, at_section(index))
    if not wrong:
        yield holds(Message("in the middle of the top margin, none on the first page"))


def _faults(document: WordDocument, section: WordSection, index: int) -> Iterator[Message]:
    wanted = ["default", *(["even"] if document.even_pages_differ else [])]
    begins = index == 0 or section.start is not None
    if section.title_page and not begins:
        wanted.append("first")
    for pages in wanted:
        header = section.header_footer("header", pages)
        if header is None or not header.number:
            below = section.header_footer("footer", pages)
            if below is not None and below.number:
                yield Message("the page number stands in the bottom margin")
            else:
                yield Message("pages have no number")
        elif header.number != "center":
            yield Message("the page number does not stand in the middle")
    if section.page.header < _DISTANCE:
        distance = millimetres(section.page.header)
        yield Message("the page number stands {distance} mm from the edge, not 10", distance=distance)
    if begins and _numbers_first(section):
        yield Message("the first page has a number")


def _numbers_first(section: WordSection) -> bool:
    pages = "first" if section.title_page else "default"
    found = (section.header_footer(kind, pages) for kind in ("header", "footer"))
    return any(one is not None and one.number for one in found)
