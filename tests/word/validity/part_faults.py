"""What is wrong with a part as a whole: ids that come twice, fields left open, properties that are none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml.etree import _Element as Element

from roadmapc.word.package.attributes import W, value
from tests.word.validity.element_faults import pairs

_ANCHOR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_TERMS = "{http://purl.org/dc/terms/}"
_INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?")
_UNIQUE = {
    "bookmarkStart": "id",
    "ins": "id",
    "del": "id",
    "comment": "id",
    "num": "numId",
    "abstractNum": "abstractNumId",
}


def id_faults(root: Element) -> Iterator[str]:
    """Yield what comes twice and may come once in a part."""
    found: Counter[tuple[str, str]] = Counter()
    for name, attribute in _UNIQUE.items():
        found.update((name, value(element, attribute)) for element in root.iter(W + name) if element.get(W + attribute))
    found.update(("bookmark", value(element, "name")) for element in root.iter(f"{W}bookmarkStart"))
    found.update(("style", value(element, "styleId")) for element in root.findall(f"{W}style"))
    found.update(("docPr", element.get("id", "")) for element in root.iter(_ANCHOR))
    for element in root.iter(f"{W}p"):
        found.update(("paraId", text) for key, text in pairs(element) if key.endswith("}paraId"))
    for (name, key), count in found.items():
        if count > 1:
            yield f"{name}: the id “{key}” comes {count} times"
    ended = {value(element, "id") for element in root.iter(f"{W}bookmarkEnd")}
    for element in root.iter(f"{W}bookmarkStart"):
        if value(element, "id") not in ended:
            yield f"the bookmark “{value(element, 'name')}” has no end"


def field_faults(root: Element) -> Iterator[str]:
    """Yield fields that are not closed (17.16.18)."""
    depth = 0
    for element in root.iter(f"{W}fldChar"):
        depth += {"begin": 1, "end": -1}.get(value(element, "fldCharType"), 0)
        if depth < 0:
            break
    if depth:
        yield "the beginnings and ends of fields do not match"


def core_faults(root: Element) -> Iterator[str]:
    """Yield what is wrong with the properties (part 2, 11.1)."""
    for tag, count in Counter(element.tag for element in root).items():
        if count > 1:
            yield f"{tag} comes {count} times"
    for name in ("created", "modified"):
        element = root.find(f"{_TERMS}{name}")
        if element is not None and not (
            element.get(_INSTANCE) == "dcterms:W3CDTF" and _DATE.fullmatch(element.text or "")
        ):
            yield f"{name} is no date"
