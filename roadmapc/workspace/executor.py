"""Who does much work: this process, or several; a pure function is called for many rows of arguments.

Results come in order, and few are kept at once. Functions, arguments and results go to other processes and back as
pickles; work returns what went wrong as a value, or raises what can be pickled.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, Final, Protocol, TypeVar

R = TypeVar("R")
Row = tuple[Any, ...]
"""The arguments of one call."""
SPLITS: Final = sys.platform == "linux" and os.environ.get("ROADMAPC_PROCESSES") != "spawn"
"""A process can be split in two; elsewhere, and where the environment says so, a new one loads everything anew."""
_WORTH = 24 if SPLITS else 160
"""Calls from which other processes are worth their start."""
_CHUNK = 8
"""Calls that go to a process at once."""


class Executor(Protocol):
    """Calls functions, here or elsewhere."""

    def map(self, work: Callable[..., R], rows: Sequence[Row]) -> Iterator[R]:
        """Yield what a pure function makes of each row of arguments, in their order."""


class _Here:
    """Calls them in this process, one by one."""

    def map(self, work: Callable[..., R], rows: Sequence[Row]) -> Iterator[R]:
        return (work(*row) for row in rows)


HERE: Final[Executor] = _Here()


class Processes:
    """Calls them in several processes of this machine, where there are so many calls that it pays.

    `begin` is called in each process first: what is global in this one is not in them. `lost` is called when processes
    end by themselves, for instance for want of memory: what they had not returned is then done here.
    """

    def __init__(
        self, most: int | None = None, begin: Callable[[], object] = int, lost: Callable[[], object] = int
    ) -> None:
        self._is_asked_for = most is not None
        self._most = most or processors()
        self._begin, self._lost = begin, lost

    def map(self, work: Callable[..., R], rows: Sequence[Row]) -> Iterator[R]:
        """Yield what a pure function makes of each row of arguments, in their order."""
        size = max(1, min(_CHUNK, len(rows) // (2 * self._most)))
        chunks = [rows[at : at + size] for at in range(0, len(rows), size)]
        done = 0
        if min(self._most, len(chunks)) > 1 and (self._is_asked_for or len(rows) >= _WORTH):
            from roadmapc.workspace.processes import Lost, shared_out

            try:
                for result in shared_out(work, chunks, min(self._most, len(chunks)), self._begin):
                    yield result
                    done += 1
            except Lost:
                self._lost()
            except (ImportError, OSError):  # no shared memory, no memory left
                pass
        yield from (work(*row) for row in islice(rows, done, None))


def processors() -> int:
    """Return how many processors this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
