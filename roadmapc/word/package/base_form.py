"""Base forms: .docx files whose styles, page, headers and pictures a document takes over.

A form comes from anywhere, so it is opened under limits, and no part of it may declare a document type. What stands
in its body is not printed: a letterhead belongs into the header of the first page.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from roadmapc.diagnostics import Message
from roadmapc.word.package.archive import Entry, deflate
from roadmapc.word.package.pages import Page, upright
from roadmapc.word.package.parts import (
    CONTENT_TYPES,
    MAIN,
    MAIN_RELATIONS,
    RELATIONS,
    MalformedPart,
    Relation,
    elements,
    relations,
    with_relation,
    with_type,
)
from roadmapc.word.package.style_names import PARAGRAPH_STYLES, TABLE_STYLES

MOST_ENTRIES = 2_000
MOST_BYTES = 50_000_000
MOST_RATIO = 500  # a styles part, which says the same again and again, reaches 20

HEADER_START = re.compile(rb"<(\w+:)?hdr\b[^>]*[^/]>")
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class FormError(Exception):
    """The file cannot serve as a base form; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


@dataclass(frozen=True, slots=True)
class Reference:
    """A header or footer of the form: `type` is `default`, `first` or `even`."""

    tag: str
    type: str
    id: str
    part: str


@dataclass(frozen=True, slots=True)
class Form:
    """A base form: its parts as they are and deflated, and what the writer must know of them.

    `styles` maps the block tree's names to the form's ids; `header_types` are those that its pages ask for;
    `core` is the name of the part with the properties.
    """

    parts: Mapping[str, bytes]
    packed: Mapping[str, Entry]
    styles: Mapping[str, str]
    page: Page
    references: tuple[Reference, ...]
    header_types: tuple[str, ...]
    core: str


def load_form(data: bytes) -> Form:
    """Return the form that the bytes of a .docx hold, or raise `FormError`."""
    parts = unpacked(data)
    try:
        return _form(parts)
    except MalformedPart:
        raise FormError(Message("the Word file is damaged: one of its parts is not well-formed")) from None
    except ValueError:
        raise FormError(Message("the page of the form cannot be: its size or its margins make no sense")) from None


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by name, or raise `FormError` for what is none, or is larger than may be."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            files = [info for info in archive.infolist() if not info.is_dir()]
            if len(files) > MOST_ENTRIES:
                raise FormError(Message("the Word file has more than {most} parts", most=MOST_ENTRIES))
            size, packed = sum(file.file_size for file in files), sum(file.compress_size for file in files)
            if size > MOST_BYTES or size > MOST_RATIO * packed:
                megabytes = MOST_BYTES // 1_000_000
                raise FormError(Message("the Word file unpacks to more than {most} MB or is a bomb", most=megabytes))
            if any(file.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for file in files):
                raise BadZipFile
            return {file.filename: archive.read(file) for file in files}
    except (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError):
        raise FormError(Message("this is not a Word document (.docx), or it is damaged or locked")) from None


def _form(parts: dict[str, bytes]) -> Form:
    _check_kind(parts)
    main = relations(parts[MAIN_RELATIONS], "word")
    page, references, title_page = _last_section(parts[MAIN], main)
    types = ["default", *(["first"] if title_page else []), *(["even"] if _even(parts, main) else [])]
    core = _core(parts)
    for reference in references:
        if reference.tag == "headerReference" and not HEADER_START.search(parts.get(reference.part, b"")):
            raise FormError(Message("the header of the form cannot be read: {part}", part=reference.part))
    packed = {name: deflate(content) for name, content in parts.items() if name not in (MAIN, core)}
    return Form(parts, packed, _styles(parts, main), page, references, tuple(types), core)


def _check_kind(parts: Mapping[str, bytes]) -> None:
    """Raise unless the parts are those of a plain .docx: no template, no macros, no strict variant."""
    if not {CONTENT_TYPES, RELATIONS, MAIN, MAIN_RELATIONS} <= parts.keys():
        raise FormError(Message("this is not a Word document (.docx), or it is damaged or locked"))
    types = {a.get("PartName"): a.get("ContentType") for _, a in elements(parts[CONTENT_TYPES])}
    if types.get("/" + MAIN) != _MAIN_TYPE:
        raise FormError(Message("this is a Word template or has macros: save it as a plain document (.docx)"))
    if elements(parts[MAIN])[0][1]["namespace"] != _NAMESPACE:
        raise FormError(Message("this is a strict Open XML document: save it as a plain document (.docx)"))


def _last_section(data: bytes, main: list[Relation]) -> tuple[Page, tuple[Reference, ...], bool]:
    """Return page, headers and footers of the form's last section, and whether its first page has its own."""
    size: dict[str, str] = {}
    margins: dict[str, str] = {}
    references: list[Reference] = []
    title_page = False
    parts = {relation.id: relation.part for relation in main}
    for name, a in elements(data):
        if name == "sectPr":
            size, margins, references, title_page = {}, {}, [], False
        elif name in ("headerReference", "footerReference"):
            references.append(Reference(name, a.get("type", ""), a.get("id", ""), parts.get(a.get("id", ""), "")))
        elif name == "pgSz":
            size = a
        elif name == "pgMar":
            margins = a
        elif name == "titlePg":
            title_page = _on(a)
    return upright(size, margins), tuple(references), title_page


def _even(parts: Mapping[str, bytes], main: list[Relation]) -> bool:
    data = next((parts.get(relation.part) for relation in main if relation.kind == "settings"), None)
    return any(name == "evenAndOddHeaders" and _on(a) for name, a in elements(data)) if data else False


def _on(attributes: Mapping[str, str]) -> bool:
    return attributes.get("val", "1") not in ("0", "false", "off")


def _styles(parts: Mapping[str, bytes], main: list[Relation]) -> dict[str, str]:
    """Return the form's ids of the styles, or raise with the names of those that it lacks."""
    data = next((parts.get(relation.part) for relation in main if relation.kind == "styles"), None)
    ids: dict[tuple[str, str], str] = {}
    style: dict[str, str] = {}
    for name, a in elements(data) if data else []:
        if name == "style":
            style = a
        elif name == "name" and style:
            ids[style.get("type", "paragraph"), a.get("val", "").casefold()] = style.get("styleId", "")
            style = {}
    wanted = {("paragraph", key): name for key, name in PARAGRAPH_STYLES.items()}
    wanted |= {("table", key): name for key, name in TABLE_STYLES.items()}
    found = {key: ids.get((kind, name.casefold()), "") for (kind, key), name in wanted.items()}
    missing = [f"«{name}»" for (_, key), name in wanted.items() if not found[key]]
    if missing:
        raise FormError(Message("the form lacks these styles: {styles}", styles=", ".join(missing)))
    return found


def _core(parts: dict[str, bytes]) -> str:
    """Return the name of the part with the properties; a form that has none gets its place among the parts."""
    for relation in relations(parts[RELATIONS], ""):
        if relation.kind == "core-properties":
            return relation.part
    core = "docProps/core.xml"
    parts[RELATIONS] = with_relation(parts[RELATIONS], "coreProperties", "core-properties", core)
    parts[CONTENT_TYPES] = with_type(parts[CONTENT_TYPES], core, "package.core-properties")
    return core
