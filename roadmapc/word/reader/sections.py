"""The pages of a finished document: its sections with their headers and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from roadmapc.word.package.pages import Page
from roadmapc.word.reader.body import Walker
from roadmapc.word.reader.computed_style import W, child, count, is_on, length, paragraph_values, value
from roadmapc.word.reader.opening import Opened, parsed
from roadmapc.word.reader.records import Band, Section

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PAGE_FIELD = re.compile(r"\s*PAGE\b")


def sections(opened: Opened, body: Element | None) -> tuple[Section, ...]:
    """Return the sections of a body; where it names none, the pages are as Word takes them."""
    found = [] if body is None else [element for element in body.iter(f"{W}sectPr") if _ends_pages(element)]
    return tuple(_sections(opened, found)) or (Section(_page(None), False, None, ()),)


def _sections(opened: Opened, found: list[Element]) -> Iterator[Section]:
    """Yield the sections; headers that one lacks are those of the one before."""
    known: dict[tuple[str, str], Band] = {}
    parts = {relation.id: relation.part for relation in opened.relations}
    for element in found:
        for reference in element:
            kind = str(reference.tag).removeprefix(W).removesuffix("Reference")
            part = parts.get(reference.get(f"{_R}id", ""), "")
            if kind in ("header", "footer") and part in opened.parts:
                pages = value(reference, "type", "default")
                known[kind, pages] = _band(kind, pages, parsed(opened.parts[part]), Walker(opened.styles))
        start = value(child(element, "pgNumType"), "start")
        yield Section(_page(element), is_on(child(element, "titlePg")), count(start), tuple(known.values()))


def _band(kind: str, pages: str, root: Element, walker: Walker) -> Band:
    texts, number = [], ""
    for element in root.iter(f"{W}p"):
        paragraph = walker.paragraph(element)
        texts.append(paragraph.text)
        if _has_page_field(element):
            frame = paragraph_values(child(element, "pPr")).get("framePr", "")
            number = frame or paragraph.align
    return Band(kind, pages, "\n".join(texts).strip(), number)


def _has_page_field(paragraph: Element) -> bool:
    simple = any(_PAGE_FIELD.match(value(field, "instr")) for field in paragraph.iter(f"{W}fldSimple"))
    return simple or bool(_PAGE_FIELD.match("".join(field.text or "" for field in paragraph.iter(f"{W}instrText"))))


def _ends_pages(element: Element) -> bool:
    """Tell whether a `w:sectPr` is in force: not the former one of a tracked change, nor one in a text box."""
    parent = element.getparent()
    in_cell = next(element.iterancestors(f"{W}tc"), None) is not None
    return parent is not None and parent.tag in (f"{W}body", f"{W}pPr") and not in_cell


def _page(section: Element | None) -> Page:
    """Return the page of a section; what it does not say is as Word takes it."""
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    sides = {name: length(value(margins, name), 1440) for name in ("top", "right", "bottom", "left")}
    return Page(
        width=length(value(size, "w"), 12_240),
        height=length(value(size, "h"), 15_840),
        top=abs(sides["top"]),
        right=sides["right"],
        bottom=abs(sides["bottom"]),
        left=sides["left"] + length(value(margins, "gutter")),
        header=length(value(margins, "header"), 720),
        footer=length(value(margins, "footer"), 720),
    )
