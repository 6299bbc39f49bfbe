"""PDF by LibreOffice: all documents of a build in one run of it, with a profile of its own that is thrown away."""

from __future__ import annotations

import hashlib
import re
import tempfile
from pathlib import Path

from roadmapc.diagnostics import Message, UserError
from roadmapc.workspace import libre_office

_SECONDS, _SECONDS_EACH = 120, 10
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
# What LibreOffice makes of the clock; without it the same document gives the same bytes.
_STAMP = re.compile(rb"/(?:CreationDate|ModDate)\s*\(D:[^)]*\)|/DocChecksum\s*/[0-9A-F]+")
_IDENTITY = re.compile(rb"(?<=<)[0-9A-F]{32}(?=>)")


def find_office() -> Path:
    """Return LibreOffice's program; raises UserError where there is none."""
    if found := libre_office.find():
        return found
    hint = Message("install it from libreoffice.org, or build without --pdf and save as PDF from Word")
    raise UserError(Message("--pdf needs LibreOffice, which is not installed here"), hint)


def converted(program: Path, documents: list[bytes]) -> list[bytes]:
    """Return each Word document as PDF, in order; raises UserError where LibreOffice fails."""
    with tempfile.TemporaryDirectory(prefix="roadmapc-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        sources = [folder / f"{at}.docx" for at in range(len(documents))]
        for source, data in zip(sources, documents, strict=True):
            source.write_bytes(data)
        for start in range(0, len(sources), libre_office.MOST_AT_ONCE):
            _run(program, folder, sources[start : start + libre_office.MOST_AT_ONCE])
        return [_checked(source.with_suffix(".pdf")) for source in sources]


def _run(program: Path, folder: Path, sources: list[Path]) -> None:
    try:
        libre_office.convert(program, "pdf", folder, sources, _SECONDS + _SECONDS_EACH * len(sources))
    except libre_office.TimeIsUp as error:
        raise UserError(Message("LibreOffice does not finish; nothing was written")) from error


def _checked(path: Path) -> bytes:
    """Return a PDF that has pages."""
    data = path.read_bytes() if path.is_file() else b""
    if not (data.startswith(b"%PDF-") and _PAGE.search(data)):
        hint = Message("open the .docx in LibreOffice to see what it says")
        raise UserError(Message("LibreOffice made no PDF of a document; nothing was written"), hint)
    return _unstamped(data)


def _unstamped(data: bytes) -> bytes:
    """Return a PDF without its stamps, the places of everything in it unchanged."""
    data = _STAMP.sub(lambda match: b" " * len(match[0]), data)
    start = data.rfind(b"trailer")
    if start < 0:
        return data
    name = hashlib.sha256(_IDENTITY.sub(b"", data[start:]) + data[:start]).hexdigest()[:32].upper().encode()
    return data[:start] + _IDENTITY.sub(name, data[start:])
