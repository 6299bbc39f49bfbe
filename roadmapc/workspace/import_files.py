"""Which files are meant to be imported: those named, those in folders, those in an archive of a folder.

Nothing is ever unpacked to the disk: members of an archive are read into memory, and their names serve for nothing
but to be shown and to be taken the last part of.
"""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from roadmapc.diagnostics import Message, UserError
from roadmapc.diagnostics.regular_files import TooLarge, read_regular
from roadmapc.diagnostics.suggestion import did_you_mean
from roadmapc.diagnostics.visible import visible
from roadmapc.importing.reading.kinds import MOST_BYTES, Kind, is_lock, kind_of, refused
from roadmapc.importing.reading.unreadable import UnreadableFile
from roadmapc.word.package.unpacking import MOST_ENTRIES, MOST_RATIO
from roadmapc.workspace import os_errors
from roadmapc.workspace.source_files import STDIN, files_below, is_folder, standard_input

READ = tuple(
    ".docx .docm .dotx .dotm .doc .dot .odt .ott .rtf .xlsx .xlsm .xls .ods .txt .tsv".split()  # noqa: SIM905
)
"""What is taken of folders and archives; a file that is named is taken whatever its name."""
UNREAD = tuple(
    ".pdf .jpg .jpeg .png .tif .tiff .bmp .heic .djvu .html .htm .mht .xml .xlsb .rar .7z .ppt .pptx .odp".split()  # noqa: SIM905
)
"""What a roadmap may well be in, and is not read: it is told of, not passed over in silence."""
_ARCHIVE = ".zip"
_MOST_NAMED = 5
_MOST_IN_ARCHIVE = 200_000_000
_UNPACK = Message("unpack it and name the files in it")
_UTF8_NAME, _ENCRYPTED = 0x800, 0x1
_LETTERS = "№ёъфэщцюшжхйчбзгьыяупдмклврстниаео"
"""Of Russian, the rarest first; what is none of them counts less than nothing."""
_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')


class ImportFile(NamedTuple):
    """A file to import: `name` is how it is shown, whatever bytes its own has; `member` counts within an archive."""

    path: Path
    name: str
    member: int = -1
    inside: str = ""
    is_named: bool = False

    @property
    def stem(self) -> str:
        """Return its own name without its ending: no folder, and nothing that leads out of one."""
        last = re.split(r"[/\\]", self.inside)[-1] if self.inside else self.path.name
        name = _UNFIT.sub("_", readable_name(last))
        return name.rpartition(".")[0].strip(" .") or name.strip(" .") or "_"


@dataclass(frozen=True)
class Found:
    """The files that are meant, in order, each once; `left_out` are those of folders and archives that are not read."""

    files: tuple[ImportFile, ...]
    left_out: tuple[str, ...] = ()


def found(paths: Iterable[Path]) -> Found:
    """Return the files that are meant; raises UserError where there is none, or a folder is unreadable.

    A folder gives what it and the folders below hold, an archive what is in it; what programs keep beside open
    documents is passed over there. A file that is named is meant whatever its name.
    """
    files: dict[tuple[str, int], ImportFile] = {}
    left_out: dict[str, None] = {}
    for path in paths:
        for file in _of(path):
            if file.is_named or _has_reader(file):
                files.setdefault((os.path.abspath(file.path), file.member), file)  # noqa: PTH100
            else:
                left_out[file.name] = None
    if not files:
        hint = Message("name Word files, workbooks, or a folder of them")
        if left_out:
            hint = Message("files that are not read: {names}", names=", ".join(list(left_out)[:_MOST_NAMED]))
        raise UserError(Message("there is nothing to import"), hint)
    return Found(tuple(files.values()), tuple(left_out))


def content(file: ImportFile) -> bytes:
    """Return the bytes of a file; raises UserError where it cannot be read, or is larger than may be.

    The error does not name the file: whoever tells of it does.
    """
    if file.path == STDIN:
        data = standard_input(MOST_BYTES)
        if len(data) > MOST_BYTES:
            raise UserError(os_errors.reason(TooLarge(STDIN, len(data), MOST_BYTES)))
        return data
    if file.member >= 0:
        return _member(file)
    data = _read(file.path)
    if _is_archive(file.path, data):
        _listed(BytesIO(data))  # why it was not opened
    return data


def readable_name(name: str) -> str:
    """Return a name as it may be shown and written: bytes that are no UTF-8 are read as Russian, or marked."""
    raw = os.fsencode(name)
    try:
        return visible(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return visible(_russian(raw))


def _has_reader(file: ImportFile) -> bool:
    """Say whether a file has the name of one that is read; an archive within an archive is not."""
    if file.member >= 0:
        return file.inside.lower().endswith(READ)
    return file.path.name.lower().endswith((*READ, _ARCHIVE))


def _of(path: Path) -> Iterator[ImportFile]:
    if path == STDIN:
        yield ImportFile(path, "-", is_named=True)
    elif is_folder(path):
        for one in files_below(path, (*READ, *UNREAD, _ARCHIVE)):
            if not _is_aside(one.name):
                yield from _file(one)
    elif os.path.lexists(path):
        yield from _file(path, is_named=True)
    else:
        near = did_you_mean(path.name, _beside(path))
        raise UserError(Message("there is no such file: {path}", path=readable_name(str(path))), near)


def _beside(path: Path) -> list[str]:
    """Return the names in the folder of a file that is not there."""
    try:
        return [readable_name(name) for name in os.listdir(path.parent)]  # noqa: PTH208 (names alone)
    except OSError:
        return []


def _is_aside(name: str) -> bool:
    """Say whether a name is one that a program gives to what it keeps beside documents."""
    return is_lock(name) or name.startswith(".")


def _file(path: Path, *, is_named: bool = False) -> Iterator[ImportFile]:
    """Yield a file, or the members of an archive; what is an archive its bytes say.

    One that cannot be opened is a file whose content says why: it stops no other.
    """
    name = readable_name(path.as_posix())
    members = None
    if path.name.lower().endswith(_ARCHIVE):
        with suppress(UserError):
            data = _read(path)
            members = _members(path, name, data) if _is_archive(path, data) else None
    yield from [ImportFile(path, name, is_named=is_named)] if members is None else members


def _is_archive(path: Path, data: bytes) -> bool:
    return path.name.lower().endswith(_ARCHIVE) and kind_of(data) == Kind.ZIP


def _read(path: Path) -> bytes:
    try:
        return read_regular(path, MOST_BYTES)
    except OSError as error:
        raise UserError(os_errors.reason(error)) from error


def _members(path: Path, name: str, data: bytes) -> list[ImportFile]:
    """Return the files of an archive in the order of their names; archives in it are not opened."""
    members = []
    for at, info in enumerate(_listed(BytesIO(data))):
        inside = _member_name(info)
        last = re.split(r"[/\\]", inside)[-1]
        is_aside = not last or _is_aside(last) or inside.startswith("__MACOSX/")
        if not is_aside and last.lower().endswith((*READ, *UNREAD, _ARCHIVE)):
            members.append(ImportFile(path, f"{name}/{visible(inside)}", at, inside))
    return sorted(members, key=lambda member: (member.inside.split("/"), member.member))


def _listed(archive: BytesIO | Path) -> list[ZipInfo]:
    try:
        with ZipFile(archive) as opened:
            listed = opened.infolist()
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        raise refused(Kind.DAMAGED) from None
    size = sum(info.file_size for info in listed)
    if len(listed) > MOST_ENTRIES or size > _MOST_IN_ARCHIVE:
        megabytes = _MOST_IN_ARCHIVE // 1_000_000
        message = Message("the archive holds more than {most} files or {size} MB", most=MOST_ENTRIES, size=megabytes)
        raise UnreadableFile(message, _UNPACK)
    return listed


def _member(file: ImportFile) -> bytes:
    """Return a member of an archive; what it promises of its size is held to the limits, and no more is unpacked."""
    listed = _listed(file.path)
    if file.member >= len(listed):  # another archive stands there by now
        raise refused(Kind.DAMAGED)
    info = listed[file.member]
    if info.flag_bits & _ENCRYPTED:
        raise UnreadableFile(Message("the archive is locked with a password"), _UNPACK)
    if info.file_size > MOST_BYTES or info.file_size > MOST_RATIO * max(info.compress_size, 1):
        megabytes = MOST_BYTES // 1_000_000
        raise UnreadableFile(Message("the file unpacks to more than {most} MB, or is a bomb", most=megabytes))
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise UnreadableFile(Message("the archive is packed in a way that is not read"), _UNPACK)
    try:
        with ZipFile(file.path) as archive:
            return archive.read(info)
    except (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError):
        raise refused(Kind.DAMAGED) from None


def _member_name(info: ZipInfo) -> str:
    """Return the name of a member: UTF-8 where the archive says so or it is so, else what gives Russian letters.

    `ZipFile` reads the name of an archive that says nothing as cp437, and every byte is a letter there. Explorer writes
    cp866, some old programs cp1251, macOS UTF-8 without saying so.
    """
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    raw = info.filename.encode("cp437", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _russian(raw)


def _russian(raw: bytes) -> str:
    """Return bytes in the encoding in which they are more like Russian; what is no letter in it is marked.

    Letters count as they are frequent: of the bytes E0–EF cp1251 makes «а»–«п», cp866 the rarer «р»–«я».
    """
    readings = [raw.decode(encoding, "replace") for encoding in ("cp866", "cp1251")]
    return max(readings, key=lambda text: sum(map(_LETTERS.find, text.lower())))
