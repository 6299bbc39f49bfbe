"""Work shared out to processes of this machine, loaded where there is much of it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor as Lost
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from itertools import islice
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.synchronize import Event

from roadmapc.workspace.executor import SPLITS, R, Row

__all__ = ["Lost", "begun", "shared_out"]

_AHEAD = 3
"""Chunks that are given to each process: as many results are kept when one of them takes long."""


def shared_out(
    work: Callable[..., R], chunks: Sequence[Sequence[Row]], processes: int, begin: Callable[[], object]
) -> Iterator[R]:
    """Yield what a function makes of each row of each chunk, in order.

    Raises Lost where a process ended by itself; ImportError and OSError where the system has none to give.
    """
    context = _context()
    is_over = context.Event()
    pool = ProcessPoolExecutor(processes, context, _started, (is_over, begin))
    waiting: deque[Future[list[R]]] = deque()
    rest = iter(chunks)
    try:
        with _deaf():
            waiting.extend(pool.submit(_called, work, chunk) for chunk in islice(rest, processes * _AHEAD))
        while waiting:
            found = waiting.popleft().result()
            waiting.extend(pool.submit(_called, work, chunk) for chunk in islice(rest, 1))
            yield from found
    finally:
        is_over.set()
        pool.shutdown(cancel_futures=True)


@contextmanager
def begun(
    work: Callable[..., R], rows: Sequence[Row], processes: int, begin: Callable[[], object]
) -> Iterator[Callable[[], list[R] | None]]:
    """Begin the calls of a function that only looks; what is given waits for all that it makes of the rows, in order.

    It gives None where a process ended by itself. No thread waits in this process, so that it may be split meanwhile.
    What is not waited for is given up. Raises ImportError and OSError where the system has no processes to give.
    """
    size = -(-len(rows) // processes)
    parts = [rows[at : at + size] for at in range(0, len(rows), size)]
    workers: list[tuple[multiprocessing.process.BaseProcess, Connection[object, list[R]]]] = []

    def results() -> list[R] | None:
        with suppress(EOFError, OSError):
            return [found for _process, receiver in workers for found in receiver.recv()]
        return None

    try:
        with _deaf():
            workers.extend(_beginning(work, part, begin) for part in parts)
        yield results
    finally:
        for process, receiver in workers:
            process.kill()
            process.join()
            receiver.close()


def _beginning(
    work: Callable[..., R], rows: Sequence[Row], begin: Callable[[], object]
) -> tuple[multiprocessing.process.BaseProcess, Connection[object, list[R]]]:
    """Return a process that has begun with some rows, and where its results come from."""
    context = _context()
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_look, args=(sender, work, rows, begin), daemon=True)  # type: ignore[attr-defined]  # every context has one
    process.start()
    sender.close()
    return process, receiver


def _look(
    sender: Connection[list[R], object], work: Callable[..., R], rows: Sequence[Row], begin: Callable[[], object]
) -> None:
    """Send what a function makes of the rows; nothing where that fails, and it is done where it can be told."""
    _tie(begin)
    with suppress(Exception):
        sender.send([work(*row) for row in rows])


def _context() -> BaseContext:
    return multiprocessing.get_context("fork" if SPLITS else "spawn")


@contextmanager
def _deaf() -> Iterator[None]:
    """Start processes deaf to Ctrl+C: it is for this one alone, which stops the others."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


_is_over: Event
"""In a process that works for another: that nobody waits for its results any more."""


def _started(is_over: Event, begin: Callable[[], object]) -> None:
    """Begin a process that works for another one, which says when that is over."""
    global _is_over
    _is_over = is_over
    _tie(begin)


def _tie(begin: Callable[[], object]) -> None:
    """Begin a process that works for another one, and ends with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Windows tells it to all processes of the window
    parent = multiprocessing.parent_process()
    assert parent is not None  # a worker has one

    def wait() -> None:
        parent.join()  # where it is killed nobody else would tell
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
    begin()


def _called(work: Callable[..., R], rows: Sequence[Row]) -> list[R]:
    return [work(*row) for row in rows if not _is_over.is_set()]
