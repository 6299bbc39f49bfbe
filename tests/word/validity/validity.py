"""What keeps Word from opening a .docx, or makes it repair one: every fault as a line of English.

Judged are the parts of the package and what ties them together (ECMA-376 part 2), order and values of the elements
(`grammar.py`), and what no schema says: a cell without a paragraph, spans over the grid, ids that come
twice, spaces that get lost. A tool for tests: a document that `build` writes has no fault.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from lxml.etree import _Element as Element

from roadmapc.word.package.attributes import W, value
from roadmapc.word.package.unpacking import PackageError, unpack
from tests.word.validity.element_faults import element_faults, first, pairs
from tests.word.validity.package_faults import Ties
from tests.word.validity.part_faults import core_faults, field_faults, id_faults

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WORD_ONLY = re.compile(r"\{http://schemas\.microsoft\.com/office/word/[^}]+\}")
_STYLED = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}


def faults(data: bytes) -> list[str]:
    """Return what is wrong with the bytes of a .docx; nothing where Word opens it as it is."""
    try:
        parts = unpack(data)
    except PackageError as error:
        return [str(error.message)]
    with ZipFile(BytesIO(data)) as archive:
        names = Counter(name.casefold() for name in archive.namelist())
    found = [f"{name}: the package has this part {count} times" for name, count in names.items() if count > 1]
    roots: dict[str, Element] = {}
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                roots[name] = _parsed(content)
            except (etree.XMLSyntaxError, _DocumentType) as error:
                found.append(f"{name}: not well-formed: {error}")
    package = _Package(parts, roots)
    return [*found, *package.faults()]


class _DocumentType(Exception):
    """A part declares one."""


def _parsed(data: bytes) -> Element:
    """Return the root of a part in lxml's own elements: the `text` of python-docx's is that of all their runs."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise _DocumentType("it declares a document type")
    return root


class _Package:
    """A package whose parts are parsed."""

    def __init__(self, parts: Mapping[str, bytes], roots: Mapping[str, Element]) -> None:
        self.roots = roots
        self.ties = Ties(parts, roots)
        self.styles: set[tuple[str, str]] = set()
        self.numbers: set[str] = set()
        for root in roots.values():
            self.styles |= {(value(s, "type"), value(s, "styleId")) for s in root.findall(f"{W}style")}
            self.numbers |= {value(number, "numId") for number in root.findall(f"{W}num")}

    def faults(self) -> Iterator[str]:
        """Yield the faults of the package, then those of its parts."""
        yield from self.ties.faults()
        for name, root in self.roots.items():
            if root.tag.startswith(W):
                yield from (f"{name}: {fault}" for fault in self._word(name, root))
            elif root.tag.endswith("}coreProperties"):
                yield from (f"{name}: {fault}" for fault in core_faults(root))

    def _word(self, name: str, root: Element) -> Iterator[str]:
        """Yield the faults of one part in WordprocessingML."""
        tree = root.getroottree()
        targets = self.ties.kinds(name)
        skipped = _understood(root)
        for element in root.iter(etree.Element):
            for fault in self._element(element, targets, skipped):
                yield f"{tree.getpath(element)}: {fault}"
        yield from id_faults(root)
        yield from field_faults(root)

    def _element(self, element: Element, targets: Mapping[str, str], skipped: frozenset[str]) -> Iterator[str]:
        tag = element.tag
        for attribute, key in pairs(element):
            if attribute.startswith(_R) and key not in targets:
                yield f"no relationship has the id “{key}”"
        if not tag.startswith(W):
            foreign = _WORD_ONLY.match(tag)
            if (
                foreign
                and foreign[0] not in skipped
                and first(element.iterancestors(f"{_COMPATIBILITY}Choice")) is None
            ):
                yield f"{tag} is not declared as ignorable"
            return
        name = tag[len(W) :]
        yield from element_faults(element, name)
        yield from self._references(element, name, targets)

    def _references(self, element: Element, name: str, targets: Mapping[str, str]) -> Iterator[str]:
        """Yield styles, numberings, headers and footers that are not there."""
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


def _understood(root: Element) -> frozenset[str]:
    """Return the namespaces that a part declares ignorable (part 3, 7.2)."""
    prefixes = root.get(f"{_COMPATIBILITY}Ignorable", "").split()
    return frozenset(f"{{{root.nsmap[prefix]}}}" for prefix in prefixes if prefix in root.nsmap)
