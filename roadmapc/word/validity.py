"""What keeps Word from opening a .docx, or makes it repair one: every fault as a line of English.

Judged are the parts of the package and what ties them together (ECMA-376 part 2), order and values of the elements
(`roadmapc.word.grammar`), and what no schema says: a cell without a paragraph, spans over the grid, ids that come
twice, blanks that get lost. A tool for tests: a document that `build` writes has no fault.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO
from posixpath import dirname, join, normpath
from zipfile import ZipFile

from lxml import etree
from lxml.etree import _Element as Element

from roadmapc.word.effective import W, child, length, value
from roadmapc.word.forms import FormError, unpacked
from roadmapc.word.grammar import attributes, order
from roadmapc.word.parts import CONTENT_TYPES, RELATIONS, MalformedPart
from roadmapc.word.reading import parsed

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ANCHOR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_TERMS = "{http://purl.org/dc/terms/}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?")
_WORD_ONLY = re.compile(r"\{http://schemas\.microsoft\.com/office/word/[^}]+\}")
_MOST_COLUMNS = 63
_MOST_TWIPS = 31_680  # 22 inches: the largest page
_KINDS = {
    "styles": "styles",
    "settings": "settings",
    "fontTable": "fontTable",
    "numbering": "numbering",
    "header": "header",
    "footer": "footer",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
}
_UNIQUE = {
    "bookmarkStart": "id",
    "ins": "id",
    "del": "id",
    "comment": "id",
    "num": "numId",
    "abstractNum": "abstractNumId",
}
_STYLED = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}


def faults(data: bytes) -> list[str]:
    """Return what is wrong with the bytes of a .docx; nothing where Word opens it as it is."""
    try:
        parts = unpacked(data)
    except FormError as error:
        return [str(error.message)]
    with ZipFile(BytesIO(data)) as archive:
        names = Counter(name.casefold() for name in archive.namelist())
    found = [f"{name}: the package has this part {count} times" for name, count in names.items() if count > 1]
    roots: dict[str, Element] = {}
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                roots[name] = parsed(content)
            except (etree.XMLSyntaxError, MalformedPart) as error:
                found.append(f"{name}: not well-formed: {error}")
    package = _Package(parts, roots)
    return [*found, *package.faults()]


class _Package:
    """A package whose parts are parsed."""

    def __init__(self, parts: Mapping[str, bytes], roots: Mapping[str, Element]) -> None:
        self.parts = parts
        self.roots = roots
        self.relations = {name: root.findall(_RELATION) for name, root in roots.items() if name.endswith(".rels")}
        self.styles: set[tuple[str, str]] = set()
        self.numbers: set[str] = set()
        for root in roots.values():
            self.styles |= {(value(s, "type"), value(s, "styleId")) for s in root.findall(f"{W}style")}
            self.numbers |= {value(number, "numId") for number in root.findall(f"{W}num")}

    def faults(self) -> Iterator[str]:
        """Yield the faults of the package, then those of its parts."""
        for name in (CONTENT_TYPES, RELATIONS):
            if name not in self.roots:
                yield f"{name}: missing"
        yield from self._content_types()
        for name in self.relations:
            yield from self._relations(name)
        for name, root in self.roots.items():
            if root.tag.startswith(W):
                yield from (f"{name}: {fault}" for fault in self._word(name, root))
            elif root.tag.endswith("}coreProperties"):
                yield from (f"{name}: {fault}" for fault in _core(root))

    def _content_types(self) -> Iterator[str]:
        """Yield parts without a type, and types without a part (part 2, 10.1.2)."""
        root = self.roots.get(CONTENT_TYPES)
        if root is None:
            return
        overrides = [element.get("PartName", "").lstrip("/") for element in root.findall(f"{_TYPE}Override")]
        endings = [element.get("Extension", "").casefold() for element in root.findall(f"{_TYPE}Default")]
        for name, count in Counter([*overrides, *(f"*.{ending}" for ending in endings)]).items():
            if count > 1:
                yield f"{CONTENT_TYPES}: {name} has {count} types"
        for name in overrides:
            if name not in self.parts:
                yield f"{CONTENT_TYPES}: {name} is no part"
        for name in self.parts:
            if name != CONTENT_TYPES and name not in overrides and name.rpartition(".")[2].casefold() not in endings:
                yield f"{name}: no content type"

    def _content_type(self, part: str) -> str:
        root = self.roots.get(CONTENT_TYPES)
        for element in () if root is None else root:
            if element.get("PartName") == f"/{part}":
                return element.get("ContentType", "")
        return ""

    def _relations(self, name: str) -> Iterator[str]:
        """Yield relationships that lead nowhere, to the wrong kind of part, or have one id (part 2, 9.3)."""
        source = _source(name)
        if source and source not in self.parts:
            yield f"{name}: {source} is no part"
        ids = Counter(relation.get("Id", "") for relation in self.relations[name])
        for key, count in ids.items():
            if count > 1 or not key:
                yield f"{name}: the id “{key}” comes {count} times"
        for relation in self.relations[name]:
            if relation.get("TargetMode") == "External":
                continue
            part = _target(source, relation.get("Target", ""))
            kind = relation.get("Type", "").rpartition("/")[2]
            if part not in self.parts:
                yield f"{name}: {relation.get('Id')} leads to {part}, which is no part"
            elif kind in _KINDS and not self._content_type(part).endswith(f".{_KINDS[kind]}+xml"):
                yield f"{part}: its content type is not that of {kind}"

    def _word(self, name: str, root: Element) -> Iterator[str]:
        """Yield the faults of one part in WordprocessingML."""
        tree = root.getroottree()
        folder, _, file = name.rpartition("/")
        related = self.relations.get(f"{folder}/_rels/{file}.rels", [])
        targets = {relation.get("Id", ""): relation.get("Type", "").rpartition("/")[2] for relation in related}
        skipped = _understood(root)
        for element in root.iter(etree.Element):
            for fault in self._element(element, targets, skipped):
                yield f"{tree.getpath(element)}: {fault}"
        yield from _ids(root)
        yield from _fields(root)

    def _element(self, element: Element, targets: Mapping[str, str], skipped: frozenset[str]) -> Iterator[str]:
        tag = element.tag
        for attribute, key in _attributes(element):
            if attribute.startswith(_R) and key not in targets:
                yield f"no relationship has the id “{key}”"
        if not tag.startswith(W):
            foreign = _WORD_ONLY.match(tag)
            if (
                foreign
                and foreign[0] not in skipped
                and _first(element.iterancestors(f"{_COMPATIBILITY}Choice")) is None
            ):
                yield f"{tag} is not declared as ignorable"
            return
        name = tag[len(W) :]
        yield from _order(element, name)
        yield from _values(element, name)
        check = _CHECKS.get(name)
        if check is not None:
            yield from check(element)
        if name in _STYLED and (_STYLED[name], value(element)) not in self.styles:
            yield f"no {_STYLED[name]} style has the id “{value(element)}”"
        if name == "numId" and value(element) not in {"0", *self.numbers}:
            yield f"no numbering has the id “{value(element)}”"
        if name in ("headerReference", "footerReference"):
            if element.get(f"{_R}id") is None:
                yield f"w:{name} needs r:id"
            kind = targets.get(element.get(f"{_R}id", ""), name.removesuffix("Reference"))
            if f"{kind}Reference" != name:
                yield f"leads to a part of the kind {kind}"


def _source(name: str) -> str:
    """Return the part whose relationships a list has; «» for the package."""
    folder, _, file = name.rpartition("_rels/")
    return folder + file.removesuffix(".rels")


def _target(source: str, target: str) -> str:
    return normpath(join("/" + dirname(source), target)).lstrip("/")


def _parent(element: Element) -> str:
    parent = element.getparent()
    return "" if parent is None else parent.tag.removeprefix(W)


def _attributes(element: Element) -> Iterator[tuple[str, str]]:
    return ((str(key), str(text)) for key, text in element.items())


def _first(found: Iterator[Element]) -> Element | None:
    """Return the first element; one without children is false, so that `any` would not see it."""
    return next(found, None)


def _understood(root: Element) -> frozenset[str]:
    """Return the namespaces that a part declares ignorable (part 3, 7.2)."""
    prefixes = root.get(f"{_COMPATIBILITY}Ignorable", "").split()
    return frozenset(f"{{{root.nsmap[prefix]}}}" for prefix in prefixes if prefix in root.nsmap)


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
    for key, text in _attributes(element):
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
        yield "blanks at an end get lost without xml:space"


def _cell(element: Element) -> Iterator[str]:
    blocks = [one.tag[len(W) :] for one in element if one.tag in (f"{W}p", f"{W}tbl", f"{W}sdt", f"{W}customXml")]
    if _first(element.iter(f"{W}p")) is None:
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
    if _first(element.iter(f"{W}t")) is not None:
        yield "deleted text stands in w:t (17.13.5.14)"


_CHECKS = {"t": _text, "tc": _cell, "tbl": _table, "pgSz": _page, "sectPr": _section, "del": _deleted}


def _ids(root: Element) -> Iterator[str]:
    """Yield what comes twice and may come once in a part."""
    found: Counter[tuple[str, str]] = Counter()
    for name, attribute in _UNIQUE.items():
        found.update((name, value(element, attribute)) for element in root.iter(W + name) if element.get(W + attribute))
    found.update(("bookmark", value(element, "name")) for element in root.iter(f"{W}bookmarkStart"))
    found.update(("style", value(element, "styleId")) for element in root.findall(f"{W}style"))
    found.update(("docPr", element.get("id", "")) for element in root.iter(_ANCHOR))
    for element in root.iter(f"{W}p"):
        found.update(("paraId", text) for key, text in _attributes(element) if key.endswith("}paraId"))
    for (name, key), count in found.items():
        if count > 1:
            yield f"{name}: the id “{key}” comes {count} times"
    ended = {value(element, "id") for element in root.iter(f"{W}bookmarkEnd")}
    for element in root.iter(f"{W}bookmarkStart"):
        if value(element, "id") not in ended:
            yield f"the bookmark “{value(element, 'name')}” has no end"


def _fields(root: Element) -> Iterator[str]:
    """Yield fields that are not closed (17.16.18)."""
    depth = 0
    for element in root.iter(f"{W}fldChar"):
        depth += {"begin": 1, "end": -1}.get(value(element, "fldCharType"), 0)
        if depth < 0:
            break
    if depth:
        yield "the beginnings and ends of fields do not match"


def _core(root: Element) -> Iterator[str]:
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
