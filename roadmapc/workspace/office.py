"""Documents of Word up to 2003, of LibreOffice and RTF → .docx, by LibreOffice: several in one run of it."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from roadmapc.diagnostics import Message, UserError
from roadmapc.importing.reading.kinds import Kind
from roadmapc.workspace import libre_office

_SECONDS, _SECONDS_EACH = 60, 20
_MADE = b"PK\x03\x04"
_MOST_BYTES = 50_000_000
_BY_HAND = Message("open it in Word or LibreOffice and save it as a Word document (.docx)")
Document = tuple[Kind, bytes]


def find_office() -> Path:
    """Return LibreOffice's program; raises UserError where there is none."""
    if found := libre_office.find():
        return found
    hint = Message("install it from libreoffice.org, or open them in Word and save them as .docx")
    raise UserError(Message("files of .doc, .odt and .rtf need LibreOffice, which is not installed here"), hint)


def as_docx(program: Path, documents: Sequence[Document]) -> list[bytes | UserError]:
    """Return each document as .docx, in order, or why there is none of it; raises UserError where none can be had.

    The first has 60 seconds, each further one 20 more. Where those of a run are up, or one of its documents came to
    nothing, every document that is missing has a run of its own: one that is damaged spoils no other.
    """
    made: list[bytes | UserError] = []
    for start in range(0, len(documents), libre_office.MOST_AT_ONCE):
        made += _together(program, documents[start : start + libre_office.MOST_AT_ONCE])
    return made


def _together(program: Path, documents: Sequence[Document]) -> list[bytes | UserError]:
    made = _run(program, documents)
    if len(documents) == 1:
        return made
    return [
        one if isinstance(one, bytes) else _run(program, [document])[0]
        for one, document in zip(made, documents, strict=True)
    ]


def _run(program: Path, documents: Sequence[Document]) -> list[bytes | UserError]:
    with tempfile.TemporaryDirectory(prefix="roadmapc-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        made = folder / "made"
        made.mkdir()
        sources = [folder / f"{at}.{kind}" for at, (kind, _) in enumerate(documents)]
        for source, (_, data) in zip(sources, documents, strict=True):
            source.write_bytes(data)
        missing = UserError(Message("LibreOffice cannot read the file"), _BY_HAND)
        seconds = _SECONDS + _SECONDS_EACH * (len(sources) - 1)
        try:
            libre_office.convert(program, "docx:MS Word 2007 XML", made, sources, seconds)
        except libre_office.TimeIsUp:
            why = Message("LibreOffice does not finish with the file in {seconds} seconds", seconds=seconds)
            missing = UserError(why, _BY_HAND)
        return [_checked(made / f"{source.stem}.docx") or missing for source in sources]


def _checked(path: Path) -> bytes:
    """Return a document that was made; nothing where there is none, or only its beginning."""
    if not path.is_file() or path.stat().st_size > _MOST_BYTES:
        return b""
    data = path.read_bytes()
    return data if data.startswith(_MADE) and b"PK\x05\x06" in data[-70_000:] else b""
