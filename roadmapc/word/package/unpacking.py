"""The parts of a Word file, unpacked under limits: what is no such archive, or larger than may be, meets no parser."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from roadmapc.diagnostics import Message

MOST_ENTRIES = 2_000
MOST_BYTES = 50_000_000
MOST_RATIO = 500  # a styles part, which says the same again and again, reaches 20


class PackageError(Exception):
    """The file cannot be opened; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


class NotWordFile(PackageError):
    """The file is another one, damaged, or locked with a password."""

    def __init__(self) -> None:
        super().__init__(Message("this is not a Word document (.docx), or it is damaged or locked"))


def unpack(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by name, or raise `PackageError` for what is none, or is larger than may be."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            files = [info for info in archive.infolist() if not info.filename.endswith("/")]
            _check_limits(files)
            if any(file.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for file in files):
                raise BadZipFile
            return {file.filename: archive.read(file) for file in files}
    except (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError):
        raise NotWordFile from None


def _check_limits(files: list[ZipInfo]) -> None:
    """Raise unless the directory promises few and small files; `ZipFile` unpacks no more of one than is promised."""
    if len(files) > MOST_ENTRIES:
        raise PackageError(Message("the Word file has more than {most} parts", most=MOST_ENTRIES))
    size, packed = sum(file.file_size for file in files), sum(file.compress_size for file in files)
    if size > MOST_BYTES or size > MOST_RATIO * packed:
        megabytes = MOST_BYTES // 1_000_000
        raise PackageError(Message("the Word file unpacks to more than {most} MB or is a bomb", most=megabytes))
