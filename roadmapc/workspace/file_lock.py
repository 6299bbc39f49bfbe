"""A lock on a file that several runs of the program may change, on this computer or on others that share its folder.

The system itself takes the lock back when a process ends, however that happens; the file that holds it lies beside.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from roadmapc.diagnostics import Message, UserError

_WAIT, _STEP = 10.0, 0.05
"""Seconds for which another run is waited for, and between two looks."""


@contextmanager
def locked(path: Path, wait: float = _WAIT) -> Iterator[None]:
    """Keep other runs from changing a file meanwhile; raises UserError where one does so for too long, or OSError."""
    place = path.with_name(f".{path.name}.lock")
    handle = _taken(place, path, wait)
    try:
        yield
    finally:
        if sys.platform != "win32":  # there an open file cannot be removed
            with suppress(OSError):
                place.unlink()
        os.close(handle)
        if sys.platform == "win32":
            with suppress(OSError):
                place.unlink()


def _taken(place: Path, path: Path, wait: float) -> int:
    until = time.monotonic() + wait
    while True:
        handle = os.open(place, os.O_RDWR | os.O_CREAT, 0o666)
        if _lock(handle) and _is_same(handle, place):
            return handle
        os.close(handle)
        if time.monotonic() >= until:
            hint = Message("another run of the program is writing it; try again")
            raise UserError(Message("{path} is in use", path=path), hint)
        time.sleep(_STEP)


def _is_same(handle: int, place: Path) -> bool:
    """Say whether the file that is locked is still the one that others will find."""
    try:
        return os.path.samestat(os.fstat(handle), place.stat())
    except OSError:
        return False


if sys.platform == "win32":
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
