"""Pictures for tests, made here: a PNG of any size, the head of a JPEG, and forms that hold them."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import docx
from docx.shared import Mm

FORM = Path(__file__).parents[2] / "templates" / "form.docx"


def png(width: int = 60, height: int = 72, *, promised: tuple[int, int] | None = None) -> bytes:
    """Return a picture that looks like a shield, blue with a white band; `promised` is what its head says instead."""
    rows = b"".join(b"\0" + b"".join(_dot(x, y, width, height) for x in range(width)) for y in range(height))
    head = struct.pack(">2L5B", *(promised or (width, height)), 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, *zip(*chunks, strict=True)))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))


def _dot(x: int, y: int, width: int, height: int) -> bytes:
    """Return the colour of a dot: white outside the shield and in its band."""
    narrow = max(0, 2 * y - height) * width // (2 * height)
    if not narrow <= x < width - narrow or height // 3 <= y < height // 2:
        return b"\xff\xff\xff"
    return b"\x20\x40\xa0"


def jpeg(width: int = 60, height: int = 72, before: bytes = b"") -> bytes:
    """Return the head of a JPEG: what tells its size, after other segments."""
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\0"
    return b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0" + before + b"\xff\xc0\0\x0b" + frame + b"\xff\xd9"


def office_form(*, header: bytes = b"", body: bytes = b"", lines: tuple[str, ...] = ()) -> bytes:
    """Return an office's form as Word has it: a picture in the header of the first page, one in the body, lines."""
    form = docx.Document(str(FORM))
    if header:
        form.sections[0].first_page_header.paragraphs[0].add_run().add_picture(BytesIO(header), width=Mm(12))
    paragraph = form.paragraphs[0]
    paragraph.style = form.styles["Текст по центру"]
    if body:
        paragraph.add_run().add_picture(BytesIO(body), width=Mm(18))
    for line in lines:
        form.add_paragraph(line, form.styles["Бланк организация"])
    target = BytesIO()
    form.save(target)
    return target.getvalue()
