"""What stands where a file was named: a device, a pipe, an open stream, or the very file that is read.

One file has many names: through a link, `$PWD/plan`, `x/../plan`, another case of letters. Identity tells it.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_DESCRIPTOR = re.compile(r"/proc/(?:self|thread-self|\d+)/fd/(\d+)")
Identity = tuple[int, int]
_MOST_LINKS = 40
"""As many as Linux follows."""


def is_special(path: Path) -> bool:
    """Say whether something stands at a path, links followed, that is neither a file nor a folder: a device, a pipe."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def identities(paths: Iterable[Path]) -> frozenset[Identity]:
    """Return what tells the files at some paths from all others; what is not there is no file."""
    return frozenset(found for path in paths if (found := identity(path)))


def identity(path: Path) -> Identity | None:
    """Return the device and the number of a file, links followed; none where nothing is there."""
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_dev, about.st_ino


def open_stream(path: Path) -> int | None:
    """Return the descriptor that a path means, links followed: /dev/stdout, /dev/fd/3, or the file that is printed to.

    To open such a file anew would begin it anew, and to replace it would lose what else is printed there.
    """
    with suppress(OSError, RuntimeError):
        number = _descriptor(path)
        return next((one for one in ((1, 2) if number is None else (number,)) if is_open_as(path, one)), None)
    return None


def is_open_as(path: Path, descriptor: int) -> bool:
    """Say whether a path leads to what is open under a number."""
    with suppress(OSError):
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    return False


def _descriptor(path: Path) -> int | None:
    """Return the number that the name of a descriptor of this process ends with."""
    place = Path(os.path.abspath(path))  # noqa: PTH100 (links are followed one by one)
    for _ in range(_MOST_LINKS):
        place = place.parent.resolve() / place.name
        if match := _DESCRIPTOR.fullmatch(place.as_posix()):
            return int(match[1])
        if not place.is_symlink():
            break
        place = place.parent / place.readlink()
    return None


def pour(path: Path, data: bytes) -> None:
    """Write all into a device or a pipe; raises OSError."""
    with path.open("wb", buffering=0) as out:
        write_whole(out.fileno(), data)


def write_whole(descriptor: int, data: bytes) -> None:
    """Write all to a descriptor; raises OSError."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
