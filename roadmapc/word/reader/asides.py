"""Words of a document that stand beside its text: headers and footers, notes, comments, text boxes, hidden text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docx.oxml.text.paragraph import CT_P
from lxml.etree import _Element as Element

from roadmapc.word.package.attributes import R, W, value
from roadmapc.word.package.opening import WordPackage
from roadmapc.word.reader.body_reader import BodyReader
from roadmapc.word.reader.records import WordAside
from roadmapc.word.reader.tracked_changes import Removed, choose_alternatives, resolve_changes

_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"), ("comments", "comment"))
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
_PAGE_FIELD = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b")


def asides(file: WordPackage, reader: BodyReader, removed: Iterable[Removed], went: str) -> Iterator[WordAside]:
    """Yield them, once the body has been read; `went` is the kind of what changes took away."""
    places = {paragraph: at for at, paragraph in enumerate(reader.read)}  # keys are kept, so that none is made anew
    for element, text in reader.hidden:
        yield WordAside("hidden", text, places[element])
    for one in removed:
        yield WordAside(went, one.text, -1 if one.paragraph is None else places.get(one.paragraph, -1))  # type: ignore[call-overload]
    for box in file.root.iter(f"{W}txbxContent"):
        host = next((one for one in box.iterancestors(f"{W}p") if one in places), None)
        yield from _told("text box", box, reader, -1 if host is None else places[host])
    for part, kind in _NOTES:
        root = file.part(part)
        if root is not None:
            yield from _notes(file.root, root, kind, BodyReader(reader.styles), places)
    yield from _headers_and_footers(file, reader)


def _notes(body: Element, root: Element, kind: str, reader: BodyReader, places: dict[CT_P, int]) -> Iterator[WordAside]:
    """Yield the notes that the body refers to, in its order."""
    _prepare(root)
    notes = {value(one, "id"): one for one in root.iter(f"{W}{kind}") if value(one, "type") not in _SEPARATORS}
    for reference in body.iter(f"{W}{kind}Reference"):
        note = notes.pop(value(reference, "id"), None)
        host = next(reference.iterancestors(f"{W}p"), None)
        if note is not None:
            yield from _told(kind, note, reader, places.get(host, -1))  # type: ignore[call-overload]


def _headers_and_footers(file: WordPackage, reader: BodyReader) -> Iterator[WordAside]:
    """Yield each header and footer that some pages have, once."""
    seen: set[str] = set()
    for reference in file.root.iter(f"{W}headerReference", f"{W}footerReference"):
        name = reference.get(f"{R}id", "")
        root = None if name in seen else file.story(name)
        seen.add(name)
        if root is not None:
            _prepare(root)
            kind = str(reference.tag).removeprefix(W).removesuffix("Reference")
            yield from _told(kind, root, BodyReader(reader.styles))


def _prepare(root: Element) -> None:
    choose_alternatives(root)
    resolve_changes(root)


def _told(kind: str, root: Element, reader: BodyReader, at: int = -1) -> Iterator[WordAside]:
    """Yield the text of a part; the number of a page is none."""
    lines = [_line(p, reader) for p in root.iter(f"{W}p") if isinstance(p, CT_P)]
    text = "\n".join(filter(str.strip, lines))
    if text:
        yield WordAside(kind, text, at)


def _line(paragraph: CT_P, reader: BodyReader) -> str:
    text = reader.paragraph(paragraph).text
    if not any(map(_PAGE_FIELD.match, _instructions(paragraph))):
        return text
    words = re.sub(r"\d+", "", text)
    return words if re.search(r"[^\W_]", words) else ""


def _instructions(paragraph: CT_P) -> Iterator[str]:
    for field in paragraph.iter(f"{W}fldSimple"):
        yield value(field, "instr")
    yield from "".join(text.text or "" for text in paragraph.iter(f"{W}instrText")).split("\n")
