"""Proves that a failed file operation is told in plain words."""

from __future__ import annotations

import errno
import os

import pytest

from roadmapc.workspace.os_errors import reason


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "open in another program"),
        (errno.EPERM, "open in another program"),
        (errno.EISDIR, "a folder stands where a file must be"),
        (errno.ENOTDIR, "a folder stands where a file must be"),
        (errno.ENOENT, "there is no such file"),
        (errno.ENOSPC, "the disk is full"),
        (errno.EBADF, "it is not open for this"),
        (errno.ESPIPE, "a device or a pipe"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_words(number: int, words: str) -> None:
    """The usual causes have words of ours, any other those of the system."""
    assert words in reason(OSError(number, "x"))


def test_an_error_without_a_number() -> None:
    """Braces in its own words stand for themselves."""
    assert reason(OSError("{odd}")) == "{odd}"
