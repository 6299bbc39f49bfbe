"""Work shared out to the processors."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from typing import Any, TypeVar

R = TypeVar("R")
_CHUNK = 8
"""Jobs that go to a process at once."""


def shared_out(work: Callable[..., R], jobs: Sequence[tuple[Any, ...]]) -> list[R] | None:
    """Return what a pure function makes of each row of arguments, in order; None where processes cannot be had."""
    processes = min(len(os.sched_getaffinity(0)), -(-len(jobs) // _CHUNK))
    if processes < 2:
        return None
    try:
        with ProcessPoolExecutor(processes, multiprocessing.get_context("fork"), _leave_with_parent) as pool:
            try:
                return list(_begun(pool, work, jobs))
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise
    except (BrokenExecutor, ImportError, OSError):  # no shared memory, no memory left, a process was killed
        return None


def _begun(pool: ProcessPoolExecutor, work: Callable[..., R], jobs: Sequence[tuple[Any, ...]]) -> Iterator[R]:
    """Split the process, deaf to Ctrl+C: it is for this one alone, which stops the others."""
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.map(work, *zip(*jobs, strict=True), chunksize=_CHUNK)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def _leave_with_parent() -> None:
    """End this process when the one that it works for is killed: nobody else would tell it."""
    parent = multiprocessing.parent_process()
    assert parent is not None  # a worker has one

    def wait() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
