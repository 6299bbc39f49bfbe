"""The pages of a finished document: its sections with their headers and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from docx.oxml.section import CT_HdrFtrRef, CT_SectPr
from docx.oxml.text.paragraph import CT_P
from lxml.etree import _Element as Element

from roadmapc.word.package.attributes import R, W, child, count, is_on, length, value
from roadmapc.word.package.opening import WordPackage
from roadmapc.word.package.pages import Page
from roadmapc.word.reader.body_reader import BodyReader
from roadmapc.word.reader.computed_style import Styles, paragraph_values
from roadmapc.word.reader.records import HeaderFooter, WordSection

_PAGE_FIELD = re.compile(r"\s*PAGE\b")


def sections(package: WordPackage, styles: Styles) -> tuple[WordSection, ...]:
    """Return the sections of a document; where it names none, the pages are as Word takes them.

    They are looked for everywhere: python-docx's `document.sections` passes over those in a content control.
    """
    body = package.root.body
    elements = [] if body is None else [one for one in body.iter(f"{W}sectPr") if isinstance(one, CT_SectPr)]
    found = tuple(_sections(package, styles, [element for element in elements if _ends_pages(element)]))
    return found or (WordSection(_page(None), False, None, ()),)


def _sections(package: WordPackage, styles: Styles, found: list[CT_SectPr]) -> Iterator[WordSection]:
    """Yield the sections; headers that one lacks are those of the one before (17.10.5)."""

    @cache  # most sections refer to the same header
    def story(id: str) -> tuple[str, str] | None:
        root = package.story(id)
        return None if root is None else _text_and_number(root, BodyReader(styles))

    known: dict[tuple[str, str], HeaderFooter] = {}
    for element in found:
        for reference in element:
            told = story(reference.get(f"{R}id", "")) if isinstance(reference, CT_HdrFtrRef) else None
            if told is not None:
                kind = str(reference.tag).removeprefix(W).removesuffix("Reference")
                pages = value(reference, "type", "default")
                known[kind, pages] = HeaderFooter(kind, pages, *told)
        start = value(child(element, "pgNumType"), "start")
        yield WordSection(_page(element), is_on(element.titlePg), count(start), tuple(known.values()))


def _text_and_number(root: Element, reader: BodyReader) -> tuple[str, str]:
    """Return the text of a header or footer, and where it has the page's number: a frame's place or an alignment."""
    texts, number = [], ""
    for element in root.iter(f"{W}p"):
        if isinstance(element, CT_P):
            paragraph = reader.paragraph(element)
            texts.append(paragraph.text)
            if _has_page_field(element):
                number = paragraph_values(element.pPr).get("framePr", "") or paragraph.align
    return "\n".join(texts).strip(), number


def _has_page_field(paragraph: Element) -> bool:
    simple = any(_PAGE_FIELD.match(value(field, "instr")) for field in paragraph.iter(f"{W}fldSimple"))
    return simple or bool(_PAGE_FIELD.match("".join(field.text or "" for field in paragraph.iter(f"{W}instrText"))))


def _ends_pages(element: Element) -> bool:
    """Tell whether a `w:sectPr` is in force: not the former one of a tracked change, nor one in a text box."""
    parent = element.getparent()
    in_cell = next(element.iterancestors(f"{W}tc"), None) is not None
    return parent is not None and parent.tag in (f"{W}body", f"{W}pPr") and not in_cell


def _page(section: CT_SectPr | None) -> Page:
    """Return the page of a section; what it does not say is as Word takes it: Letter with margins of an inch."""
    size, margins = (None, None) if section is None else (section.pgSz, section.pgMar)
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
