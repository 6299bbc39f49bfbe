"""The proof that the parts of a base form can go into documents: each under a plain name, each whole, each what it is.

They are copied byte for byte into every document. What is broken in the form would be broken in all of them, and only
Word would say so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from roadmapc.diagnostics import Message
from roadmapc.word.package.parts import CONTENT_TYPES, MAIN_RELATIONS, RELATIONS, elements, relations
from roadmapc.word.package.unpacking import PackageError
from roadmapc.word.package.well_formed import prove

_PLAIN = re.compile(r"[^\\:*?\"<>|\x00-\x1f\x7f]+")
_NO_SEGMENT = frozenset({"", ".", ".."})
_XML = ("+xml", "/xml")
_ROOTS = {
    "styles": "styles",
    "settings": "settings",
    "webSettings": "webSettings",
    "numbering": "numbering",
    "theme": "theme",
    "fontTable": "fonts",
    "header": "hdr",
    "footer": "ftr",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "core-properties": "coreProperties",
    "extended-properties": "Properties",
    "custom-properties": "Properties",
}
"""The kind of a relation → the local name of the outermost element of the part that it leads to."""


def prove_form(parts: Mapping[str, bytes]) -> None:
    """Raise PackageError that names the part which cannot go into a document."""
    _prove_names(parts)
    types = _types(parts[CONTENT_TYPES])
    roots = {name: prove(data, name) for name, data in parts.items() if _is_xml(name, types)}
    listed = [*relations(parts[RELATIONS], ""), *relations(parts[MAIN_RELATIONS], "word")]
    for relation in listed:
        wanted = _ROOTS.get(relation.kind)
        if wanted and relation.part in parts and roots.get(relation.part, "").rpartition(" ")[2] != wanted:
            raise PackageError(
                Message("the Word file is damaged: its part {part} is not what it is said to be", part=relation.part)
            )


def _prove_names(names: Mapping[str, bytes]) -> None:
    """Raise where an entry leads out of the file, or where two names are one to Word, which knows no capitals."""
    seen: set[str] = set()
    for name in names:
        segments = name.split("/")
        if not _PLAIN.fullmatch(name) or not _NO_SEGMENT.isdisjoint(segments):
            raise PackageError(Message("the Word file has a part under a name that leads out of it: {part}", part=name))
        if name.casefold() in seen:
            raise PackageError(Message("the Word file has two parts of one name: {part}", part=name))
        seen.add(name.casefold())


def _types(data: bytes) -> dict[str, str]:
    """Return content types by «/name» of a part and by «.extension»."""
    found: dict[str, str] = {}
    for _, a in elements(data):
        key = a.get("PartName") or f".{a.get('Extension', '')}"
        found[key.casefold()] = a.get("ContentType", "")
    return found


def _is_xml(name: str, types: Mapping[str, str]) -> bool:
    """Say whether a part is XML, by its content type or its name."""
    extension = f".{name.rpartition('.')[2]}".casefold()
    said = types.get(f"/{name}".casefold()) or types.get(extension, "")
    return said.endswith(_XML) or extension in {".xml", ".rels"}
