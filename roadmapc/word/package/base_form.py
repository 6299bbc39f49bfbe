"""Base forms: .docx files whose styles, page, headers and pictures a document takes over.

A form comes from anywhere, so it is unpacked under limits, and no part that is read may declare a document type. What
stands in the header of the first page is printed on every document; what stands in the body, of a form that roadmaps
name, is the letterhead of their orders. Of any other form the body is not printed.

python-docx opens it and finds pages, headers and styles. It writes nothing: the parts go into every document byte for
byte as the office has them, whereas python-docx would put them down anew, and leave out what no relation leads to. So
each of them is proved to be whole when the form is opened.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256

from roadmapc.diagnostics import Message
from roadmapc.word.package.archive import Entry, deflate
from roadmapc.word.package.form_facts import SHIPPED, SHIPPED_DIGEST, FormFacts, Letterhead, Reference
from roadmapc.word.package.form_proof import prove_form
from roadmapc.word.package.pages import Page
from roadmapc.word.package.parts import (
    CONTENT_TYPES,
    MAIN,
    MAIN_RELATIONS,
    RELATIONS,
    elements,
    relations,
    with_relation,
    with_type,
    without_relations,
    without_types,
)
from roadmapc.word.package.unpacking import NotWordFile, PackageError, unpack

_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


class FormError(Exception):
    """The file cannot serve as a base form; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


@dataclass(frozen=True, slots=True)
class Form:
    """A base form: its parts as they are and deflated, and what the writer must know of them.

    `styles` maps the block tree's names to the form's ids; `header_types` are those that its pages ask for;
    `core` is the name of the part with the properties. That part and the main one, which every document has of its
    own, are not among the `packed`. `letterhead` is what stands in the body of a form that roadmaps name, `bare` the
    form without the pictures of that body.
    """

    parts: Mapping[str, bytes]
    packed: Mapping[str, Entry]
    page: Page
    styles: Mapping[str, str]
    references: tuple[Reference, ...]
    header_types: tuple[str, ...]
    core: str
    letterhead: Letterhead | None = None
    bare: Form | None = None

    @property
    def stretches_broken_lines(self) -> bool:
        """Tell whether a line of justified text that ends at a line break is stretched to the margin (17.15.3.14)."""
        settings = (content for name, content in self.parts.items() if name.endswith("settings.xml"))
        return not any(b"doNotExpandShiftReturn" in content for content in settings)


@lru_cache(maxsize=4)
def load_form(data: bytes, *, named: bool = False) -> Form:
    """Return the form that the bytes of a .docx hold, or raise `FormError`; the last few are remembered.

    Of one that roadmaps name the body is read, too, and its pictures are proved.
    """
    try:
        form = _form(data)
        return _with_letterhead(form) if named else form
    except PackageError as error:
        raise FormError(error.message) from None


def _form(data: bytes) -> Form:
    parts = unpack(data)
    _check_kind(parts)
    if sha256(data).hexdigest() == SHIPPED_DIGEST:
        facts = SHIPPED
    else:
        prove_form(parts)
        facts = _read(parts)
    core = _core(parts)
    packed = {name: deflate(content) for name, content in parts.items() if name not in (MAIN, core)}
    return Form(parts, packed, *facts, core)


def _with_letterhead(form: Form) -> Form:
    from roadmapc.word.package.letterhead import read_letterhead, refuse_foreign
    from roadmapc.word.package.opening import parse_part
    from roadmapc.word.package.pictures import prove_pictures

    prove_pictures(form.parts)
    for part in {reference.part for reference in form.references}:
        refuse_foreign(parse_part(form.parts[part]))
    letterhead = read_letterhead(form.parts[MAIN], form.styles["Kind"])
    return replace(form, letterhead=letterhead, bare=_bare(form)) if letterhead else form


def _bare(form: Form) -> Form:
    """Return the form without the pictures of its body, for documents that have no letterhead."""
    shown = [one for one in relations(form.parts[MAIN_RELATIONS], "word") if one.kind == "image"]
    lists = (data for name, data in form.parts.items() if name.startswith("word/_rels/") and name != MAIN_RELATIONS)
    elsewhere = {one.part for data in lists for one in relations(data, "word")}
    gone = {one.part for one in shown} - elsewhere
    if not gone:
        return form
    changed = {
        MAIN_RELATIONS: without_relations(form.parts[MAIN_RELATIONS], {one.id for one in shown}),
        CONTENT_TYPES: without_types(form.parts[CONTENT_TYPES], gone),
    }
    parts = {name: data for name, data in form.parts.items() if name not in gone}
    packed = {name: entry for name, entry in form.packed.items() if name not in gone}
    changed_entries = {name: deflate(data) for name, data in changed.items()}
    return replace(form, parts={**parts, **changed}, packed={**packed, **changed_entries})


def _read(parts: Mapping[str, bytes]) -> FormFacts:
    """Return what python-docx finds in a form; it is loaded for a form of an office alone, since that takes 50 ms."""
    from roadmapc.word.package.form_reading import read_form

    return read_form(parts)


def _check_kind(parts: Mapping[str, bytes]) -> None:
    """Raise unless the parts are those of a plain .docx: no template, no macros."""
    if not {CONTENT_TYPES, RELATIONS, MAIN, MAIN_RELATIONS} <= parts.keys():
        raise NotWordFile
    types = {a.get("PartName"): a.get("ContentType") for _, a in elements(parts[CONTENT_TYPES])}
    if types.get("/" + MAIN) != _MAIN_TYPE:
        raise PackageError(Message("this is a Word template or has macros: save it as a plain document (.docx)"))


def _core(parts: dict[str, bytes]) -> str:
    """Return the name of the part with the properties; a form that has none gets its place among the parts."""
    for relation in relations(parts[RELATIONS], ""):
        if relation.kind == "core-properties":
            return relation.part
    core = "docProps/core.xml"
    parts[RELATIONS] = with_relation(parts[RELATIONS], "coreProperties", "core-properties", core)
    parts[CONTENT_TYPES] = with_type(parts[CONTENT_TYPES], core, "package.core-properties")
    return core
