"""What is wrong with how the parts of a .docx are tied together (ECMA-376 part 2): content types, relationships."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath

from lxml.etree import _Element as Element

from roadmapc.word.package.parts import CONTENT_TYPES, RELATIONS

_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
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


class Ties:
    """The lists of a package whose parts are parsed: which type each part has, and what refers to it."""

    def __init__(self, parts: Mapping[str, bytes], roots: Mapping[str, Element]) -> None:
        self.parts = parts
        self.roots = roots
        self.relations = {name: root.findall(_RELATION) for name, root in roots.items() if name.endswith(".rels")}

    def kinds(self, name: str) -> dict[str, str]:
        """Return to what kind of part each id leads that a part may use."""
        folder, _, file = name.rpartition("/")
        related = self.relations.get(f"{folder}/_rels/{file}.rels", [])
        return {relation.get("Id", ""): relation.get("Type", "").rpartition("/")[2] for relation in related}

    def faults(self) -> Iterator[str]:
        """Yield lists that are missing, then the faults of those that are there."""
        for name in (CONTENT_TYPES, RELATIONS):
            if name not in self.roots:
                yield f"{name}: missing"
        yield from self._content_types()
        for name in self.relations:
            yield from self._relations(name)

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


def _source(name: str) -> str:
    """Return the part whose relationships a list has; «» for the package."""
    folder, _, file = name.rpartition("_rels/")
    return folder + file.removesuffix(".rels")


def _target(source: str, target: str) -> str:
    return normpath(join("/" + dirname(source), target)).lstrip("/")
