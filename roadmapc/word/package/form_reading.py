"""Reading with python-docx what a writer must know of a base form: its pages, headers and styles."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape

from docx.oxml.section import CT_HdrFtrRef, CT_SectPr
from docx.oxml.styles import CT_Style

from roadmapc.diagnostics import Message
from roadmapc.word.package.attributes import R, W, child, is_on, twips, value
from roadmapc.word.package.form_facts import HEADER_START, FormFacts, Reference
from roadmapc.word.package.opening import WordPackage, open_package
from roadmapc.word.package.pages import Page, upright_page
from roadmapc.word.package.parts import MAIN, MAIN_RELATIONS, relations
from roadmapc.word.package.style_names import PARAGRAPH_STYLES, TABLE_STYLES
from roadmapc.word.package.unpacking import NotWordFile, PackageError

_TYPES = frozenset({"default", "first", "even"})
_QUOTE = {'"': "&quot;"}
"""Ids are an office's own words; they are kept as they stand in the attributes of documents."""


def read_form(parts: Mapping[str, bytes]) -> FormFacts:
    """Return what is found in the parts of a form, or raise `PackageError`."""
    form = open_package(parts, ("styles", "settings"))
    if form.main.partname != "/" + MAIN:
        raise NotWordFile  # the document's text would stand beside the form's own
    section = next(reversed(form.root.sectPr_lst), None)
    page, references = _page(section), _references(section, parts)
    first, even = child(section, "titlePg"), child(form.part("settings"), "evenAndOddHeaders")
    types = ["default", *(["first"] if is_on(first) else []), *(["even"] if is_on(even) else [])]
    return FormFacts(page, _styles(form), references, tuple(types))


def _page(section: CT_SectPr | None) -> Page:
    """Return the upright page of the form."""
    size, margins = (None, None) if section is None else (section.pgSz, section.pgMar)
    said = {"width": value(size, "w"), "height": value(size, "h")}
    said |= {side: value(margins, side) for side in ("top", "right", "bottom", "left", "header", "footer")}
    try:
        lengths = {name: _twips(text) for name, text in said.items() if text}
        return upright_page(lengths, _twips(value(margins, "gutter", "0")))
    except ValueError:
        raise PackageError(Message("the page of the form cannot be: its size or its margins make no sense")) from None


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
            raise PackageError(Message("the header of the form cannot be read: {part}", part=reference.part))
        if reference.part not in parts or reference.type not in _TYPES:
            raise PackageError(Message("the footer of the form cannot be read: {part}", part=reference.part))
    return tuple(found)


def _reference(element: CT_HdrFtrRef, names: Mapping[str, str]) -> Reference:
    key = element.get(f"{R}id", "")
    kind = value(element, "type", "default")
    return Reference(str(element.tag).removeprefix(W), kind, escape(key, _QUOTE), names.get(key, ""))


def _styles(form: WordPackage) -> dict[str, str]:
    """Return the form's ids of the styles, or raise with the names of those that it lacks."""
    styles = form.part("styles")
    ids: dict[tuple[str, str], str] = {}
    for style in () if styles is None else styles:
        if isinstance(style, CT_Style):
            name = value(child(style, "name")).casefold()
            ids[value(style, "type", "paragraph"), name] = escape(value(style, "styleId"), _QUOTE)
    wanted = {("paragraph", key): name for key, name in PARAGRAPH_STYLES.items()}
    wanted |= {("table", key): name for key, name in TABLE_STYLES.items()}
    found = {key: ids.get((kind, name.casefold()), "") for (kind, key), name in wanted.items()}
    missing = [f"«{name}»" for (_, key), name in wanted.items() if not found[key]]
    if missing:
        raise PackageError(Message("the form lacks these styles: {styles}", styles=", ".join(missing)))
    return found
