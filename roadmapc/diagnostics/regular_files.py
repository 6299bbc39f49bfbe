"""Files read within limits: a device, a pipe or a file without end is refused before it can fill the memory.

Light on purpose: everything that reads a file that the program did not bring reads it by this.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

_NOTHING = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EBADF, errno.ELOOP})
_NOTHING_ON_WINDOWS = frozenset({21, 123, 1921})  # a drive that is not ready, a name that is none, a link in a circle


class NotRegular(OSError):
    """A pipe, a device or a socket stands where a file must be."""


class TooLarge(OSError):
    """The file has more bytes than are read; `size` is how many, as far as that is known."""

    def __init__(self, path: Path, size: int, most: int) -> None:
        super().__init__(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
        self.size = size
        self.most = most


class LinkRefused(OSError):
    """A link stands where a file is to be written that only the program writes: it would lead out of the folder."""


def read_regular(path: Path, most: int) -> bytes:
    """Return the bytes of a regular file, `most` of them at most.

    Raises OSError: NotRegular and TooLarge where it may not be read, any other where it cannot be.
    """
    about = path.stat()
    require_regular(path, about)
    if about.st_size > most:
        raise TooLarge(path, about.st_size, most)
    data = path.read_bytes()
    if len(data) > most:  # it has grown, or is one of those of the system that say they are empty
        raise TooLarge(path, len(data), most)
    return data


def is_file(path: Path) -> bool:
    """Say whether a path is or leads to a file; raises OSError where the system does not tell.

    From Python 3.14 on `Path.is_file` is false there, and what cannot be looked at would pass for what is not.
    """
    about = _about(path)
    return about is not None and stat.S_ISREG(about.st_mode)


def is_folder(path: Path) -> bool:
    """Say whether a path is or leads to a folder; raises OSError where the system does not tell."""
    about = _about(path)
    return about is not None and stat.S_ISDIR(about.st_mode)


def _about(path: Path) -> os.stat_result | None:
    """Return what the system knows of a path; none where nothing is there, or no name leads there."""
    try:
        return path.stat()
    except ValueError:  # no system takes a name with U+0000
        return None
    except OSError as error:
        if error.errno in _NOTHING or getattr(error, "winerror", None) in _NOTHING_ON_WINDOWS:
            return None
        raise


def require_regular(path: Path, about: os.stat_result) -> None:
    """Raise OSError unless a file is a regular one, for a folder as the system does."""
    if stat.S_ISDIR(about.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(about.st_mode):
        raise NotRegular(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
