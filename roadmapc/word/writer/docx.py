"""Document and form → the bytes of a .docx: the same for the same input, whatever the clock and the machine."""

from __future__ import annotations

import datetime
import re

from roadmapc.rendering.blocks import Document
from roadmapc.rendering.marked import MarkedDocument
from roadmapc.word.package.archive import archive, deflate, deflate_parts
from roadmapc.word.package.base_form import Form
from roadmapc.word.package.parts import CONTENT_TYPES, MAIN
from roadmapc.word.package.well_formed import Proof, prove
from roadmapc.word.writer.body import body
from roadmapc.word.writer.draft_mark import mark_draft
from roadmapc.word.writer.letterhead import has_head
from roadmapc.word.writer.remembered import new_in
from roadmapc.word.writer.revisions import stamped
from roadmapc.word.writer.text import escape

_UNSEEN = re.compile("[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")  # breaks, and what XML forbids
_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
)


def write(document: Document, form: Form, *, title: str, author: str, created: datetime.date | None) -> bytes:
    """Return the document as a .docx with the form's styles, pages and headers.

    `title`, `author` and `created` are the file's properties; without a date it says none. The form's parts are
    copied as they were deflated when it was read: nothing of them is parsed or packed again for a document. Of the
    others each is proved to be well-formed; raises MalformedPart.
    """
    if form.bare and not has_head(document):
        form = form.bare
    changed, references = mark_draft(form, document.draft) if document.draft else ({}, form.references)
    own = {**changed, form.core: _properties(title, author, created)}
    for name, data in own.items():
        prove(data, name)
    entries = {**form.packed, **{name: deflate(data) for name, data in own.items()}}
    proof = Proof(MAIN, namespaces=form.letterhead is not None)
    parts = body(document, form, references)
    if isinstance(document, MarkedDocument):
        parts = stamped(parts, document, (data for name, data in form.parts.items() if name.endswith(".xml")))
    entries[MAIN] = deflate_parts(parts, lambda some: proof.take(new_in(some)))
    proof.end()
    names = sorted(entries, key=lambda name: (name != CONTENT_TYPES, name))  # as Word has it
    return archive((name, entries[name]) for name in names)


def _properties(title: str, author: str, created: datetime.date | None) -> bytes:
    title, author = (escape(_UNSEEN.sub(" ", text)) for text in (title, author))
    lines = f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><dc:language>ru-RU</dc:language>"
    if created:
        for name in ("created", "modified"):
            lines += f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{created:%Y-%m-%d}T00:00:00Z</dcterms:{name}>'
    return f"{_CORE}{lines}</cp:coreProperties>".encode()
