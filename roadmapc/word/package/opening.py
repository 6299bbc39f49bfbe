"""Opening a Word file with python-docx, part by part, once each is known to be harmless.

`docx.Document(file)` is not asked to do it. It loads all that relations lead to, pictures too, and raises at what
Word passes over: a relation to a part that is gone («word/NULL», which Word itself writes), a part without a content
type, a second part with styles. Its parser also takes a document type, and loses the text that follows a comment. So
the package is put together here of python-docx's own objects: of the parts that are asked for and no others, parsed
by a parser of ours that makes python-docx's elements. What it refuses, python-docx never sees.

Where a file lacks a part, `document.styles` and the like would add one from python-docx's template, with styles and a
title that nobody wrote. So a part is asked for by `WordPackage.part`, which then returns None.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple, cast

from docx.opc.constants import CONTENT_TYPE as TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.oxml.document import CT_Document
from docx.oxml.numbering import CT_Numbering
from docx.oxml.parser import element_class_lookup
from docx.oxml.settings import CT_Settings
from docx.oxml.styles import CT_Styles
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package
from docx.parts.document import DocumentPart
from docx.parts.hdrftr import FooterPart, HeaderPart
from docx.parts.numbering import NumberingPart
from docx.parts.settings import SettingsPart
from docx.parts.styles import StylesPart
from lxml import etree
from lxml.etree import _Element as Element

from roadmapc.diagnostics import Message
from roadmapc.word.package.parts import RELATIONS, Relation, relations
from roadmapc.word.package.unpacking import NotWordFile, PackageError
from roadmapc.word.package.well_formed import MalformedPart


class _Kind(NamedTuple):
    """What python-docx makes of a part: types of the relation and the content, class of the part and of its root."""

    relation: str
    content: str
    part: type[XmlPart]
    root: type[Element]


_KINDS: Mapping[str, _Kind] = {
    "core-properties": _Kind(RELATION.CORE_PROPERTIES, TYPE.OPC_CORE_PROPERTIES, CorePropertiesPart, CT_CoreProperties),
    "extended-properties": _Kind(RELATION.EXTENDED_PROPERTIES, TYPE.OFC_EXTENDED_PROPERTIES, XmlPart, Element),
    "settings": _Kind(RELATION.SETTINGS, TYPE.WML_SETTINGS, SettingsPart, CT_Settings),
    "styles": _Kind(RELATION.STYLES, TYPE.WML_STYLES, StylesPart, CT_Styles),
    "numbering": _Kind(RELATION.NUMBERING, TYPE.WML_NUMBERING, NumberingPart, CT_Numbering),
    "theme": _Kind(RELATION.THEME, TYPE.OFC_THEME, XmlPart, Element),
    "header": _Kind(RELATION.HEADER, TYPE.WML_HEADER, HeaderPart, Element),
    "footer": _Kind(RELATION.FOOTER, TYPE.WML_FOOTER, FooterPart, Element),
    "footnotes": _Kind(RELATION.FOOTNOTES, TYPE.WML_FOOTNOTES, XmlPart, Element),
    "endnotes": _Kind(RELATION.ENDNOTES, TYPE.WML_ENDNOTES, XmlPart, Element),
    "comments": _Kind(RELATION.COMMENTS, TYPE.WML_COMMENTS, XmlPart, Element),
}
_MANY = frozenset({"header", "footer"})  # of any other kind python-docx allows a single one

KINDS = frozenset(_KINDS)


class WordPackage(NamedTuple):
    """A Word file as python-docx has it: the package, its main part and the root of that."""

    package: Package
    main: DocumentPart
    root: CT_Document

    @property
    def title(self) -> str:
        """Return the title among the file's properties, or nothing."""
        return "" if self.part("core-properties") is None else self.package.core_properties.title

    def part(self, kind: str) -> Element | None:
        """Return the root of the file's only part of a kind, or None where it has none."""
        source = self.package if kind.endswith("-properties") else self.main
        try:
            return _root(source.part_related_by(_KINDS[kind].relation))
        except KeyError:
            return None

    def story(self, id: str) -> Element | None:
        """Return the root of the header or footer that a reference in the main part names, or None where it is gone."""
        return _root(self.main.related_parts.get(id))


def open_package(parts: Mapping[str, bytes], kinds: Collection[str] = KINDS) -> WordPackage:
    """Return the file that was unpacked, with its parts of those kinds; raises `PackageError` where it is none."""
    of_package = _relations(parts, RELATIONS, "")
    to_main = next((one for one in of_package if one.kind == "officeDocument" and one.part in parts), None)
    if to_main is None:
        raise NotWordFile
    folder, _, name = to_main.part.rpartition("/")
    of_main = _relations(parts, f"{folder}/_rels/{name}.rels".lstrip("/"), folder)
    package, root = Package(), _main_root(parse_part(parts[to_main.part]))
    main = DocumentPart(PackURI("/" + to_main.part), TYPE.WML_DOCUMENT_MAIN, root, package)
    package.load_rel(RELATION.OFFICE_DOCUMENT, main, to_main.id)
    _attach(package, package, _wanted(of_package, parts, kinds), parts)
    _attach(main, package, _wanted(of_main, parts, kinds), parts)
    return WordPackage(package, main, root)


def parse_part(data: bytes) -> Element:
    """Return the root of a part without entities, comments and instructions; raises for a document type."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(element_class_lookup)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, LookupError, ValueError) as error:  # the latter two: encodings that nobody knows
        raise MalformedPart from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise MalformedPart
    return root


def _relations(parts: Mapping[str, bytes], name: str, folder: str) -> list[Relation]:
    return relations(parts[name], folder) if name in parts else []


def _main_root(root: Element) -> CT_Document:
    """Return the root of a main part; one of that name in another namespace belongs to a strict document."""
    if isinstance(root, CT_Document):
        return root
    if str(root.tag).endswith("}document"):
        raise PackageError(Message("this is a strict Open XML document: save it as a plain document (.docx)"))
    raise NotWordFile


def _wanted(listed: list[Relation], parts: Mapping[str, bytes], kinds: Collection[str]) -> Iterator[Relation]:
    """Yield the relations to parts of those kinds that are there, of most kinds the first one only."""
    seen: set[str] = set()
    for relation in listed:
        if relation.kind in kinds and relation.part in parts and relation.kind not in seen - _MANY:
            seen.add(relation.kind)
            yield relation


def _attach(
    source: Package | DocumentPart, package: Package, listed: Iterable[Relation], parts: Mapping[str, bytes]
) -> None:
    """Relate a source to its parts, each parsed once; one without the root of its kind says nothing and is left out."""
    loaded: dict[str, XmlPart] = {}
    for relation in listed:
        kind, name = _KINDS[relation.kind], relation.part
        if name not in loaded:
            root = cast("BaseOxmlElement", parse_part(parts[name]))
            loaded[name] = kind.part(PackURI("/" + name), kind.content, root, package)
        if isinstance(loaded[name].element, kind.root):
            source.load_rel(kind.relation, loaded[name], relation.id)


def _root(part: Part | None) -> Element | None:
    return part.element if isinstance(part, XmlPart) else None
