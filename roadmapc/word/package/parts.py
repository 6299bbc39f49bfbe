"""The lists that tie the parts of a Word file together: content types and relations, read and written as they stand.

They are read without python-docx, which needs them before it can open anything, and written as joined text, so that
what a form says of its other parts goes into every document unchanged.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePosixPath
from posixpath import normpath
from pyexpat import ExpatError, ParserCreate
from typing import NamedTuple, NoReturn

from roadmapc.word.package.well_formed import MalformedPart

CONTENT_TYPES = "[Content_Types].xml"
MAIN = "word/document.xml"
RELATIONS = "_rels/.rels"
MAIN_RELATIONS = "word/_rels/document.xml.rels"

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CORE_KIND = _PACKAGE + "relationships/metadata/core-properties"
_MIME = "application/vnd.openxmlformats-"

Element = tuple[str, dict[str, str]]


class Relation(NamedTuple):
    """What a part refers to: `kind` is the last word of its type («header», «styles»)."""

    id: str
    kind: str
    part: str


def elements(data: bytes) -> list[Element]:
    """Return all elements of a list in order: local name and attributes by local name."""
    found: list[Element] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        local = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        found.append((name.rpartition(" ")[2], local))

    parser = ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(data, True)
    except (ExpatError, LookupError, ValueError):  # the latter two: encodings that nobody knows
        raise MalformedPart from None
    return found


def _refuse(*_: object) -> NoReturn:
    raise MalformedPart


def relations(data: bytes, folder: str) -> list[Relation]:
    """Return what a list of relations says; `folder` is where the part that it belongs to lies."""
    listed = []
    for name, a in elements(data):
        if name == "Relationship" and a.get("TargetMode") != "External":
            part = normpath(str(PurePosixPath("/", folder, a.get("Target", "")))).lstrip("/")
            listed.append(Relation(a.get("Id", ""), a.get("Type", "").rpartition("/")[2], part))
    return listed


def with_relation(data: bytes, id: str, kind: str, target: str) -> bytes:
    """Return the list of relations with one more."""
    kind = _CORE_KIND if kind == "core-properties" else _KIND + kind
    added = ("Relationship", {"Id": id, "Type": kind, "Target": target})
    return _listing("Relationships", "relationships", [*elements(data)[1:], added])


def without_relations(data: bytes, ids: Collection[str]) -> bytes:
    """Return the list of relations without some."""
    kept = [(name, a) for name, a in elements(data)[1:] if a.get("Id") not in ids]
    return _listing("Relationships", "relationships", kept)


def without_types(data: bytes, parts: Collection[str]) -> bytes:
    """Return the list of content types without those of parts that are not there."""
    kept = [(name, a) for name, a in elements(data)[1:] if a.get("PartName", "").lstrip("/") not in parts]
    return _listing("Types", "content-types", kept)


def with_type(data: bytes, part: str, mime: str) -> bytes:
    """Return the list of content types with that of one more part: `mime` is «package.core-properties» or so."""
    kept = [(name, a) for name, a in elements(data)[1:] if a.get("PartName") != "/" + part]
    added = ("Override", {"PartName": "/" + part, "ContentType": f"{_MIME}{mime}+xml"})
    return _listing("Types", "content-types", [*kept, added])


def _listing(root: str, namespace: str, items: Iterable[tuple[str, Mapping[str, str]]]) -> bytes:
    lines = (f"<{name} {_attributes(a)}/>" for name, a in items)
    head = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<{root} xmlns="{_PACKAGE}{namespace}">'
    return f"{head}{''.join(lines)}</{root}>".encode()


def _attributes(values: Mapping[str, str]) -> str:
    return " ".join(f"{name}={_quoted(value)}" for name, value in values.items())


def _quoted(value: str) -> str:
    return '"' + value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;") + '"'
