"""The standard streams as nothing stops them: closed ones, a pipe that nobody reads any more, a full disk.

Who closes the pipe has read enough: the work goes on, and is no worse for it. What a full disk has swallowed is told at
the end, by the code too. A stream that is closed from the beginning is one that nobody reads.
"""

from __future__ import annotations

import errno
import io
import os
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO

_NOBODY_READS = frozenset({errno.EPIPE, errno.ECONNRESET, *({errno.EINVAL} if os.name == "nt" else ())})
"""What writing to a closed pipe fails with; Windows knows no better word for it."""


class _Enduring(io.RawIOBase):
    """A stream of bytes that takes everything: what it fails with first is kept, the rest is dropped."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self.error: OSError | None = None

    def write(self, data: Any) -> int:
        """Write some bytes and return how many; all where they cannot be written."""
        try:
            while self.error is None:
                count: int | None = self._raw.write(data)
                if count is not None:
                    return count
                select.select([], [self.fileno()], [])  # another program has made the stream a non-blocking one
        except OSError as error:
            self.error = error
        return len(data)

    def writable(self) -> bool:
        """Say that it is written to."""
        return True

    def fileno(self) -> int:
        """Return the descriptor of the stream."""
        return int(self._raw.fileno())

    def isatty(self) -> bool:
        """Say whether the stream is a terminal."""
        return bool(self._raw.isatty())


class Streams:
    """Standard output and standard error while the program runs."""

    def __init__(self, out: TextIO | None, err: TextIO | None) -> None:
        self._out = _Enduring(_raw(out))
        err_raw = _Enduring(_raw(err))
        self.out = _text(self._out, line_buffering=self._out.isatty())
        self.err = _text(err_raw, line_buffering=True)

    def failure(self) -> OSError | None:
        """Write out what is kept back, and return why standard output has not got all; a closed pipe is no reason."""
        self.out.flush()
        self.err.flush()
        error = self._out.error
        return None if error is None or error.errno in _NOBODY_READS else error


@contextmanager
def enduring() -> Iterator[Streams]:
    """Put streams that nothing stops in the place of the standard ones."""
    _open_closed_descriptors()
    former = sys.stdout, sys.stderr
    streams = Streams(*former)
    sys.stdout, sys.stderr = streams.out, streams.err
    try:
        yield streams
    finally:
        streams.failure()
        sys.stdout, sys.stderr = former


def _open_closed_descriptors() -> None:
    """Keep a file that is opened later from getting the number of a closed stream, and with it what is printed."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free


def _raw(stream: TextIO | None) -> Any:
    if stream is None:
        return io.FileIO(os.devnull, "w")
    stream.flush()
    return getattr(stream.buffer, "raw", stream.buffer)


def _text(raw: _Enduring, *, line_buffering: bool) -> io.TextIOWrapper:
    at_once = bool(os.environ.get("PYTHONUNBUFFERED"))
    buffer = io.BufferedWriter(raw)
    return io.TextIOWrapper(
        buffer, encoding="utf-8", errors="replace", line_buffering=line_buffering or at_once, write_through=at_once
    )
