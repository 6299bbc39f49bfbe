"""Files on disk, written so that what is stopped leaves the old file or the new one, never half of one."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import stat
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from roadmapc.documents.output import File
from roadmapc.workspace import special_files

MANIFEST = "manifest.json"


def manifest(files: Iterable[File], source: str, data: bytes) -> File:
    """Return `manifest.json`: each file with its SHA-256, and the source's."""
    content = {
        "source": {"name": source, "sha256": hashlib.sha256(data).hexdigest()},
        "files": [{"name": file.name, "sha256": hashlib.sha256(file.data).hexdigest()} for file in files],
    }
    return File(MANIFEST, (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode())


class PartlyWritten(OSError):
    """A folder could not be brought to its end: some of its files are new, some old, each of them whole."""


def write_all(folder: Path, files: list[File]) -> list[Path]:
    """Write all files into a folder or change none of them; files of an earlier build that are gone are removed.

    Every file is first written whole beside its place; only then are they renamed, the manifest (the last of `files`)
    after all else, so that what a stopped build left is still known to the next. Raises OSError with `filename` set to
    the file concerned: PartlyWritten where something was changed before it, any other where nothing was.
    """
    folder.mkdir(parents=True, exist_ok=True)
    gone = _gone(folder, files)
    written: list[tuple[Path, Path]] = []
    special = {target: file.data for file in files if special_files.is_special(target := folder / file.name)}
    changed = False
    try:
        for file in files:
            target = folder / file.name
            written.append((_beside(folder, file.data, _new_mode()), target))
        for path in [*(target for _, target in written if target not in special), *gone]:
            _writable(path)
        for number, (temporary, target) in enumerate(written, start=1):
            if number == len(written):
                for path in gone:
                    path.unlink(missing_ok=True)
                    changed = True
            if target in special:
                special_files.pour(target, special[target])
                temporary.unlink()
            else:
                temporary.replace(target)
            changed = True
    except BaseException as error:
        for temporary, _ in written:
            temporary.unlink(missing_ok=True)
        if changed and isinstance(error, OSError):
            raise PartlyWritten(error.errno, error.strerror, error.filename) from error
        raise
    return [target for _, target in written]


def put(path: Path, data: bytes) -> None:
    """Write what is printed to where a file was named: into a device, a pipe or an open stream, else as `replace` does.

    Raises OSError; that nobody reads the pipe to its end is no error.
    """
    with suppress(BrokenPipeError):
        stream = special_files.open_stream(path)
        if stream is not None:
            special_files.write_whole(stream, data)
        elif special_files.is_special(path):
            special_files.pour(path, data)
        else:
            replace(path, data)


def replace(path: Path, data: bytes) -> None:
    """Give a file new content in one step; a link is followed, the rights of a file that is there stay.

    Raises OSError with the file as it was; a device or a pipe is no file, and never replaced.
    """
    if special_files.is_special(path):
        raise OSError(errno.ESPIPE, os.strerror(errno.ESPIPE), str(path))
    try:
        target = path.resolve()
    except RuntimeError as error:  # links that lead to each other, before Python 3.13
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from error
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else _new_mode()
    _writable(target)
    temporary = _beside(target.parent, data, mode)
    try:
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _gone(folder: Path, files: list[File]) -> list[Path]:
    """Return what an earlier build wrote, by its manifest, and this one does not; names of no plain file are left."""
    try:
        content = json.loads((folder / MANIFEST).read_bytes())
        former = {str(file["name"]) for file in content["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return []
    names = sorted(former - {file.name for file in files})
    return [folder / name for name in names if Path(name).name == name and (folder / name).is_file()]


def _beside(folder: Path, data: bytes, mode: int) -> Path:
    """Write a temporary file whole; what stops that leaves none behind."""
    handle, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=folder)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        Path(name).chmod(mode)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _new_mode() -> int:
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def _writable(target: Path) -> None:
    """Fail before anything is renamed where a target is open in Word (on Windows it cannot be opened to write)."""
    if target.is_dir():
        raise IsADirectoryError(21, "a folder stands here", str(target))
    if target.exists():
        with target.open("ab"):
            pass
