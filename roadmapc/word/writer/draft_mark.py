"""The mark of a draft: a word at the top right of every page, put into the form's own headers."""

from __future__ import annotations

from collections.abc import Mapping

from roadmapc.word.package.base_form import Form
from roadmapc.word.package.form_facts import HEADER_START, Reference
from roadmapc.word.package.parts import CONTENT_TYPES, MAIN_RELATIONS, with_relation, with_type
from roadmapc.word.writer.text import properties, runs

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def mark_draft(form: Form, word: str) -> tuple[Mapping[str, bytes], tuple[Reference, ...]]:
    """Return the parts that bear the word, and all headers and footers with those that the form lacked.

    The paragraph is put behind the start tag of a header's bytes: all else in it, a coat of arms or whatever an office
    has, stays as it was. It declares its namespace itself, since the header may have another prefix for it.
    """
    inside = f"<w:pPr>{properties(form.styles['Draft'])}</w:pPr>{runs((word,))}"
    paragraph = f'<w:p xmlns:w="{_NAMESPACE}">{inside}</w:p>'.encode()
    references = list(form.references)
    parts: dict[str, bytes] = {}
    for reference in references:
        if reference.tag == "headerReference":
            content = form.parts[reference.part]
            start = HEADER_START.search(content)
            at = start.end() if start else 0
            parts[reference.part] = content[:at] + paragraph + content[at:]
    has = {reference.type for reference in references if reference.tag == "headerReference"}
    for kind in form.header_types:
        if kind not in has:
            name = f"header-draft-{kind}"
            references.append(Reference("headerReference", kind, name, f"word/{name}.xml"))
            parts[f"word/{name}.xml"] = _header(paragraph)
            lists = {**form.parts, **parts}
            parts[MAIN_RELATIONS] = with_relation(lists[MAIN_RELATIONS], name, "header", f"{name}.xml")
            mime = "officedocument.wordprocessingml.header"
            parts[CONTENT_TYPES] = with_type(lists[CONTENT_TYPES], f"word/{name}.xml", mime)
    return parts, tuple(references)


def _header(paragraph: bytes) -> bytes:
    start = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:hdr xmlns:w="{_NAMESPACE}">'
    return start.encode() + paragraph + b"</w:hdr>"
