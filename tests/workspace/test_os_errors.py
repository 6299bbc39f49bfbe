"""Proves that a failed file operation is told in plain words."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from roadmapc.diagnostics.regular_files import LinkRefused, NotRegular, TooLarge, read_regular
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
        (errno.ENAMETOOLONG, "the name is too long"),
        (errno.ELOOP, "in a circle"),
        (errno.EROFS, "read-only"),
        (errno.EIO, "does not answer"),
        (errno.ENOTTY, f"fault {errno.ENOTTY}"),
    ],
)
def test_words(number: int, words: str) -> None:
    """The causes have words of ours; of a rare one the number is told, for the system's own words are English."""
    assert words in reason(OSError(number, "x"))


def test_words_of_our_own_errors(tmp_path: Path) -> None:
    """What the program refuses by itself: pipes, files without end, links."""
    os.mkfifo(tmp_path / "pipe")
    for path, words in ((tmp_path / "pipe", "a device or a pipe"), (Path("/dev/zero"), "a device or a pipe")):
        with pytest.raises(NotRegular) as refused:
            read_regular(path, 10)
        assert words in reason(refused.value)
    (tmp_path / "a").write_bytes(b"x" * 11)
    with pytest.raises(TooLarge) as large:
        read_regular(tmp_path / "a", 10)
    assert "too large" in reason(large.value)
    assert "a link" in reason(LinkRefused(errno.EEXIST, "x"))


def test_an_error_without_a_number() -> None:
    """There is nothing to be told but that it came."""
    assert "fault" in reason(OSError("{odd}"))
