"""Why a file could not be read or written, in plain words."""

from __future__ import annotations

import errno

from roadmapc.diagnostics import Message
from roadmapc.diagnostics.regular_files import LinkRefused, NotRegular, TooLarge

_WORDS = {
    errno.ENOSPC: Message("the disk is full"),
    errno.EDQUOT: Message("the disk is full"),
    errno.EFBIG: Message("the disk takes no file of that size"),
    errno.EROFS: Message("the disk is read-only"),
    errno.ENAMETOOLONG: Message("the name is too long"),
    errno.ELOOP: Message("the links lead round in a circle"),
    errno.EIO: Message("the disk does not answer"),
    errno.EMFILE: Message("too many files are open"),
    errno.ENFILE: Message("too many files are open"),
    errno.EBUSY: Message("another program is using it"),
    errno.ETXTBSY: Message("another program is using it"),
    errno.EBADF: Message("it is not open for this"),
    errno.ESPIPE: Message("this is a device or a pipe, not a file"),
    errno.ENOTEMPTY: Message("the folder is not empty"),
    errno.EEXIST: Message("something of that name is there already"),
    errno.ENXIO: Message("this is a device or a pipe, not a file"),
    errno.ENODEV: Message("this is a device or a pipe, not a file"),
    errno.EINVAL: Message("the system does not take this name"),
    errno.EILSEQ: Message("the system does not take this name"),
    errno.ENOMEM: Message("there is not enough memory"),
    errno.EADDRINUSE: Message("another program is using it"),
    errno.EXDEV: Message("the file lies on another disk"),
}
"""What the system says in English alone; the numbers are those of this system."""


def reason(error: OSError) -> Message:
    """Return the cause of a failed file operation in plain words."""
    if isinstance(error, LinkRefused):
        return Message("a link stands there, and it would lead out of the folder")
    if isinstance(error, NotRegular):
        return Message("this is a device or a pipe, not a file")
    if isinstance(error, TooLarge):
        return Message("the file is too large: more than {limit:.1f} MB", limit=error.most / 1e6)
    if isinstance(error, PermissionError):
        return Message("no permission; is the file open in another program?")
    if isinstance(error, IsADirectoryError | NotADirectoryError):
        return Message("a folder stands where a file must be, or the reverse")
    if isinstance(error, FileNotFoundError):
        return Message("there is no such file")
    return _WORDS.get(error.errno or 0) or Message("the system reports fault {number}", number=error.errno or "?")
