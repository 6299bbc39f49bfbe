"""Any finished .docx as frozen records: pages, paragraphs as they really look, tables.

The file comes from anywhere: it is opened under the limits of `roadmapc.word.forms`, no part may declare a document
type, nothing is fetched. Text is what stands after all changes are accepted: inserted text counts, deleted does not.
"""

from __future__ import annotations

from lxml import etree

from roadmapc.diagnostics import Message
from roadmapc.word.package.base_form import FormError, unpacked
from roadmapc.word.package.parts import MalformedPart
from roadmapc.word.reader.body import Walker
from roadmapc.word.reader.computed_style import child, count, is_on
from roadmapc.word.reader.opening import Opened, UnreadableDocument
from roadmapc.word.reader.records import Band, Cell, Paragraph, Row, Run, Section, Table, WordDocument
from roadmapc.word.reader.sections import sections

__all__ = [
    "MOST_TAGS",
    "Band",
    "Cell",
    "Paragraph",
    "Row",
    "Run",
    "Section",
    "Table",
    "UnreadableDocument",
    "WordDocument",
    "read_document",
]

MOST_TAGS = 2_000_000  # of a part: a table of 10,000 rows and five columns has 750,000

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_PAGES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Pages"


def read_document(data: bytes) -> WordDocument:
    """Return what the bytes of a .docx hold, or raise `UnreadableDocument`."""
    try:
        parts = unpacked(data)
        if any(content.count(b"<") > MOST_TAGS for content in parts.values()):
            raise UnreadableDocument(Message("the Word file is too large to be inspected"))
        return _document(Opened(parts))
    except FormError as error:
        raise UnreadableDocument(error.message) from None
    except (MalformedPart, etree.XMLSyntaxError):
        raise UnreadableDocument(Message("the Word file is damaged: one of its parts is not well-formed")) from None


def _document(opened: Opened) -> WordDocument:
    body = child(opened.root, "body")
    found = sections(opened, body)
    walker = Walker(opened.styles, [section.page for section in found])
    pages = "" if opened.app is None else opened.app.findtext(_PAGES) or ""
    return WordDocument(
        title=("" if opened.core is None else opened.core.findtext(_TITLE) or "").strip(),
        pages=count(pages) or 0,
        even_pages_differ=is_on(child(opened.settings, "evenAndOddHeaders")),
        sections=found,
        blocks=tuple(walker.blocks(body)),
    )
