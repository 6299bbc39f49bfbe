"""Who does much work: this process, or several; a pure function is called for many rows of arguments.

Results come in order, and few are kept at once. Functions, arguments and results go to other processes and back as
pickles; work returns what went wrong as a value, or raises what can be pickled.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
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
        if len(chunks) > 1 and self._is_worth(len(rows)):
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

    @contextmanager
    def begun(self, work: Callable[..., R], rows: Sequence[Row]) -> Iterator[Callable[[], Sequence[R]]]:
        """Begin calls of a function that only looks while this process goes on; what is given returns all results."""
        with ExitStack() as stack:
            elsewhere: Callable[[], Sequence[R] | None] | None = None
            if self._is_worth(len(rows)):
                with suppress(ImportError, OSError):  # no shared memory, no memory left
                    from roadmapc.workspace import processes

                    most = min(self._most, len(rows))
                    elsewhere = stack.enter_context(processes.begun(work, rows, most, self._begin))

            def results() -> Sequence[R]:
                found = elsewhere() if elsewhere else None
                if elsewhere and found is None:
                    self._lost()
                return [work(*row) for row in rows] if found is None else found

            yield results

    def _is_worth(self, calls: int) -> bool:
        """Say whether other processes are worth their start."""
        return min(self._most, calls) > 1 and (self._is_asked_for or calls >= _WORTH)


def processors() -> int:
    """Return how many processors this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
