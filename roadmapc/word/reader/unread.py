"""What a document shows that is no text of it: pictures, diagrams, tables of other programs, other files put in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from lxml.etree import _Element as Element

from roadmapc.word.package.attributes import W

UnreadKind = Literal["picture", "chart", "diagram", "object", "file", "word art"]

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
