"""Files on disk, written so that what is stopped leaves the old file or the new one, never half of one."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from roadmapc.diagnostics.regular_files import LinkRefused, require_regular
from roadmapc.workspace import special_files

_PREFIX, _SUFFIX = ".roadmapc-", ".tmp"
_LEFT_OVER = re.compile(rf"{re.escape(_PREFIX)}(\d{{1,10}})-\w+{re.escape(_SUFFIX)}", re.ASCII)


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
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else new_mode()
    require_writable(target)
    remove_left_over(target.parent)
    with nothing_left_in(target.parent):
        beside(target.parent, data, mode).replace(target)


@contextmanager
def nothing_left_in(folder: Path) -> Iterator[None]:
    """Remove the temporary files of this process from a folder where the work with them is stopped, at any point."""
    try:
        yield
    except BaseException:
        sweep(folder)
        raise


def sweep(folder: Path) -> None:
    """Remove the temporary files of this process from a folder: by their names, for Ctrl+C may come before any list."""
    for path in folder.glob(f"{_PREFIX}{os.getpid()}-*{_SUFFIX}"):
        remove(path)


def beside(folder: Path, data: bytes, mode: int) -> Path:
    """Write a temporary file whole; whoever calls this sweeps the folder if he is stopped."""
    try:
        handle, name = tempfile.mkstemp(prefix=f"{_PREFIX}{os.getpid()}-", suffix=_SUFFIX, dir=folder)
    except OSError as error:  # it is the folder that cannot be written, whatever the file would have been called
        raise OSError(error.errno, error.strerror, str(folder)) from error
    with os.fdopen(handle, "wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    path = Path(name)
    path.chmod(mode)
    return path


def left_over(folder: Path) -> list[Path]:
    """Return the temporary files of processes that were killed in a folder; those of one that still runs are its own.

    None of this process is in use while it begins to write a folder.
    """
    found = []
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            match = _LEFT_OVER.fullmatch(entry.name)
            if match and entry.is_file(follow_symlinks=False) and not _is_at_work(int(match[1])):
                found.append(Path(entry.path))
    return found


def remove_left_over(folder: Path) -> None:
    """Remove the temporary files that killed processes left in a folder."""
    for path in left_over(folder):
        remove(path)


def remove(left: Path) -> None:
    """Remove a temporary file, if that can be done: another run may be quicker, and it is no harm."""
    with suppress(OSError):
        left.unlink()


def _is_at_work(process: int) -> bool:
    """Say whether another process of that number runs."""
    if process == os.getpid() or sys.platform == "win32":  # there a file that is written cannot be removed
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # it is somebody else's
        return True
    return True


def new_mode() -> int:
    """Return the rights that a new file gets."""
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def is_link(path: Path) -> bool:
    """Say whether a path is a link, of Windows too (junctions)."""
    isjunction = getattr(os.path, "isjunction", None)  # from Python 3.12 on
    return path.is_symlink() or bool(isjunction and isjunction(path))


def refuse_link(path: Path) -> None:
    """Raise LinkRefused where a path is a link."""
    if is_link(path):
        raise LinkRefused(errno.EEXIST, os.strerror(errno.EEXIST), str(path))


def require_writable(target: Path) -> None:
    """Fail before anything is renamed where a target is open in Word (on Windows it cannot be opened to write)."""
    try:
        about = target.stat()
    except FileNotFoundError:
        return
    require_regular(target, about)
    with target.open("ab"):
        pass


def write_each(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write named files into a folder or change none of them: each is whole beside its place before one is renamed."""
    refuse_link(folder)
    folder.mkdir(parents=True, exist_ok=True)
    remove_left_over(folder)
    with nothing_left_in(folder):
        ready = [(beside(folder, data, new_mode()), folder / name) for name, data in files]
        for _, target in ready:
            refuse_link(target)
            require_writable(target)
        for temporary, target in ready:
            temporary.replace(target)
