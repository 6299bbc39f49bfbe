"""Why a file could not be read or written, in plain words."""

from __future__ import annotations

import errno
import os

from roadmapc.diagnostics import Message


def reason(error: OSError) -> Message:
    """Return the cause of a failed file operation in plain words."""
    if isinstance(error, PermissionError):
        return Message("no permission; is the file open in another program?")
    if isinstance(error, IsADirectoryError | NotADirectoryError):
        return Message("a folder stands where a file must be, or the reverse")
    if isinstance(error, FileNotFoundError):
        return Message("there is no such file")
    if error.errno == errno.ENOSPC:
        return Message("the disk is full")
    if error.errno == errno.EBADF:
        return Message("it is not open for this")
    if error.errno == errno.ESPIPE:
        return Message("it is a device or a pipe, not a file")
    return Message("{why}", why=os.strerror(error.errno) if error.errno else str(error))
