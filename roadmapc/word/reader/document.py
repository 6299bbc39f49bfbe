"""Any finished .docx as frozen records: pages, paragraphs as they really look, tables.

The file comes from anywhere: it is unpacked under limits, no part that is read may declare a document type, nothing
is fetched. Text is what stands after all changes are accepted, or rejected; what goes, and whatever else stands beside
the text, is told apart from it.
"""

from __future__ import annotations

from roadmapc.diagnostics import Message, UserError
from roadmapc.word.package.attributes import child, count, is_on
from roadmapc.word.package.opening import WordPackage, open_package
from roadmapc.word.package.unpacking import PackageError, unpack
from roadmapc.word.reader.asides import asides
from roadmapc.word.reader.body_reader import BodyReader
from roadmapc.word.reader.computed_style import Styles, theme_fonts
from roadmapc.word.reader.numbering import Numbering
from roadmapc.word.reader.records import (
    HeaderFooter,
    WordAside,
    WordCell,
    WordDocument,
    WordParagraph,
    WordRow,
    WordRun,
    WordSection,
    WordTable,
)
from roadmapc.word.reader.sections import sections
from roadmapc.word.reader.tracked_changes import choose_alternatives, mark_notes, note_mark, resolve_changes
from roadmapc.word.reader.unread import unread

__all__ = [
    "MOST_TAGS",
    "HeaderFooter",
    "UnreadableDocument",
    "WordAside",
    "WordCell",
    "WordDocument",
    "WordParagraph",
    "WordRow",
    "WordRun",
    "WordSection",
    "WordTable",
    "note_mark",
    "read_document",
]

MOST_TAGS = 2_000_000  # of a part: a table of 10,000 rows and five columns has 750,000

_PAGES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Pages"


class UnreadableDocument(UserError):
    """The file is no Word document that can be opened; `message` says why."""


def read_document(data: bytes, *, reject_changes: bool = False) -> WordDocument:
    """Return what the bytes of a .docx hold, tracked changes accepted or rejected; raises `UnreadableDocument`."""
    try:
        parts = unpack(data)
        if any(content.count(b"<") > MOST_TAGS for content in parts.values()):
            raise UnreadableDocument(Message("the Word file is too large to be inspected"))
        return _document(open_package(parts), reject_changes=reject_changes)
    except PackageError as error:
        raise UnreadableDocument(error.message) from None


def _document(file: WordPackage, *, reject_changes: bool) -> WordDocument:
    choose_alternatives(file.root)
    removed = resolve_changes(file.root, reject=reject_changes)
    mark_notes(file.root)
    styles = Styles(file.part("styles"), file.part("numbering"), theme_fonts(file.part("theme")))
    found = sections(file, styles)
    reader = BodyReader(styles, [section.page for section in found], Numbering(file.part("numbering"), styles.number))
    blocks = tuple(reader.blocks(file.root.body))
    properties = file.part("extended-properties")
    pages = "" if properties is None else properties.findtext(_PAGES) or ""
    return WordDocument(
        title=file.title.strip(),
        pages=count(pages) or 0,
        even_pages_differ=is_on(child(file.part("settings"), "evenAndOddHeaders")),
        sections=found,
        blocks=blocks,
        asides=tuple(asides(file, reader, removed, "inserted" if reject_changes else "deleted")),
        unread=tuple(unread(file.root)),
    )
