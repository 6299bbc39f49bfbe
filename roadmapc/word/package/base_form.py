"""Base forms: .docx files whose styles, page, headers and pictures a document takes over.

A form comes from anywhere, so it is unpacked under limits, and no part that is read may declare a document type. What
stands in its body is not printed: a letterhead belongs into the header of the first page.

python-docx opens it and finds pages, headers and styles. It writes nothing: the parts go into every document byte for
byte as the office has them, whereas python-docx would put them down anew, and leave out what no relation leads to.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from docx.oxml.section import CT_HdrFtrRef, CT_SectPr
from docx.oxml.styles import CT_Style

from roadmapc.diagnostics import Message
from roadmapc.word.package.archive import Entry, deflate
from roadmapc.word.package.attributes import R, W, child, is_on, twips, value
from roadmapc.word.package.opening import WordPackage, open_package
from roadmapc.word.package.pages import Page, upright_page
from roadmapc.word.package.parts import (
    CONTENT_TYPES,
    MAIN,
    MAIN_RELATIONS,
    RELATIONS,
    elements,
    relations,
    with_relation,
    with_type,
)
from roadmapc.word.package.style_names import PARAGRAPH_STYLES, TABLE_STYLES
from roadmapc.word.package.unpacking import NotWordFile, PackageError, unpack

# the start tag of a header that is not empty: behind it a draft is marked, in the bytes as they are
HEADER_START = re.compile(rb"<(\w+:)?hdr\b[^>]*[^/]>")
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


class FormError(Exception):
    """The file cannot serve as a base form; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


@dataclass(frozen=True, slots=True)
class Reference:
    """A header or footer of the form: `type` is `default`, `first` or `even`."""

    tag: str
    type: str
    id: str
    part: str


@dataclass(frozen=True, slots=True)
class Form:
    """A base form: its parts as they are and deflated, and what the writer must know of them.

    `styles` maps the block tree's names to the form's ids; `header_types` are those that its pages ask for;
    `core` is the name of the part with the properties. That part and the main one, which every document has of its
    own, are not among the `packed`.
    """

    parts: Mapping[str, bytes]
    packed: Mapping[str, Entry]
    styles: Mapping[str, str]
    page: Page
    references: tuple[Reference, ...]
    header_types: tuple[str, ...]
    core: str


@lru_cache(maxsize=4)
def load_form(data: bytes) -> Form:
    """Return the form that the bytes of a .docx hold, or raise `FormError`; the last few are remembered."""
    try:
        return _form(unpack(data))
    except PackageError as error:
        raise FormError(error.message) from None


def _form(parts: dict[str, bytes]) -> Form:
    _check_kind(parts)
    form = open_package(parts, ("styles", "settings"))
    if form.main.partname != "/" + MAIN:
        raise NotWordFile  # the document's text would stand beside the form's own
    section = next(reversed(form.root.sectPr_lst), None)
    page, references = _page(section), _references(section, parts)
    first, even = child(section, "titlePg"), child(form.part("settings"), "evenAndOddHeaders")
    types = ["default", *(["first"] if is_on(first) else []), *(["even"] if is_on(even) else [])]
    core = _core(parts)
    packed = {name: deflate(content) for name, content in parts.items() if name not in (MAIN, core)}
    return Form(parts, packed, _styles(form), page, references, tuple(types), core)


def _check_kind(parts: Mapping[str, bytes]) -> None:
    """Raise unless the parts are those of a plain .docx: no template, no macros."""
    if not {CONTENT_TYPES, RELATIONS, MAIN, MAIN_RELATIONS} <= parts.keys():
        raise NotWordFile
    types = {a.get("PartName"): a.get("ContentType") for _, a in elements(parts[CONTENT_TYPES])}
    if types.get("/" + MAIN) != _MAIN_TYPE:
        raise FormError(Message("this is a Word template or has macros: save it as a plain document (.docx)"))


def _page(section: CT_SectPr | None) -> Page:
    """Return the upright page of the form."""
    size, margins = (None, None) if section is None else (section.pgSz, section.pgMar)
    said = {"width": value(size, "w"), "height": value(size, "h")}
    said |= {side: value(margins, side) for side in ("top", "right", "bottom", "left", "header", "footer")}
    try:
        lengths = {name: _twips(text) for name, text in said.items() if text}
        return upright_page(lengths, _twips(value(margins, "gutter", "0")))
    except ValueError:
        raise FormError(Message("the page of the form cannot be: its size or its margins make no sense")) from None


def _twips(text: str) -> int:
    found = twips(text)
    if found is None:
        raise ValueError(text)
    return found


def _references(section: CT_SectPr | None, parts: Mapping[str, bytes]) -> tuple[Reference, ...]:
    """Return the headers and footers of the form's pages, or raise where a draft could not be marked in a header."""
    names = {relation.id: relation.part for relation in relations(parts[MAIN_RELATIONS], "word")}
    found = [_reference(one, names) for one in (() if section is None else section) if isinstance(one, CT_HdrFtrRef)]
    for reference in found:
        if reference.tag == "headerReference" and not HEADER_START.search(parts.get(reference.part, b"")):
            raise FormError(Message("the header of the form cannot be read: {part}", part=reference.part))
    return tuple(found)


def _reference(element: CT_HdrFtrRef, names: Mapping[str, str]) -> Reference:
    key = element.get(f"{R}id", "")
    return Reference(str(element.tag).removeprefix(W), value(element, "type"), key, names.get(key, ""))


def _styles(form: WordPackage) -> dict[str, str]:
    """Return the form's ids of the styles, or raise with the names of those that it lacks."""
    styles = form.part("styles")
    ids: dict[tuple[str, str], str] = {}
    for style in () if styles is None else styles:
        if isinstance(style, CT_Style):
            name = value(child(style, "name")).casefold()
            ids[value(style, "type", "paragraph"), name] = value(style, "styleId")
    wanted = {("paragraph", key): name for key, name in PARAGRAPH_STYLES.items()}
    wanted |= {("table", key): name for key, name in TABLE_STYLES.items()}
    found = {key: ids.get((kind, name.casefold()), "") for (kind, key), name in wanted.items()}
    missing = [f"«{name}»" for (_, key), name in wanted.items() if not found[key]]
    if missing:
        raise FormError(Message("the form lacks these styles: {styles}", styles=", ".join(missing)))
    return found


def _core(parts: dict[str, bytes]) -> str:
    """Return the name of the part with the properties; a form that has none gets its place among the parts."""
    for relation in relations(parts[RELATIONS], ""):
        if relation.kind == "core-properties":
            return relation.part
    core = "docProps/core.xml"
    parts[RELATIONS] = with_relation(parts[RELATIONS], "coreProperties", "core-properties", core)
    parts[CONTENT_TYPES] = with_type(parts[CONTENT_TYPES], core, "package.core-properties")
    return core
