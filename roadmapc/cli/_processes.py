"""Work shared out to the processors."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from typing import Any, TypeVar

R = TypeVar("R")


def shared_out(work: Callable[..., R], jobs: Sequence[tuple[Any, ...]]) -> list[R] | None:
    """Return what a pure function makes of each row of arguments, in order; None where processes cannot be had."""
    context = multiprocessing.get_context("fork")
    try:
        with ProcessPoolExecutor(mp_context=context) as pool:
            try:
                return list(_begun(pool, work, jobs))
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
    except (BrokenExecutor, ImportError, OSError):  # no shared memory, no memory left, a process was killed
        return None


def _begun(pool: ProcessPoolExecutor, work: Callable[..., R], jobs: Sequence[tuple[Any, ...]]) -> Iterator[R]:
    """Split the process, deaf to Ctrl+C: it is for this one alone, which stops the others."""
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.map(work, *zip(*jobs, strict=True), chunksize=8)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
