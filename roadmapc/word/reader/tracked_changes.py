"""Tracked changes, accepted or rejected before anything is read: what goes is told, what stays is plain text.

A deleted mark of a paragraph joins it to the next one, a deleted row goes as a whole (ECMA-376 part 1, 17.13.5).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docx.oxml.table import CT_Row
from docx.oxml.text.paragraph import CT_P
from lxml.etree import _Element as Element

from roadmapc.russian.numerals import RAISED
from roadmapc.word.package.attributes import W, child

_ADDED, _GONE = ("ins", "moveTo"), ("del", "moveFrom")
_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


class Removed(NamedTuple):
    """Text that a change took away, and the paragraph in which it stood, or which is nearest."""

    paragraph: Element | None
    text: str


def resolve_changes(root: Element, *, reject: bool = False) -> list[Removed]:
    """Accept all changes in a part, or reject them, and return the texts that went."""
    kept, dropped = (_GONE, _ADDED) if reject else (_ADDED, _GONE)
    rows = [row for row in root.iter(f"{W}tr") if _is_marked(row, dropped)]
    texts = {row: " ".join(filter(None, (_text(p) for p in row.iter(f"{W}p")))) for row in rows}
    removed = []
    for element in [*root.iter(*(W + name for name in dropped))]:
        if _holds_content(element):
            removed.append(Removed(next(element.iterancestors(f"{W}p"), None), _text(element)))
            _detach(element)
    removed = [*_drop_rows(texts), *(one for one in removed if not _is_below(one.paragraph, texts))]
    _join_paragraphs(root, dropped[0])
    if reject:
        for element in [*root.iter(*(W + name for name in kept))]:
            if _holds_content(element):
                element.tag = f"{W}ins"  # looked through, as an insertion is
        for text in [*root.iter(f"{W}delText")]:
            text.tag = f"{W}t"
        _restore_looks(root)
    return [one for one in removed if one.text.strip()]


def choose_alternatives(root: Element) -> None:
    """Leave of every `mc:AlternateContent` its choice, else its fallback: a text box would be there twice."""
    for element in [*root.iter(f"{_MARKUP}AlternateContent")]:
        parent = element.getparent()
        chosen = element.find(f"{_MARKUP}Choice")
        chosen = element.find(f"{_MARKUP}Fallback") if chosen is None else chosen
        if parent is None:
            continue
        at = parent.index(element)
        parent[at : at + 1] = [] if chosen is None else [*chosen]


def note_mark(number: int) -> str:
    """Return the mark of a footnote: «¹»."""
    return str(number).translate(RAISED)


def mark_notes(body: Element) -> None:
    """Write the mark of each footnote where it is referred to."""
    for number, reference in enumerate([*body.iter(f"{W}footnoteReference")], 1):
        text = reference.makeelement(f"{W}t", {}, None)
        text.text = note_mark(number)
        reference.addnext(text)


def _holds_content(element: Element) -> bool:
    """Say whether a change holds text: among properties it only says that a mark or a row is changed."""
    parent = element.getparent()
    return parent is not None and str(parent.tag) not in (f"{W}rPr", f"{W}trPr", f"{W}tcPr")


def _is_marked(row: Element, dropped: tuple[str, ...]) -> bool:
    properties = row.trPr if isinstance(row, CT_Row) else None
    return any(child(properties, name) is not None for name in dropped)


def _drop_rows(texts: dict[Element, str]) -> Iterator[Removed]:
    """Take away the rows of those texts; one whose words did not all go stays, and so it does in LibreOffice."""
    for row in [*texts]:
        if _text(row).strip():
            del texts[row]
            continue
        beside = row.getprevious() if row.getprevious() is not None else row.getnext()
        near = [] if beside is None else [*beside.iter(f"{W}p")]
        yield Removed(near[0] if near else None, texts[row])
        _detach(row)


def _is_below(paragraph: Element | None, rows: dict[Element, str]) -> bool:
    """Tell whether a paragraph went with its row, whose text is told as a whole."""
    return paragraph is not None and any(one in rows for one in paragraph.iterancestors(f"{W}tr"))


def _restore_looks(root: Element) -> None:
    """Give paragraphs and runs the properties that they had before they were changed."""
    for element in [*root.iter(f"{W}rPrChange", f"{W}pPrChange")]:
        now, name = element.getparent(), str(element.tag).removesuffix("Change")
        before = element.find(name)
        if now is None or now.tag != name:
            continue
        keep = [one for one in now if name == f"{W}pPr" and one.tag in (f"{W}rPr", f"{W}sectPr")]
        now[:] = [*(() if before is None else before), *keep]


def _join_paragraphs(root: Element, mark: str) -> None:
    """Move what a paragraph with a deleted mark holds to the beginning of the next one."""
    for paragraph in [*root.iter(f"{W}p")]:
        properties = paragraph.pPr if isinstance(paragraph, CT_P) else None
        if child(child(properties, "rPr"), mark) is None:
            continue
        following = paragraph.getnext()
        content = [one for one in paragraph if one.tag != f"{W}pPr"]
        if isinstance(following, CT_P):
            at = 0 if following.pPr is None else 1
            following[at:at] = content
            _detach(paragraph)
        elif not content and paragraph.getprevious() is not None and following is not None:
            _detach(paragraph)


def _text(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{W}t", f"{W}delText"))


def _detach(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
