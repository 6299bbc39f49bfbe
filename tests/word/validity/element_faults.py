"""What is wrong with one element of WordprocessingML: its order, its values, and what no schema says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from lxml.etree import _Element as Element

from roadmapc.word.package.attributes import W, child, length, value
from tests.word.validity.grammar import attributes, order

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MOST_COLUMNS = 63
_MOST_TWIPS = 31_680  # 22 inches: the largest page


def element_faults(element: Element, name: str) -> Iterator[str]:
    """Yield the faults of the element `w:name` that it has by itself."""
    yield from _order(element, name)
    yield from _values(element, name)
    check = _CHECKS.get(name)
    if check is not None:
        yield from check(element)


def pairs(element: Element) -> Iterator[tuple[str, str]]:
    """Yield the attributes of an element with what they say."""
    return ((str(key), str(text)) for key, text in element.items())


def first(found: Iterator[Element]) -> Element | None:
    """Return the first element; one without children is false, so that `any` would not see it."""
    return next(found, None)


def _parent(element: Element) -> str:
    parent = element.getparent()
    return "" if parent is None else parent.tag.removeprefix(W)


def _order(element: Element, name: str) -> Iterator[str]:
    """Yield children that may not stand here, or not in this place; text where none may be."""
    known = order(_parent(element), name)
    if known is None:
        return
    if name != "t" and ((element.text or "").strip() or any((one.tail or "").strip() for one in element)):
        yield "text stands outside of w:t"
    place, last = -1, ""
    for one in element:
        if not one.tag.startswith(W):
            continue
        inner = one.tag[len(W) :]
        if inner not in known.places:
            yield f"w:{inner} may not stand in w:{name} ({known.clause})"
            continue
        at = known.after(inner, place)
        if at < 0:
            what = "comes twice" if inner == last else f"stands after w:{last}"
            yield f"w:{inner} {what} in w:{name} ({known.clause})"
        else:
            place, last = at, inner


def _values(element: Element, name: str) -> Iterator[str]:
    """Yield attributes that are unknown, missing, or say what they may not."""
    known = attributes(_parent(element), name)
    if known is None:
        return
    for key, text in pairs(element):
        if not key.startswith("{"):
            yield f"the attribute {key} has no namespace"
        elif key.startswith(W):
            pattern = known.allowed.get(key[len(W) :])
            if pattern is None:
                yield f"w:{name} has no attribute w:{key[len(W) :]}"
            elif not pattern.fullmatch(text):
                yield f"w:{key[len(W) :]} of w:{name} cannot be “{text}”"
    for key in known.needed:
        if element.get(W + key) is None:
            yield f"w:{name} needs w:{key}"


def _text(element: Element) -> Iterator[str]:
    text = element.text or ""
    if element.get(_SPACE, "default") not in ("default", "preserve"):
        yield f"xml:space cannot be “{element.get(_SPACE)}”"
    if text != text.strip(" \t\n\r") and element.get(_SPACE) != "preserve":
        yield "spaces at an end get lost without xml:space"


def _cell(element: Element) -> Iterator[str]:
    blocks = [one.tag[len(W) :] for one in element if one.tag in (f"{W}p", f"{W}tbl", f"{W}sdt", f"{W}customXml")]
    if first(element.iter(f"{W}p")) is None:
        yield "a cell has no paragraph (17.4.65)"
    elif blocks and blocks[-1] == "tbl":
        yield "a cell ends with a table (17.4.65)"


def _table(element: Element) -> Iterator[str]:
    for name in ("tblPr", "tblGrid"):
        if child(element, name) is None:
            yield f"a table has no w:{name} (17.4.37)"
    columns = len(element.findall(f"{W}tblGrid/{W}gridCol"))
    if columns > _MOST_COLUMNS:
        yield f"a table has {columns} columns; Word opens {_MOST_COLUMNS}"
    rows = [row for row in element.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is element]
    if not rows:
        yield "a table has no row"
    open_: set[tuple[int, int]] = set()
    for number, row in enumerate(rows, 1):
        cells, width = _spans(row)
        if not cells:
            yield f"row {number} has no cell"
        if width > columns:
            yield f"row {number} spans {width} columns of {columns}"
        continued = {(at, span) for at, span, merge in cells if merge == "continue"}
        for at, _ in sorted(continued - open_):
            yield f"row {number}, column {at + 1}: w:vMerge continues nothing"
        open_ = {(at, span) for at, span, merge in cells if merge}


def _spans(row: Element) -> tuple[list[tuple[int, int, str]], int]:
    """Return first column, span and merge of every cell of a row, and how many columns they take together."""
    properties = child(row, "trPr")
    at = length(value(child(properties, "gridBefore")))
    cells = []
    for cell in row.iter(f"{W}tc"):
        if next(cell.iterancestors(f"{W}tr")) is row:
            own = child(cell, "tcPr")
            span = length(value(child(own, "gridSpan")), 1)
            merge = child(own, "vMerge")
            cells.append((at, span, "" if merge is None else value(merge, default="continue")))
            at += span
    return cells, at + length(value(child(properties, "gridAfter")))


def _page(element: Element) -> Iterator[str]:
    for name in ("w", "h"):
        if length(value(element, name)) > _MOST_TWIPS:
            yield "the page is larger than Word allows"


def _section(element: Element) -> Iterator[str]:
    types = Counter((one.tag, value(one, "type")) for one in element if one.tag.endswith("Reference"))
    if any(count > 1 for count in types.values()):
        yield "a section has two headers or footers of one type (17.10.5)"


def _deleted(element: Element) -> Iterator[str]:
    if first(element.iter(f"{W}t")) is not None:
        yield "deleted text stands in w:t (17.13.5.14)"


_CHECKS: dict[str, Callable[[Element], Iterator[str]]] = {
    "t": _text,
    "tc": _cell,
    "tbl": _table,
    "pgSz": _page,
    "sectPr": _section,
    "del": _deleted,
}
