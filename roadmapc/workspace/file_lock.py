"""Locks on files that several runs of the program may change, on this computer or on others that share the folder.

The system itself takes a lock back when a process ends, however that happens.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from roadmapc.diagnostics import Message, UserError
from roadmapc.workspace import atomic_writes

_WAIT, _STEP = 10.0, 0.05
"""Seconds for which another run is waited for, and between two looks."""


class Locked(Exception):
    """Another process holds the lock."""


@contextmanager
def held(place: Path) -> Iterator[None]:
    """Hold a lock file while something is done, and leave it; raises Locked where another process holds it, OSError."""
    handle = _opened(place)
    if handle is None:
        raise Locked
    try:
        yield
    finally:
        os.close(handle)


@contextmanager
def locked(path: Path, wait: float = _WAIT) -> Iterator[None]:
    """Keep other runs from changing a file meanwhile, by a lock file beside it that is there as long.

    Raises UserError where another run takes too long, or OSError.
    """
    place = path.with_name(f".{path.name}.lock")
    handle = _waited_for(place, path, wait)
    try:
        yield
    finally:
        if sys.platform != "win32":  # there an open file cannot be removed
            _remove(place)
        os.close(handle)
        if sys.platform == "win32":
            _remove(place)


def _remove(place: Path) -> None:
    with suppress(OSError):
        place.unlink()


def _waited_for(place: Path, path: Path, wait: float) -> int:
    until = time.monotonic() + wait
    while True:
        handle = _opened(place)
        if handle is not None and _is_same(handle, place):
            return handle
        if handle is not None:
            os.close(handle)
        if time.monotonic() >= until:
            hint = Message("another run of the program is writing it; try again")
            raise UserError(Message("{path} is in use", path=path), hint)
        time.sleep(_STEP)


def _opened(place: Path) -> int | None:
    """Return the handle of a lock file that is locked now; none where another process has locked it."""
    atomic_writes.refuse_link(place)
    handle = os.open(place, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
    if _lock(handle):
        return handle
    os.close(handle)
    return None


def _is_same(handle: int, place: Path) -> bool:
    """Say whether the file that is locked is still the one that others will find: who had it may have removed it."""
    try:
        return os.path.samestat(os.fstat(handle), place.stat())
    except OSError:
        return False


if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # the disk knows no locks: what is replaced in one step is whole all the same
            return True
        return True
