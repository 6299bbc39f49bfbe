"""What a document shows that is no text of it: pictures, diagrams, tables of other programs, other files put in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from lxml.etree import _Element as Element

from roadmapc.word.package.attributes import W, is_on

UnreadKind = Literal["picture", "chart", "diagram", "object", "file", "word art", "struck", "colour"]

_A = "{http://schemas.openxmlformats.org/drawingml/2006/"
_ELEMENTS: dict[str, UnreadKind] = {
    f"{_A}picture}}pic": "picture",
    "{urn:schemas-microsoft-com:vml}imagedata": "picture",
    f"{_A}chart}}chart": "chart",
    f"{_A}diagram}}relIds": "diagram",
    "{urn:schemas-microsoft-com:office:office}OLEObject": "object",
    f"{W}altChunk": "file",
    f"{W}subDoc": "file",
    "{urn:schemas-microsoft-com:vml}textpath": "word art",
}


_SHOWN = (f"{W}drawing", f"{W}pict", f"{W}object")
_NO_COLOURS = {"auto", "ffffff", "none"}


class Unread(NamedTuple):
    """Something that is not read, and its words where it has some: those of WordArt, the name of a picture."""

    kind: UnreadKind
    words: str = ""


def unread(root: Element) -> Iterator[Unread]:
    """Yield what stands in a body, in its order; the picture that an object is shown by is not told again."""
    for element in root.iter(*_ELEMENTS):
        kind = _ELEMENTS[str(element.tag)]
        words = " ".join((element.get("string") or "").split()) if kind == "word art" else ""
        inside = next(element.iterancestors(f"{W}object"), None) is not None
        if not (kind == "picture" and inside) and (words or kind != "word art"):
            yield Unread(kind, words)
    yield from _struck(root)
    yield from _coloured(root)


def _struck(root: Element) -> Iterator[Unread]:
    """Yield the words that are struck out by hand, paragraph by paragraph (ECMA-376-1, 17.3.2.9 and 17.3.2.37)."""
    found: dict[Element, dict[Element, None]] = {}
    for mark in root.iter(f"{W}strike", f"{W}dstrike"):
        properties = mark.getparent()
        run = None if properties is None else properties.getparent()  # no run for former properties, or those of a mark
        paragraph = None if run is None or not is_on(mark) else next(run.iterancestors(f"{W}p"), None)
        if run is not None and paragraph is not None and run.tag == f"{W}r":
            found.setdefault(paragraph, {})[run] = None
    for runs in found.values():
        words = "".join(text.text or "" for run in runs for text in run.iter(f"{W}t"))
        if words.strip():
            yield Unread("struck", " ".join(words.split()))


def _coloured(root: Element) -> Iterator[Unread]:
    """Yield the cells that say something by their colour alone: the months of a schedule."""
    for shade in root.iter(f"{W}shd"):
        properties = shade.getparent()
        cell = None if properties is None or properties.tag != f"{W}tcPr" else properties.getparent()
        if cell is None or (shade.get(f"{W}fill") or "auto").lower() in _NO_COLOURS:
            continue
        if not any((one.text or "").strip() for one in cell.iter(f"{W}t")) and not any(
            True for _ in cell.iter(*_SHOWN)
        ):
            yield Unread("colour")
