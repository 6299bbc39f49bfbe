"""Words of a document that stand beside its text: headers and footers, notes, comments, text boxes, hidden text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from docx.oxml.text.paragraph import CT_P
from lxml.etree import _Element as Element

from roadmapc.word.package.attributes import R, W, value
from roadmapc.word.package.opening import WordPackage
from roadmapc.word.reader.body_reader import BodyReader
from roadmapc.word.reader.computed_style import Styles
from roadmapc.word.reader.records import WordAside
from roadmapc.word.reader.tracked_changes import Removed, choose_alternatives, resolve_changes

_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"), ("comments", "comment"))
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
_PAGE_FIELD = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)


class _Told(NamedTuple):
    """How a part is told: by which styles, and what changes that take words away are called."""

    styles: Styles
    went: str


def asides(file: WordPackage, reader: BodyReader, removed: Iterable[Removed], went: str) -> Iterator[WordAside]:
    """Yield them, once the body has been read; `went` is the kind of what changes took away."""
    places = {paragraph: at for at, paragraph in enumerate(reader.read)}  # keys are kept, so that none is made anew
    told = _Told(reader.styles, went)
    for element, text in reader.hidden:
        yield WordAside("hidden", text, places[element])
    for one in removed:
        yield WordAside(went, one.text, -1 if one.paragraph is None else places.get(one.paragraph, -1))  # type: ignore[call-overload]
    for box in file.root.iter(f"{W}txbxContent"):
        host = next((one for one in box.iterancestors(f"{W}p") if one in places), None)
        yield from _lines("text box", box, told, -1 if host is None else places[host])
    for part, kind in _NOTES:
        root = file.part(part)
        if root is not None:
            yield from _notes(file.root, root, kind, told, places)
    yield from _headers_and_footers(file, told)


def _notes(body: Element, root: Element, kind: str, told: _Told, places: dict[CT_P, int]) -> Iterator[WordAside]:
    """Yield the notes that the body refers to, in its order."""
    choose_alternatives(root)
    notes = {value(one, "id"): one for one in root.iter(f"{W}{kind}") if value(one, "type") not in _SEPARATORS}
    for reference in body.iter(f"{W}{kind}Reference"):
        note = notes.pop(value(reference, "id"), None)
        host = next(reference.iterancestors(f"{W}p"), None)
        if note is not None:
            yield from _part(kind, note, told, places.get(host, -1))  # type: ignore[call-overload]


def _headers_and_footers(file: WordPackage, told: _Told) -> Iterator[WordAside]:
    """Yield each header and footer that some pages have, once; the numbers of pages are no words."""
    seen: set[Element] = set()
    for reference in file.root.iter(f"{W}headerReference", f"{W}footerReference"):
        root = file.story(reference.get(f"{R}id", ""))
        if root is not None and root not in seen:
            seen.add(root)
            choose_alternatives(root)
            _drop_page_numbers(root)
            yield from _part(str(reference.tag).removeprefix(W).removesuffix("Reference"), root, told)


def _part(kind: str, root: Element, told: _Told, at: int = -1) -> Iterator[WordAside]:
    """Yield the text of a part, that of boxes in it, and what changes in it took away."""
    removed = resolve_changes(root, reject=told.went == "inserted")
    yield from _lines(kind, root, told, at)
    for box in root.iter(f"{W}txbxContent"):
        yield from _lines("text box", box, told, at)
    yield from (WordAside(told.went, one.text, at) for one in removed)


def _lines(kind: str, root: Element, told: _Told, at: int = -1) -> Iterator[WordAside]:
    """Yield the paragraphs of a part, without those of boxes in it; its hidden words apart."""
    reader = BodyReader(told.styles)
    own = [p for p in root.iter(f"{W}p") if isinstance(p, CT_P) and _box_of(p, root) is None]
    text = "\n".join(filter(str.strip, (reader.paragraph(p).text for p in own)))
    if text:
        yield WordAside(kind, text, at)
    for _, hidden in reader.hidden:
        yield WordAside("hidden", hidden, at)


def _box_of(paragraph: Element, root: Element) -> Element | None:
    """Return the box inside a part that a paragraph stands in."""
    for ancestor in paragraph.iterancestors():
        if ancestor is root:
            return None
        if ancestor.tag == f"{W}txbxContent":
            return ancestor
    return None


def _drop_page_numbers(root: Element) -> None:
    """Take away what fields of page numbers show."""
    for field in [*root.iter(f"{W}fldSimple")]:
        parent = field.getparent()
        if parent is not None and _PAGE_FIELD.match(value(field, "instr")):
            parent.remove(field)
    codes: list[str] = []
    shows: list[bool] = []  # of the fields that are open: whether what stands there is what a page number shows
    for element in [*root.iter(f"{W}fldChar", f"{W}instrText", f"{W}t")]:
        kind = value(element, "fldCharType")
        if kind == "begin":
            codes.append("")
            shows.append(False)
        elif kind == "separate" and codes:
            shows[-1] = bool(_PAGE_FIELD.match(codes[-1]))
        elif kind == "end" and codes:
            codes.pop()
            shows.pop()
        elif element.tag == f"{W}instrText" and codes:
            codes[-1] += element.text or ""
        elif element.tag == f"{W}t" and any(shows):
            element.text = ""
