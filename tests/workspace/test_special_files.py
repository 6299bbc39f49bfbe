"""Proves that devices, pipes, open streams and files under other names are told by what they are."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from roadmapc.workspace.special_files import identities, identity, is_open_as, is_special, open_stream, write_whole

posix = pytest.mark.skipif(os.name != "posix", reason="pipes and links are made otherwise")


@posix
def test_what_is_no_plain_file(tmp_path: Path) -> None:
    """A pipe and a device are, through a link too; a file, a folder and what is not there are not."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "pipe")
    (tmp_path / "file").write_text("x")
    names = ("pipe", "link", "file", ".", "nothing")
    assert [is_special(tmp_path / name) for name in names] == [True, True, False, False, False]
    assert is_special(Path(os.devnull))


@posix
def test_one_file_has_many_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link, a hard link, the whole path and a way round lead to it; a copy and what is not there do not."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    Path("plan").write_text("x")
    Path("copy").write_text("x")
    Path("soft").symlink_to("plan")
    Path("hard").hardlink_to("plan")
    known = identities([Path("plan"), Path("nothing")])
    assert len(known) == 1
    for name in ("plan", "soft", "hard", tmp_path / "plan", "folder/../plan"):
        assert identity(Path(name)) in known
    assert identity(Path("copy")) not in known
    assert identity(Path("nothing")) is None


@pytest.mark.skipif(sys.platform != "linux", reason="/proc names the descriptors")
def test_a_descriptor_is_known_by_its_names(tmp_path: Path) -> None:
    """By those of the system and by a link to one; a number that is not open and a plain file are none."""
    with (tmp_path / "file").open("wb") as file:
        number = file.fileno()
        (tmp_path / "link").symlink_to(f"/dev/fd/{number}")
        for name in (f"/dev/fd/{number}", f"/proc/self/fd/{number}", f"/proc/{os.getpid()}/fd/{number}"):
            assert open_stream(Path(name)) == number
        assert open_stream(tmp_path / "link") == number
        assert is_open_as(tmp_path / "file", number)
    assert open_stream(Path(f"/dev/fd/{number + 500}")) is None
    assert open_stream(tmp_path / "file") is None


def test_all_is_written(tmp_path: Path) -> None:
    """However little of it the system takes at once."""
    read, write = os.pipe()
    data = b"x" * 1000
    write_whole(write, data)
    os.close(write)
    with os.fdopen(read, "rb") as file:
        assert file.read() == data
