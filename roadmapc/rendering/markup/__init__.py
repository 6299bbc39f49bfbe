"""Reading the HTML subset: text → `Document`. The subset is well-formed XML; `document.VOCABULARY` is all there is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html.entities import html5
from pyexpat import ErrorString, ExpatError, errors
from types import MappingProxyType

from roadmapc.diagnostics import Message
from roadmapc.rendering.blocks import Document, DocumentError, TableRow
from roadmapc.rendering.markup.faults import Fault
from roadmapc.rendering.markup.reader import Reader

__all__ = ["read"]

# XML 1.0, production Char: nothing else can be written, not even as a reference.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ENTITY = re.compile("&([A-Za-z][A-Za-z0-9]*);")


def read(html: str, rows: Mapping[str, Sequence[TableRow]] = MappingProxyType({})) -> Document:
    """Return the document that the text says, or raise `DocumentError` at the first place that is wrong.

    `rows` are rows that stand in tables where the text says `<rows of="name"/>`.
    """
    if "&" in html:
        html = _ENTITY.sub(_character, html)
    data = html.encode(errors="surrogatepass")
    if match := _first_forbidden(html):
        message = Message("the character U+{code} cannot stand in a document", code=f"{ord(match[0]):04X}")
        raise _at(message, data, len(html[: match.start()].encode()))
    reader = Reader(rows)
    try:
        reader.parser.Parse(data, True)
    except ExpatError as error:
        raise _at(_malformed(error, reader.names), data, reader.parser.ErrorByteIndex) from None
    except Fault as fault:
        raise _at(fault.message, data, fault.offset or 0) from None
    finally:
        del reader.parser  # it holds the reader: what both hold would stay until cycles are looked for
    return Document(reader.title, tuple(reader.sections), reader.draft)


def _first_forbidden(html: str) -> re.Match[str] | None:
    """Return the first character that no document holds; what can be printed is none, which is seen far faster."""
    return None if html.replace("\n", " ").replace("\u00a0", " ").isprintable() else _FORBIDDEN.search(html)


def _at(message: Message, data: bytes, offset: int) -> DocumentError:
    """Return the error at an offset in bytes; expat's own columns are bytes too."""
    before = data[:offset].decode(errors="replace")
    return DocumentError(message, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _character(match: re.Match[str]) -> str:
    """Return the character of a named entity; XML's own and unknown ones are left to the parser."""
    name = match[1]
    return match[0] if name in ("amp", "lt", "gt", "quot", "apos") else html5.get(name + ";", match[0])


def _malformed(error: ExpatError, names: list[str]) -> Message:
    """Word what expat found: an unclosed tag, an unknown entity, or something else."""
    reason = ErrorString(error.code) or ""
    if reason == errors.XML_ERROR_UNDEFINED_ENTITY:
        return Message("no character is known by this name")
    if names and reason in (errors.XML_ERROR_TAG_MISMATCH, errors.XML_ERROR_NO_ELEMENTS):
        return Message("<{tag}> is not closed before this place", tag=names[-1].partition(".")[0])
    return Message("this is not well-formed: {reason}", reason=Message(reason))
